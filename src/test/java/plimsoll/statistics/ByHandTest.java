package plimsoll.statistics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Small numbers that anybody can work out again. */
class ByHandTest {

  @Test
  void aPoolWeighsVariancesByTheirFreedom() {
    var pool = Pooled.of(List.of(new double[] {1, 3}, new double[] {0, 3, 6}, new double[] {9}));
    assertEquals((2 + 18) / 3.0, pool.variance(), 1e-12);
    assertEquals(3, pool.degreesOfFreedom());
  }

  @Test
  void oneTeamAloneHasItsOwnVarianceAndTheFloor() {
    var alone = Pooled.alone(new double[] {40, 60});
    assertEquals(50, alone.value());
    assertEquals(Math.sqrt(200 / 2.0), alone.standardError(), 1e-12);
    assertEquals(1, alone.degreesOfFreedom());
    double floor = Pooled.alone(new double[] {50, 50}).standardError();
    assertEquals(Math.sqrt(13 / 2.0), floor, 1e-12);
  }

  @Test
  void aTeamOfOneHasOnlyThePool() {
    var one = new Pooled(100, 9).moderated(new double[] {40});
    assertEquals(10, one.standardError(), 1e-12);
    assertEquals(4, one.degreesOfFreedom());
  }

  @Test
  void twoValuesHaveAnInterval() {
    var two = Estimate.ofSample(new double[] {40, 60});
    assertEquals(10, two.standardError(), 1e-12);
    assertEquals(12.706204736, two.quantile(0.95), 1e-8);
    assertEquals(6.313751515, two.quantile(0.90), 1e-8);
  }

  @Test
  void anIntervalIsHalfAsWideAsItsEndsLieApart() {
    var interval = new Interval(2, 8);
    assertEquals(3, interval.halfWidth());
    assertTrue(interval.contains(2) && interval.contains(8) && interval.contains(5));
    assertFalse(interval.contains(1.9) || interval.contains(8.1));
    assertEquals(new Interval(3, 7), interval.clipped(3, 7));
    assertEquals(new Interval(9, 9), interval.clipped(9, 10));
    assertEquals(new Interval(1, 1), interval.clipped(0, 1));
  }

  @Test
  void percentilesAtTheirEnds() {
    double[] values = {4, 1, 3, 2};
    assertEquals(1, Moments.percentile(values, 0));
    assertEquals(4, Moments.percentile(values, 1));
    assertEquals(1.75, Moments.percentile(values, 0.25), 1e-12);
    assertEquals(2.5, Moments.median(values));
  }

  /** Of twenty values 5 may be left out at 95 % and 6 at 88 %; tables of the binomial. */
  @Test
  void mediansLieBetweenOrderStatistics() {
    double[] twenty = new double[20];
    for (int i = 0; i < 20; i++) twenty[i] = 20 - i;
    assertEquals(new Interval(6, 15), MedianInterval.of(twenty, 0.95));
    assertEquals(new Interval(7, 14), MedianInterval.of(twenty, 0.88));
    assertEquals(new Interval(1, 2), MedianInterval.of(new double[] {1, 2}, 0.50));
  }

  @Test
  void weightsOfNothingAndOfOne() {
    assertEquals(0, Weights.effectiveSize(new double[] {0, 0}));
    assertEquals(1, Weights.effectiveSize(new double[] {7, 0}), 1e-12);
    assertEquals(2, Weights.effectiveSize(new double[] {3, 3}), 1e-12);
  }

  @Test
  void balancesAtTheirEnds() {
    assertEquals(100, Balance.of(3, 0, 3).value());
    assertEquals(0, Balance.of(3, 0, 3).standardError(), 1e-12);
    assertEquals(-100, Balance.of(0, 3, 3).value());
    assertEquals(0, Balance.of(0, 0, 1).value());
    assertEquals(100, Balance.of(1, 1, 2).standardError() * Math.sqrt(2), 1e-9);
    double narrow = Balance.of(18, 10, 40, 0.90).wald().halfWidth();
    assertEquals(1.6448536269514722 * 12.845232578665128, narrow, 1e-9);
  }

  /** A person counts 100 / 1 in the third team and 1 in the others: cut to five. */
  @Test
  void theCapIsFiveTimesTheMedianPerson() {
    var strata =
        List.of(
            new Stratified.Stratum(20, 10, 40),
            new Stratified.Stratum(20, 10, 50),
            new Stratified.Stratum(100, 1, 100));
    var found = Stratified.of(strata, new Pooled(400, 18));
    assertEquals((20 * 40 + 20 * 50 + 10 * 100) / 50.0, found.estimate().value(), 1e-9);
    double squares = (20 * 20 / 10.0 + 20 * 20 / 10.0 + 10 * 10) / (50 * 50);
    assertEquals(1 / squares, found.effectiveSize(), 1e-9);
    assertEquals(20 * Math.sqrt(squares), found.estimate().standardError(), 1e-9);
    assertEquals(18, found.estimate().degreesOfFreedom());
    assertEquals(1, found.coverage());
  }

  @Test
  void moreAnswersThanTheRosterRaiseTheRoster() {
    var strata = List.of(new Stratified.Stratum(3, 6, 40), new Stratified.Stratum(6, 6, 60));
    var found = Stratified.of(strata, new Pooled(400, 10));
    assertEquals(50, found.estimate().value(), 1e-12);
    assertEquals(1, found.coverage());
  }

  @Test
  void holmAdjustsByHand() {
    assertArrayEquals(
        new double[] {0.6, 0.6, 0.6}, Holm.adjusted(new double[] {0.3, 0.2, 0.5}), 1e-12);
    assertArrayEquals(new double[] {1, 1}, Holm.adjusted(new double[] {0.9, 1}));
  }

  @Test
  void tailsOfTheNormalDistribution() {
    assertEquals(1, Normal.tails(0), 1e-12);
    assertEquals(0.05, Normal.tails(1.959963984540054), 1e-12);
    assertEquals(0.05, Normal.tails(-1.959963984540054), 1e-12);
    assertEquals(1.6448536269514722, Normal.reach(0.90), 1e-9);
  }

  /** Steele, Lea and Flood's generator in Python: a seed draws the same for ever. */
  @Test
  void seedsDrawWhatTheyAlwaysDrew() {
    assertEquals(FIRST, new Chance(5).uniform());
    assertEquals(OF_A, Chance.of(5, "a").uniform());
    assertEquals(OF_TEAM, Chance.of(5, "team b").uniform());
  }

  private static final double FIRST = 0.386768045983934;
  private static final double OF_A = 0.23510216573318377;
  private static final double OF_TEAM = 0.7069175159086006;
}
