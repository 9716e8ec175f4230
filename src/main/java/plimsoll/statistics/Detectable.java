package plimsoll.statistics;

import org.apache.commons.math3.distribution.TDistribution;

/** How large a change must be for a comparison to tell it from chance. */
public final class Detectable {

  /** Four times out of five, at a chance of a false alarm of one in twenty. */
  private static final double POWER = 0.80;

  private static final double ALARM = 0.05;

  /** What ranks keep of the efficiency of means where these are normal (Lehmann 1975). */
  private static final double EFFICIENCY = 3 / Math.PI;

  private Detectable() {}

  /**
   * The smallest shift between two samples of different people that a two-sided rank test finds
   * four times out of five, in the unit of the deviation.
   *
   * @param before people in the first sample, 2 or more
   * @param after people in the second, 2 or more
   * @param deviation standard deviation between people, 0 or more
   */
  public static double shift(int before, int after, double deviation) {
    if (before < 2 || after < 2 || !(deviation >= 0)) {
      throw new IllegalArgumentException("a change needs two people on both sides");
    }
    var t = new TDistribution(null, before + after - 2.0);
    double errors =
        t.inverseCumulativeProbability(1 - ALARM / 2) + t.inverseCumulativeProbability(POWER);
    double error = deviation * Math.sqrt(1.0 / before + 1.0 / after);
    return errors * error / Math.sqrt(EFFICIENCY);
  }
}
