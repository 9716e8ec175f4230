package plimsoll.statistics;

import java.util.Arrays;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * One factor behind some items, from their correlations.
 *
 * @param loadings of the items on the factor, most of them above 0
 */
public record OneFactor(double[] loadings) {
  private static final int MOST_ROUNDS = 100_000;
  private static final double SETTLED = 1e-12;

  public OneFactor {
    loadings = loadings.clone();
  }

  /**
   * The loadings that leave the smallest residual correlations (Harman and Jones 1966), by iterated
   * principal axes, which settle there. No item gives the factor more than all of itself.
   *
   * @param correlations of three items or more
   * @return null where they do not settle
   */
  public static OneFactor minres(RealMatrix correlations) {
    requireThree(correlations);
    double[] loading = new double[correlations.getColumnDimension()];
    Arrays.fill(loading, Math.sqrt(0.5));
    return settled(loading, l -> principalAxis(correlations, l));
  }

  /**
   * The likeliest loadings if answers are normal, by Rubin and Thayer's EM (1982).
   *
   * @param correlations of three items or more
   * @return null where they do not settle
   */
  public static OneFactor likeliest(RealMatrix correlations) {
    requireThree(correlations);
    double[] loading = new double[correlations.getColumnDimension()];
    Arrays.fill(loading, Math.sqrt(0.5));
    return settled(loading, l -> expected(correlations, l));
  }

  /** McDonald's ω: the share of the variance of the sum that the factor makes, 0 to 1. */
  public double omega() {
    double sum = 0;
    double unique = 0;
    for (double each : loadings) {
      sum += each;
      unique += Math.max(0, 1 - each * each);
    }
    return sum * sum / (sum * sum + unique);
  }

  private interface Round {
    double[] from(double[] loading);
  }

  private static OneFactor settled(double[] start, Round round) {
    double[] loading = start;
    for (int i = 0; i < MOST_ROUNDS; i++) {
      double[] next = round.from(loading);
      if (farthest(loading, next) < SETTLED) return new OneFactor(next);
      loading = next;
    }
    return null;
  }

  private static double farthest(double[] some, double[] others) {
    double farthest = 0;
    for (int i = 0; i < some.length; i++) {
      farthest = Math.max(farthest, Math.abs(some[i] - others[i]));
    }
    return farthest;
  }

  /** The first axis with each item's communality in place of its one. */
  private static double[] principalAxis(RealMatrix correlations, double[] loading) {
    RealMatrix reduced = correlations.copy();
    for (int i = 0; i < loading.length; i++) {
      reduced.setEntry(i, i, Math.min(1, loading[i] * loading[i]));
    }
    var eigen = new EigenDecomposition(reduced);
    double scale = Math.sqrt(Math.max(0, eigen.getRealEigenvalue(0)));
    double[] axis = eigen.getEigenvector(0).toArray();
    double side = Arrays.stream(axis).sum() < 0 ? -scale : scale;
    return Arrays.stream(axis).map(a -> side * a).toArray();
  }

  private static double[] expected(RealMatrix correlations, double[] loading) {
    double[] weight = new double[loading.length];
    double signal = 0;
    for (int i = 0; i < loading.length; i++) {
      weight[i] = loading[i] / Math.max(1e-9, 1 - loading[i] * loading[i]);
      signal += weight[i] * loading[i];
    }
    for (int i = 0; i < weight.length; i++) weight[i] /= 1 + signal;
    double[] seen = correlations.operate(weight);
    double known = 1 / (1 + signal);
    for (int i = 0; i < weight.length; i++) known += weight[i] * seen[i];
    double variance = known;
    return Arrays.stream(seen).map(s -> Math.max(-1, Math.min(1, s / variance))).toArray();
  }

  private static void requireThree(RealMatrix correlations) {
    Refuse.unless(correlations.getColumnDimension() >= 3, "one factor needs three items");
    for (double[] row : correlations.getData()) Refuse.unlessFinite(row);
  }
}
