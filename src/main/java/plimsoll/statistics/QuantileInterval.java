package plimsoll.statistics;

import java.util.Arrays;
import org.apache.commons.math3.distribution.BinomialDistribution;

/** A quantile with an interval that no shape of distribution can spoil. */
public final class QuantileInterval {
  private QuantileInterval() {}

  /**
   * The order statistics of which each misses the quantile, on its own side, with no more than half
   * of what the level leaves (Hahn and Meeker 1991, 5.2). An end that not even the extreme reaches
   * is infinite.
   *
   * @param share 0.9 for the ninth tenth; above 0, below 1
   */
  public static Interval of(double[] values, double share, double level) {
    Refuse.unlessFinite(values);
    Refuse.unlessLevel(level);
    Refuse.unless(share > 0 && share < 1, "a share of " + share + " has no quantile");
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int n = sorted.length;
    var below = new BinomialDistribution(null, n, share);
    double tail = (1 - level) / 2;
    int low = n == 0 ? -1 : skipped(below, tail);
    int high = n == 0 ? n : below.inverseCumulativeProbability(1 - tail);
    return new Interval(
        low < 0 ? Double.NEGATIVE_INFINITY : sorted[low],
        high >= n ? Double.POSITIVE_INFINITY : sorted[high]);
  }

  /** How many of the smallest may be left out; −1 when none may. */
  private static int skipped(BinomialDistribution below, double tail) {
    int reaching = below.inverseCumulativeProbability(tail);
    return below.cumulativeProbability(reaching) <= tail ? reaching : reaching - 1;
  }
}
