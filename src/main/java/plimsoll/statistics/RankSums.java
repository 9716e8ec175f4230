package plimsoll.statistics;

import java.util.Arrays;
import org.apache.commons.math3.util.ArithmeticUtils;

/**
 * How likely each sum of ranks is by chance, ties as they are (the shift algorithm of Streitberg
 * and Röhmel 1986). The sum with index i is {@code lowest + i · step}.
 */
final class RankSums {
  private static final double ROUNDING = 1e-14;

  private final long lowest;
  private final long step;
  private final double[] probability;

  private RankSums(long lowest, long step, double[] ways) {
    this.lowest = lowest;
    this.step = step;
    double all = Arrays.stream(ways).sum();
    this.probability = Arrays.stream(ways).map(w -> w / all).toArray();
  }

  /**
   * Of a number of ranks chosen by chance. Walked in rising order, the sums of so many chosen lie
   * between those of the smallest and of the largest, and only these are kept.
   */
  static RankSums ofSome(int[] ranks, int size) {
    int[] sorted = ranks.clone();
    Arrays.sort(sorted);
    int step = step(sorted);
    int least = sorted[0];
    int[] below = new int[sorted.length + 1];
    for (int i = 0; i < sorted.length; i++) below[i + 1] = below[i] + (sorted[i] - least) / step;
    return new RankSums(below[size] * (long) step + size * (long) least, step, ways(below, size));
  }

  /** Of ranks of which each is taken or left with even chance. */
  static RankSums ofSigns(int[] ranks) {
    double[] ways = new double[Arrays.stream(ranks).sum() + 1];
    ways[0] = 1;
    int reached = 0;
    for (int rank : ranks) {
      reached += rank;
      for (int s = reached; s >= rank; s--) ways[s] += ways[s - rank];
    }
    return new RankSums(0, 1, ways);
  }

  /**
   * The share of sums at least as far from the expected one as what was seen.
   *
   * @param twiceExpected doubled, for the expected sum of signs may be a half
   */
  double twoSided(long seen, long twiceExpected) {
    double p = 0;
    long distance = Math.abs(2 * seen - twiceExpected);
    for (int i = 0; i < probability.length; i++) {
      if (Math.abs(2 * (lowest + i * step) - twiceExpected) >= distance) p += probability[i];
    }
    return Math.min(1, p);
  }

  /**
   * How many of the smallest an interval may leave out at each end so that both tails together stay
   * within what the level allows, counted from 1; 0 when it may not even leave out what lies
   * beyond.
   */
  int leftOut(double level) {
    double tail = (1 - level) / 2;
    double sum = probability[0];
    int i = 0;
    while (sum < tail - ROUNDING) sum += probability[++i];
    return i == 0 && sum <= tail + ROUNDING ? 1 : i;
  }

  /**
   * @param below sums of the smallest 0, 1, … ranks
   */
  private static double[] ways(int[] below, int size) {
    int n = below.length - 1;
    double[][] ways = new double[size + 1][];
    for (int c = 0; c <= size; c++) ways[c] = new double[below[n] - below[n - c] - below[c] + 1];
    ways[0][0] = 1;
    for (int i = 1; i <= n; i++) {
      int rank = below[i] - below[i - 1];
      for (int c = Math.min(size, i); c >= Math.max(1, size - (n - i)); c--) {
        int width = below[i - 1] - below[i - c] - below[c - 1] + 1;
        int shift = rank + below[c - 1] - below[c];
        add(ways[c - 1], width, ways[c], shift);
      }
    }
    return ways[size];
  }

  private static void add(double[] from, int width, double[] to, int shift) {
    for (int s = 0; s < width; s++) to[s + shift] += from[s];
  }

  /** The largest step that all ranks lie apart by. */
  private static int step(int[] sorted) {
    int step = 0;
    for (int rank : sorted) step = ArithmeticUtils.gcd(step, rank - sorted[0]);
    return Math.max(1, step);
  }
}
