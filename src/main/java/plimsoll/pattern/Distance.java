package plimsoll.pattern;

import java.util.List;
import plimsoll.pattern.Feature.Group;

/**
 * How far two services lie apart, from 0 (same choices) to 1 (no choice in common), after Gower
 * (1971), with equal weights of the groups. What either service leaves unknown is left out, and so
 * is a trait that both lack.
 */
public final class Distance {
  private static final Feature[] FEATURES = Feature.values();
  private static final int GROUPS = Group.values().length;

  private Distance() {}

  /** NaN where the two have no known feature in common. */
  public static double between(Fingerprint a, Fingerprint b) {
    return between(a, b, null);
  }

  /**
   * @param leftOut a group that does not count; null when all count
   */
  public static double between(Fingerprint a, Fingerprint b, Group leftOut) {
    var sums = new double[GROUPS];
    var counts = new int[GROUPS];
    boolean met = false;
    for (Feature feature : FEATURES) {
      String left = a.values().get(feature);
      String right = b.values().get(feature);
      if (left == null || right == null || feature.group() == leftOut) {
        continue;
      }
      met = true;
      if (!feature.type().silent(left, right)) {
        sums[feature.group().ordinal()] += feature.type().difference(left, right);
        counts[feature.group().ordinal()]++;
      }
    }
    return met ? meanOfGroups(sums, counts) : Double.NaN;
  }

  /** All pairs, in the order of the list. */
  public static double[][] matrix(List<Fingerprint> services) {
    int n = services.size();
    var matrix = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < i; j++) {
        matrix[i][j] = between(services.get(i), services.get(j));
        matrix[j][i] = matrix[i][j];
      }
    }
    return matrix;
  }

  private static double meanOfGroups(double[] sums, int[] counts) {
    double total = 0;
    int groups = 0;
    for (int g = 0; g < GROUPS; g++) {
      if (counts[g] > 0) {
        total += sums[g] / counts[g];
        groups++;
      }
    }
    return groups == 0 ? 0 : total / groups;
  }
}
