package plimsoll.pattern;

import java.util.Arrays;

/** Groups of services that are nearly alike, by average linkage (Sokal and Michener 1958). */
public final class Clusters {
  private final double[][] distances;
  private final int[] sizes;

  private Clusters(double[][] distances) {
    this.distances = Arrays.stream(distances).map(double[]::clone).toArray(double[][]::new);
    this.sizes = new int[distances.length];
    Arrays.fill(sizes, 1);
  }

  /**
   * The share of the services in each cluster.
   *
   * @param distances all pairs, none NaN
   * @param cut clusters join as long as their mean distance is at most this
   */
  public static double[] shares(double[][] distances, double cut) {
    var clusters = new Clusters(distances);
    clusters.joinUpTo(cut);
    return Arrays.stream(clusters.sizes)
        .filter(size -> size > 0)
        .mapToDouble(size -> (double) size / distances.length)
        .toArray();
  }

  /**
   * Follows nearest neighbours until two are each other's: those two join. The result is that of
   * joining the nearest pair first, in square instead of cubic time (Murtagh 1983). Pairs that are
   * mutual but too far apart stay apart, and so does whatever they would have joined later, because
   * average linkage never comes nearer by joining.
   */
  private void joinUpTo(double cut) {
    int n = sizes.length;
    var settled = new boolean[n];
    var chain = new int[n];
    int length = 0;
    for (int start = 0; start < n; ) {
      if (length == 0) {
        if (sizes[start] == 0 || settled[start]) {
          start++;
          continue;
        }
        chain[length++] = start;
      }
      int last = chain[length - 1];
      int next = nearest(last, length > 1 ? chain[length - 2] : -1);
      if (next < 0 || distances[last][next] > cut + 1e-9) {
        settled[last] = true;
        length = 0;
      } else if (length > 1 && next == chain[length - 2]) {
        join(next, last);
        length -= 2;
      } else {
        chain[length++] = next;
      }
    }
  }

  /** Prefers the given one among equals, so that a chain ends. */
  private int nearest(int from, int preferred) {
    int best = preferred;
    for (int to = 0; to < sizes.length; to++) {
      boolean other = to != from && sizes[to] > 0;
      if (other && (best < 0 || distances[from][to] < distances[from][best])) {
        best = to;
      }
    }
    return best;
  }

  private void join(int kept, int gone) {
    int total = sizes[kept] + sizes[gone];
    for (int k = 0; k < sizes.length; k++) {
      if (k != kept && k != gone && sizes[k] > 0) {
        double mean = (sizes[kept] * distances[kept][k] + sizes[gone] * distances[gone][k]) / total;
        distances[kept][k] = mean;
        distances[k][kept] = mean;
      }
    }
    sizes[kept] = total;
    sizes[gone] = 0;
  }
}
