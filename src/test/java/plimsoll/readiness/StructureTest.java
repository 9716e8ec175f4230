package plimsoll.readiness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import plimsoll.readiness.Readiness.Consistency;
import plimsoll.readiness.Readiness.ConstructResult;
import plimsoll.readiness.Readiness.Differences;
import plimsoll.survey.Keying;
import plimsoll.survey.Sheet;

/** Reliability, differences between teams and weak items, worked out by hand. */
class StructureTest {
  private static final Keying KEYING =
      new Keying(
          List.of(
              Cases.construct("D2", "D2a+", "D2b-"),
              Cases.construct("EXI", "L3+", "L4+", "L5+"),
              Cases.construct("FLOW", "X2-")));

  /** One factor and errors, each one point up or down: all items correlate to one half. */
  private static final int[] HALF = {-1, 1};

  /** The factor has a variance of one quarter, the errors of one: they correlate to one fifth. */
  private static final int[] FIFTH = {-1, 0, 0, 0, 0, 0, 0, 1};

  private static List<Sheet> factorial(int times, int... factor) {
    var sheets = new ArrayList<Sheet>();
    for (int t = 0; t < times; t++)
      for (int g : factor)
        for (int e = 0; e < 8; e++) {
          int first = 3 + g + (e % 2 == 0 ? 1 : -1);
          int second = 3 + g + (e / 2 % 2 == 0 ? 1 : -1);
          int third = 3 + g + (e / 4 == 0 ? 1 : -1);
          sheets.add(
              new Sheet(
                  Map.of("D2a", first, "D2b", 6 - second, "L3", first, "L4", second, "L5", third),
                  Set.of()));
        }
    return sheets;
  }

  private static Cases one(List<Sheet> sheets) {
    var cases = new Cases();
    cases.keying = KEYING;
    return cases.add("a", sheets.size(), sheets);
  }

  private static ConstructResult construct(Cases cases, String key) {
    return cases.assess().constructs().stream()
        .filter(each -> each.construct().equals(key))
        .findFirst()
        .orElseThrow();
  }

  private static Consistency consistency(List<Sheet> sheets, String key) {
    return construct(one(sheets), key).consistency();
  }

  /** 2 · ½ / (1 + ½). */
  @Test
  void twoItemsHaveSpearmanAndBrowns() {
    var expected = new Consistency("Spearman–Brown", 0.67, null, false);
    assertEquals(expected, consistency(factorial(7, HALF), "D2"));
  }

  /** 2 · ⅕ / (1 + ⅕). */
  @Test
  void twoItemsThatHardlyBelongTogetherAreReadApart() {
    var expected = new Consistency("Spearman–Brown", 0.33, null, true);
    assertEquals(expected, consistency(factorial(1, FIFTH), "D2"));
  }

  /** 3 · ½ / (1 + 2 · ½), and loadings of √½. */
  @Test
  void threeItemsHaveAlphaAndFromAHundredPeopleOnOmega() {
    var few = new Consistency("α", 0.75, null, false);
    assertEquals(few, consistency(factorial(6, HALF), "EXI"));
    var many = new Consistency("α", 0.75, 0.75, false);
    assertEquals(many, consistency(factorial(7, HALF), "EXI"));
  }

  /** 3 · ⅕ / (1 + 2 · ⅕). */
  @Test
  void threeItemsOfALowAlphaAreReadApart() {
    assertEquals(new Consistency("α", 0.43, null, true), consistency(factorial(1, FIFTH), "EXI"));
  }

  @Test
  void itemsAgainstEachOtherAreWorthNothing() {
    var sheets = new ArrayList<Sheet>();
    for (int i = 0; i < 50; i++) {
      int up = i % 2 == 0 ? 2 : 4;
      sheets.add(new Sheet(Map.of("D2a", up, "D2b", up), Set.of()));
    }
    assertEquals(new Consistency("Spearman–Brown", 0, null, true), consistency(sheets, "D2"));
    sheets.remove(0);
    assertNull(consistency(sheets, "D2"));
  }

  @Test
  void anItemAloneOrOneThatNeverDiffersHasNoConsistency() {
    var sheets = new ArrayList<Sheet>();
    for (int i = 0; i < 60; i++) {
      sheets.add(new Sheet(Map.of("X2", 1 + i % 5, "D2a", 1 + i % 5, "D2b", 3), Set.of()));
    }
    assertNull(consistency(sheets, "FLOW"));
    assertNull(consistency(sheets, "D2"));
  }

  @Test
  void onlyPeopleWhoAnsweredAllItemsCount() {
    var sheets = new ArrayList<>(factorial(7, HALF));
    for (int i = 0; i < 20; i++) sheets.add(new Sheet(Map.of("D2a", 5), Set.of("D2b")));
    assertEquals(0.67, consistency(sheets, "D2").coefficient());
  }

