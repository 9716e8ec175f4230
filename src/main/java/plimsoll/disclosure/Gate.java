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
 * tree every group that can be worked out is a union of such rests (measurement 8.4, P2 and P3).
 * What follows together with earlier readings is for {@link Waves}: withholding more than the gate
 * does never breaks this rule, since a rest only grows by rests.
 */
public final class Gate {
  private final int minimumGroup;
  private final Set<String> before;
  private final Map<String, Withholding> withheld = new TreeMap<>();

  private Gate(int minimumGroup, Set<String> before) {
    this.minimumGroup = minimumGroup;
    this.before = before;
  }

  /**
   * The nodes that must not be shown, each with the reason; all others may.
   *
   * @param minimumGroup fewest people that may be shown, 1 or more
   * @param before ids of the nodes that were withheld in the last reading: they go first, so that
   *     fewer places change
   */
  public static Map<String, Withholding> withheld(Node tree, int minimumGroup, Set<String> before) {
    if (minimumGroup < 1) throw new IllegalArgumentException("a group has one person or more");
    var gate = new Gate(minimumGroup, before);
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
    return people > 0 && people < minimumGroup;
  }

  private void withhold(Node node) {
    Node given = shownBelow(node, withheld.keySet()).stream().min(sacrificeOrder()).orElse(node);
    withheld.put(given.id(), Withholding.WOULD_REVEAL_ANOTHER);
  }

  private Comparator<Node> sacrificeOrder() {
    return Comparator.comparing((Node n) -> !before.contains(n.id()))
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
