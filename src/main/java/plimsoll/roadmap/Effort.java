package plimsoll.roadmap;

import org.apache.commons.math3.util.FastMath;
import plimsoll.readiness.BadCase;

/**
 * Person-weeks, lognormal between two percentiles.
 *
 * @param p10 10th percentile, above 0
 * @param p90 90th percentile, above {@code p10}
 */
record Effort(double p10, double p90) {
  private static final double Z70 = 0.5244005127080407;
  static final double Z90 = 1.2815515655446004;

  Effort {
    BadCase.unless(p10 > 0 && p90 > p10 && Double.isFinite(p90), "an effort needs 0 < P10 < P90");
  }

  double median() {
    return at(0);
  }

  /** What plans reckon with, because half of all efforts exceed their median. */
  double p70() {
    return at(Z70);
  }

  /** The effort that lies this many standard deviations of its logarithm above the median. */
  double at(double z) {
    double mu = (FastMath.log(p10) + FastMath.log(p90)) / 2;
    double sigma = (FastMath.log(p90) - FastMath.log(p10)) / (2 * Z90);
    return FastMath.exp(mu + sigma * z);
  }
}
