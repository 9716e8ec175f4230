package plimsoll.pattern;

import java.util.Arrays;
import java.util.List;
import plimsoll.pattern.Feature.Group;

/**
 * How far two services lie apart, from 0 (same choices) to 1 (no choice in common), after Gower
 * (1971), with equal weights of the groups. What either service leaves unknown is left out, and so
 * is a trait that both lack.
 *
 * <p>Pairs of services are many, so one comparison gives the distance with all features and with
 * each group of them left out.
 */
public final class Distance {
  private static final Feature.Type[] TYPES =
      Arrays.stream(Feature.values()).map(Feature::type).toArray(Feature.Type[]::new);
  private static final int[] GROUP =
      Arrays.stream(Feature.values()).mapToInt(feature -> feature.group().ordinal()).toArray();
  private static final int GROUPS = Group.values().length;

  /** How many ways there are to look at two services. */
  static final int VIEWS = GROUPS + 1;

  private final double[] sums = new double[GROUPS];
  private final int[] counts = new int[GROUPS];
  private final boolean[] known = new boolean[GROUPS];
  private final double[] views = new double[VIEWS];

  Distance() {}

  /** The place of a distance among those of {@link #views}; of all features for null. */
  static int view(Group leftOut) {
    return leftOut == null ? GROUPS : leftOut.ordinal();
  }

  /** NaN where the two have no known feature in common. */
  public static double between(Fingerprint a, Fingerprint b) {
    return between(a, b, null);
  }

  /**
   * @param leftOut a group that does not count; null when all count
   */
  public static double between(Fingerprint a, Fingerprint b, Group leftOut) {
    int[][] codes = Codes.of(List.of(a, b));
    return new Distance().views(codes[0], codes[1])[view(leftOut)];
  }

  /** All pairs, in the order of the list. */
  public static double[][] matrix(List<Fingerprint> services) {
    int n = services.size();
    int[][] codes = Codes.of(services);
    var distance = new Distance();
    var matrix = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < i; j++) {
        matrix[i][j] = distance.views(codes[i], codes[j])[view(null)];
        matrix[j][i] = matrix[i][j];
      }
    }
    return matrix;
  }

  /**
   * The distances with each group left out, then with none.
   *
   * @param a one of {@link Codes}, as is {@code b}
   * @return overwritten by the next call
   */
  double[] views(int[] a, int[] b) {
    compare(a, b);
    for (int view = 0; view < VIEWS; view++) {
      views[view] = meanWithout(view);
    }
    return views;
  }

  private void compare(int[] a, int[] b) {
    for (int g = 0; g < GROUPS; g++) {
      sums[g] = 0;
      counts[g] = 0;
      known[g] = false;
    }
    for (int f = 0; f < GROUP.length; f++) {
      if (a[f] == Codes.UNKNOWN || b[f] == Codes.UNKNOWN) {
        continue;
      }
      known[GROUP[f]] = true;
      if (!TYPES[f].silent(a[f], b[f])) {
        sums[GROUP[f]] += TYPES[f].difference(a[f], b[f]);
        counts[GROUP[f]]++;
      }
    }
    for (int g = 0; g < GROUPS; g++) {
      sums[g] /= Math.max(1, counts[g]);
    }
  }

  /** The mean over the groups that say something; {@code GROUPS} leaves none out. */
  private double meanWithout(int leftOut) {
    double total = 0;
    int groups = 0;
    boolean met = false;
    for (int g = 0; g < GROUPS; g++) {
      if (g == leftOut) {
        continue;
      }
      met |= known[g];
      if (counts[g] > 0) {
        total += sums[g];
        groups++;
      }
    }
    if (!met) {
      return Double.NaN;
    }
    return groups == 0 ? 0 : total / groups;
  }
}
