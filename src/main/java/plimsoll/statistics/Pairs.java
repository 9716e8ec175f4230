package plimsoll.statistics;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The same people twice: Wilcoxon's signed ranks, zeros dropped, exact with ties up to 60 changes,
 * with the median of Walsh averages, zeros kept.
 */
public final class Pairs {

  /** Of the largest value; what differs by less than this is a rounding of the machine. */
  private static final int BITS_THAT_COUNT = 44;

  private Pairs() {}

  /** {@link #compare(double[], double[], double)} at 95 %. */
  public static RankTest compare(double[] before, double[] after) {
    return compare(before, after, RankTest.LEVEL);
  }

  /**
   * How did {@code after} move from {@code before}? Of one length, a pair or more, all finite.
   *
   * @param level of the interval of the move
   */
  public static RankTest compare(double[] before, double[] after, double level) {
    Refuse.unless(before.length == after.length, "a pair needs two values");
    TwoSamples.requireSome(before, after);
    Refuse.unlessLevel(level);
    double[] moves = new double[before.length];
    Arrays.setAll(moves, i -> after[i] - before[i]);
    double[] changes = changes(moves, grain(before, after));
    int[] ranks = Ranks.doubled(Arrays.stream(changes).map(Math::abs).toArray());
    long up = 0;
    for (int i = 0; i < changes.length; i++) if (changes[i] > 0) up += ranks[i];
    boolean exact = changes.length <= RankTest.EXACT;
    double p = changes.length == 0 ? 1 : exact ? exactP(ranks, up) : normalP(ranks, up);
    Arrays.sort(moves);
    double delta = TwoSamples.delta(after, before);
    return new RankTest(up / 2.0, p, exact, shift(moves), interval(moves, level), delta);
  }

  /**
   * Those that are not 0, in grains: 2/3 − 1/3 and 1 − 2/3 are the same change, though the machine
   * finds two numbers.
   */
  private static double[] changes(double[] moves, double grain) {
    return Arrays.stream(moves).map(m -> Math.rint(m / grain)).filter(m -> m != 0).toArray();
  }

  private static double grain(double[] before, double[] after) {
    double largest = 0;
    for (double value : before) largest = Math.max(largest, Math.abs(value));
    for (double value : after) largest = Math.max(largest, Math.abs(value));
    return Math.scalb(1.0, Math.getExponent(largest) - BITS_THAT_COUNT);
  }

  private static double exactP(int[] ranks, long up) {
    return RankSums.ofSigns(ranks).twoSided(up, Arrays.stream(ranks).sum());
  }

  /** Corrected for ties by their own ranks, with continuity of one half rank. */
  private static double normalP(int[] ranks, double up) {
    double expected = Arrays.stream(ranks).asLongStream().sum() / 2.0;
    double variance = Arrays.stream(ranks).mapToDouble(r -> (double) r * r).sum() / 4;
    return Normal.tails(Math.max(0, Math.abs(up - expected) - 1) / Math.sqrt(variance));
  }

  private static double shift(double[] sorted) {
    return AllPairs.median(averages(sorted.length), k -> AllPairs.mean(sorted, k));
  }

  private static Interval interval(double[] sorted, double level) {
    long skip = leftOut(sorted.length, level);
    if (skip < 1) return RankTest.endless();
    long last = averages(sorted.length) + 1 - skip;
    return new Interval(AllPairs.mean(sorted, skip), AllPairs.mean(sorted, last));
  }

  private static long averages(int n) {
    return n * (n + 1L) / 2;
  }

  private static long leftOut(int n, double level) {
    if (n <= RankTest.EXACT) {
      int[] ranks = IntStream.rangeClosed(1, n).toArray();
      return Math.min(RankSums.ofSigns(ranks).leftOut(level), (averages(n) + 1) / 2);
    }
    double deviation = Math.sqrt(n * (n + 1.0) * (2 * n + 1.0) / 24);
    return (long) Math.floor(n * (n + 1.0) / 4 - Normal.reach(level) * deviation);
  }
}
