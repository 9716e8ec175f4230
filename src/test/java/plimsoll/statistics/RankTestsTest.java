package plimsoll.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import org.apache.commons.math3.stat.descriptive.rank.Percentile;
import org.apache.commons.math3.util.CombinatoricsUtils;
import org.junit.jupiter.api.Test;

class RankTestsTest {

  /** Whole numbers of arbitrary size in Python: 70202016550891178 of C(60, 30). */
  @Test
  void thirtyAgainstThirtyWithTies() {
    double[] x = {
      3, 5, 2, 5, 3, 3, 4, 3, 3, 1, 4, 3, 3, 4, 3, 3, 2, 3, 2, 2, 4, 2, 3, 5, 5, 4, 3, 2, 2, 5
    };
    double[] y = {
      3, 1, 3, 4, 3, 5, 1, 3, 3, 1, 3, 4, 3, 2, 4, 3, 3, 4, 1, 4, 3, 4, 1, 4, 1, 1, 4, 4, 4, 3
    };
    var found = TwoSamples.compare(x, y);
    assertEquals(485.5, found.statistic());
    assertTrue(found.exact());
    assertEquals(70202016550891178.0 / 118264581564861424.0, found.p(), 1e-12);
  }

  /** Every choice of three among seven, one by one. */
  @Test
  void sumsOfSomeRanksAreThoseOfAllChoices() {
    int[] ranks = {2, 5, 5, 9, 9, 9, 14};
    var sums = new ArrayList<Integer>();
    CombinatoricsUtils.combinationsIterator(7, 3)
        .forEachRemaining(c -> sums.add(Arrays.stream(c).map(i -> ranks[i]).sum()));
    var found = RankSums.ofSome(ranks, 3);
    for (int seen = 10; seen < 40; seen++) {
      int distance = Math.abs(7 * seen - 3 * 53);
      double share = sums.stream().filter(s -> Math.abs(7 * s - 3 * 53) >= distance).count() / 35.0;
      assertEquals(
          share, RankSums.ofSome(scaled(ranks, 7), 3).twoSided(7L * seen, 2L * 3 * 53), 1e-12);
    }
    assertEquals(1, found.twoSided(24, 48), 1e-12);
  }

  private static int[] scaled(int[] ranks, int by) {
    return Arrays.stream(ranks).map(r -> r * by).toArray();
  }

  /** Every pattern of signs, one by one. */
  @Test
  void sumsOfSignsAreThoseOfAllPatterns() {
    int[] ranks = {2, 5, 5, 8, 10};
    for (int seen = 0; seen <= 30; seen++) {
      int count = 0;
      for (int signs = 0; signs < 32; signs++) {
        int sum = 0;
        for (int i = 0; i < 5; i++) sum += (signs >> i & 1) * ranks[i];
        if (Math.abs(2 * sum - 30) >= Math.abs(2 * seen - 30)) count++;
      }
      assertEquals(count / 32.0, RankSums.ofSigns(ranks).twoSided(seen, 30), 1e-12);
    }
  }

  /** Hollander and Wolfe, table A.4: of 15 pairs 25 may be left out, of 5 and 6 none at 99 %. */
  @Test
  void soManyOfTheSmallestAreLeftOut() {
    int[] fifteen = Ranks.doubled(new double[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15});
    int[] halves = Arrays.stream(fifteen).map(r -> r / 2).toArray();
    assertEquals(26, RankSums.ofSigns(halves).leftOut(0.95));
    assertEquals(0, RankSums.ofSigns(new int[] {1, 2, 3, 4, 5}).leftOut(0.95));
    assertEquals(1, RankSums.ofSigns(new int[] {1, 2, 3, 4, 5, 6}).leftOut(0.95));
    assertEquals(1, RankSums.ofSome(new int[] {1, 2, 3, 4, 5, 6}, 3).leftOut(0.90));
    assertEquals(0, RankSums.ofSome(new int[] {1, 2, 3, 4, 5, 6}, 3).leftOut(0.91));
  }

  @Test
  void sixPairsHaveAnIntervalAndFiveHaveNone() {
    double[] zero = new double[6];
    double[] moved = {1, 2, 3, 4, 5, 6};
    assertEquals(new Interval(1, 6), Pairs.compare(zero, moved).shiftInterval());
    var five = Pairs.compare(new double[5], Arrays.copyOf(moved, 5)).shiftInterval();
    assertEquals(Double.POSITIVE_INFINITY, five.halfWidth());
  }

