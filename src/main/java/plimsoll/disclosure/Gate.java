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
  private final Past past;
  private final Map<String, Withholding> withheld = new TreeMap<>();

  private Gate(int minimumGroup, Past past) {
    this.minimumGroup = minimumGroup;
    this.past = past;
  }

  /**
   * The nodes that must not be shown, each with the reason; all others may.
   *
   * @param minimumGroup fewest people that may be shown, 1 or more
   * @param past what was shown before: a node whose people hardly changed since is withheld, and so
   *     is the smallest below a node of which just such people would be left
   */
  public static Map<String, Withholding> withheld(Node tree, int minimumGroup, Past past) {
    if (minimumGroup < 1) throw new IllegalArgumentException("a group has one person or more");
    var gate = new Gate(minimumGroup, past);
    gate.withholdAlone(tree);
    gate.withholdRests(tree);
    return Collections.unmodifiableMap(gate.withheld);
  }

  /** The teams left when what is shown below a node is taken from it; itself where it is a team. */
  public static List<Node> rest(Node node, Set<String> withheld) {
    if (node.children().isEmpty()) return List.of(node);
    var rest = new ArrayList<Node>();
    for (Node child : node.children()) {
      if (withheld.contains(child.id())) rest.addAll(rest(child, withheld));
    }
    return rest;
  }

  private void withholdAlone(Node tree) {
    for (Node node : tree.deepestFirst()) {
      if (node.people() == 0) withheld.put(node.id(), Withholding.NO_EVIDENCE);
      else if (node.people() < minimumGroup) withheld.put(node.id(), Withholding.TOO_FEW);
      else if (past.hardlyChanged(node, node.leaves())) {
        withheld.put(node.id(), Withholding.ROSTER_CHANGED);
      }
    }
  }

  /** Children first: what is withheld for a node's sake lies below it and opens no other rest. */
  private void withholdRests(Node tree) {
    for (Node node : tree.deepestFirst()) {
      while (revealing(node)) withhold(node);
    }
  }

  private boolean revealing(Node node) {
    if (withheld.containsKey(node.id())) return false;
    var rest = rest(node, withheld.keySet());
    int people = rest.stream().mapToInt(Node::people).sum();
    return people > 0 && (people < minimumGroup || past.hardlyChanged(node, rest));
  }

  private void withhold(Node node) {
    Node given = shownBelow(node, withheld.keySet()).stream().min(sacrificeOrder()).orElse(node);
    withheld.put(given.id(), Withholding.WOULD_REVEAL_ANOTHER);
  }

  private Comparator<Node> sacrificeOrder() {
    return Comparator.comparing((Node n) -> !past.withheld(n.id()))
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
