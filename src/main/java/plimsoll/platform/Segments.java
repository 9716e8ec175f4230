package plimsoll.platform;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import plimsoll.disclosure.Gate;
import plimsoll.disclosure.Node;

/**
 * Users grouped by what they need, and not by the org chart.
 *
 * @param shown the largest first, six at most, each of a minimum group or more
 * @param others people in segments that are too small or too many to be told apart
 */
public record Segments(List<Sized> shown, int others) {
  static final int MOST = 6;

  /** Where a service is in its life. */
  public enum Stage {
    NEW,
    ESTABLISHED,
    LEGACY
  }

  /**
   * A need.
   *
   * @param regulated rules from outside bind it
   * @param autonomy the team wants to choose for itself
   */
  public record Segment(Stage stage, boolean regulated, boolean autonomy) {

    String key() {
      return stage + (regulated ? "/regulated" : "/free") + (autonomy ? "/own way" : "/path");
    }
  }

  /** A segment and how many people are in it. */
  public record Sized(Segment segment, int people) {}

  /**
   * Those that may be told apart. People outside of them are none or a whole minimum group.
   *
   * @param people how many each team has, by its segment; 0 or more
   * @param minimumGroup fewest people of a segment, 1 or more
   */
  public static Segments of(Map<Segment, Integer> people, int minimumGroup) {
    var bySize = new ArrayList<Sized>();
    people.forEach((segment, n) -> bySize.add(new Sized(segment, n)));
    bySize.sort(
        Comparator.comparingInt(Sized::people)
            .reversed()
            .thenComparing(one -> one.segment().key()));
    int all = bySize.stream().mapToInt(Sized::people).sum();
    var withheld = Gate.withheld(tree(bySize), minimumGroup, Set.of());
    var shown =
        bySize.stream()
            .filter(one -> !withheld.containsKey(one.segment().key()))
            .limit(MOST)
            .toList();
    return new Segments(shown, all - shown.stream().mapToInt(Sized::people).sum());
  }

  /** Whether the platform can say whom it is for. */
  public boolean named() {
    return !shown.isEmpty();
  }

  private static Node tree(List<Sized> all) {
    var leaves = new TreeMap<String, Node>();
    all.forEach(
        one -> leaves.put(one.segment().key(), Node.leaf(one.segment().key(), one.people())));
    return Node.of("", List.copyOf(leaves.values()));
  }
}
