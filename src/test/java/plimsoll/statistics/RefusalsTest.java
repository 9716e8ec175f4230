package plimsoll.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Empty, one value, all the same, NaN, infinite, five thousand: a result or a refusal by name. */
class RefusalsTest {
  private static final double[] NONE = {};
  private static final double[] ONE = {50};
  private static final double[] NAN = {1, Double.NaN, 3};
  private static final double[] ENDLESS = {1, Double.POSITIVE_INFINITY, 3};
  private static final double[] SOME = {1, 2, 3};

  @Test
  void valuesThatAreNoneAreRefusedByName() {
    for (double[] bad : List.of(NAN, ENDLESS)) {
      refused("not a value", () -> TwoSamples.compare(bad, SOME));
      refused("not a value", () -> TwoSamples.compare(SOME, bad));
      refused("not a value", () -> TwoSamples.shift(bad, SOME));
      refused("not a value", () -> TwoSamples.above(SOME, bad));
      refused("not a value", () -> Pairs.compare(bad, SOME));
      refused("not a value", () -> Pairs.compare(SOME, bad));
      refused("not a value", () -> Estimate.ofSample(bad));
      refused("not a value", () -> Moments.percentile(bad, 0.5));
      refused("not a value", () -> MedianInterval.of(bad, 0.95));
      refused("not a value", () -> Pooled.of(List.of(bad, SOME)));
      refused("not a value", () -> Pooled.alone(bad));
      refused("not a value", () -> new Pooled(4, 4).moderated(bad));
      refused("not a value", () -> Shrinkage.of(bad, SOME));
      refused("not a value", () -> Shrinkage.of(SOME, bad));
      refused("not a value", () -> Icc.of(List.of(bad, SOME)));
      refused("not a value", () -> Agreement.withinGroup(List.of(bad), 2));
      refused("not a value", () -> Agreement.medianDeviation(List.of(bad)));
      refused("not a weight", () -> Weights.effectiveSize(bad));
      refused("not a probability", () -> Holm.adjusted(bad));
      refused("not a value", () -> Bca.of(2, bad, SOME, 0.95));
      refused("not a value", () -> Bca.of(2, SOME, bad, 0.95));
      refused("not a value", () -> Bca.of(bad[1], SOME, SOME, 0.95));
      refused("a wait", () -> KaplanMeier.of(bad, new boolean[3]));
      refused("not a value", () -> new Stratified.Stratum(5, 3, bad[1]));
      refused("a roster", () -> new Stratified.Stratum(bad[1], 3, 40));
      refused("a pool", () -> new Pooled(bad[1], 3));
      refused("a deviation", () -> Detectable.shift(9, 9, bad[1]));
      refused("a deviation", () -> Detectable.linked(9, bad[1]));
    }
  }

  @Test
  void nothingIsRefusedOrHasNoInterval() {
    refused("empty", () -> TwoSamples.compare(NONE, SOME));
    refused("empty", () -> Pairs.compare(NONE, NONE));
    refused("no percentile", () -> Moments.median(NONE));
    refused("no mean", () -> new Pooled(4, 4).moderated(NONE));
    refused("two groups", () -> Shrinkage.of(NONE, NONE));
    refused("from two on", () -> Icc.of(List.of()));
    refused("an item", () -> Agreement.withinGroup(List.of(), 2));
    refused("an item", () -> Agreement.medianDeviation(List.of()));
    refused("drawn anew", () -> Bca.of(2, NONE, SOME, 0.95));
    refused("among the answers", () -> Balance.of(0, 0, 0));
    refused("fewer than two people", () -> Reliability.alpha(new double[0][]));
    assertEquals(Reliability.Word.TOO_FEW_PEOPLE, Reliability.of(new double[0][]).word());
    assertNull(Agreement.of(List.of(), 5));
    assertNull(MedianInterval.of(NONE, 0.95));
    assertNull(Stratified.of(List.of(), new Pooled(0, 0)));
    assertTrue(Double.isNaN(Moments.mean(NONE)));
    assertTrue(Double.isNaN(Moments.variance(NONE)));
    assertTrue(Double.isNaN(new Proportion(0, 0).share()));
    assertEquals(new Interval(0, 1), new Proportion(0, 0).wilson(0.95));
    assertEquals(new Interval(0, 1), new Proportion(0, 0).clopperPearson(0.95));
    assertEquals(0, Weights.effectiveSize(NONE));
    assertEquals(0, Holm.adjusted(NONE).length);
    assertEquals(0, Pooled.of(List.of()).variance());
  }

