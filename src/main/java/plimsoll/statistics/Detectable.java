package plimsoll.statistics;

import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.util.CombinatoricsUtils;

/**
 * How large a change must be for a rank test to tell it from chance four times out of five, at a
 * chance of a false alarm of one in twenty over all comparisons made together.
 */
public final class Detectable {
  private static final double POWER = 0.80;
  private static final double ALARM = 0.05;

  /** What ranks keep of the efficiency of means where these are normal (Lehmann 1975). */
  private static final double EFFICIENCY = 3 / Math.PI;

  private Detectable() {}

  /** {@link #shift(int, int, double, int)} of one comparison. */
  public static double shift(int before, int after, double deviation) {
    return shift(before, after, deviation, 1);
  }

  /**
   * The smallest shift between two samples of different people, in the unit of the deviation.
   *
   * @param before people in the first sample, 2 or more
   * @param after people in the second, 2 or more
   * @param deviation standard deviation between people, 0 or more
   * @param comparisons made together, 1 or more
   * @return infinite where so few people can never tell
   */
  public static double shift(int before, int after, double deviation, int comparisons) {
    Refuse.unless(before >= 2 && after >= 2, "a change needs two people on both sides");
    double alarm = alarm(deviation, comparisons);
    double ways = CombinatoricsUtils.binomialCoefficientLog(before + after, before);
    if (neverTold(ways, alarm)) return Double.POSITIVE_INFINITY;
    double error = deviation * Math.sqrt(1.0 / before + 1.0 / after);
    return errors(before + after - 2.0, alarm) * error;
  }

  /** {@link #linked(int, double, int)} of one comparison. */
  public static double linked(int people, double deviation) {
    return linked(people, deviation, 1);
  }

  /**
   * The smallest shift of people who are known twice, in the unit of the deviation.
   *
   * @param people 2 or more
   * @param deviation standard deviation of their changes, 0 or more
   * @param comparisons made together, 1 or more
   * @return infinite where so few people can never tell: five have 32 arrangements of signs, of
   *     which the two extreme ones are more than one in twenty
   */
  public static double linked(int people, double deviation, int comparisons) {
    Refuse.unless(people >= 2, "a change needs two people");
    double alarm = alarm(deviation, comparisons);
    if (neverTold(people * StrictMath.log(2), alarm)) return Double.POSITIVE_INFINITY;
    return errors(people - 1.0, alarm) * deviation / Math.sqrt(people);
  }

  /** Holm's first step: the smallest p has all comparisons to answer for. */
  private static double alarm(double deviation, int comparisons) {
    Refuse.unless(deviation >= 0 && Double.isFinite(deviation), "a deviation is 0 or more");
    Refuse.unless(comparisons >= 1, "one comparison or more is made");
    return ALARM / comparisons;
  }

  private static boolean neverTold(double logOfWays, double alarm) {
    return StrictMath.log(2) - logOfWays > StrictMath.log(alarm);
  }

  private static double errors(double freedom, double alarm) {
    var t = new TDistribution(null, freedom);
    double both =
        t.inverseCumulativeProbability(1 - alarm / 2) + t.inverseCumulativeProbability(POWER);
    return both / Math.sqrt(EFFICIENCY);
  }
}
