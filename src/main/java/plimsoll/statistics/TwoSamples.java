package plimsoll.statistics;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Two samples of different people: Mann and Whitney's test, exact with ties up to 60 people, with
 * Hodges and Lehmann's shift and Cliff's δ. Each sample has a value or more, all finite.
 */
public final class TwoSamples {

  private TwoSamples() {}

  /** {@link #compare(double[], double[], double)} at 95 %. */
  public static RankTest compare(double[] x, double[] y) {
    return compare(x, y, RankTest.LEVEL);
  }

  /**
   * Does {@code x} lie above {@code y}?
   *
   * @param level of the interval of the shift
   */
  public static RankTest compare(double[] x, double[] y, double level) {
    requireSome(x, y);
    Refuse.unlessLevel(level);
    double u = above(x, y);
    boolean exact = exact(x.length, y.length);
    double p = exact ? exactP(x, y, u) : normalP(x, y, true);
    var interval = shiftInterval(sorted(x), sorted(y), level);
    return new RankTest(u, p, exact, shift(x, y), interval, delta(x, y));
  }

  /** Pairs in which x is higher, ties as one half: Mann and Whitney's U of x. */
  public static double above(double[] x, double[] y) {
    requireSome(x, y);
    int[] ranks = Ranks.doubled(concatenated(x, y));
    long sum = 0;
    for (int i = 0; i < x.length; i++) sum += ranks[i];
    return (sum - x.length * (x.length + 1L)) / 2.0;
  }

  /** Cliff's δ: how much more often x is higher than lower, −1 to 1. */
  public static double delta(double[] x, double[] y) {
    return 2 * above(x, y) / ((double) x.length * y.length) - 1;
  }

  /** Hodges and Lehmann: the median of all differences x − y. */
  public static double shift(double[] x, double[] y) {
    requireSome(x, y);
    double[] a = sorted(x);
    double[] b = sorted(y);
    return AllPairs.median((long) a.length * b.length, k -> AllPairs.difference(a, b, k));
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
    return Normal.tails(Math.max(0, off) / Math.sqrt(variance));
  }

  private static boolean exact(int m, int n) {
    return (long) m + n <= RankTest.EXACT;
  }

  private static double exactP(double[] x, double[] y, double u) {
    int[] ranks = Ranks.doubled(concatenated(x, y));
    long seen = Math.round(2 * u) + x.length * (x.length + 1L);
    long twiceExpected = 2L * x.length * (x.length + y.length + 1);
    return RankSums.ofSome(ranks, x.length).twoSided(seen, twiceExpected);
  }

  /** From the order statistics of the differences that the test without ties would not reject. */
  private static Interval shiftInterval(double[] x, double[] y, double level) {
    long skip = leftOut(x.length, y.length, level);
    if (skip < 1) return RankTest.endless();
    long last = (long) x.length * y.length + 1 - skip;
    return new Interval(AllPairs.difference(x, y, skip), AllPairs.difference(x, y, last));
  }

  private static long leftOut(int m, int n, double level) {
    double pairs = (double) m * n;
    if (exact(m, n)) {
      int[] ranks = IntStream.rangeClosed(1, m + n).toArray();
      return Math.min(RankSums.ofSome(ranks, m).leftOut(level), (long) (pairs + 1) / 2);
    }
    double deviation = Math.sqrt(pairs * (m + n + 1.0) / 12);
    return (long) Math.floor(pairs / 2 - Normal.reach(level) * deviation);
  }

  private static double[] sorted(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted;
  }

  private static double[] concatenated(double[] x, double[] y) {
    double[] all = Arrays.copyOf(x, x.length + y.length);
    System.arraycopy(y, 0, all, x.length, y.length);
    return all;
  }

  static void requireSome(double[]... samples) {
    for (double[] sample : samples) {
      Refuse.unless(sample.length > 0, "an empty sample has no rank");
      Refuse.unlessFinite(sample);
    }
  }
}
