package plimsoll.statistics;

import org.apache.commons.math3.distribution.TDistribution;

/**
 * A mean with what is known of its error.
 *
 * @param value the mean
 * @param standardError its standard error, 0 or more
 * @param degreesOfFreedom of the standard error, more than 0
 */
public record Estimate(double value, double standardError, double degreesOfFreedom) {

  /** The library's own 1e-9 would be seen in intervals that are compared to eight places. */
  private static final double ACCURACY = 1e-13;

  public Estimate {
    if (!Double.isFinite(value) || !(standardError >= 0) || !(degreesOfFreedom > 0)) {
      throw new IllegalArgumentException("an estimate needs a finite value and a known error");
    }
  }

  /** The t interval of a level such as 0.95. */
  public Interval interval(double level) {
    double reach = quantile(level) * standardError;
    return new Interval(value - reach, value + reach);
  }

  /** How many standard errors an interval of this level reaches to each side. */
  public double quantile(double level) {
    Refuse.unlessLevel(level);
    var t = new TDistribution(null, degreesOfFreedom, ACCURACY);
    return t.inverseCumulativeProbability((1 + level) / 2);
  }

  /** The t interval of one sample by its own variance; needs two values or more. */
  public static Estimate ofSample(double[] values) {
    Refuse.unless(values.length >= 2, "one value has no variance");
    Refuse.unlessFinite(values);
    double error = Math.sqrt(Moments.variance(values) / values.length);
    return new Estimate(Moments.mean(values), error, values.length - 1);
  }
}
