package plimsoll.statistics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;

class StatisticsPropertiesTest {

  @Provide
  Arbitrary<double[]> answers() {
    return Arbitraries.integers()
        .between(1, 5)
        .map(i -> (double) i)
        .array(Double[].class)
        .ofMinSize(1)
        .ofMaxSize(12)
        .map(boxed -> Arrays.stream(boxed).mapToDouble(d -> d).toArray());
  }

  @Provide
  Arbitrary<double[]> scores() {
    return Arbitraries.doubles()
        .between(0, 100)
        .array(Double[].class)
        .ofMinSize(2)
        .ofMaxSize(9)
        .map(boxed -> Arrays.stream(boxed).mapToDouble(d -> d).toArray());
  }

  @Property
  void twoSamplesAreTestedAlikeFromBothSides(
      @ForAll("answers") double[] x, @ForAll("answers") double[] y) {
    var forth = TwoSamples.compare(x, y);
    var back = TwoSamples.compare(y, x);
    assertTrue(forth.p() > 0 && forth.p() <= 1);
    assertEquals(forth.p(), back.p(), 1e-12);
    assertEquals(forth.delta(), -back.delta(), 1e-12);
    assertEquals(forth.shift(), -back.shift(), 1e-12);
    assertTrue(Math.abs(forth.delta()) <= 1);
    assertTrue(forth.shiftInterval().contains(forth.shift()));
  }

  @Property
  void onlyTheOrderOfAnswersCounts(@ForAll("answers") double[] x, @ForAll("answers") double[] y) {
    double[] ex = Arrays.stream(x).map(Math::exp).toArray();
    double[] ey = Arrays.stream(y).map(Math::exp).toArray();
    assertEquals(TwoSamples.compare(x, y).p(), TwoSamples.compare(ex, ey).p(), 1e-12);
  }

  @Property
  void whatDidNotMoveIsNoEvidence(@ForAll("answers") double[] x) {
    assertEquals(1, Pairs.compare(x, x).p());
    assertEquals(1, TwoSamples.compare(x, x).p(), 1e-12);
    assertEquals(0, Pairs.compare(x, x).shift());
  }

  @Property
  void pairsAreTestedAlikeForthAndBack(@ForAll("scores") double[] x) {
    double[] y = DoubleStream.of(x).map(v -> (v * 7) % 101).toArray();
    var forth = Pairs.compare(x, y);
    assertTrue(forth.p() > 0 && forth.p() <= 1);
    assertEquals(forth.p(), Pairs.compare(y, x).p(), 1e-12);
    assertEquals(forth.shift(), -Pairs.compare(y, x).shift(), 1e-9);
  }

  @Property
  void holmNeverLowersAndKeepsTheOrder(@ForAll("scores") double[] scores) {
    double[] p = Arrays.stream(scores).map(s -> s / 100).toArray();
    double[] adjusted = Holm.adjusted(p);
    for (int i = 0; i < p.length; i++) {
      assertTrue(adjusted[i] >= p[i] && adjusted[i] <= 1);
      for (int j = 0; j < p.length; j++) if (p[i] < p[j]) assertTrue(adjusted[i] <= adjusted[j]);
    }
  }

  @Property
  void leaningStaysAmongTheGroups(
      @ForAll("scores") double[] means, @ForAll @DoubleRange(min = 0.5, max = 25) double error) {
    double[] errors = new double[means.length];
    Arrays.fill(errors, error);
    double lowest = Arrays.stream(means).min().orElseThrow();
    double highest = Arrays.stream(means).max().orElseThrow();
    double[] leaned = Shrinkage.of(means, errors).means();
    for (double each : leaned) {
      assertTrue(each >= lowest - 1e-9 && each <= highest + 1e-9);
    }
    double[] moved = Arrays.stream(means).map(m -> m + 7).toArray();
    double[] expected = Arrays.stream(leaned).map(m -> m + 7).toArray();
    assertArrayEquals(expected, Shrinkage.of(moved, errors).means(), 1e-8);
  }

  @Property
  void groupsThatAreKnownStandAloneAndAlikeOnesAreOne(@ForAll("scores") double[] means) {
    double[] known = new double[means.length];
    Arrays.fill(known, 1e-4);
    if (Moments.standardDeviation(means) > 1) {
      assertArrayEquals(means, Shrinkage.of(means, known).means(), 1e-3);
    }
    double[] errors = new double[means.length];
    Arrays.fill(errors, 10);
    double[] alike = Shrinkage.of(means, errors, 0, 0.25).means();
    for (double each : alike) assertEquals(Moments.mean(means), each, 1e-9);
  }

  @Property
  void oneMoreAtTheMeanNeverWidensATeam(
      @ForAll("scores") double[] scores, @ForAll @DoubleRange(min = 0, max = 900) double variance) {
    var pooled = new Pooled(variance, 40);
    double[] more = Arrays.copyOf(scores, scores.length + 1);
    more[scores.length] = Moments.mean(scores);
    var before = pooled.moderated(scores);
    var after = pooled.moderated(more);
    assertEquals(before.value(), after.value(), 1e-9);
    assertTrue(after.standardError() <= before.standardError() + 1e-12);
  }

  @Property
  void sharesLieInTheirIntervals(@ForAll("answers") double[] answers) {
    int hits = (int) Arrays.stream(answers).filter(a -> a > 3).count();
    var share = new Proportion(hits, answers.length);
    assertTrue(share.wilson(0.95).contains(share.share()));
    assertTrue(share.clopperPearson(0.95).contains(share.share()));
  }

