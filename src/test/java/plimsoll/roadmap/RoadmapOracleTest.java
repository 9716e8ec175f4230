package plimsoll.roadmap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import plimsoll.roadmap.Adoption.Change;
import plimsoll.roadmap.Effect.Finding;
import plimsoll.roadmap.Selection.Candidate;

/** Values worked out by hand and by other programs. */
class RoadmapOracleTest {
  private static final Map<String, double[]> SCORES =
      Map.of(
          "A", new double[] {60, 62, 50, 48},
          "B", new double[] {58, 60, 59, 49},
          "C", new double[] {50, 51, 52, 53},
          "D", new double[] {64, 65, 66, 65});
  private static final Adoption ADOPTION = new Adoption(SCORES, Map.of("A", 3, "B", 4));

  @Test
  void eachCohortIsComparedWithTeamsThatHaveNotYetAdopted() {
    assertEquals(
        List.of("3,3", "3,4", "4,4"),
        ADOPTION.changes().stream().map(c -> c.cohort() + "," + c.wave()).toList());
    var points = ADOPTION.changes().stream().mapToDouble(Change::points).toArray();
    assertEquals(-12.333333333333334, points[0], 1e-12);
    assertEquals(-15, points[1], 1e-12);
    assertEquals(-10, points[2], 1e-12);
    assertEquals(-12.444444444444445, ADOPTION.effect(), 1e-12);
  }

  @Test
  void fourTeamsCannotGiveASmallerProbabilityThanOneInTwelve() {
    assertEquals(1 / 12.0, ADOPTION.p(1), 1e-15);
  }

  @Test
  void theIntervalHoldsTheShiftsThatAreNotRejected() {
    var effect = ADOPTION.judged(10, 1);
    assertTrue(effect.low() < effect.estimate() && effect.estimate() < effect.high());
    assertEquals(Finding.CANNOT_TELL, effect.finding());
  }

  @Test
  void withThreeTeamsNothingCanBeRuledOut() {
    var few = new Adoption(Map.of("A", SCORES.get("A"), "C", SCORES.get("C")), Map.of("A", 3));
    var effect = few.judged(10, 1);
    assertEquals(Finding.CANNOT_TELL, effect.finding());
    assertEquals(Double.POSITIVE_INFINITY, effect.ruledOutRelief());
  }

  @Test
  void withoutATeamToCompareWithThereIsNoEffect() {
    assertThrows(
        IllegalArgumentException.class,
        () -> new Adoption(Map.of("A", new double[] {1, 2}), Map.of("A", 2)));
  }

  @Test
  void theIntervalDecidesWhatMayBeSaid() {
    assertEquals(Finding.HELPED, Effect.of(-15, -19, -11, 10).finding());
    assertEquals(Finding.NO_EFFECT, Effect.of(1, -9, 9, 10).finding());
    assertEquals(Finding.WORSE, Effect.of(8, 1, 15, 10).finding());
    assertEquals(Finding.CANNOT_TELL, Effect.of(-10, -20, 0, 10).finding());
    assertEquals(20, Effect.of(-10, -20, 0, 10).ruledOutRelief());
  }

  @Test
  void theBestSubsetBeatsTakingTheBestRateFirst() {
    var best = Selection.best(knapsack(Set.of()), 10);
    assertEquals(List.of("B", "C"), best.chosen());
    assertEquals(48, best.value());
    assertEquals(10, best.weeks());
  }

  @Test
  void whatIsRequiredMustBeChosenToo() {
    var best = Selection.best(knapsack(Set.of("A")), 10);
    assertEquals(List.of("A", "D"), best.chosen());
    assertEquals(39, best.value());
  }

  @Test
  void whatIsNoCandidateCountsAsDone() {
    assertEquals(48, Selection.best(knapsack(Set.of("done before")), 10).value());
  }

  @Test
  void nothingFitsIntoNoTime() {
    assertEquals(List.of(), Selection.best(knapsack(Set.of()), 0).chosen());
    assertEquals(List.of(), Selection.best(List.of(), 10).chosen());
  }

  @Test
  void aBeliefMovesTowardsWhatWasSeenByItsPrecision() {
    var after = new Prior(20, 10).after(0, 10);
    assertEquals(10, after.mean(), 1e-12);
    assertEquals(Math.sqrt(50), after.sd(), 1e-12);
  }

  @Test
  void anEffortKeepsItsPercentiles() {
    var effort = new Effort(4, 16);
    assertEquals(8, effort.median(), 1e-12);
    assertEquals(16, effort.at(Effort.Z90), 1e-12);
    assertTrue(effort.p70() > 8 && effort.p70() < 16);
  }

  /** B and C require what is given. */
  private static List<Candidate> knapsack(Set<String> required) {
    return List.of(
        new Candidate("A", 30, 0, 6, Set.of()),
        new Candidate("B", 24, 0, 5, required),
        new Candidate("C", 24, 0, 5, required),
        new Candidate("D", 9, 0, 2, Set.of()));
  }
}
