package plimsoll.statistics;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.stat.correlation.Covariance;
import org.apache.commons.math3.stat.correlation.PearsonsCorrelation;

/** How far the items of one construct tell the same story. Rows are people, columns are items. */
public final class Reliability {

  private Reliability() {}

  /** Cronbach's α; NaN when nobody differs. */
  public static double alpha(double[][] rows) {
    return alpha(new Covariance(rows).getCovarianceMatrix());
  }

  /** α of the correlations, as if all items varied alike. */
  public static double standardisedAlpha(double[][] rows) {
    return alpha(correlations(rows));
  }

  /** Spearman and Brown's reliability of two items (Eisinga et al. 2013). */
  public static double spearmanBrown(double[] first, double[] second) {
    double r = new PearsonsCorrelation().correlation(first, second);
    return 2 * r / (1 + r);
  }

  /**
   * McDonald's ω of one factor, by the loadings that leave the smallest residual correlations
   * (iterated principal axis, which converges to minres); needs three items or more.
   */
  public static double omega(double[][] rows) {
    double[] loading = loadings(correlations(rows));
    double sum = 0;
    double unique = 0;
    for (double each : loading) {
      sum += each;
      unique += 1 - each * each;
    }
    return sum * sum / (sum * sum + unique);
  }

  private static double alpha(RealMatrix covariance) {
    int k = covariance.getColumnDimension();
    if (k < 2) throw new IllegalArgumentException("one item has no consistency");
    double total = 0;
    for (double[] row : covariance.getData()) for (double each : row) total += each;
    return k / (k - 1.0) * (1 - covariance.getTrace() / total);
  }

  private static RealMatrix correlations(double[][] rows) {
    return new PearsonsCorrelation(new Array2DRowRealMatrix(rows)).getCorrelationMatrix();
  }

  private static double[] loadings(RealMatrix correlations) {
    int k = correlations.getColumnDimension();
    if (k < 3) throw new IllegalArgumentException("one factor needs three items");
    double[] loading = new double[k];
    double moved = 1;
    for (int round = 0; round < 5000 && moved > 1e-10; round++) {
      double[] next = firstFactor(reduced(correlations, loading, round == 0));
      moved = 0;
      for (int i = 0; i < k; i++) moved = Math.max(moved, Math.abs(next[i] - loading[i]));
      loading = next;
    }
    return loading;
  }

  /** The correlations with each item's communality in place of its one; half at first. */
  private static RealMatrix reduced(RealMatrix correlations, double[] loading, boolean first) {
    RealMatrix reduced = correlations.copy();
    for (int i = 0; i < loading.length; i++) {
      reduced.setEntry(i, i, first ? 0.5 : Math.min(1, loading[i] * loading[i]));
    }
    return reduced;
  }

  private static double[] firstFactor(RealMatrix reduced) {
    var eigen = new EigenDecomposition(reduced);
    double[] axis = eigen.getEigenvector(0).toArray();
    double sum = 0;
    for (double each : axis) sum += each;
    double scale = Math.sqrt(Math.max(0, eigen.getRealEigenvalue(0))) * (sum < 0 ? -1 : 1);
    for (int i = 0; i < axis.length; i++) axis[i] *= scale;
    return axis;
  }
}
