package plimsoll.statistics;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * A weekly series before and after something was done, without the weeks that have no value.
 *
 * @param weeks their indices
 * @param values one a week
 * @param design one row a week: 1, weeks since, whether after, weeks since if after
 */
record Weekly(int[] weeks, double[] values, double[][] design) {

  /** Null with fewer than twelve weeks on either side. */
  static Weekly of(double[] series, int from) {
    Refuse.unless(from >= 0 && from <= series.length, "the break lies outside the series");
    for (double each : series) Refuse.unless(!Double.isInfinite(each), each + " is not a value");
    int[] weeks = IntStream.range(0, series.length).filter(w -> !Double.isNaN(series[w])).toArray();
    long after = IntStream.of(weeks).filter(w -> w >= from).count();
    if (after < Segmented.FEWEST || weeks.length - after < Segmented.FEWEST) return null;
    double[] values = Arrays.stream(weeks).mapToDouble(w -> series[w]).toArray();
    var rows = Arrays.stream(weeks).mapToObj(w -> row(w - from));
    return new Weekly(weeks, values, rows.toArray(double[][]::new));
  }

  private static double[] row(int since) {
    return new double[] {1, since, since < 0 ? 0 : 1, Math.max(0, since)};
  }
}
