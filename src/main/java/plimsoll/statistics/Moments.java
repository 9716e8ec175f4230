package plimsoll.statistics;

import java.util.Arrays;
import org.apache.commons.math3.stat.descriptive.moment.Mean;
import org.apache.commons.math3.stat.descriptive.moment.Variance;
import org.apache.commons.math3.stat.descriptive.rank.Percentile;
import org.apache.commons.math3.stat.descriptive.rank.Percentile.EstimationType;

/** Means, variances and percentiles of a sample. */
public final class Moments {

  private Moments() {}

  /** The mean, by two passes; NaN of nothing. */
  public static double mean(double[] values) {
    return new Mean().evaluate(values);
  }

  /** The sample variance (n − 1); 0 of one value, NaN of nothing. */
  public static double variance(double[] values) {
    return new Variance().evaluate(values);
  }

  public static double standardDeviation(double[] values) {
    return Math.sqrt(variance(values));
  }

  /**
   * The percentile by Hyndman and Fan's definition 7, which R, NumPy and spreadsheets use. (Commons
   * Math's own default is definition 6.)
   *
   * @param share 0 to 1
   */
  public static double percentile(double[] values, double share) {
    if (values.length == 0) throw new IllegalArgumentException("nothing has no percentile");
    if (!(share >= 0 && share <= 1)) throw new IllegalArgumentException("a share is 0 to 1");
    if (share == 0) return Arrays.stream(values).min().orElseThrow();
    return new Percentile().withEstimationType(EstimationType.R_7).evaluate(values, 100 * share);
  }

  public static double median(double[] values) {
    return percentile(values, 0.5);
  }
}
