package plimsoll.statistics;

import org.apache.commons.math3.distribution.NormalDistribution;

/** The standard normal distribution. */
final class Normal {
  private static final NormalDistribution STANDARD = new NormalDistribution(null, 0, 1);

  private Normal() {}

  /** How many standard deviations an interval of a level reaches to each side. */
  static double reach(double level) {
    Refuse.unlessLevel(level);
    return -quantile((1 - level) / 2);
  }

  /** Minus infinity of 0, infinity of 1. */
  static double quantile(double share) {
    return STANDARD.inverseCumulativeProbability(share);
  }

  static double below(double z) {
    return STANDARD.cumulativeProbability(z);
  }

  /** The chance to lie at least as far out, to either side. */
  static double tails(double z) {
    return Math.min(1, 2 * below(-Math.abs(z)));
  }
}
