package plimsoll.statistics;

import java.util.function.DoubleToLongFunction;
import java.util.function.LongToDoubleFunction;

/**
 * Order statistics of all differences between two samples, and of the means of all pairs within
 * one, found by halving between two numbers instead of listing them: five thousand people a side
 * have 25 million differences.
 */
final class AllPairs {

  private AllPairs() {}

  /**
   * The difference x − y of a rank.
   *
   * @param x sorted, as is {@code y}
   * @param rank from 1
   */
  static double difference(double[] x, double[] y, long rank) {
    double least = x[0] - y[y.length - 1];
    double most = x[x.length - 1] - y[0];
    return smallest(t -> differencesUpTo(x, y, t), rank, least, most);
  }

  /** The mean of two moves, each with itself too (Walsh's average), of a rank from 1. */
  static double mean(double[] sorted, long rank) {
    return smallest(t -> meansUpTo(sorted, t), rank, sorted[0], sorted[sorted.length - 1]);
  }

  /** The median of so many, of which each is found by its rank. */
  static double median(long count, LongToDoubleFunction ofRank) {
    double low = ofRank.applyAsDouble((count + 1) / 2);
    return count % 2 == 1 ? low : (low + ofRank.applyAsDouble(count / 2 + 1)) / 2;
  }

  private static long differencesUpTo(double[] x, double[] y, double t) {
    long count = 0;
    int j = 0;
    for (double each : x) {
      while (j < y.length && each - y[j] > t) j++;
      count += y.length - j;
    }
    return count;
  }

  private static long meansUpTo(double[] sorted, double t) {
    long count = 0;
    int j = sorted.length - 1;
    for (int i = 0; i <= j; i++) {
      while (j >= i && (sorted[i] + sorted[j]) / 2 > t) j--;
      count += j - i + 1;
    }
    return count;
  }

  /** The smallest number up to which so many lie; numbers are halved by their order, not size. */
  private static double smallest(DoubleToLongFunction count, long rank, double least, double most) {
    long low = order(least);
    long high = order(most);
    while (low < high) {
      long middle = (low & high) + ((low ^ high) >> 1);
      if (count.applyAsLong(value(middle)) >= rank) high = middle;
      else low = middle + 1;
    }
    return value(low) + 0.0; // turns −0 into 0
  }

  private static long order(double value) {
    long bits = Double.doubleToLongBits(value);
    return bits < 0 ? bits ^ Long.MAX_VALUE : bits;
  }

  private static double value(long order) {
    return Double.longBitsToDouble(order < 0 ? order ^ Long.MAX_VALUE : order);
  }
}