  @Property
  void everySumOfSomeRanksIsAsLikelyAsItsChoices(@ForAll("answers") double[] answers) {
    double[] some = Arrays.copyOf(answers, Math.min(9, answers.length));
    int[] ranks = Ranks.doubled(some);
    int size = (some.length + 1) / 2;
    long all = (long) some.length + 1;
    long expected = 2 * size * all;
    int choices = 0;
    int asFar = 0;
    long seen = Arrays.stream(ranks).limit(size).sum();
    for (int mask = 0; mask < 1 << some.length; mask++) {
      if (Integer.bitCount(mask) != size) continue;
      long sum = 0;
      for (int i = 0; i < some.length; i++) sum += (mask >> i & 1) * ranks[i];
      choices++;
      if (Math.abs(2 * sum - expected) >= Math.abs(2 * seen - expected)) asFar++;
    }
    double found = RankSums.ofSome(ranks, size).twoSided(seen, expected);
    assertEquals((double) asFar / choices, found, 1e-12);
  }

  @Property
  void orderStatisticsAreThoseOfTheListedPairs(
      @ForAll("scores") double[] x, @ForAll("scores") double[] y) {
    double[] differences = new double[x.length * y.length];
    Arrays.setAll(differences, i -> x[i / y.length] - y[i % y.length]);
    assertEquals(Moments.median(differences), TwoSamples.shift(x, y), 1e-9);
    Arrays.sort(differences);
    double[] a = DoubleStream.of(x).sorted().toArray();
    double[] b = DoubleStream.of(y).sorted().toArray();
    int rank = 1 + differences.length / 3;
    assertEquals(differences[rank - 1], AllPairs.difference(a, b, rank));
  }

  @Property
  void aWiderLevelNeverNarrowsAnInterval(
      @ForAll("scores") double[] x,
      @ForAll("scores") double[] y,
      @ForAll @DoubleRange(min = 0.5, max = 0.9) double level) {
    var narrow = TwoSamples.compare(x, y, level);
    var wide = TwoSamples.compare(x, y, level + 0.09);
    assertTrue(wide.shiftInterval().low() <= narrow.shiftInterval().low());
    assertTrue(wide.shiftInterval().high() >= narrow.shiftInterval().high());
    assertEquals(narrow.p(), wide.p());
    double[] zeros = new double[x.length];
    var before = Pairs.compare(zeros, x, level).shiftInterval();
    var after = Pairs.compare(zeros, x, level + 0.09).shiftInterval();
    assertTrue(after.low() <= before.low() && after.high() >= before.high());
  }

  @Property
  void waitsThatAllEndedHaveTheMedianOfAnySample(@ForAll("answers") double[] waits) {
    boolean[] arrived = new boolean[waits.length];
    Arrays.fill(arrived, true);
    assertEquals(Moments.median(waits), KaplanMeier.of(waits, arrived).median(), 1e-9);
  }

  @Property
  void reliabilityForgetsUnitAndOrigin(
      @ForAll("answers") double[] noise, @ForAll @DoubleRange(min = 0.1, max = 40) double unit) {
    double[][] rows = new double[12][3];
    double[][] moved = new double[12][3];
    for (int p = 0; p < 12; p++) {
      for (int i = 0; i < 3; i++) {
        rows[p][i] = 5.5 * (p % 4) + noise[(3 * p + i) % noise.length];
        moved[p][i] = 7 - unit * rows[p][i];
      }
    }
    assertEquals(Reliability.alpha(rows), Reliability.alpha(moved), 1e-6);
    assertEquals(Reliability.omega(rows), Reliability.omega(moved), 1e-6);
  }

  @Property
  void alikeGroupsLeanAtMostToTheCommonMean(
      @ForAll("scores") double[] means, @ForAll @DoubleRange(min = 0.5, max = 25) double error) {
    double[] errors = new double[means.length];
    Arrays.setAll(errors, j -> error * (1 + j % 3));
    double[] leaned = Shrinkage.of(means, errors).means();
    double lowest = Double.POSITIVE_INFINITY;
    double highest = Double.NEGATIVE_INFINITY;
    for (double spread = 0; spread <= 60; spread += 0.25) {
      double weights = 0;
      double sum = 0;
      for (int j = 0; j < means.length; j++) {
        double weight = 1 / (errors[j] * errors[j] + spread * spread);
        weights += weight;
        sum += weight * means[j];
      }
      lowest = Math.min(lowest, sum / weights);
      highest = Math.max(highest, sum / weights);
    }
    for (int j = 0; j < means.length; j++) {
      assertTrue(leaned[j] >= Math.min(means[j], lowest) - 1e-9);
      assertTrue(leaned[j] <= Math.max(means[j], highest) + 1e-9);
    }
  }

  @Property
  void aBreakMovesWithItsSeries(
      @ForAll @DoubleRange(min = -50, max = 50) double level,
      @ForAll @DoubleRange(min = -3, max = 3) double slope,
      @ForAll("answers") double[] noise) {
    double[] series = new double[26];
    Arrays.setAll(series, w -> noise[w * 7 % noise.length] + w % 3);
    double[] moved = series.clone();
    for (int w = 12; w < 26; w++) moved[w] += level + slope * (w - 12);
    var before = Segmented.of(series, 12);
    var after = Segmented.of(moved, 12);
    assertEquals(before.level().value() + level, after.level().value(), 1e-6);
    assertEquals(before.slope().value() + slope, after.slope().value(), 1e-6);
    assertEquals(before.level().standardError(), after.level().standardError(), 1e-5);
  }
}
