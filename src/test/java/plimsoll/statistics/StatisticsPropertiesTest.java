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
}
