package plimsoll.statistics;

import java.util.Arrays;
import org.apache.commons.math3.stat.ranking.NaNStrategy;
import org.apache.commons.math3.stat.ranking.NaturalRanking;
import org.apache.commons.math3.stat.ranking.TiesStrategy;

/** Ranks, doubled so that those of ties are whole numbers too. */
final class Ranks {

  private Ranks() {}

  /** Twice the mid-ranks. */
  static int[] doubled(double[] values) {
    if (values.length == 0) return new int[0];
    var ranking = new NaturalRanking(NaNStrategy.FAILED, TiesStrategy.AVERAGE);
    return Arrays.stream(ranking.rank(values)).mapToInt(r -> (int) Math.round(2 * r)).toArray();
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
}
