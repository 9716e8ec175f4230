package plimsoll.statistics;

import org.apache.commons.math3.distribution.BetaDistribution;
import org.apache.commons.math3.distribution.ChiSquaredDistribution;
import org.apache.commons.math3.stat.interval.IntervalUtils;

/**
 * A count among trials.
 *
 * @param hits 0 to {@code trials}
 * @param trials 0 or more
 */
public record Proportion(int hits, int trials) {

  public Proportion {
    if (hits < 0 || trials < hits) {
      throw new IllegalArgumentException(hits + " of " + trials + " is not a share");
    }
  }

  /** 0 to 1; NaN of nothing. */
  public double share() {
    return (double) hits / trials;
  }

  /** Wilson's interval; 0 to 1 when there was no trial. */
  public Interval wilson(double level) {
    if (trials == 0) return new Interval(0, 1);
    var found = IntervalUtils.getWilsonScoreInterval(trials, hits, level);
    double low = hits == 0 ? 0 : found.getLowerBound();
    double high = hits == trials ? 1 : found.getUpperBound();
    return new Interval(low, high).clipped(0, 1);
  }

  /** Clopper and Pearson's exact interval; 0 to 1 when there was no trial. */
  public Interval clopperPearson(double level) {
    double tail = (1 - level) / 2;
    double low = hits == 0 ? 0 : beta(hits, trials - hits + 1.0, tail);
    double high = hits == trials ? 1 : beta(hits + 1.0, trials - hits, 1 - tail);
    return new Interval(low, high);
  }

  /** The equal-tailed interval of Jeffreys' prior, Beta(hits + ½, misses + ½). */
  public Interval jeffreys(double level) {
    double tail = (1 - level) / 2;
    double misses = trials - hits;
    return new Interval(
        beta(hits + 0.5, misses + 0.5, tail), beta(hits + 0.5, misses + 0.5, 1 - tail));
  }

  /** The exact interval of a Poisson rate, in counts, by χ² (Garwood 1936). */
  public static Interval poisson(int count, double level) {
    double tail = (1 - level) / 2;
    double low = count == 0 ? 0 : chiSquared(2.0 * count, tail) / 2;
    return new Interval(low, chiSquared(2.0 * count + 2, 1 - tail) / 2);
  }

  private static double beta(double a, double b, double share) {
    return new BetaDistribution(null, a, b).inverseCumulativeProbability(share);
  }

  private static double chiSquared(double freedom, double share) {
    return new ChiSquaredDistribution(null, freedom).inverseCumulativeProbability(share);
  }
}