  @Test
  void aThirdOnceOrTwiceIsOneChange() {
    double[] before = {1 / 3.0, 2 / 3.0, 0, 1};
    double[] after = {2 / 3.0, 1, 1 / 3.0, 1};
    assertNotEquals(after[0] - before[0], after[1] - before[1]);
    var found = Pairs.compare(before, after);
    assertEquals(6, found.statistic());
    assertEquals(2 / 8.0, found.p(), 1e-12);
    double[] dimes = {.3, .3, .3};
    double[] same = {.1 + .2, .3, .3};
    assertEquals(1, Pairs.compare(dimes, same).p());
  }

  @Test
  void moreThanSixtyAreApproximated() {
    double[] x = new double[31];
    double[] y = new double[30];
    Arrays.setAll(x, i -> i % 7);
    Arrays.setAll(y, i -> i % 5);
    assertFalse(TwoSamples.compare(x, y).exact());
    assertEquals(TwoSamples.normalP(x, y, true), TwoSamples.compare(x, y).p());
    assertTrue(TwoSamples.compare(Arrays.copyOf(x, 30), y).exact());
    double exact = TwoSamples.compare(Arrays.copyOf(x, 30), y).p();
    assertEquals(exact, TwoSamples.normalP(Arrays.copyOf(x, 30), y, true), 0.01);
    double[] moves = new double[61];
    Arrays.setAll(moves, i -> i % 2 == 0 ? i + 1 : -i - 1.5);
    assertFalse(Pairs.compare(new double[61], moves).exact());
    double[] sixty = Arrays.copyOf(moves, 60);
    assertTrue(Pairs.compare(new double[60], sixty).exact());
  }

  /** V − E = 30.5, corrected by ½; variance n (n + 1) (2n + 1) / 24 where nothing is tied. */
  @Test
  void manyPairsAreTestedWithTheVarianceOfTheirRanks() {
    double[] moves = new double[61];
    Arrays.setAll(moves, i -> i < 40 ? i + 1 : -(i + 1));
    var found = Pairs.compare(new double[61], moves);
    assertEquals(820, found.statistic());
    double z = (Math.abs(820 - 61 * 62 / 4.0) - 0.5) / Math.sqrt(61 * 62 * 123 / 24.0);
    assertEquals(Normal.tails(z), found.p(), 1e-12);
    double reach = 1.959963984540054 * Math.sqrt(61 * 62 * 123 / 24.0);
    long skip = (long) Math.floor(61 * 62 / 4.0 - reach);
    double[] walsh = walsh(moves);
    assertEquals(walsh[(int) skip - 1], found.shiftInterval().low());
    assertEquals(walsh[walsh.length - (int) skip], found.shiftInterval().high());
    assertEquals(new Percentile().evaluate(walsh, 50), found.shift(), 1e-9);
  }

  @Test
  void orderStatisticsAreThoseOfTheListedDifferences() {
    double[] x = {-3, -0.5, 0, 2, 2, 7};
    double[] y = {-4, 0, 1, 1.5};
    double[] all = new double[24];
    Arrays.setAll(all, i -> x[i / 4] - y[i % 4]);
    Arrays.sort(all);
    for (int rank = 1; rank <= 24; rank++) {
      assertEquals(all[rank - 1], AllPairs.difference(x, y, rank));
    }
    double[] walsh = walsh(x);
    for (int rank = 1; rank <= walsh.length; rank++) {
      assertEquals(walsh[rank - 1], AllPairs.mean(x, rank));
    }
  }

  @Test
  void manyDifferencesOfTwoSamplesHaveAnInterval() {
    double[] x = new double[40];
    double[] y = new double[30];
    Arrays.setAll(x, i -> i * 3 % 41);
    Arrays.setAll(y, i -> i * 5 % 31 - 4.5);
    double[] all = new double[1200];
    Arrays.setAll(all, i -> x[i / 30] - y[i % 30]);
    Arrays.sort(all);
    double reach = 1.959963984540054 * Math.sqrt(1200 * 71 / 12.0);
    int skip = (int) Math.floor(600 - reach);
    var found = TwoSamples.compare(x, y);
    assertEquals(new Interval(all[skip - 1], all[1200 - skip]), found.shiftInterval());
    assertEquals((all[599] + all[600]) / 2, found.shift());
  }

  @Test
  void aSampleThatLiesWhollyAboveHasDeltaOne() {
    double[] high = {5, 6, 7};
    double[] low = {1, 2};
    assertEquals(1, TwoSamples.delta(high, low));
    assertEquals(-1, TwoSamples.delta(low, high));
    assertEquals(6, TwoSamples.above(high, low));
    assertEquals(0.2, TwoSamples.compare(high, low).p(), 1e-12);
  }

  private static double[] walsh(double[] moves) {
    double[] all = new double[moves.length * (moves.length + 1) / 2];
    int next = 0;
    for (int i = 0; i < moves.length; i++) {
      for (int j = i; j < moves.length; j++) all[next++] = (moves[i] + moves[j]) / 2;
    }
    Arrays.sort(all);
    return all;
  }
}
