package plimsoll.roadmap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import plimsoll.readiness.BadCase;
import plimsoll.roadmap.Adoption.Change;
import plimsoll.roadmap.Effect.Finding;

/** Small tables worked out by hand. */
class AdoptionTest {
  private static final double NOT_SHOWN = Double.NaN;

  /** Five teams, of which two take it on in the second wave, one in the third. */
  private static final Adoption STAGGERED =
      new Adoption(
          Map.of(
              "P", new double[] {50, 40, 38},
              "Q", new double[] {60, 56, 50},
              "R", new double[] {40, 44, 30},
              "S", new double[] {30, 32, 34},
              "T", new double[] {70, 70, 74}),
          Map.of("P", 2, "Q", 2, "R", 3));

  @Test
  void cohortsAreComparedWithTeamsThatHaveNotYetAdoptedAndWeighByTeams() {
    assertEquals(
        List.of(new Change(2, 2, 2, -9), new Change(2, 3, 2, -15), new Change(3, 3, 1, -17)),
        STAGGERED.changes());
    assertEquals((2 * -9 + 2 * -15 + -17) / 5.0, STAGGERED.effect(), 1e-12);
  }

  @Test
  void eachAssignmentCountsOnce() {
    assertEquals(1 / 30.0, STAGGERED.smallestP(1), 1e-15);
    assertEquals(0, STAGGERED.p(1) * 30 % 1, 1e-9);
  }

  @Test
  void aTeamWhoseScoreIsNotShownIsLeftOutWhereItIsMissing() {
    var adoption =
        new Adoption(
            Map.of(
                "A", new double[] {60, 50},
                "B", new double[] {60, NOT_SHOWN},
                "C", new double[] {50, 52},
                "D", new double[] {40, 44}),
            Map.of("A", 2, "B", 2));
    assertEquals(List.of(new Change(2, 2, 1, -13)), adoption.changes());
    assertTrue(adoption.p(1) > 0 && adoption.p(1) <= 1);
  }

  @Test
  void aWaveThatShowsNobodyIsPassedOver() {
    var adoption =
        new Adoption(
            Map.of(
                "A", new double[] {60, NOT_SHOWN, 50},
                "C", new double[] {50, NOT_SHOWN, 52}),
            Map.of("A", 2));
    assertEquals(List.of(new Change(2, 3, 1, -12)), adoption.changes());
  }

  @Test
  void oneWaveBeforeTheSameEstimateIsAPlacebo() {
    var placebo =
        new Adoption(
                Map.of(
                    "A", new double[] {60, 62, 50, 48},
                    "B", new double[] {58, 60, 59, 49},
                    "C", new double[] {50, 51, 52, 53},
                    "D", new double[] {64, 65, 66, 65}),
                Map.of("A", 3, "B", 4))
            .beforehand()
            .orElseThrow();
    var changes = placebo.changes();
    assertEquals(2, changes.size());
    assertEquals(2 - 4 / 3.0, changes.get(0).points(), 1e-12);
    assertEquals(-2, changes.get(1).points(), 1e-12);
    assertEquals((2 - 4 / 3.0 - 2) / 2, placebo.effect(), 1e-12);
  }

  @Test
  void withOneWaveBeforeNobodyKnowsWhetherTheyMovedAlike() {
    var adoption =
        new Adoption(
            Map.of("A", new double[] {60, 50}, "C", new double[] {50, 52}), Map.of("A", 2));
    assertTrue(adoption.beforehand().isEmpty());
    assertTrue(STAGGERED.beforehand().isPresent(), "of the third wave it is known");
  }

  @Test
  void howSmallTheProbabilityCanBeIsKnownBeforehand() {
    assertEquals(1 / 4.0, Adoption.smallestP(1, 3), 1e-15);
    assertEquals(1 / 10.0, Adoption.smallestP(2, 3), 1e-15);
    assertEquals(2 / 6.0, Adoption.smallestP(2, 2), 1e-15);
    assertEquals(1 / 5005.0, Adoption.smallestP(6, 9), 1e-15);
    assertEquals(1 / 10_000.0, Adoption.smallestP(10, 10), 1e-15);
    assertEquals(1, Adoption.smallestP(0, 3));
    assertEquals(1, Adoption.smallestP(3, 0));
  }

