package plimsoll.readiness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import plimsoll.disclosure.Withholding;
import plimsoll.readiness.Verdict.Kind;
import plimsoll.survey.Keying;
import plimsoll.survey.Sheet;

/** What is odd has a defined result, or is refused with its fault. */
class BadInputTest {

  @Test
  void nobodyAtAllIsUnclear() {
    var readiness = new Cases().assess();
    assertEquals(Kind.UNCLEAR, readiness.verdict().kind());
    assertEquals(List.of("Nobody is on a roster."), readiness.verdict().because());
    assertTrue(readiness.teams().isEmpty());
    assertEquals(Withholding.NO_EVIDENCE, readiness.load().withheld());
  }

  @Test
  void anEmptyWaveIsUnclear() {
    var cases = new Cases();
    cases.team("a", 9, 0, 3, 3).team("b", 8, 0, 3, 3);
    var readiness = cases.assess();
    assertEquals(
        List.of("Fewer than 5 people answered; scores are shown from 5 on."),
        readiness.verdict().because());
    assertEquals(Kind.UNCLEAR, readiness.teams().get(0).verdict().kind());
  }

  @Test
  void nothingAskedIsUnclearAndShowsRecords() {
    var cases = new Cases();
    cases.keying = new Keying(List.of());
    cases.add("a", 9, List.of());
    cases.records.add(Recorded.of("a", Criterion.D2, 30, 40));
    var readiness = cases.assess();
    assertEquals(Kind.UNCLEAR, readiness.verdict().kind());
    assertEquals(75, readiness.criteria().get(1).recorded().value());
  }

  @Test
  void oneTeamIsTooFewForAPlatform() {
    var cases = new Cases().team("a", 12, 2, 4);
    cases.patterns = Cases.patterns(0.2, 0.1);
    var verdict = cases.assess().verdict();
    assertEquals(Kind.STANDARDISE, verdict.kind());
    assertEquals(3, verdict.row());
  }

  @Test
  void onePersonIsNeverShown() {
    var readiness = new Cases().team("a", 1, 4, 4).assess();
    assertEquals(Kind.UNCLEAR, readiness.verdict().kind());
    assertEquals(Withholding.TOO_FEW, readiness.load().withheld());
    assertFalse(readiness.axes().devopsPractice().shown());
  }

  @Test
  void everybodyTheSameStillHasAnInterval() {
    var cases = new Cases();
    for (String key : List.of("a", "b", "c")) {
      var sheets = new ArrayList<Sheet>();
      for (int i = 0; i < 9; i++) sheets.add(Cases.sheet(3, 3, 2));
      cases.add(key, 9, sheets);
    }
    var load = cases.assess().load();
    assertEquals(50, load.value());
    assertTrue(load.low() < 50 && load.high() > 50);
  }

  @Test
  void manyWhoAllAnswerAlikeHaveScoresAndNothingToCompare() {
    var cases = new Cases();
    for (String key : List.of("a", "b", "c", "d", "e")) {
      cases.add(key, 12, Collections.nCopies(12, Cases.sheet(5, 5, 2)));
    }
    var load = cases.assess().constructs().get(6);
    assertEquals("EXI", load.construct());
    assertEquals(100, load.score().value());
    assertNull(load.consistency());
    assertNull(load.differences());
  }

  @Test
  void rostersOfZeroThroughoutAreUnclear() {
    var readiness = new Cases().team("a", 0, 0, 0, 0).team("b", 0, 0, 0, 0).assess();
    assertEquals(List.of("Nobody is on a roster."), readiness.verdict().because());
    assertEquals(0, readiness.invited());
    assertEquals("nobody asked", readiness.response());
  }

  @Test
  void aRosterOfZeroWithAnswersIsTakenToBeThem() {
    var readiness = Cases.five(2, 2).team("z", 0, 9, 2, 2).assess();
    assertEquals(54, readiness.invited());
    assertTrue(readiness.unknown().stream().anyMatch(u -> u.what().contains("Team Z")));
  }

  @Test
  void noBasisThroughoutIsTooFew() {
    var cases = new Cases();
    var none = new Sheet(Map.of(), Set.of("D1a", "D1b", "D2a", "L3", "L4", "L5"));
    for (String key : List.of("a", "b"))
      cases.add(key, 6, List.of(none, none, none, none, none, none));
    var readiness = cases.assess();
    assertEquals(Kind.UNCLEAR, readiness.verdict().kind());
    assertEquals(Withholding.TOO_FEW, readiness.load().withheld());
    assertEquals(Kind.UNCLEAR, readiness.teams().get(0).verdict().kind());
  }

  @Test
  void aPersonWithoutBasisChangesNoScore() {
    var with = Cases.five(3, 3);
    var team = with.teams.get(0);
    var sheets = new ArrayList<>(team.sheets());
    sheets.add(new Sheet(Map.of(), Set.of("D1a", "D1b")));
    with.teams.set(0, new Case.Team("a", team.name(), 10, team.people(), sheets));
    var without = Cases.five(3, 3);
    without.teams.set(0, new Case.Team("a", team.name(), 10, team.people(), team.sheets()));
    assertEquals(without.assess().teams().get(0).load(), with.assess().teams().get(0).load());
  }

