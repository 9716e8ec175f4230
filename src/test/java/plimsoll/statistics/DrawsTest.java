package plimsoll.statistics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.function.DoubleSupplier;
import org.apache.commons.math3.distribution.BetaDistribution;
import org.apache.commons.math3.distribution.GammaDistribution;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.distribution.RealDistribution;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.distribution.UniformRealDistribution;
import org.apache.commons.math3.random.Well19937c;
import org.apache.commons.math3.stat.inference.KolmogorovSmirnovTest;
import org.junit.jupiter.api.Test;

class DrawsTest {

  /** Kolmogorov and Smirnov, at a level that fails one right build in ten thousand, with seeds. */
  @Test
  void drawsFollowTheirDistributions() {
    var c = new Chance(20261123);
    follows(new UniformRealDistribution(0, 1), c::uniform);
    follows(new NormalDistribution(0, 1), c::normal);
    follows(new GammaDistribution(2.5, 1), () -> c.gamma(2.5));
    follows(new GammaDistribution(1, 1), () -> c.gamma(1));
    follows(new GammaDistribution(0.5, 1), () -> c.gamma(0.5));
    follows(new BetaDistribution(0.5, 20.5), () -> c.beta(0.5, 20.5));
    follows(new BetaDistribution(8.5, 3.5), () -> c.beta(8.5, 3.5));
    follows(new TDistribution(5), () -> c.t(5));
  }

  private static void follows(RealDistribution expected, DoubleSupplier draw) {
    double[] drawn = new double[20_000];
    Arrays.setAll(drawn, i -> draw.getAsDouble());
    double p = new KolmogorovSmirnovTest().kolmogorovSmirnovTest(expected, drawn);
    assertTrue(p > 1e-4, expected + " has p = " + p);
  }

  @Test
  void wholeNumbersAreDrawnEvenly() {
    var chance = new Chance(4);
    int[] counts = new int[7];
    for (int i = 0; i < 70_000; i++) counts[chance.below(7)]++;
    for (int count : counts) assertEquals(10_000, count, 400);
  }

  @Test
  void purposesDrawApart() {
    assertNotEquals(Chance.of(1, "a").uniform(), Chance.of(1, "b").uniform());
    assertNotEquals(Chance.of(1, "ab").uniform(), Chance.of(1, "ba").uniform());
    assertNotEquals(Chance.of(1, "a").uniform(), Chance.of(2, "a").uniform());
    assertEquals(new Chance(1).uniform(), Chance.of(1, "").uniform());
  }

  /** Of 1, 1, 2, 3 there are 4!/2! = 12. */
  @Test
  void everyArrangementComesOnce() {
    int[] values = {1, 1, 2, 3};
    var seen = new HashSet<List<Integer>>();
    do {
      assertTrue(seen.add(Arrays.stream(values).boxed().toList()));
    } while (Arrangement.next(values));
    assertEquals(12, seen.size());
    assertArrayEquals(new int[] {3, 2, 1, 1}, values);
    assertFalse(Arrangement.next(new int[0]));
  }

  @Test
  void shufflesAreEvenlyLikely() {
    var random = new Well19937c(3);
    int[] counts = new int[1000];
    for (int i = 0; i < 60_000; i++) {
      int[] values = {1, 2, 3};
      Arrangement.shuffle(values, random);
      counts[values[0] * 100 + values[1] * 10 + values[2]]++;
    }
    assertEquals(6, Arrays.stream(counts).filter(c -> c > 0).count());
    for (int count : counts) assertTrue(count == 0 || Math.abs(count - 10_000) < 400);
  }

  /** Draws of groups have the means and deviations that the grid gives. */
  @Test
  void drawsOfGroupsFollowTheirPosterior() {
    double[] means = {28, 8, -3, 7};
    double[] errors = {15, 10, 16, 11};
    var model = Shrinkage.of(means, errors);
    var chance = new Chance(9);
    double[][] drawn = new double[means.length][40_000];
    double[] spreads = new double[40_000];
    double[] centres = new double[40_000];
    for (int i = 0; i < spreads.length; i++) {
      var common = model.common(chance);
      spreads[i] = common.spread();
      centres[i] = common.mean();
      for (int j = 0; j < means.length; j++) drawn[j][i] = model.group(j, common, chance);
    }
    assertEquals(model.spread(), Moments.mean(spreads), 0.3);
    assertEquals(model.spread(0.5), Moments.median(spreads), 0.3);
    assertEquals(model.mean(), Moments.mean(centres), 0.3);
    for (int j = 0; j < means.length; j++) {
      assertEquals(model.means()[j], Moments.mean(drawn[j]), 0.3);
      assertEquals(model.standardDeviations()[j], Moments.standardDeviation(drawn[j]), 0.3);
    }
  }

  @Test
  void quantilesOfTheSpreadRise() {
    var model = Shrinkage.of(new double[] {28, 8, -3, 7}, new double[] {15, 10, 16, 11});
    double last = 0;
    for (double share = 0.05; share < 1; share += 0.05) {
      assertTrue(model.spread(share) > last);
      last = model.spread(share);
    }
    var alike = Shrinkage.of(new double[] {1, 2}, new double[] {1, 1}, 0, 0.25);
    assertEquals(0, alike.spread(0.5));
  }
}
