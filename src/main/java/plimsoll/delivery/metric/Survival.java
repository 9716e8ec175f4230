package plimsoll.delivery.metric;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.apache.commons.math3.distribution.NormalDistribution;

/**
 * How long things last when some are not over yet, by Kaplan and Meier (1958). The interval of the
 * median inverts the log(−log) interval of Greenwood's variance, as Brookmeyer and Crowley (1982)
 * do.
 */
final class Survival {
  private static final double EXACT = 1e-12;

  private final List<Observation> observations;
  private final double z = new NormalDistribution().inverseCumulativeProbability(0.975);

  Survival(Collection<Observation> observations) {
    this.observations =
        observations.stream()
            .sorted(
                Comparator.comparingDouble(Observation::seconds).thenComparing(Observation::open))
            .toList();
  }

  /** A duration; open when it had lasted so long at the data cut and was not over. */
  record Observation(double seconds, boolean open) {}

  /** Median with its interval; each null where it lies beyond what was seen. */
  record Median(Double value, Double low, Double high) {}

  Median median() {
    double survival = 1;
    double greenwood = 0;
    Double value = null;
    Double low = null;
    Double high = null;
    Double halfway = null;
    for (int i = 0; i < observations.size(); ) {
      double time = observations.get(i).seconds();
      int atRisk = observations.size() - i;
      int ended = 0;
      for (; i < observations.size() && observations.get(i).seconds() == time; i++) {
        ended += observations.get(i).open() ? 0 : 1;
      }
      if (ended == 0) continue;
      survival *= 1 - (double) ended / atRisk;
      greenwood += ended == atRisk ? 0 : (double) ended / ((double) atRisk * (atRisk - ended));
      // Exactly one half holds until the next end, so the median lies midway, as for plain values.
      if (value == null && halfway != null) value = (halfway + time) / 2;
      if (value == null && Math.abs(survival - 0.5) < EXACT) halfway = time;
      else if (value == null && survival < 0.5) value = time;
      if (low == null && bound(survival, greenwood, 1) <= 0.5) low = time;
      if (high == null && bound(survival, greenwood, -1) <= 0.5) high = time;
    }
    return new Median(value == null ? halfway : value, low, high);
  }

  /** One end of the interval of a survival: the lower with sign 1, the upper with −1. */
  private double bound(double survival, double greenwood, int sign) {
    if (survival <= EXACT) {
      return 0;
    }
    double spread = z * Math.sqrt(greenwood) / Math.abs(Math.log(survival));
    return Math.pow(survival, Math.exp(sign * spread));
  }

  /** The share that lasts longer than a time, 0 to 1. */
  double longerThan(double seconds) {
    double survival = 1;
    for (int i = 0; i < observations.size() && observations.get(i).seconds() <= seconds; i++) {
      var one = observations.get(i);
      if (!one.open()) survival *= 1 - 1.0 / (observations.size() - i);
    }
    return survival;
  }
}
