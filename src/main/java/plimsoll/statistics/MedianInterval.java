package plimsoll.statistics;

import java.util.Arrays;
import org.apache.commons.math3.distribution.BinomialDistribution;

/** A median with an interval that no shape of distribution can spoil. */
public final class MedianInterval {

  private MedianInterval() {}

  /**
   * The narrowest pair of order statistics, equally far from both ends, that holds the median with
   * at least the level; null when even the extremes do not (fewer than 6 values for 0.95).
   */
  public static Interval of(double[] values, double level) {
    Refuse.unlessFinite(values);
    Refuse.unlessLevel(level);
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int skip = skip(sorted.length, (1 - level) / 2);
    return skip < 0 ? null : new Interval(sorted[skip], sorted[sorted.length - 1 - skip]);
  }

  /** How many values may be left out at each end; −1 when none may. */
  private static int skip(int n, double tail) {
    if (n == 0) return -1;
    var heads = new BinomialDistribution(null, n, 0.5);
    int reaching = heads.inverseCumulativeProbability(tail);
    return heads.cumulativeProbability(reaching) <= tail ? reaching : reaching - 1;
  }
}
