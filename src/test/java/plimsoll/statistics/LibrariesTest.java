package plimsoll.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.apache.commons.math3.stat.descriptive.rank.Percentile;
import org.apache.commons.math3.stat.interval.IntervalUtils;
import org.apache.commons.statistics.inference.MannWhitneyUTest;
import org.apache.commons.statistics.inference.PValueMethod;
import org.apache.commons.statistics.inference.WilcoxonSignedRankTest;
import org.junit.jupiter.api.Test;

/** Where a library is right it must agree, and where it is not a test shows why it is not used. */
class LibrariesTest {
  private static final double[] SAME = {3, 3, 3, 3, 3, 3};

  @Test
  void commonsStatisticsFindsTheSameProbabilityWithoutTies() {
    var chance = new Chance(12);
    for (int round = 0; round < 200; round++) {
      double[] x = drawn(3 + round % 9, chance);
      double[] y = drawn(2 + round % 11, chance);
      var test = MannWhitneyUTest.withDefaults().with(PValueMethod.EXACT);
      assertEquals(test.test(x, y).getPValue(), TwoSamples.compare(x, y).p(), 1e-10);
      double[] z = drawn(x.length, chance);
      var signed = WilcoxonSignedRankTest.withDefaults().with(PValueMethod.EXACT);
      assertEquals(signed.test(x, z).getPValue(), Pairs.compare(x, z).p(), 1e-10);
    }
  }

  @Test
  void commonsStatisticsFindsTheSameApproximationWithTies() {
    double[] x = {1, 2, 2, 3, 3, 4, 4, 5, 5, 5};
    double[] y = {2, 3, 3, 4, 4, 5, 5, 5, 5, 5};
    var test = MannWhitneyUTest.withDefaults().with(PValueMethod.ASYMPTOTIC);
    assertEquals(test.test(x, y).getPValue(), TwoSamples.normalP(x, y, true), 1e-12);
  }

  @Test
  void itHasNoResultWhereNothingDiffersAndNoExactOneWithTies() {
    var asymptotic = MannWhitneyUTest.withDefaults().with(PValueMethod.ASYMPTOTIC);
    assertTrue(Double.isNaN(asymptotic.test(SAME, SAME).getPValue()));
    assertEquals(1, TwoSamples.compare(SAME, SAME).p(), 1e-12);
    var signed = WilcoxonSignedRankTest.withDefaults();
    assertThrows(RuntimeException.class, () -> signed.test(SAME, SAME));
    assertEquals(1, Pairs.compare(SAME, SAME).p());
  }

  @Test
  void thePercentileOfCommonsMathIsAnotherAndPassesOverNaN() {
    double[] hours = {1.5, 2, 3, 12, 24, 24, 24, 72};
    assertEquals(72, new Percentile().evaluate(hours, 90));
    assertEquals(38.4, Moments.percentile(hours, 0.9), 1e-12);
    assertEquals(2, new Percentile().evaluate(new double[] {1, Double.NaN, 3}, 50));
  }

  @Test
  void theExactIntervalOfCommonsMathFailsAtItsEnds() {
    assertThrows(
        RuntimeException.class, () -> IntervalUtils.getClopperPearsonInterval(20, 20, 0.95));
    var inside = IntervalUtils.getClopperPearsonInterval(40, 3, 0.95);
    var ours = new Proportion(3, 40).clopperPearson(0.95);
    assertEquals(inside.getLowerBound(), ours.low(), 1e-8);
    assertEquals(inside.getUpperBound(), ours.high(), 1e-8);
  }

  private static double[] drawn(int size, Chance chance) {
    double[] drawn = new double[size];
    Arrays.setAll(drawn, i -> chance.normal());
    return drawn;
  }
}
