package plimsoll.readiness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import plimsoll.disclosure.Withholding;
import plimsoll.readiness.Readiness.TeamResult;
import plimsoll.statistics.Chance;
import plimsoll.survey.Sheet;

/** What a reading must not tell of few people. */
class PrivacyTest {

  @Test
  void wavesOfTenAndElevenPeopleTellNothingOfWhoJoined() {
    for (int world = 0; world < 10; world++) {
      var before = wave(world, 10);
      var low = next(before, 1);
      var high = next(before, 5);
      assertEquals(low.assess(), high.assess());
      assertEquals(Withholding.ROSTER_CHANGED, low.assess().load().withheld());
      assertTrue(before.assess().load().shown());
    }
  }

  @Test
  void oneTeamGivesTheSameNumbersAsTeamAndAsOrganisation() {
    for (int world = 0; world < 10; world++) {
      var readiness = wave(world, 8 + 2 * world).assess();
      var team = readiness.teams().get(0);
      assertEquals(team.load(), readiness.load());
      assertEquals(team.axes(), readiness.axes());
      for (int i = 0; i < team.constructs().size(); i++) {
        assertEquals(team.constructs().get(i).score(), readiness.constructs().get(i).score());
        assertTrue(readiness.constructs().get(i).items().isEmpty());
      }
      for (var criterion : team.criteria()) {
        var whole = readiness.criteria().get(criterion.criterion().ordinal());
        assertEquals(criterion.said(), whole.said());
        assertEquals(criterion.joined(), whole.joined());
      }
    }
  }

  @Test
  void theSamePeopleUnderAnotherNameAreComparedToo() {
    var cases = wave(1, 11);
    var ten = new HashSet<>(cases.teams.get(0).people());
    ten.remove("a10");
    cases.earlier.add(ten);
    assertEquals(Withholding.ROSTER_CHANGED, cases.assess().load().withheld());
    assertEquals(Withholding.ROSTER_CHANGED, cases.assess().teams().get(0).load().withheld());
  }

  @Test
  void ofFewerThanTwentyPeopleOnlyTheBandIsTold() {
    var few = new Cases().team("a", 10, 7, 3, 3).team("b", 9, 6, 3, 3).assess();
    assertNull(few.answered());
    assertEquals("50–79 %", few.response());
    assertFalse(few.toString().contains("13 of 19"), few::toString);
    assertFalse(few.toString().contains("6 of 19"), few::toString);
    var many = new Cases().team("a", 10, 7, 3, 3).team("b", 10, 6, 3, 3).assess();
    assertEquals(13, many.answered());
  }

  @Test
  void aSmallOrganisationIsToldOfByBandsAlone() {
    var whole = new Cases().team("a", 15, 14, 3, 3).team("b", 15, 15, 3, 3).assess();
    assertEquals("13+", whole.load().people());
    assertEquals(0, whole.load().value() % 5);
    assertNull(whole.constructs().get(0).noBasisShare());
    var larger = new Cases().team("a", 15, 15, 3, 3).team("b", 15, 15, 3, 3).assess();
    assertEquals("30", larger.load().people());
  }

  @Test
  void ofASmallOrganisationNoChangeIsWorkedOut() {
    var before = wave(1, 12);
    var now = wave(2, 12);
    assertTrue(now.assess().load().shown());
    assertEquals(List.of(), WaveChange.between(published(before), published(now)));
  }

  private static Wave published(Cases cases) {
    return new Wave(cases.assess(), cases.keying, cases.teams);
  }

  @Test
  void tooFewToShowAreNotCounted() {
    var said = new HashSet<List<String>>();
    for (int answers = 0; answers < 5; answers++) {
      said.add(new Cases().team("a", 9, answers, 3, 3).assess().verdict().because());
    }
    assertEquals(
        Set.of(List.of("Fewer than 5 people answered; scores are shown from 5 on.")), said);
  }

  @Test
  void aTeamOfWhichNobodyAnsweredLooksLikeOneOfWhichTooFewDid() {
    var seen = new HashSet<TeamResult>();
    for (int answers = 0; answers < 5; answers++) seen.add(second(answers));
    assertEquals(1, seen.size());
    var team = seen.iterator().next();
    assertNull(team.response());
    assertEquals(Withholding.TOO_FEW, team.load().withheld());
    assertNotEquals(team, second(5));
    assertEquals("50–79 %", second(5).response());
  }

  @Test
  void aTeamThatWasNotAskedHasNoEvidence() {
    var team = Cases.five(2, 2).team("z", 0, 3, 3).assess().teams().get(5);
    assertEquals(Withholding.NO_EVIDENCE, team.load().withheld());
    assertEquals(List.of("Nobody of this team was asked."), team.verdict().because());
  }

  @Test
  void aTeamWhoseRosterHardlyChangedIsNotAdvisedToAnswerMore() {
    var cases = Cases.five(2, 4);
    var people = new HashSet<>(cases.teams.get(0).people());
    people.add("who left");
    cases.earlier.add(people);
    for (var team : cases.teams) cases.records.add(Recorded.of(team.key(), Criterion.D2, 40, 80));
    var readiness = cases.assess();
    var verdict = readiness.teams().get(0).verdict();
    assertEquals(List.of(), verdict.flips());
    verdict.gather().forEach(each -> assertFalse(each.contains("nswers"), each));
    assertTrue(
        readiness.unknown().stream().anyMatch(each -> each.how().startsWith("Wait for a wave")));
  }

  @Test
  void nothingIsAskedForThatCannotBeSent() {
    var cases = Cases.five(2.5, 3.5);
    cases.patterns = null;
    var readiness = cases.assess();
    var advice = new ArrayList<>(readiness.verdict().gather());
    readiness.unknown().forEach(each -> advice.add(each.how()));
    readiness.teams().forEach(team -> advice.addAll(team.verdict().gather()));
    assertTrue(advice.contains(Reasons.MANIFESTS));
    assertTrue(advice.contains("Plimsoll can't read on-call rotas yet."));
    for (String each : advice) {
      boolean without = each.matches("(?i).*rota.*");
      assertTrue(!without || each.startsWith("Plimsoll can't read"), each);
    }
  }

  private static TeamResult second(int answers) {
    return new Cases()
        .team("a", 20, 3, 3)
        .team("b", 9, answers, 4, 4)
        .team("c", 20, 3, 3)
        .assess()
        .teams()
        .get(1);
  }

  /** One team, and one that is not asked. */
  private static Cases wave(int world, int people) {
    var chance = Chance.of(world, "privacy");
    var sheets = new ArrayList<Sheet>();
    for (int i = 0; i < people; i++) {
      sheets.add(Cases.sheet(1 + 4 * chance.uniform(), 1 + 4 * chance.uniform(), i));
    }
    return new Cases().add("a", people, sheets).add("z", 0, List.of());
  }

  /** One person more, who says this of everything. */
  private static Cases next(Cases before, int said) {
    var sheets = new ArrayList<>(before.teams.get(0).sheets());
    var points = new HashMap<String, Integer>();
    Cases.KEYING
        .constructs()
        .forEach(c -> c.items().forEach(i -> points.put(i.item(), i.reversed() ? 6 - said : said)));
    sheets.add(new Sheet(points, Set.of()));
    var cases = new Cases().add("a", 11, sheets).add("z", 0, List.of());
    cases.previous = before.assess();
    var people = before.teams.get(0).people();
    cases.earlier.add(people);
    return cases;
  }
}
