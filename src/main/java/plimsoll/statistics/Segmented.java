package plimsoll.statistics;

import java.util.stream.IntStream;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.stat.regression.OLSMultipleLinearRegression;

/**
 * Whether a weekly series broke when something was done: a line before, and what its level and its
 * slope changed by (Wagner et al. 2002), with errors that hold when neighbouring weeks resemble
 * each other (Newey and West 1987).
 *
 * @param level what the first week after lies above the old line
 * @param slope what each further week adds to that
 * @param together covariance of the errors of both
 * @param lag weeks over which errors may hang together
 * @param weeks with a value
 */
public record Segmented(Estimate level, Estimate slope, double together, int lag, int weeks) {

  /** Of fewer weeks on either side a line says nothing. */
  public static final int FEWEST = 12;

  private static final int COEFFICIENTS = 4;

  /**
   * A series against one that nothing was done to: only what it moved more is counted.
   *
   * @param control as long as the series; a week that either lacks is left out
   * @return null with fewer than twelve weeks on either side
   */
  public static Segmented against(double[] control, double[] series, int from) {
    Refuse.unless(control.length == series.length, "a control has the same weeks");
    return of(
        IntStream.range(0, series.length).mapToDouble(w -> series[w] - control[w]).toArray(), from);
  }

  /**
   * @param series one value a week; NaN is a week without one
   * @param from index of the first week after
   * @return null with fewer than twelve weeks on either side
   */
  public static Segmented of(double[] series, int from) {
    Refuse.unless(from >= 0 && from <= series.length, "the break lies outside the series");
    for (double value : series) Refuse.unless(!Double.isInfinite(value), value + " is not a value");
    int[] weeks = IntStream.range(0, series.length).filter(w -> !Double.isNaN(series[w])).toArray();
    long after = IntStream.of(weeks).filter(w -> w >= from).count();
    if (after < FEWEST || weeks.length - after < FEWEST) return null;
    return fitted(weeks, IntStream.of(weeks).mapToDouble(w -> series[w]).toArray(), from);
  }

  /** What the series lies above the old line so many weeks after the first one. */
  public Estimate after(int weeks) {
    double variance =
        square(level.standardError())
            + square(weeks * slope.standardError())
            + 2 * weeks * together;
    double value = level.value() + weeks * slope.value();
    return new Estimate(value, Math.sqrt(Math.max(0, variance)), level.degreesOfFreedom());
  }

  /** Newey and West's (1994) rule of thumb: ⌊4 (n / 100)^(2/9)⌋. */
  static int lag(int weeks) {
    return (int) Math.floor(4 * StrictMath.pow(weeks / 100.0, 2.0 / 9));
  }

  private static Segmented fitted(int[] weeks, double[] values, int from) {
    double[][] design = new double[weeks.length][];
    for (int i = 0; i < design.length; i++) {
      double since = weeks[i] - from;
      design[i] = new double[] {since, since < 0 ? 0 : 1, Math.max(0, since)};
    }
    var line = new OLSMultipleLinearRegression();
    line.newSampleData(values, design);
    double[] found = line.estimateRegressionParameters();
    int lag = lag(weeks.length);
    RealMatrix errors = errors(line, weeks, design, lag);
    double freedom = weeks.length - COEFFICIENTS;
    return new Segmented(
        new Estimate(found[2], Math.sqrt(errors.getEntry(2, 2)), freedom),
        new Estimate(found[3], Math.sqrt(errors.getEntry(3, 3)), freedom),
        errors.getEntry(2, 3),
        lag,
        weeks.length);
  }

  /** The sandwich, with Bartlett's weights and n / (n − 4) for the small sample. */
  private static RealMatrix errors(
      OLSMultipleLinearRegression line, int[] weeks, double[][] design, int lag) {
    double[] residuals = line.estimateResiduals();
    RealMatrix meat = new Array2DRowRealMatrix(COEFFICIENTS, COEFFICIENTS);
    for (int i = 0; i < weeks.length; i++) {
      for (int j = i; j >= 0 && weeks[i] - weeks[j] <= lag; j--) {
        double weight = 1 - (weeks[i] - weeks[j]) / (lag + 1.0);
        add(meat, design[i], design[j], weight * residuals[i] * residuals[j], i != j);
      }
    }
    RealMatrix bread = new Array2DRowRealMatrix(line.estimateRegressionParametersVariance());
    double small = weeks.length / (weeks.length - (double) COEFFICIENTS);
    return bread.multiply(meat).multiply(bread).scalarMultiply(small);
  }

  private static void add(RealMatrix meat, double[] a, double[] b, double weight, boolean mirror) {
    for (int r = 0; r < COEFFICIENTS; r++) {
      for (int c = 0; c < COEFFICIENTS; c++) {
        double product = weight * column(a, r) * column(b, c);
        meat.addToEntry(r, c, product);
        if (mirror) meat.addToEntry(c, r, product);
      }
    }
  }

  /** The design has its constant from the library. */
  private static double column(double[] row, int column) {
    return column == 0 ? 1 : row[column - 1];
  }

  private static double square(double x) {
    return x * x;
  }
}
