package plimsoll.statistics;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.stat.regression.OLSMultipleLinearRegression;

/**
 * A line through weeks whose errors resemble those of the week before by a factor ρ that nobody
 * knows: fitted for each ρ of 0, 0.05, … 0.95 and averaged by its restricted likelihood (Zellner
 * and Tiao 1964; for interrupted series Turner et al. 2021). What is unknown of ρ so widens the
 * errors.
 */
final class Autocorrelated {
  private static final double[] FACTORS =
      IntStream.range(0, 20).mapToDouble(i -> i * 0.05).toArray();

  private Autocorrelated() {}

  static Line fitted(Weekly weekly) {
    Given[] all = Arrays.stream(FACTORS).mapToObj(f -> Given.of(weekly, f)).toArray(Given[]::new);
    double highest = Arrays.stream(all).mapToDouble(Given::log).max().orElseThrow();
    double[] shares =
        Arrays.stream(all).mapToDouble(g -> StrictMath.exp(g.log - highest)).toArray();
    double sum = Arrays.stream(shares).sum();
    for (int f = 0; f < shares.length; f++) shares[f] /= sum;
    return averaged(all, shares, weekly.weeks().length);
  }

  private static Line averaged(Given[] all, double[] shares, int weeks) {
    double[] mean = new double[all[0].found.length];
    for (int f = 0; f < all.length; f++) {
      for (int c = 0; c < mean.length; c++) mean[c] += shares[f] * all[f].found[c];
    }
    RealMatrix errors = new Array2DRowRealMatrix(mean.length, mean.length);
    for (int f = 0; f < all.length; f++) {
      errors = errors.add(all[f].around(mean).scalarMultiply(shares[f]));
    }
    return new Line(mean, errors, weeks - mean.length - 1.0, weeks);
  }

  /** The line with ρ given, and the logarithm of its restricted likelihood. */
  private record Given(double[] found, RealMatrix errors, double log) {

    static Given of(Weekly weekly, double factor) {
      double[] values = weekly.values().clone();
      double[][] design =
          Arrays.stream(weekly.design()).map(double[]::clone).toArray(double[][]::new);
      double logs = whiten(weekly, factor, values, design);
      var squares = new OLSMultipleLinearRegression();
      squares.setNoIntercept(true);
      squares.newSampleData(values, design);
      RealMatrix inverse = new Array2DRowRealMatrix(squares.estimateRegressionParametersVariance());
      double rest = Math.max(Double.MIN_NORMAL, squares.calculateResidualSumOfSquares());
      double freedom = values.length - design[0].length;
      double spread = StrictMath.log(new LUDecomposition(inverse).getDeterminant()) / 2;
      double log = spread - logs - freedom / 2 * StrictMath.log(rest);
      return new Given(
          squares.estimateRegressionParameters(), inverse.scalarMultiply(rest / freedom), log);
    }

    /** Errors around another centre than its own. */
    RealMatrix around(double[] centre) {
      RealMatrix all = errors.copy();
      for (int r = 0; r < centre.length; r++) {
        for (int c = 0; c < centre.length; c++) {
          all.addToEntry(r, c, (found[r] - centre[r]) * (found[c] - centre[c]));
        }
      }
      return all;
    }

    /**
     * Takes from each week what it has from the one before; gives the sum of log deviations left.
     */
    private static double whiten(Weekly weekly, double factor, double[] y, double[][] x) {
      double logs = 0;
      for (int i = 1; i < y.length; i++) {
        double kept = StrictMath.pow(factor, weekly.weeks()[i] - weekly.weeks()[i - 1]);
        double left = Math.sqrt(1 - kept * kept);
        y[i] = (weekly.values()[i] - kept * weekly.values()[i - 1]) / left;
        for (int c = 0; c < x[i].length; c++) {
          x[i][c] = (weekly.design()[i][c] - kept * weekly.design()[i - 1][c]) / left;
        }
        logs += StrictMath.log(left);
      }
      return logs;
    }
  }
}
