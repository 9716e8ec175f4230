package plimsoll.statistics;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.stat.regression.OLSMultipleLinearRegression;

/**
 * Least squares with errors that allow neighbours to resemble each other over some weeks (Newey and
 * West 1987), with n / (n − k) for small samples.
 */
final class NeweyWest {

  private NeweyWest() {}

  static Line fitted(Weekly weekly) {
    var squares = new OLSMultipleLinearRegression();
    squares.setNoIntercept(true);
    squares.newSampleData(weekly.values(), weekly.design());
    double weeks = weekly.weeks().length;
    double freedom = weeks - weekly.design()[0].length;
    var bread = new Array2DRowRealMatrix(squares.estimateRegressionParametersVariance());
    RealMatrix errors = bread.multiply(meat(weekly, squares.estimateResiduals())).multiply(bread);
    double[] found = squares.estimateRegressionParameters();
    return new Line(found, errors.scalarMultiply(weeks / freedom), freedom, (int) weeks);
  }

  /** The rule of thumb of Newey and West (1994): ⌊4 (n / 100)^(2/9)⌋ weeks. */
  static int lag(int weeks) {
    return (int) Math.floor(4 * StrictMath.pow(weeks / 100.0, 2.0 / 9));
  }

  /**
   * Σ w(i, j) e_i e_j x_i x_jᵀ with Bartlett's weights, by true distance where weeks are missing.
   */
  private static RealMatrix meat(Weekly weekly, double[] residuals) {
    int[] weeks = weekly.weeks();
    int lag = lag(weeks.length);
    int columns = weekly.design()[0].length;
    RealMatrix meat = new Array2DRowRealMatrix(columns, columns);
    for (int i = 0; i < weeks.length; i++) {
      for (int j = 0; j < weeks.length; j++) {
        int apart = Math.abs(weeks[i] - weeks[j]);
        if (apart > lag) continue;
        double weight = (1 - apart / (lag + 1.0)) * residuals[i] * residuals[j];
        add(meat, weekly.design()[i], weekly.design()[j], weight);
      }
    }
    return meat;
  }

  private static void add(RealMatrix meat, double[] a, double[] b, double weight) {
    for (int r = 0; r < a.length; r++) {
      for (int c = 0; c < b.length; c++) meat.addToEntry(r, c, weight * a[r] * b[c]);
    }
  }
}
