package plimsoll.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class StatisticsTest {

  @Test
  void theSameSeedDrawsTheSame() {
    var one = Chance.of(5, "a");
    var two = Chance.of(5, "a");
    for (int i = 0; i < 100; i++) {
      assertEquals(one.normal(), two.normal());
      assertEquals(one.beta(0.5, 3.5), two.beta(0.5, 3.5));
    }
    assertFalse(Chance.of(5, "a").uniform() == Chance.of(5, "b").uniform());
  }

  @Test
  void drawsHaveTheMomentsOfTheirDistributions() {
    var chance = new Chance(11);
    double[] normal = new double[40_000];
    Arrays.setAll(normal, i -> chance.normal());
    assertEquals(0, Moments.mean(normal), 0.02);
    assertEquals(1, Moments.variance(normal), 0.03);
    double[] beta = new double[40_000];
    Arrays.setAll(beta, i -> chance.beta(2.5, 5.5));
    assertEquals(0.3125, Moments.mean(beta), 0.003);
    assertEquals(2.5 * 5.5 / (64 * 9), Moments.variance(beta), 0.001);
    double[] t = new double[40_000];
    Arrays.setAll(t, i -> chance.t(10));
    assertEquals(1.25, Moments.variance(t), 0.05);
  }

  @Test
  void manyTiesAreStillExactAndLargeSamplesAreApproximated() {
    double[] x = new double[30];
    double[] y = new double[30];
    Arrays.setAll(x, i -> i % 5);
    Arrays.setAll(y, i -> (i + 1) % 5);
    assertTrue(TwoSamples.compare(x, y).exact());
    assertEquals(1, TwoSamples.compare(x, y).p(), 1e-9);
    double[] many = new double[40];
    assertFalse(TwoSamples.compare(many, many).exact());
    assertEquals(1, TwoSamples.compare(many, many).p());
  }

  @Test
  void whatHasNoRankIsRefused() {
    double[] one = {1};
    assertThrows(IllegalArgumentException.class, () -> TwoSamples.compare(new double[0], one));
    assertThrows(
        IllegalArgumentException.class, () -> TwoSamples.compare(new double[] {Double.NaN}, one));
    assertThrows(IllegalArgumentException.class, () -> Pairs.compare(new double[] {1, 2}, one));
  }

  @Test
  void aWaitThatNobodyEndedHasNoMedian() {
    var waiting = KaplanMeier.of(new double[] {1, 2, 3}, new boolean[3]);
    assertNull(waiting.median());
    assertNull(waiting.medianInterval(0.95));
    assertEquals(1, waiting.surviving(9));
    assertNull(KaplanMeier.of(new double[0], new boolean[0]).median());
  }

  @Test
  void aMedianOfFiveValuesHasNoIntervalOfNinetyFivePercent() {
    assertNull(MedianInterval.of(new double[] {1, 2, 3, 4, 5}, 0.95));
    var six = MedianInterval.of(new double[] {6, 5, 4, 3, 2, 1}, 0.95);
    assertEquals(new Interval(1, 6), six);
  }

  @Test
  void noEventsInAWindowMayStillBeThreePointSeven() {
    assertEquals(3.688879, Proportion.poisson(0, 0.95).high(), 1e-6);
    assertEquals(0, Proportion.poisson(0, 0.95).low());
  }

  @Test
  void unanimousTeamsKeepAnInterval() {
    double[] same = {50, 50, 50, 50, 50};
    var pooled = Pooled.of(List.of(same, same));
    assertEquals(0, pooled.variance());
    assertTrue(pooled.moderated(same).interval(0.95).halfWidth() > 3);
    assertEquals(1.0, pooled.moderated(new double[] {50}).interval(0.95).contains(50) ? 1.0 : 0);
  }

  @Test
  void nobodyHasNoMean() {
    assertNull(Stratified.of(List.of(new Stratified.Stratum(8, 0, 0)), new Pooled(0, 0)));
    assertThrows(IllegalArgumentException.class, () -> new Pooled(1, 1).moderated(new double[0]));
  }

  @Test
  void oneLoudVoiceIsCapped() {
    var strata =
        List.of(
            new Stratified.Stratum(10, 10, 40),
            new Stratified.Stratum(10, 10, 40),
            new Stratified.Stratum(1000, 1, 100));
    var found = Stratified.of(strata, new Pooled(400, 18));
    assertEquals((20 * 40 + 5 * 100) / 25.0, found.estimate().value(), 1e-9);
  }

  @Test
  void someTeamsSilentLowerTheCoverage() {
    var strata = List.of(new Stratified.Stratum(6, 5, 40), new Stratified.Stratum(4, 0, 0));
    assertEquals(0.6, Stratified.of(strata, new Pooled(400, 4)).coverage(), 1e-12);
  }

  @Test
  void divisionIsFoundAndAgreementToo() {
    double[] divided = {1, 1, 5, 5, 1, 5};
    double[] agreed = {4, 4, 4, 4, 4, 5};
    assertEquals(0, Agreement.withinGroup(List.of(divided), 2));
    assertTrue(Agreement.withinGroup(List.of(agreed), 2) > 0.9);
    assertEquals(2, Agreement.medianDeviation(List.of(divided)), 1e-12);
  }
}
