package plimsoll.roadmap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import plimsoll.readiness.BadCase;
import plimsoll.readiness.Criterion;
import plimsoll.roadmap.Effect.Finding;
import plimsoll.roadmap.Outcome.Kind;
import plimsoll.roadmap.Verification.Wave;

/** Bets held against small readings, worked out by hand. */
class VerificationTest {
  private static final LocalDate ACCEPTED = LocalDate.of(2026, 4, 20);
  private static final LocalDate CHECK = LocalDate.of(2026, 9, 30);
  private static final LocalDate JANUARY = LocalDate.of(2026, 1, 1);
  private static final LocalDate APRIL = LocalDate.of(2026, 4, 1);
  private static final LocalDate JULY = LocalDate.of(2026, 7, 1);
  private static final LocalDate OCTOBER = LocalDate.of(2026, 10, 1);

  @Test
  void theTableOfGroupsGivesTheEstimate() {
    var outcome = outcome(bet("a", "b"), three());
    assertEquals(-16, outcome.effect().estimate(), 1e-12);
    var took = outcome.group(Kind.TOOK_IT_ON);
    var others = outcome.group(Kind.DID_NOT);
    assertEquals(List.of("a", "b"), took.teams());
    assertEquals(75, took.before());
    assertEquals((60 + 70 + 50 + 60) / 4.0, took.after());
    assertEquals(outcome.effect().estimate(), took.change() - others.change(), 1e-12);
    assertEquals(1, outcome.readingsBefore());
    assertEquals(2, outcome.readingsAfter());
    assertEquals(1 / 21.0, outcome.smallestP(), 1e-12);
  }

  @Test
  void teamsThatStoodAsHighAreShown() {
    var outcome = outcome(bet("a", "b"), three());
    assertEquals(List.of("c"), outcome.group(Kind.AS_HIGH).teams());
    assertTrue(told(outcome).against().get(0).contains("1 other team stood as high"));
    assertEquals(List.of(), outcome(bet("a", "b", "c"), three()).group(Kind.AS_HIGH).teams());
  }

  @Test
  void beforeTheCheckNothingIsSaidButHowSmallPCanBe() {
    var outcome = outcome(bet("a", "b"), three().subList(0, 2));
    assertTrue(outcome.early());
    assertNull(outcome.effect());
    assertNull(outcome.group(Kind.TOOK_IT_ON).after());
    var told = told(outcome);
    assertEquals(
        "Too early: due on 30 September 2026, by the first reading from then on.", told.headline());
    assertTrue(told.sentences().get(0).contains("With 2 of 7 teams taking it on"), told.toString());
    assertEquals(List.of(), told.against());
    assertEquals(List.of(), told.rivals());
  }

  @Test
  void withFewTeamsItIsSaidInAdvanceThatNothingCanBeSignificant() {
    var few = List.of(wave(APRIL, Map.of("a", 80.0, "b", 70.0, "c", 50.0, "d", 40.0)));
    var told = told(outcome(bet("a"), few));
    assertTrue(told.sentences().get(0).contains("p cannot be below 0.25"), told.toString());
    assertTrue(told.sentences().get(0).contains("no result can be significant"));
  }

  @Test
  void readingsAfterTheCheckChangeNothing() {
    var more = new ArrayList<>(three());
    more.add(wave(LocalDate.of(2027, 1, 1), Map.of("a", 0.0, "b", 0.0, "e", 100.0)));
    assertEquals(outcome(bet("a", "b"), three()), outcome(bet("a", "b"), more));
  }

  @Test
  void onTheDayOfTheCheckItIsDue() {
    var on = new Bet(Criterion.D2, List.of("a", "b"), ACCEPTED, 10, OCTOBER);
    assertFalse(outcome(on, three()).early());
    var next = new Bet(Criterion.D2, List.of("a", "b"), ACCEPTED, 10, OCTOBER.plusDays(1));
    assertTrue(outcome(next, three()).early());
    var sameDay = new Bet(Criterion.D2, List.of("a", "b"), APRIL, 10, CHECK);
    assertEquals(1, outcome(sameDay, three()).readingsBefore());
  }

