package plimsoll.disclosure;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Decides for one construct which nodes of the tree may be shown. Whoever subtracts what is shown
 * below a node from the node itself must be left with nobody or with a whole minimum group; in a
 * tree every group that can be worked out is a union of such rests (measurement 8.4, P2 to P4).
 */
public final class Gate {
  private final int minimumGroup;
  private final Set<String> withheldBefore;
  private final Map<String, Withholding> withheld = new TreeMap<>();

  private Gate(int minimumGroup, Set<String> withheldBefore) {
    this.minimumGroup = minimumGroup;
    this.withheldBefore = withheldBefore;
  }

  /**
   * The nodes that must not be shown, each with the reason; all others may.
   *
   * @param minimumGroup fewest people that may be shown, 1 or more
   * @param rosterChanged ids withheld because their roster hardly changed ({@link Rosters})
   * @param withheldBefore ids withheld in the last reading: they go first, so that fewer places
   *     change between readings
   */
  public static Map<String, Withholding> withheld(
      Node tree, int minimumGroup, Set<String> rosterChanged, Set<String> withheldBefore) {
    if (minimumGroup < 1) throw new IllegalArgumentException("a group has one person or more");
    var gate = new Gate(minimumGroup, withheldBefore);
    gate.withholdAlone(tree, rosterChanged);
    gate.withholdRests(tree);
    return Collections.unmodifiableMap(gate.withheld);
  }

  /** People left when what is shown below a node is taken from it. */
  public static int rest(Node node, Set<String> withheld) {
    return node.people() - shownBelow(node, withheld).stream().mapToInt(Node::people).sum();
  }

  private void withholdAlone(Node tree, Set<String> rosterChanged) {
    for (Node node : tree.deepestFirst()) {
      if (node.people() == 0) withheld.put(node.id(), Withholding.NO_EVIDENCE);
      else if (node.people() < minimumGroup) withheld.put(node.id(), Withholding.TOO_FEW);
      else if (rosterChanged.contains(node.id())) {
        withheld.put(node.id(), Withholding.ROSTER_CHANGED);
      }
    }
  }

  /** Until nothing changes, for what is withheld below adds to the rest above. */
  private void withholdRests(Node tree) {
    boolean changed = true;
    while (changed) {
      changed = false;
      for (Node node : tree.deepestFirst()) {
        while (revealing(node)) {
          withhold(node);
          changed = true;
        }
      }
    }
  }

  private boolean revealing(Node node) {
    if (withheld.containsKey(node.id())) return false;
    int rest = rest(node, withheld.keySet());
    return rest > 0 && rest < minimumGroup;
  }

  private void withhold(Node node) {
    Node given = shownBelow(node, withheld.keySet()).stream().min(sacrificeOrder()).orElse(node);
    withheld.put(given.id(), Withholding.WOULD_REVEAL_ANOTHER);
  }

  private Comparator<Node> sacrificeOrder() {
    return Comparator.comparing((Node n) -> !withheldBefore.contains(n.id()))
        .thenComparingInt(Node::people)
        .thenComparing(Node::id);
  }

  /** The highest shown nodes below a node. */
  private static List<Node> shownBelow(Node node, Set<String> withheld) {
    var shown = new ArrayList<Node>();
    for (Node child : node.children()) {
      if (withheld.contains(child.id())) shown.addAll(shownBelow(child, withheld));
      else shown.add(child);
    }
    return shown;
  }
}