  @Test
  void moreAnswersThanRosterCountAndAreTold() {
    var cases = Cases.five(2, 2);
    var team = cases.teams.get(0);
    cases.teams.set(0, new Case.Team("a", "Crowd", 3, Set.of(), team.sheets()));
    var readiness = cases.assess();
    assertEquals(45, readiness.invited());
    assertTrue(readiness.unknown().stream().anyMatch(u -> u.what().contains("Crowd")));
  }

  @Test
  void aZeroRosterIsAResult() {
    var cases = Cases.five(2, 2).team("z", 0, 0, 0, 0);
    var team = cases.assess().teams().stream().filter(t -> t.team().equals("z")).findFirst();
    assertEquals("nobody asked", team.orElseThrow().response());
    assertEquals(Kind.UNCLEAR, team.orElseThrow().verdict().kind());
  }

  @Test
  void aTeamOfFiveThousandIsJudged() {
    var readiness =
        new Cases().team("a", 5000, 4, 4).team("b", 9, 4, 4).team("c", 9, 4, 4).assess();
    assertEquals("13+", readiness.teams().get(0).load().people());
    assertEquals("5018", readiness.load().people());
  }

  @Test
  void recordsThatAreNoCountsAreRefused() {
    assertThrows(BadCase.class, () -> Recorded.of("a", Criterion.D2, Double.NaN, 4));
    assertThrows(BadCase.class, () -> Recorded.of("a", Criterion.D2, 1, Double.POSITIVE_INFINITY));
    assertThrows(BadCase.class, () -> Recorded.of("a", Criterion.D2, 5, 4));
    assertThrows(BadCase.class, () -> Recorded.of("a", Criterion.D2, -1, 4));
    assertThrows(BadCase.class, () -> Cases.patterns(Double.NaN, 0.1));
    assertThrows(BadCase.class, () -> Cases.patterns(0.1, 1.2));
    assertThrows(BadCase.class, () -> Cases.patterns(0.1, Double.NaN));
    assertThrows(BadCase.class, () -> Cases.patterns(Double.POSITIVE_INFINITY, 0.1));
    assertThrows(BadCase.class, () -> new Recorded("a", Criterion.D2, 1, 2, Double.NaN));
    assertThrows(BadCase.class, () -> new Recorded("a", Criterion.D2, 1, 2, -1.0));
    assertThrows(BadCase.class, () -> Recorded.of(null, Criterion.D2, 1, 2));
    assertThrows(BadCase.class, () -> Recorded.of("a", null, 1, 2));
  }

  @Test
  void recordsOfStrangersAreTold() {
    var cases = Cases.five(2, 2);
    cases.records.add(Recorded.of("ghost", Criterion.D2, 30, 40));
    assertTrue(cases.assess().unknown().stream().anyMatch(u -> u.what().contains("ghost")));
  }

  @Test
  void anAnswerOffTheScaleIsRefused() {
    var cases = new Cases().add("a", 9, List.of(new Sheet(Map.of("D1a", 6), Set.of())));
    assertThrows(BadCase.class, cases::assess);
  }

  @Test
  void anEditionThatIsNotHereIsRefusedByNamingThoseThatAre() {
    var refused = assertThrows(BadCase.class, () -> Edition.of("1999.1"));
    assertEquals(
        "There is no edition 1999.1 of the method; known are 2026.1 and 2026.2.",
        refused.getMessage());
  }

  @Test
  void twoTeamsOfOneKeyAreRefused() {
    assertThrows(BadCase.class, () -> new Cases().team("a", 9, 2, 2).team("a", 9, 2, 2).assess());
  }

  @Test
  void aSmallerMinimumGroupIsRefused() {
    var cases = Cases.five(2, 2);
    cases.minimumGroup = 4;
    assertThrows(BadCase.class, cases::assess);
  }

  @Test
  void teamsThatVanishBetweenReadingsDoNoHarm() {
    var before = Cases.five(2, 4);
    var now = Cases.five(2, 4);
    now.previous = before.assess();
    now.teams.remove(4);
    now.earlier.add(Set.of("e1", "e2"));
    assertEquals(4, now.assess().teams().size());
  }

  @Test
  void halfOfThePeopleMustAnswer() {
    var cases = new Cases().team("a", 20, 9, 4, 4).team("b", 20, 9, 4, 4);
    var verdict = cases.assess().verdict();
    assertEquals(Kind.UNCLEAR, verdict.kind());
    assertEquals(List.of("18 of 40 people answered; half are needed."), verdict.because());
  }

  @Test
  void carelessSheetsBlockAVerdictWhenTheyAreMany() {
    var cases = new Cases();
    for (String key : List.of("a", "b", "c")) {
      var sheets = new ArrayList<Sheet>();
      for (int i = 0; i < 9; i++) {
        var sheet = Cases.sheet(4, 4, i);
        sheets.add(new Sheet(sheet.points(), sheet.noBasis(), i < 2));
      }
      cases.add(key, 9, sheets);
    }
    var verdict = cases.assess().verdict();
    assertEquals(Kind.UNCLEAR, verdict.kind());
    assertTrue(verdict.because().get(0).contains("without reading"));
  }
}