  @Test
  void aTeamThatWasNotShownThroughoutIsLeftOut() {
    var waves = new ArrayList<>(three());
    waves.set(1, wave(JULY, Map.of("a", 60.0, "c", 80.0, "d", 40.0, "e", 40.0)));
    var outcome = outcome(bet("a", "b"), waves);
    assertEquals(List.of("a"), outcome.group(Kind.TOOK_IT_ON).teams());
    assertEquals(List.of("c", "d", "e"), outcome.group(Kind.DID_NOT).teams());
  }

  @Test
  void withNothingToCompareItCannotBeTold() {
    var none = outcome(bet("z"), three());
    assertEquals(Finding.CANNOT_TELL, none.finding());
    assertEquals(1, none.smallestP());
    assertTrue(told(none).sentences().get(0).contains("No team that took it on was shown"));
    var all = outcome(bet("a", "b", "c", "d", "e", "f", "g"), three());
    assertTrue(told(all).sentences().get(0).contains("what would have happened anyway"));
    var noneBefore = outcome(bet("a"), three().subList(1, 3));
    assertTrue(told(noneBefore).sentences().get(0).contains("No reading"));
    assertEquals(Finding.CANNOT_TELL, noneBefore.finding());
    assertTrue(outcome(bet("a"), List.of()).early());
    assertTrue(told(outcome(bet(), three().subList(0, 1))).sentences().get(0).contains("0 and 7"));
  }

  @Test
  void teamsThatMovedApartBeforeAreNoComparison() {
    var waves = large(-30, -20);
    var outcome = outcome(bet("t0", "t1", "t2", "t3"), waves);
    assertEquals(false, outcome.parallel());
    assertEquals(Finding.CANNOT_TELL, outcome.finding());
    assertEquals(Finding.CANNOT_TELL, outcome.effect().finding());
    var told = told(outcome);
    assertTrue(told.sentences().toString().contains("moved apart before it already"));
    assertFalse(told.sentences().toString().contains("All of the interval"));
  }

  @Test
  void teamsThatMovedAlikeBeforeAreAComparison() {
    var outcome = outcome(bet("t0", "t1", "t2", "t3"), large(-30, 0));
    assertEquals(true, outcome.parallel());
    assertEquals(Finding.HELPED, outcome.finding());
    var told = told(outcome);
    assertEquals("It helped.", told.headline());
    assertTrue(told.sentences().toString().contains("All of the interval is relief"));
    assertTrue(told.sentences().toString().contains("nothing says that these teams moved apart"));
    assertEquals(List.of(), told.rivals());
  }

  @Test
  void noEffectNamesItsRivals() {
    var outcome = outcome(bet("t0", "t1", "t2", "t3"), large(0, 0));
    assertEquals(Finding.NO_EFFECT, outcome.finding());
    var told = told(outcome);
    assertEquals("No effect that matters.", told.headline());
    assertEquals(4, told.rivals().size());
    assertTrue(told.rivals().get(0).contains("Nobody has said"));
    var used = Telling.of(bet("t0", "t1", "t2", "t3"), outcome, 3).rivals();
    assertTrue(used.get(0).contains("3 of the 4 teams use it"), used.toString());
  }

  @Test
  void harmIsSaid() {
    var outcome = outcome(bet("t0", "t1", "t2", "t3"), large(25, 0));
    assertEquals(Finding.WORSE, outcome.finding());
    assertEquals("It made things worse.", told(outcome).headline());
  }

