package plimsoll.delivery.metric;

import java.util.Arrays;
import java.util.Collection;
import org.apache.commons.math3.distribution.BinomialDistribution;
import org.apache.commons.math3.distribution.ChiSquaredDistribution;
import org.apache.commons.math3.stat.descriptive.rank.Percentile;
import org.apache.commons.math3.stat.descriptive.rank.Percentile.EstimationType;
import org.apache.commons.math3.stat.interval.IntervalUtils;

/** Quantiles and 95 % intervals of what is counted and timed. */
final class Intervals {
  private static final double LEVEL = 0.95;
  private static final double TAIL = (1 - LEVEL) / 2;

  private Intervals() {}

  /** Low and high end; null where none can be given. */
  record Interval(Double low, Double high) {
    static final Interval NONE = new Interval(null, null);
  }

  /** Wilson's interval of a share; no trials give none. */
  static Interval share(int hits, int trials) {
    if (trials == 0) {
      return Interval.NONE;
    }
    var wilson = IntervalUtils.getWilsonScoreInterval(trials, hits, LEVEL);
    return new Interval(
        hits == 0 ? 0 : wilson.getLowerBound(), hits == trials ? 1 : wilson.getUpperBound());
  }

  /** The exact Poisson interval of a count, by way of χ². */
  static Interval count(int count) {
    double low =
        count == 0
            ? 0
            : new ChiSquaredDistribution(2.0 * count).inverseCumulativeProbability(TAIL) / 2;
    double high =
        new ChiSquaredDistribution(2.0 * count + 2).inverseCumulativeProbability(1 - TAIL) / 2;
    return new Interval(low, high);
  }

  /** The interval of a median by binomial order statistics; fewer than six values give none. */
  static Interval median(double[] sorted) {
    int n = sorted.length;
    int rank = n == 0 ? 0 : new BinomialDistribution(n, 0.5).inverseCumulativeProbability(TAIL);
    return rank == 0 ? Interval.NONE : new Interval(sorted[rank - 1], sorted[n - rank]);
  }

  /**
   * A quantile by linear interpolation (R's type 7).
   *
   * @param percent above 0, up to 100
   */
  static double quantile(double[] values, double percent) {
    return new Percentile().withEstimationType(EstimationType.R_7).evaluate(values, percent);
  }

  static double[] sorted(Collection<Double> values) {
    var array = values.stream().mapToDouble(Double::doubleValue).toArray();
    Arrays.sort(array);
    return array;
  }
}
