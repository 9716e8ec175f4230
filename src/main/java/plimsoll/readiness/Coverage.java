package plimsoll.readiness;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import plimsoll.disclosure.Gate;
import plimsoll.disclosure.Node;

/** How many of the people of groups are in teams that were heard, as far as it may be told. */
final class Coverage {
  private final Case given;
  private final Tree tree;
  private final Set<String> withheld;
  private final Map<String, Double> shares = new HashMap<>();

  Coverage(Case given, Tree tree, Set<String> withheld) {
    this.given = given;
    this.tree = tree;
    this.withheld = withheld;
  }

  /** By the group's key. */
  Map<String, Double> below(Node organisation) {
    organisation.children().forEach(this::silent);
    return shares;
  }

  /** People in what is left of a node, or of one shown below it, of which nobody was heard. */
  private int silent(Node node) {
    if (node.children().isEmpty()) return 0;
    int silent = 0;
    for (Node child : node.children()) silent += silent(child);
    if (withheld.contains(node.id())) return silent;
    var rest = Gate.rest(node, withheld);
    if (rest.stream().allMatch(team -> team.people() == 0)) {
      silent += rest.stream().mapToInt(this::size).sum();
    }
    int all = node.leaves().stream().mapToInt(this::size).sum();
    shares.put(Tree.keyOfGroup(node.id()), all == 0 ? 0 : 1 - (double) silent / all);
    return silent;
  }

  private int size(Node team) {
    return given.teams().get(tree.place(team.id())).size();
  }
}