  @Test
  void halfOfAllTeamsCannotBeToldFromTheOtherHalf() {
    var half = adoption(4, 2, 3, -30);
    assertEquals(2 / 6.0, half.smallestP(1), 1e-15);
    assertEquals(2 / 6.0, half.p(1), 1e-15);
  }

  @Test
  void tenTeamsGiveAnInterval() {
    var effect = adoption(10, 4, 3, -30).judged(10, 1);
    assertEquals(Finding.HELPED, effect.finding());
    assertTrue(effect.low() <= -29 && -28 >= effect.high(), effect.toString());
    assertEquals(1 / 210.0, adoption(10, 4, 3, -30).p(1), 1e-12);
  }

  @Test
  void withNineAssignmentsNothingIsRuledOut() {
    var effect = adoption(9, 1, 2, -30).judged(10, 1);
    assertEquals(Double.NEGATIVE_INFINITY, effect.low());
    assertEquals(Double.POSITIVE_INFINITY, effect.high());
    assertTrue(Double.isFinite(adoption(10, 1, 2, -30).judged(10, 1).low()));
  }

  @Test
  void manyTeamsAreTriedByChanceAndTheSameSeedGivesTheSame() {
    var many = adoption(20, 10, 3, -6);
    assertEquals(many.p(3), many.p(3));
    assertEquals(many.judged(10, 3), many.judged(10, 3));
    assertTrue(many.p(3) >= 1e-4);
  }

  @Test
  void whatCannotBeComparedIsRefused() {
    var one = Map.of("A", new double[] {1, 2});
    var two = Map.of("A", new double[] {1, 2}, "B", new double[] {1, 2});
    var uneven = Map.of("A", new double[] {1, 2}, "B", new double[] {1});
    var infinite = Map.of("A", new double[] {1, 2}, "B", new double[] {1, 1 / 0.0});
    var unknown = Map.of("A", new double[] {NOT_SHOWN, 2}, "B", new double[] {1, 2});
    refused(Map.of(), Map.of(), "no team");
    refused(one, Map.of("A", 2), "compare");
    refused(two, Map.of(), "compare");
    refused(two, Map.of("A", 2, "B", 2), "compare");
    refused(two, Map.of("A", 1), "compare");
    refused(two, Map.of("A", 3), "compare");
    refused(two, Map.of("A", 0), "counted from 1");
    refused(two, Map.of("C", 2), "no scores");
    refused(uneven, Map.of("A", 2), "as many waves");
    refused(infinite, Map.of("A", 2), "infinite");
    refused(unknown, Map.of("A", 2), "compare");
    refused(Map.of("A", new double[0], "B", new double[0]), Map.of("A", 2), "compare");
  }

  private static void refused(
      Map<String, double[]> scores, Map<String, Integer> adopted, String why) {
    var refusal = assertThrows(BadCase.class, () -> new Adoption(scores, adopted));
    assertTrue(refusal.getMessage().contains(why), refusal.getMessage());
  }

  /** The first so many teams change by so much in that wave; all differ and wander a little. */
  private static Adoption adoption(int teams, int adopting, int wave, double change) {
    var scores = new HashMap<String, double[]>();
    var adopted = new HashMap<String, Integer>();
    for (int team = 0; team < teams; team++) {
      var row = new double[4];
      for (int w = 0; w < 4; w++) {
        boolean has = team < adopting && w + 1 >= wave;
        row[w] = 50 + team + Math.sin(7 * team + 3 * w) + (has ? change : 0);
      }
      scores.put("t" + (char) ('a' + team), row);
      if (team < adopting) adopted.put("t" + (char) ('a' + team), wave);
    }
    assertFalse(scores.isEmpty());
    return new Adoption(scores, adopted);
  }
}
