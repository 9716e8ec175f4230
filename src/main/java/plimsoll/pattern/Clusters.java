package plimsoll.pattern;

import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.stream.IntStream;

/** Groups of services that are nearly alike, by average linkage (Sokal and Michener 1958). */
public final class Clusters {
  /** Absorbs what means of means of 24 bits miss. */
  private static final float EPSILON = 1e-5f;

  /** Below the diagonal alone, in 24 bits: half a square, and half of half of its bytes. */
  private final float[][] distances;

  private final int[] sizes;
  private final int[] into;

  private Clusters(Distances given, int[] weights) {
    int n = given.size();
    distances = new float[n][];
    into = new int[n];
    for (int i = 0; i < n; i++) {
      into[i] = i;
      distances[i] = new float[i];
      for (int j = 0; j < i; j++) distances[i][j] = (float) given.between(i, j);
    }
    sizes = weights.clone();
  }

  /**
   * The cluster of each thing, numbered from 0: the largest first, of equal ones the one whose
   * first thing comes first.
   *
   * @param weights of how many services each thing stands, 1 or more
   * @param cut clusters join as long as their mean distance is at most this
   */
  public static int[] of(Distances given, int[] weights, double cut) {
    var clusters = new Clusters(given, weights);
    clusters.joinUpTo((float) cut + EPSILON);
    return clusters.numbered();
  }

  /** The share of the things in each cluster, where each weighs the same. */
  public static double[] shares(double[][] distances, double cut) {
    var weights = new int[distances.length];
    Arrays.fill(weights, 1);
    return shares(of(Distances.of(distances), weights, cut), weights);
  }

  /** The share of the services in each of the clusters. */
  public static double[] shares(int[] clusters, int[] weights) {
    var sizes = new int[Arrays.stream(clusters).max().orElse(-1) + 1];
    for (int i = 0; i < clusters.length; i++) sizes[clusters[i]] += weights[i];
    double all = Arrays.stream(weights).sum();
    return Arrays.stream(sizes).mapToDouble(size -> size / all).toArray();
  }

  private int[] numbered() {
    int[] roots = IntStream.range(0, into.length).map(this::root).toArray();
    var first = new LinkedHashMap<Integer, Integer>();
    for (int root : roots) first.putIfAbsent(root, first.size());
    var order =
        first.keySet().stream().sorted(Comparator.comparingInt(root -> -sizes[root])).toList();
    var numbers = new int[into.length];
    for (int i = 0; i < order.size(); i++) numbers[order.get(i)] = i;
    return Arrays.stream(roots).map(root -> numbers[root]).toArray();
  }

  private int root(int thing) {
    int at = thing;
    while (into[at] != at) at = into[at];
    return at;
  }

  private float distance(int one, int other) {
    return one > other ? distances[one][other] : distances[other][one];
  }

  /**
   * Follows nearest neighbours until two are each other's: those two join. The result is that of
   * joining the nearest pair first, in square instead of cubic time (Murtagh 1983). Pairs that are
   * mutual but too far apart stay apart, and so does whatever they would have joined later, because
   * average linkage never comes nearer by joining.
   */
  private void joinUpTo(float cut) {
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
      if (next < 0 || distance(last, next) > cut) {
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
    float least = preferred < 0 ? Float.POSITIVE_INFINITY : distance(from, preferred);
    float[] row = distances[from];
    for (int to = 0; to < sizes.length; to++) {
      if (sizes[to] == 0 || to == from) continue;
      float each = to < from ? row[to] : distances[to][from];
      if (each < least) {
        least = each;
        best = to;
      }
    }
    return best;
  }

  private void join(int kept, int gone) {
    double total = sizes[kept] + sizes[gone];
    for (int k = 0; k < sizes.length; k++) {
      if (k == kept || k == gone || sizes[k] == 0) continue;
      double near = sizes[kept] / total * distance(kept, k);
      float mean = (float) (near + sizes[gone] / total * distance(gone, k));
      if (kept > k) distances[kept][k] = mean;
      else distances[k][kept] = mean;
    }
    sizes[kept] += sizes[gone];
    sizes[gone] = 0;
    into[gone] = kept;
  }
}
