package plimsoll.delivery.metric;

import java.util.Arrays;
import java.util.Collection;
import org.apache.commons.math3.stat.descriptive.rank.Percentile;
import org.apache.commons.math3.stat.descriptive.rank.Percentile.EstimationType;

/** Values in order, and quantiles between them. */
final class Quantiles {
  private Quantiles() {}

  /**
   * A quantile by linear interpolation (R's type 7; the library's own default is another).
   *
   * @param percent above 0, up to 100
   */
  static double of(double[] values, double percent) {
    return new Percentile().withEstimationType(EstimationType.R_7).evaluate(values, percent);
  }

  static double[] sorted(Collection<Double> values) {
    var array = values.stream().mapToDouble(Double::doubleValue).toArray();
    Arrays.sort(array);
    return array;
  }
}