  @Test
  void whatCannotBeToldIsSaidWithWhatCanBeRuledOut() {
    var wide = outcome(new Bet(Criterion.D2, List.of("a", "b"), ACCEPTED, 20, CHECK), three());
    assertEquals(Finding.CANNOT_TELL, wide.finding());
    assertEquals("We can't tell yet.", told(wide).headline());
    var few = three().stream().map(VerificationTest::ofThree).toList();
    var told = told(outcome(bet("a"), few));
    assertTrue(told.sentences().toString().contains("Nothing can be ruled out"), told.toString());
    assertTrue(told.sentences().toString().contains("no limit to no limit"), told.toString());
    assertTrue(told.sentences().toString().contains("could not be smaller than 0.33"));
    assertTrue(told.sentences().toString().contains("takes two readings before"));
  }

  @Test
  void aScoreAtAnEndMakesTheMeasureCoarse() {
    var waves =
        List.of(
            wave(APRIL, Map.of("a", 90.0, "b", 30.0)), wave(OCTOBER, Map.of("a", 90.0, "b", 30.0)));
    assertTrue(outcome(bet("a"), waves).atAnEnd());
    assertFalse(outcome(bet("b"), waves).atAnEnd());
    var low = List.of(wave(APRIL, Map.of("a", 10.0, "b", 30.0)), waves.get(1));
    assertTrue(outcome(bet("a"), low).atAnEnd());
  }

  @Test
  void aBetThatCannotBeHeldAgainstAnythingIsRefused() {
    for (double smallest : new double[] {0, -1, Double.NaN, 101}) {
      refused(() -> new Bet(Criterion.D2, List.of("a"), ACCEPTED, smallest, CHECK));
    }
    refused(() -> new Bet(Criterion.D2, List.of("a"), ACCEPTED, 10, ACCEPTED));
    for (double score : new double[] {-1, 101, Double.NaN, Double.POSITIVE_INFINITY}) {
      refused(() -> wave(APRIL, Map.of("a", score)));
    }
  }

  private static void refused(org.junit.jupiter.api.function.Executable act) {
    assertThrows(BadCase.class, act);
  }

  private static Bet bet(String... teams) {
    return new Bet(Criterion.D2, List.of(teams), ACCEPTED, 10, CHECK);
  }

  private static Outcome outcome(Bet bet, List<Wave> waves) {
    return Verification.of(bet, waves, 1);
  }

  private static Telling told(Outcome outcome) {
    return Telling.of(bet("t0", "t1", "t2", "t3"), outcome, null);
  }

  private static Wave wave(LocalDate on, Map<String, Double> scores) {
    return new Wave(on, scores);
  }

  /** a and b fall by 15 on average, the five others rise by 1. */
  private static List<Wave> three() {
    return List.of(
        wave(
            APRIL,
            Map.of("a", 70.0, "b", 80.0, "c", 75.0, "d", 40.0, "e", 45.0, "f", 20.0, "g", 30.0)),
        wave(
            JULY,
            Map.of("a", 60.0, "b", 70.0, "c", 80.0, "d", 40.0, "e", 40.0, "f", 25.0, "g", 30.0)),
        wave(
            OCTOBER,
            Map.of("a", 50.0, "b", 60.0, "c", 70.0, "d", 45.0, "e", 45.0, "f", 15.0, "g", 40.0)));
  }

  private static Wave ofThree(Wave wave) {
    var kept = new HashMap<>(wave.scores());
    kept.keySet().retainAll(List.of("a", "d", "e"));
    return wave(wave.on(), kept);
  }

  /** Ten teams that wander by a point or two; the first four change after, or before already. */
  private static List<Wave> large(double after, double before) {
    var waves = new ArrayList<Wave>();
    var days = List.of(JANUARY, APRIL, JULY, OCTOBER);
    for (int w = 0; w < 4; w++) {
      var scores = new HashMap<String, Double>();
      for (int team = 0; team < 10; team++) {
        double moved = team < 4 ? (w >= 2 ? after : 0) + (w >= 1 ? before : 0) : 0;
        scores.put("t" + team, 60 + team % 3 + Math.sin(5 * team + 2 * w) + moved);
      }
      waves.add(wave(days.get(w), scores));
    }
    return waves;
  }
}
