package plimsoll.roadmap;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import plimsoll.disclosure.Published;
import plimsoll.disclosure.Withholding;
import plimsoll.readiness.Criterion;
import plimsoll.readiness.Readiness.CriterionResult;

/** What a proposal says, word by word. */
class WordingTest {
  private static final Published NOTHING = Published.withheld(Withholding.NO_EVIDENCE);
  private static final Known UNTRIED = new Known(new Prior(20, 9), 0, 0, 0);

  @Test
  void aHypothesisNamesTheFallAndWhere() {
    var gap = gap(group("Search", 70, 8), group("Orders", 62, 8));
    assertEquals(
        "D2 (“Deployments need a ticket to another team”) falls from 65 to 45 or less in Search"
            + " and Orders by the second wave after this one. A fall of less than 10 points counts"
            + " as no effect.",
        Wording.hypothesis(gap, 20));
  }

  @Test
  void aTargetIsNeverSoNearThatItWouldCountAsNoEffect() {
    var one = Wording.hypothesis(gap(group("Search", 60, 8)), 4);
    assertEquals("falls from 60 to 50 or less in Search by", part(one, "falls", " the second"));
    var all = Wording.hypothesis(gap(group("Search", 55, 8)), 80);
    assertEquals("falls from 55 to 0 or less in Search by", part(all, "falls", " the second"));
  }

  @Test
  void fourTeamsAreNamedAndTheOthersCounted() {
    assertEquals("A, B, C and D by", where(4));
    assertEquals("A, B, C, D and 1 more team by", where(5));
    assertEquals("A, B, C, D and 3 more teams by", where(7));
  }

  @Test
  void evidenceGivesEachNumberWithItsIntervalAndItsPeople() {
    var said = new Published(70.0, 55.0, 85.0, "5–7", null);
    var recorded = new Published(31.0, 28.0, 34.0, null, null);
    var apart = new CriterionResult(Criterion.D2, said, recorded, said, 0.8, true, null);
    var whole = new Published(64.0, 60.0, 68.0, "112", null);
    var organisation = new CriterionResult(Criterion.D2, whole, NOTHING, whole, 1.0, false, null);
    var gap =
        new Gap(Criterion.D2, List.of(new Gap.Group("s", "Search", 8, 0.8, apart)), organisation);
    assertEquals(
        List.of(
            "In the whole organisation it stands at 64 (60 to 68).",
            "In Search 5–7 people say 70 (55 to 85).",
            "In Search records say 31 (28 to 34).",
            "The two lie far apart in Search: find out which holds before you start.",
            "How much it takes off (20 points, give or take 9) is a judgement until one like it is"
                + " finished here."),
        Wording.evidence(gap, UNTRIED));
  }

  @Test
  void anEndOfTheScaleIsToldAsABandForTeamsAndAsItIsForAll() {
    assertEquals("In A 8–12 people say 90 or more.", sentence("a", 90));
    assertEquals("In A 8–12 people say 85.", sentence("a", 85));
    assertEquals("In A 8–12 people say 10 or less.", sentence("a", 10));
    assertEquals("In A 8–12 people say 15.", sentence("a", 15));
    assertEquals("In A 8–12 people say 92.", sentence(null, 92));
  }

  @Test
  void aProposalWithoutTeamsThatMayBeNamedSaysSo() {
    var said = new Published(70.0, 66.0, 74.0, "60", null);
    var result = new CriterionResult(Criterion.D2, said, NOTHING, said, 1.0, false, null);
    var gap =
        new Gap(
            Criterion.D2, List.of(new Gap.Group(null, "the organisation", 60, 1, result)), result);
    assertEquals(
        List.of(
            "In the organisation 60 people say 70 (66 to 74).",
            "Which teams it concerns cannot be shown: their groups are too small.",
            "How much it takes off (20 points, give or take 9) rests on a judgement and on what was"
                + " tried here: 2 helped, 1 did not."),
        Wording.evidence(gap, new Known(new Prior(20, 9), 0, 2, 1)));
    assertEquals(
        "in the organisation by", part(Wording.hypothesis(gap, 20), "in the org", " the second"));
  }

  @Test
  void oneMoreTeamMeetsAndTwoMoreMeet() {
    assertEquals("1 more team meets it too.", Wording.evidence(many(5), UNTRIED).get(4));
    assertEquals("2 more teams meet it too.", Wording.evidence(many(6), UNTRIED).get(4));
    assertEquals(5, Wording.evidence(many(4), UNTRIED).size());
  }

  private static String sentence(String team, double value) {
    var said = new Published(value, null, null, "8–12", null);
    var result = new CriterionResult(Criterion.D2, said, NOTHING, said, 1.0, false, null);
    var gap = new Gap(Criterion.D2, List.of(new Gap.Group(team, "A", 9, 1, result)), null);
    return Wording.evidence(gap, UNTRIED).get(0);
  }

  private static String where(int teams) {
    return part(Wording.hypothesis(many(teams), 20), "A", " the second");
  }

  private static Gap many(int teams) {
    return gap(
        IntStream.range(0, teams)
            .mapToObj(i -> group(Character.toString('A' + i), 60, 6))
            .toArray(Gap.Group[]::new));
  }

  private static Gap gap(Gap.Group... groups) {
    return new Gap(Criterion.D2, List.of(groups), null);
  }

  private static Gap.Group group(String name, double need, int heads) {
    var said = new Published(need, need - 10, need + 10, "5–7", null);
    var result = new CriterionResult(Criterion.D2, said, NOTHING, said, 0.9, false, null);
    return new Gap.Group(name.toLowerCase(), name, heads, 0.9, result);
  }

  private static String part(String text, String from, String to) {
    return text.substring(text.indexOf(from), text.indexOf(to));
  }
}
