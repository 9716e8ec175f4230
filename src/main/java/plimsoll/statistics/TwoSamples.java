package plimsoll.statistics;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.NormalDistribution;

/**
 * Two samples of different people: Mann and Whitney's test, exact with ties up to 60 people, with
 * Hodges and Lehmann's shift and Cliff's δ.
 */
public final class TwoSamples {
  private static final int EXACT = 60;

  private TwoSamples() {}

  /** Does {@code x} lie above {@code y}? Both need a value or more, none of them NaN. */
  public static RankTest compare(double[] x, double[] y) {
    requireSome(x, y);
    double u = above(x, y);
    boolean exact = x.length + y.length <= EXACT;
    double p = exact ? exactP(x, y, u) : normalP(x, y, true);
    return new RankTest(u, p, exact, shift(x, y), shiftInterval(x, y), delta(x, y));
  }

  /** Pairs in which x is higher, ties as one half: Mann and Whitney's U of x. */
  public static double above(double[] x, double[] y) {
    double u = 0;
    for (double a : x) for (double b : y) u += a > b ? 1 : a == b ? 0.5 : 0;
    return u;
  }

  /** Cliff's δ: how much more often x is higher than lower, −1 to 1. */
  public static double delta(double[] x, double[] y) {
    return 2 * above(x, y) / ((double) x.length * y.length) - 1;
  }

  /** Hodges and Lehmann: the median of all differences x − y. */
  public static double shift(double[] x, double[] y) {
    return Moments.median(differences(x, y));
  }

  /**
   * p by the normal approximation with its variance corrected for ties; 1 when all values are the
   * same.
   *
   * @param continuity moves U by ½ towards its mean
   */
  public static double normalP(double[] x, double[] y, boolean continuity) {
    double n = x.length + y.length;
    double pairs = (double) x.length * y.length;
    double ties = Ranks.ties(concatenated(x, y)) / (n * (n - 1));
    double variance = pairs / 12 * (n + 1 - ties);
    if (!(variance > 1e-12)) return 1;
    double off = Math.abs(above(x, y) - pairs / 2) - (continuity ? 0.5 : 0);
    return tails(Math.max(0, off) / Math.sqrt(variance));
  }

  private static double exactP(double[] x, double[] y, double u) {
    int[] ranks = Ranks.doubled(concatenated(x, y));
    double[] distribution = Ranks.sumOfSome(ranks, x.length);
    double expected = x.length * (x.length + y.length + 1.0);
    double seen = 2 * u + x.length * (x.length + 1.0);
    return Ranks.twoSided(distribution, seen, expected);
  }

  /** From the order statistics of the differences that the test without ties would not reject. */
  private static Interval shiftInterval(double[] x, double[] y) {
    double[] sorted = differences(x, y);
    Arrays.sort(sorted);
    int skip = Math.max(1, Math.min(lowerQuantile(x.length, y.length), (sorted.length + 1) / 2));
    return new Interval(sorted[skip - 1], sorted[sorted.length - skip]);
  }

  private static int lowerQuantile(int m, int n) {
    if (m + n > EXACT) {
      double sd = Math.sqrt(m * (double) n * (m + n + 1) / 12);
      return (int) Math.floor(m * (double) n / 2 - 1.959963984540054 * sd);
    }
    int[] ranks = IntStream.rangeClosed(1, m + n).toArray();
    double[] sums = Ranks.sumOfSome(ranks, m);
    return firstReaching(sums, m * (m + 1) / 2);
  }

  /** The smallest statistic whose cumulated probability is 2.5 % or more. */
  static int firstReaching(double[] distribution, int from) {
    double sum = 0;
    for (int s = from; s < distribution.length; s++) {
      sum += distribution[s];
      if (sum >= 0.025) return s - from;
    }
    return distribution.length - 1 - from;
  }

  static double tails(double z) {
    return Math.min(1, 2 * new NormalDistribution(null, 0, 1).cumulativeProbability(-z));
  }

  private static double[] differences(double[] x, double[] y) {
    double[] all = new double[x.length * y.length];
    for (int i = 0; i < all.length; i++) all[i] = x[i / y.length] - y[i % y.length];
    return all;
  }

  private static double[] concatenated(double[] x, double[] y) {
    double[] all = Arrays.copyOf(x, x.length + y.length);
    System.arraycopy(y, 0, all, x.length, y.length);
    return all;
  }

  static void requireSome(double[]... samples) {
    for (double[] sample : samples) {
      if (sample.length == 0) throw new IllegalArgumentException("an empty sample has no rank");
      for (double value : sample) {
        if (Double.isNaN(value)) throw new IllegalArgumentException("NaN has no rank");
      }
    }
  }
}
