package plimsoll.pattern.copy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Which of numbered things hang together (R. Tarjan, "Efficiency of a good but not linear…"). */
final class Forest {
  private final int[] above;

  Forest(int size) {
    above = IntStream.range(0, size).toArray();
  }

  int root(int i) {
    int at = i;
    while (above[at] != at) {
      above[at] = above[above[at]];
      at = above[at];
    }
    return at;
  }

  /** The lesser number leads, so that the order of joining does not matter. */
  void join(int one, int other) {
    int a = root(one);
    int b = root(other);
    above[Math.max(a, b)] = Math.min(a, b);
  }

  boolean joined(int one, int other) {
    return root(one) == root(other);
  }

  /** Those of two or more, by the least number in each; the numbers ascend. */
  List<List<Integer>> groups() {
    Map<Integer, List<Integer>> byRoot = new TreeMap<>();
    for (int i = 0; i < above.length; i++) {
      byRoot.computeIfAbsent(root(i), root -> new ArrayList<>()).add(i);
    }
    return byRoot.values().stream().filter(group -> group.size() > 1).toList();
  }
}
