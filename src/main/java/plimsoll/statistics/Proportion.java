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

  /** The library's own 1e-9 would be a tenth of the lower end of few hits. */
  private static final double ACCURACY = 1e-14;

  public Proportion {
    if (hits < 0 || trials < hits) {
      throw new IllegalArgumentException(hits + " of " + trials + " is not a share");
    }
  }

  /** 0 to 1; NaN of nothing. */
  public double share() {
    return (double) hits / trials;
  }

  /** Wilson's interval (1927); 0 to 1 when there was no trial. */
  public Interval wilson(double level) {
    Refuse.unlessLevel(level);
    if (trials == 0) return new Interval(0, 1);
    var found = IntervalUtils.getWilsonScoreInterval(trials, hits, level);
    double low = hits == 0 ? 0 : found.getLowerBound();
    double high = hits == trials ? 1 : found.getUpperBound();
    return new Interval(low, high).clipped(0, 1);
  }

  /**
   * Clopper and Pearson's exact interval (1934); 0 to 1 when there was no trial. (The library's
   * fails where there is no hit or no miss.)
   */
  public Interval clopperPearson(double level) {
    Refuse.unlessLevel(level);
    double tail = (1 - level) / 2;
    double low = hits == 0 ? 0 : beta(hits, trials - hits + 1.0, tail);
    double high = hits == trials ? 1 : beta(hits + 1.0, trials - hits, 1 - tail);
    return new Interval(low, high);
  }

  /** The equal-tailed interval of Jeffreys' prior, Beta(hits + ½, misses + ½). */
  public Interval jeffreys(double level) {
    Refuse.unlessLevel(level);
    double tail = (1 - level) / 2;
    double misses = trials - hits;
    return new Interval(
        beta(hits + 0.5, misses + 0.5, tail), beta(hits + 0.5, misses + 0.5, 1 - tail));
  }

  /** The exact interval of a Poisson rate, in counts of 0 or more, by χ² (Garwood 1936). */
  public static Interval poisson(int count, double level) {
    Refuse.unless(count >= 0, count + " is not a count");
    Refuse.unlessLevel(level);
    double tail = (1 - level) / 2;
    double low = count == 0 ? 0 : chiSquared(2.0 * count, tail) / 2;
    return new Interval(low, chiSquared(2.0 * count + 2, 1 - tail) / 2);
  }

  private static double beta(double a, double b, double share) {
    return new BetaDistribution(null, a, b, ACCURACY).inverseCumulativeProbability(share);
  }

  private static double chiSquared(double freedom, double share) {
    return new ChiSquaredDistribution(null, freedom, 1e-12).inverseCumulativeProbability(share);
  }
}
