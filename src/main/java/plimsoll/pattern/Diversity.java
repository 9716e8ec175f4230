package plimsoll.pattern;

import java.util.Arrays;
import org.apache.commons.math3.util.FastMath;

/**
 * Effective numbers of patterns that count near patterns as near, of order 1: T. Leinster and C. A.
 * Cobbold, "Measuring diversity: the importance of species similarity", Ecology 93 (2012); divided
 * among teams after R. Reeve and others, "How to partition diversity" (2016). Supporting evidence
 * only: without any divergence, beta still drifts with the number of services.
 *
 * @param gamma patterns in the whole organisation, 1 or more
 * @param alpha patterns inside a typical team, 1 or more
 * @param beta how many times as many the organisation has as a team
 */
public record Diversity(double gamma, double alpha, double beta) {

  /**
   * @param distances all pairs, each 0 to 1
   * @param teams the team of each service, as any number
   */
  public static Diversity of(double[][] distances, int[] teams) {
    int n = teams.length;
    double gamma = 0;
    double alpha = 0;
    for (int i = 0; i < n; i++) {
      double all = 0;
      double own = 0;
      int mates = 0;
      for (int j = 0; j < n; j++) {
        double similarity = 1 - distances[i][j];
        all += similarity;
        if (teams[i] == teams[j]) {
          own += similarity;
          mates++;
        }
      }
      gamma -= FastMath.log(all / n) / n;
      alpha -= FastMath.log(own / mates) / n;
    }
    return new Diversity(FastMath.exp(gamma), FastMath.exp(alpha), FastMath.exp(gamma - alpha));
  }

  /**
   * The Hill number of order 1: as many equally common kinds would be as surprising.
   *
   * @param shares 0 or more, not all 0; need not sum to 1
   */
  public static double hill(double[] shares) {
    return FastMath.exp(entropy(shares));
  }

  /**
   * How much groups differ in what they choose, 0 (same mix) to 1 (nothing in common): the
   * generalised Jensen–Shannon divergence (Lin 1991) with equal weights, over the logarithm of the
   * number of groups.
   *
   * @param counts a row for each group, at least two, none all 0
   */
  public static double jensenShannon(double[][] counts) {
    int groups = counts.length;
    var mixture = new double[counts[0].length];
    double inside = 0;
    for (double[] row : counts) {
      double total = Arrays.stream(row).sum();
      for (int k = 0; k < row.length; k++) {
        mixture[k] += row[k] / total / groups;
      }
      inside += entropy(row) / groups;
    }
    double share = (entropy(mixture) - inside) / FastMath.log(groups);
    return Math.min(1, Math.max(0, share));
  }

  /** In nats. */
  private static double entropy(double[] shares) {
    double total = Arrays.stream(shares).sum();
    return -Arrays.stream(shares)
        .filter(share -> share > 0)
        .map(share -> share / total * FastMath.log(share / total))
        .sum();
  }
}
