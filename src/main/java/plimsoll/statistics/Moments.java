package plimsoll.statistics;

import java.util.Arrays;
import org.apache.commons.math3.stat.descriptive.moment.Mean;
import org.apache.commons.math3.stat.descriptive.moment.Variance;
import org.apache.commons.math3.stat.descriptive.rank.Percentile;
import org.apache.commons.math3.stat.descriptive.rank.Percentile.EstimationType;

/** Means, variances and percentiles of a sample. */
public final class Moments {

  private Moments() {}

  /** The mean, by two passes; NaN of nothing, and where a value is. */
  public static double mean(double[] values) {
    return new Mean().evaluate(values);
  }

  /** The sample variance (n − 1); 0 of one value, NaN of nothing, and where a value is. */
  public static double variance(double[] values) {
    return new Variance().evaluate(values);
  }

  public static double standardDeviation(double[] values) {
    return Math.sqrt(variance(values));
  }

  /**
   * The percentile by Hyndman and Fan's definition 7, which R, NumPy and spreadsheets use. (Commons
   * Math's own default is definition 6, and it passes over NaN without a word.)
   *
   * @param values one or more, all finite
   * @param share 0 to 1
   */
  public static double percentile(double[] values, double share) {
    Refuse.unless(values.length > 0, "nothing has no percentile");
    Refuse.unless(share >= 0 && share <= 1, "a share is 0 to 1");
    Refuse.unlessFinite(values);
    if (share == 0) return Arrays.stream(values).min().orElseThrow();
    return new Percentile().withEstimationType(EstimationType.R_7).evaluate(values, 100 * share);
  }

  public static double median(double[] values) {
    return percentile(values, 0.5);
  }
}
