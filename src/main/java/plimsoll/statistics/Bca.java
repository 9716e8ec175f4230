package plimsoll.statistics;

import java.util.Arrays;
import org.apache.commons.math3.distribution.NormalDistribution;

/**
 * Efron's bias-corrected and accelerated bootstrap interval, for ratios over 30 units or more and
 * never for a team. Ties with the estimate count half (mid-P), or answers on a coarse scale would
 * shift the interval.
 *
 * @param bias z₀
 * @param acceleration a
 * @param interval of the level asked for
 */
public record Bca(double bias, double acceleration, Interval interval) {

  /**
   * @param estimate of the sample
   * @param resampled the estimate of each resample
   * @param leftOut the estimate with each unit left out in turn
   */
  public static Bca of(double estimate, double[] resampled, double[] leftOut, double level) {
    double[] sorted = resampled.clone();
    Arrays.sort(sorted);
    double bias = quantile(shareBelow(estimate, sorted));
    double acceleration = acceleration(leftOut);
    double tail = (1 - level) / 2;
    double low = at(sorted, share(bias, acceleration, tail));
    double high = at(sorted, share(bias, acceleration, 1 - tail));
    return new Bca(bias, acceleration, new Interval(low, high));
  }

  private static double shareBelow(double estimate, double[] sorted) {
    double below = 0;
    for (double each : sorted) below += each < estimate ? 1 : each == estimate ? 0.5 : 0;
    return below / sorted.length;
  }

  private static double acceleration(double[] leftOut) {
    double mean = Moments.mean(leftOut);
    double squares = 0;
    double cubes = 0;
    for (double each : leftOut) {
      double off = mean - each;
      squares += off * off;
      cubes += off * off * off;
    }
    return squares == 0 ? 0 : cubes / (6 * StrictMath.pow(squares, 1.5));
  }

  private static double share(double bias, double acceleration, double tail) {
    double z = bias + quantile(tail);
    return normal().cumulativeProbability(bias + z / (1 - acceleration * z));
  }

  /** The smallest resample that the share of all does not exceed. */
  private static double at(double[] sorted, double share) {
    int rank = (int) Math.ceil(share * sorted.length);
    return sorted[Math.max(0, Math.min(sorted.length, rank) - 1)];
  }

  private static double quantile(double share) {
    return normal().inverseCumulativeProbability(share);
  }

  private static NormalDistribution normal() {
    return new NormalDistribution(null, 0, 1);
  }
}
