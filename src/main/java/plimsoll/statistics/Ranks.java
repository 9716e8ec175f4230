package plimsoll.statistics;

import java.util.Arrays;
import org.apache.commons.math3.stat.ranking.NaNStrategy;
import org.apache.commons.math3.stat.ranking.NaturalRanking;
import org.apache.commons.math3.stat.ranking.TiesStrategy;

/** Ranks and the exact distribution of their sums. */
final class Ranks {

  private Ranks() {}

  /** Mid-ranks, doubled so that they are whole numbers. */
  static int[] doubled(double[] values) {
    if (values.length == 0) return new int[0];
    var ranking = new NaturalRanking(NaNStrategy.FAILED, TiesStrategy.AVERAGE);
    return Arrays.stream(ranking.rank(values)).mapToInt(r -> (int) Math.round(2 * r)).toArray();
  }

  /**
   * How likely each sum is when {@code size} of the ranks are chosen by chance (the shift algorithm
   * of Streitberg and Röhmel 1986).
   */
  static double[] sumOfSome(int[] ranks, int size) {
    int highest = Arrays.stream(ranks).sum();
    double[][] ways = new double[size + 1][highest + 1];
    ways[0][0] = 1;
    int reached = 0;
    for (int i = 0; i < ranks.length; i++) {
      reached += ranks[i];
      for (int chosen = Math.min(size, i + 1); chosen >= 1; chosen--) {
        shift(ways[chosen - 1], ways[chosen], ranks[i], reached);
      }
    }
    return normalised(ways[size]);
  }

  /** How likely each sum is when each rank is taken or left with even chance. */
  static double[] sumOfSigns(int[] ranks) {
    double[] ways = new double[Arrays.stream(ranks).sum() + 1];
    ways[0] = 1;
    int reached = 0;
    for (int rank : ranks) {
      reached += rank;
      for (int s = reached; s >= rank; s--) ways[s] += ways[s - rank];
    }
    return normalised(ways);
  }

  /** The share of sums at least as far from the expected one as what was seen. */
  static double twoSided(double[] distribution, double seen, double expected) {
    double p = 0;
    double distance = Math.abs(seen - expected) - 1e-9;
    for (int s = 0; s < distribution.length; s++) {
      if (Math.abs(s - expected) >= distance) p += distribution[s];
    }
    return Math.min(1, p);
  }

  /** Σ(t³ − t) over groups of ties. */
  static double ties(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    double sum = 0;
    for (int i = 0; i < sorted.length; ) {
      int from = i;
      while (i < sorted.length && sorted[i] == sorted[from]) i++;
      double t = i - from;
      sum += t * t * t - t;
    }
    return sum;
  }

  private static void shift(double[] from, double[] to, int by, int reached) {
    for (int s = by; s <= reached; s++) to[s] += from[s - by];
  }

  private static double[] normalised(double[] ways) {
    double sum = Arrays.stream(ways).sum();
    for (int s = 0; s < ways.length; s++) ways[s] /= sum;
    return ways;
  }
}