  /** Twelve people, half of them a point above and half a point below a middle. */
  private static List<Sheet> flow(int people, int middle) {
    var sheets = new ArrayList<Sheet>();
    for (int i = 0; i < people; i++) {
      sheets.add(new Sheet(Map.of("X2", i % 2 == 0 ? middle + 1 : middle - 1), Set.of()));
    }
    return sheets;
  }

  private static Cases flows(int... middles) {
    var cases = new Cases();
    cases.keying = KEYING;
    for (int j = 0; j < middles.length; j++) cases.add("t" + j, 12, flow(12, middles[j]));
    return cases;
  }

  private static Differences differences(Cases cases) {
    return construct(cases, "FLOW").differences();
  }

  /**
   * Means 75, 50, 50, 50, 25: between 12 · 1250 / 4 = 3750; within 60 · 625 / 55; F = 5.5; ICC(1) =
   * 4.5 / 16.5, ICC(2) = 4.5 / 5.5.
   */
  @Test
  void fiveTeamsThatDifferSoDoReliably() {
    assertEquals(new Differences(0.27, 0.82, true), differences(flows(2, 3, 3, 3, 4)));
  }

  @Test
  void fiveTeamsThatAreAlikeDoNot() {
    assertEquals(new Differences(0, 0, false), differences(flows(3, 3, 3, 3, 3)));
  }

  @Test
  void teamsThatAreWithheldTellNothing() {
    var cases = flows(2, 3, 3, 3, 4);
    cases.add("u", 4, flow(4, 4)).add("v", 4, flow(4, 4));
    assertEquals(new Differences(0.27, 0.82, true), differences(cases));
    var four = flows(2, 3, 3, 4);
    four.add("u", 4, flow(4, 4)).add("v", 4, flow(4, 4));
    assertNull(differences(four));
  }

  @Test
  void differencesNeedFiftyPeopleInShownTeams() {
    var cases = new Cases();
    cases.keying = KEYING;
    for (int j = 0; j < 5; j++) cases.add("t" + j, 10, flow(10, j == 0 ? 2 : 3));
    assertFalse(differences(cases).reliable());
    var fewer = new Cases();
    fewer.keying = KEYING;
    for (int j = 0; j < 5; j++) fewer.add("t" + j, 10, flow(j == 0 ? 9 : 10, j == 0 ? 2 : 3));
    assertNull(differences(fewer));
  }

  @Test
  void neitherIsToldAfterOneOrTwoCameOrWent() {
    var cases = flows(2, 3, 3, 3, 4);
    var before = new HashSet<String>();
    cases.teams.forEach(team -> before.addAll(team.people()));
    before.remove("t00");
    cases.earlier.add(before);
    assertNull(differences(cases));
    var sheets = factorial(4, HALF);
    var one = one(sheets);
    var people = new HashSet<>(one.teams.get(0).people());
    people.remove("a0");
    one.earlier.add(people);
    assertNull(construct(one, "EXI").consistency());
  }

  @Test
  void neitherIsToldOfATeam() {
    var result = one(factorial(7, HALF)).assess().teams().get(0).constructs().get(0);
    assertTrue(result.score().shown());
    assertNull(result.consistency());
    assertNull(result.differences());
  }

  /** Of 80 people so many have no basis on X2, or the same answer; the others spread evenly. */
  private static List<String> unknown(int withoutBasis, int alike) {
    var sheets = new ArrayList<Sheet>();
    for (int i = 0; i < 80; i++) {
      var points = new HashMap<String, Integer>(Map.of("D2a", 1 + i % 5, "D2b", 1 + i % 5));
      points.put("X2", i < alike ? 4 : 1 + i % 3);
      boolean none = i >= 80 - withoutBasis;
      if (none) points.remove("X2");
      sheets.add(new Sheet(points, none ? Set.of("X2") : Set.of()));
    }
    return one(sheets).assess().unknown().stream()
        .map(Readiness.Unknown::what)
        .filter(what -> Stream.of("basis", "same answer").anyMatch(what::contains))
        .toList();
  }

  @Test
  void anItemThatMoreThanAFifthCouldNotAnswerIsNamed() {
    assertEquals(List.of(), unknown(16, 10));
    assertEquals(
        List.of("What people would say on X2: more than 20 % of them had no basis to answer."),
        unknown(17, 10));
  }

  @Test
  void anItemThatMoreThanSevenInTenAnswerAlikeIsNamed() {
    assertEquals(List.of(), unknown(0, 56));
    assertEquals(
        List.of("Whether X2 can tell people apart: more than 70 % gave the same answer."),
        unknown(0, 57));
  }
}
