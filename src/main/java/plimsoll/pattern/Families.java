package plimsoll.pattern;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Families of services that are nearly alike, for a picture: DBSCAN (M. Ester and others, KDD 1996)
 * with a reach of 0.25 and at least two services. With two, everybody who is near anybody is at the
 * core of a family, so families are what hangs together. Near ones chain, so the ends of a family
 * may lie far apart; that is why the number of patterns is counted otherwise.
 */
final class Families {
  private Families() {}

  /** Keys of the services of each family, largest first; who is like nobody is in none. */
  static List<List<String>> of(Census services, Ways ways) {
    int[] family = connected(ways);
    Map<Integer, List<Integer>> members =
        IntStream.range(0, ways.size())
            .boxed()
            .collect(
                Collectors.groupingBy(
                    way -> family[way],
                    TreeMap::new,
                    Collectors.flatMapping(
                        way -> ways.services(way).stream(), Collectors.toList())));
    return members.values().stream()
        .filter(each -> each.size() > 1)
        .map(each -> each.stream().sorted().toList())
        .sorted(
            Comparator.<List<Integer>>comparingInt(each -> -each.size())
                .thenComparingInt(each -> each.get(0)))
        .map(each -> each.stream().map(services::key).toList())
        .toList();
  }

  /** The family of each way, by breadth: from each one to all within reach that have none yet. */
  private static int[] connected(Ways ways) {
    var family = new int[ways.size()];
    Arrays.fill(family, -1);
    var queue = new int[ways.size()];
    for (int start = 0; start < family.length; start++) {
      if (family[start] >= 0) continue;
      family[start] = start;
      queue[0] = start;
      for (int head = 0, tail = 1; head < tail; head++) {
        for (int to = 0; to < family.length; to++) {
          if (family[to] < 0
              && Divergence.upTo(Divergence.CONSISTENT, ways.between(queue[head], to))) {
            family[to] = start;
            queue[tail++] = to;
          }
        }
      }
    }
    return family;
  }
}
