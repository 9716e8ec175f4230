package plimsoll.statistics;

/** A median with an interval that no shape of distribution can spoil. */
public final class MedianInterval {

  private MedianInterval() {}

  /**
   * The narrowest pair of order statistics, equally far from both ends, that holds the median with
   * at least the level; null when even the extremes do not (fewer than 6 values for 0.95).
   */
  public static Interval of(double[] values, double level) {
    var found = QuantileInterval.of(values, 0.5, level);
    return Double.isInfinite(found.low()) || Double.isInfinite(found.high()) ? null : found;
  }
}