  @Test
  void oneValueHasNoVarianceAndNoInterval() {
    refused("no variance", () -> Estimate.ofSample(ONE));
    refused("no variance", () -> Pooled.alone(ONE));
    refused("two groups", () -> Shrinkage.of(ONE, ONE));
    refused("from two on", () -> Icc.of(List.of(ONE)));
    refused("two members", () -> Icc.of(List.of(ONE, ONE)));
    refused("nobody to agree with", () -> Agreement.withinGroup(List.of(ONE), 2));
    refused("one item", () -> Reliability.alpha(new double[][] {{1}, {2}}));
    refused("all items", () -> Reliability.alpha(new double[][] {{1, 2}, {2}}));
    refused("fewer than two", () -> Reliability.alpha(new double[][] {{1, 2}, {2, Double.NaN}}));
    assertEquals(50, Moments.median(ONE));
    assertEquals(0, Moments.variance(ONE));
    var alone = TwoSamples.compare(ONE, ONE);
    assertEquals(1, alone.p());
    assertEquals(Double.NEGATIVE_INFINITY, alone.shiftInterval().low());
    assertEquals(Double.POSITIVE_INFINITY, Pairs.compare(ONE, ONE).shiftInterval().high());
  }

  @Test
  void whatNeverDiffersIsNoEvidence() {
    double[] same = new double[40];
    Arrays.fill(same, 50);
    assertEquals(1, TwoSamples.compare(same, same).p());
    assertEquals(1, TwoSamples.compare(Arrays.copyOf(same, 9), same).p(), 1e-12);
    assertEquals(0, TwoSamples.compare(same, same).delta());
    assertEquals(1, Pairs.compare(same, same).p());
    assertEquals(0, Pairs.compare(same, same).statistic());
    assertEquals(new Interval(0, 0), Pairs.compare(same, same).shiftInterval());
    assertEquals(new Interval(50, 50), MedianInterval.of(same, 0.95));
    assertEquals(new Interval(50, 50), Estimate.ofSample(same).interval(0.95));
    assertNull(Icc.of(List.of(same, same)));
    assertEquals(1, Agreement.withinGroup(List.of(same), 2));
    var of = Bca.of(50, same, same, 0.95);
    assertEquals(new Interval(50, 50), of.interval());
    assertEquals(0, of.acceleration());
    double[][] alike = new double[60][3];
    assertTrue(Double.isNaN(Reliability.alpha(alike)));
    refused("never differs", () -> Reliability.standardisedAlpha(alike));
    refused("never differs", () -> Reliability.omega(alike));
    assertEquals(Reliability.Word.AN_ITEM_THAT_NEVER_DIFFERS, Reliability.of(alike).word());
  }

  @Test
  void onlyGroupsDifferSoTheirMeansAreCertain() {
    var icc = Icc.of(List.of(new double[] {1, 1}, new double[] {5, 5, 5}));
    assertEquals(Double.POSITIVE_INFINITY, icc.f());
    assertEquals(1, icc.single());
    assertEquals(1, icc.mean());
  }

  @Test
  void fiveThousandPeopleASideAreNoBurden() {
    double[] x = new double[5000];
    double[] y = new double[5000];
    Arrays.setAll(x, i -> (i * 7919L) % 101);
    Arrays.setAll(y, i -> (i * 104729L) % 97 + 8);
    var found = TwoSamples.compare(x, y);
    assertFalse(found.exact());
    assertTrue(found.p() < 1e-6 && found.shift() < 0);
    assertTrue(found.shiftInterval().contains(found.shift()));
    var pairs = Pairs.compare(x, y);
    assertFalse(pairs.exact());
    assertTrue(pairs.shiftInterval().contains(pairs.shift()));
    assertEquals(pairs.delta(), -found.delta(), 1e-12);
    assertTrue(MedianInterval.of(x, 0.95).contains(Moments.median(x)));
    assertTrue(Shrinkage.of(Arrays.copyOf(x, 500), Arrays.copyOf(y, 500)).spread() > 10);
    var strata = List.of(new Stratified.Stratum(5000, 5000, 40), new Stratified.Stratum(9, 5, 70));
    assertEquals(5009, Stratified.of(strata, new Pooled(400, 5003)).effectiveSize(), 10);
    assertTrue(new Proportion(2500, 5000).clopperPearson(0.95).halfWidth() < 0.015);
  }

