package plimsoll.pattern;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.commons.math3.ml.clustering.Clusterable;
import org.apache.commons.math3.ml.clustering.DBSCANClusterer;

/**
 * Families of services that are nearly alike, for a picture: DBSCAN (M. Ester and others, KDD 1996)
 * with a reach of 0.25 and at least two services. Near ones chain, so the ends of a family may lie
 * far apart; that is why the number of patterns is counted otherwise.
 */
final class Families {
  /** The library does not count the service itself, as the paper does. */
  private static final int OTHERS = 1;

  /** A sum of thirds may miss the reach by the last bit. */
  private static final double EPSILON = 1e-9;

  private Families() {}

  /** The index of one service, which the library takes for a point. */
  private record Member(int index) implements Clusterable {
    @Override
    public double[] getPoint() {
      return new double[] {index};
    }
  }

  /** Keys of the services of each family, largest first; who is like nobody is in none. */
  static List<List<String>> of(Census services, double[][] distances) {
    var all = IntStream.range(0, services.size()).mapToObj(Member::new).toList();
    var clusterer =
        new DBSCANClusterer<Member>(
            Divergence.CONSISTENT + EPSILON, OTHERS, (a, b) -> distances[(int) a[0]][(int) b[0]]);
    return clusterer.cluster(all).stream()
        .map(family -> family.getPoints().stream().map(Member::index).sorted().toList())
        .sorted(
            Comparator.<List<Integer>>comparingInt(family -> -family.size())
                .thenComparingInt(family -> family.get(0)))
        .map(family -> family.stream().map(services::key).collect(Collectors.toList()))
        .toList();
  }
}
