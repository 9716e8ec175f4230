package plimsoll.pattern;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.math3.util.FastMath;

/**
 * Effective numbers of patterns that count near patterns as near, of order 1: T. Leinster and C. A.
 * Cobbold, "Measuring diversity: the importance of species similarity", Ecology 93 (2012); divided
 * among teams after R. Reeve and others, "How to partition diversity" (2016). Supporting evidence
 * only: without any divergence, beta still drifts with the number of services.
 *
 * @param gamma patterns in the whole organisation, 1 or more
 * @param alpha patterns inside a typical team, 1 or more
 * @param beta how many times as many the organisation has as a team, 1 to the number of teams;
 *     where unknown features make the distances contradict each other, the ratio can fall below 1
 *     and counts as 1
 */
public record Diversity(double gamma, double alpha, double beta) {

  /**
   * @param distances all pairs, each 0 to 1
   * @param teams the team of each service, as any number
   */
  public static Diversity of(double[][] distances, int[] teams) {
    return of(Distances.of(distances), teams);
  }

  static Diversity of(Distances distances, int[] teams) {
    int n = teams.length;
    double gamma = 0;
    double alpha = 0;
    for (int i = 0; i < n; i++) {
      double all = 0;
      double own = 0;
      int mates = 0;
      for (int j = 0; j < n; j++) {
        double similarity = 1 - distances.between(i, j);
        all += similarity;
        if (teams[i] == teams[j]) {
          own += similarity;
          mates++;
        }
      }
      gamma -= FastMath.log(all / n) / n;
      alpha -= FastMath.log(own / mates) / n;
    }
    double beta = Math.max(1, FastMath.exp(gamma - alpha));
    return new Diversity(FastMath.exp(gamma), FastMath.exp(alpha), beta);
  }

  /**
   * The Hill number of order 1: as many equally common kinds would be as surprising (M. O. Hill,
   * Ecology 54, 1973).
   *
   * @param shares 0 or more and finite, not all 0; need not sum to 1
   * @throws IllegalArgumentException for others
   */
  public static double hill(double[] shares) {
    return FastMath.exp(entropy(shares));
  }

  /**
   * How much groups differ in what they choose, 0 (same mix) to 1 (nothing in common): the
   * generalised Jensen–Shannon divergence (J. Lin, IEEE Transactions on Information Theory 37,
   * 1991) with equal weights, over the logarithm of the number of groups. Without any divergence it
   * still grows with the noise inside groups and with their number.
   *
   * @param groups how often each makes each choice; at least two groups
   * @throws IllegalArgumentException when there are fewer, or a group made no choice
   */
  public static double jensenShannon(List<? extends Map<?, ? extends Number>> groups) {
    if (groups.size() < 2) throw new IllegalArgumentException("to differ takes two groups");
    var mixture = new LinkedHashMap<Object, Double>();
    double inside = 0;
    for (var group : groups) {
      double[] counts = group.values().stream().mapToDouble(Number::doubleValue).toArray();
      inside += entropy(counts);
      double total = Arrays.stream(counts).sum();
      group.forEach(
          (choice, count) -> mixture.merge(choice, count.doubleValue() / total, Double::sum));
    }
    double whole = entropy(mixture.values().stream().mapToDouble(share -> share).toArray());
    double share = (whole - inside / groups.size()) / FastMath.log(groups.size());
    return Math.min(1, Math.max(0, share));
  }

  /** In nats. */
  private static double entropy(double[] shares) {
    double total = Arrays.stream(shares).sum();
    if (!(total > 0) || Double.isInfinite(total) || Arrays.stream(shares).anyMatch(s -> s < 0)) {
      throw new IllegalArgumentException(Arrays.toString(shares) + " are no shares");
    }
    return -Arrays.stream(shares)
        .filter(share -> share > 0)
        .map(share -> share / total * FastMath.log(share / total))
        .sum();
  }
}