  @Test
  void aLevelLiesBetweenNothingAndCertainty() {
    for (double level : new double[] {0, 1, -1, 2, Double.NaN}) {
      refused("a level", () -> new Estimate(1, 1, 5).interval(level));
      refused("a level", () -> new Proportion(1, 2).wilson(level));
      refused("a level", () -> new Proportion(0, 0).clopperPearson(level));
      refused("a level", () -> new Proportion(1, 2).jeffreys(level));
      refused("a level", () -> Proportion.poisson(1, level));
      refused("a level", () -> MedianInterval.of(SOME, level));
      refused("a level", () -> TwoSamples.compare(SOME, SOME, level));
      refused("a level", () -> Pairs.compare(SOME, SOME, level));
      refused("a level", () -> Balance.of(1, 1, 3, level));
      refused("a level", () -> Bca.of(2, SOME, SOME, level));
      refused("a level", () -> KaplanMeier.of(NONE, new boolean[0]).medianInterval(level));
    }
  }

  @Test
  void countsAndScalesThatCannotBeAreRefused() {
    refused("is not a share", () -> new Proportion(3, 2));
    refused("is not a share", () -> new Proportion(-1, 2));
    refused("is not a count", () -> Proportion.poisson(-1, 0.95));
    refused("among the answers", () -> Balance.of(2, 2, 3));
    refused("among the answers", () -> Balance.of(-1, 2, 3));
    refused("among the answers", () -> Balance.of(1, -1, 3));
    refused("among the answers", () -> Balance.of(Integer.MAX_VALUE, Integer.MAX_VALUE, 3));
    refused("two points", () -> Agreement.uniform(1));
    refused("a variance above 0", () -> Agreement.withinGroup(List.of(SOME), 0));
    refused("0 people or more", () -> new Stratified.Stratum(3, -1, 40));
    refused("a roster", () -> new Stratified.Stratum(-3, 1, 40));
    refused("a pool", () -> new Pooled(-1, 3));
    refused("a pool", () -> new Pooled(1, -3));
    refused("an error", () -> Shrinkage.of(SOME, new double[] {1, -1, 1}));
    refused("each with an error", () -> Shrinkage.of(SOME, ONE));
    refused("a grid", () -> Shrinkage.of(SOME, SOME, -1, 0.25));
    refused("a grid", () -> Shrinkage.of(SOME, SOME, 60, 0));
    refused("a share is", () -> Moments.percentile(SOME, 1.5));
    refused("a share is", () -> Moments.percentile(SOME, -0.5));
    refused("two values", () -> Pairs.compare(SOME, ONE));
    refused("each time", () -> KaplanMeier.of(SOME, new boolean[2]));
    refused("a wait", () -> KaplanMeier.of(new double[] {-1}, new boolean[1]));
    refused("one comparison", () -> Detectable.shift(9, 9, 1, 0));
    refused("needs two people", () -> Detectable.linked(1, 1));
    refused("two items", () -> Reliability.spearmanBrown(SOME, ONE));
    refused("three items", () -> Reliability.omega(new double[][] {{1, 2}, {2, 1}, {3, 3}}));
    refused("is empty", () -> new Interval(2, 1));
    refused("finite value", () -> new Estimate(Double.NaN, 1, 1));
    refused("finite value", () -> new Estimate(1, -1, 1));
    refused("finite value", () -> new Estimate(1, 1, 0));
  }

  private static void refused(String fault, Executable call) {
    var refusal = assertThrows(IllegalArgumentException.class, call);
    assertTrue(refusal.getMessage().contains(fault), refusal.getMessage());
  }
}
