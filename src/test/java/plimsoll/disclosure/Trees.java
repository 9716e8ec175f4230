package plimsoll.disclosure;

import java.util.ArrayList;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/** Trees for tests, by hand and by chance. */
final class Trees {
  private Trees() {}

  /** An organisation of groups of teams, with how many people each team has. */
  static Node of(int[]... groups) {
    var nodes = new ArrayList<Node>();
    for (int g = 0; g < groups.length; g++) {
      var teams = new ArrayList<Node>();
      for (int t = 0; t < groups[g].length; t++) {
        teams.add(Node.leaf("g" + g + "t" + t, groups[g][t]));
      }
      nodes.add(Node.of("g" + g, teams));
    }
    return Node.of("org", nodes);
  }

  /** So many teams that all sets of small ones can be tried. */
  private static final int MOST = 24;

  /**
   * A tree of chance in which teams and groups stand side by side.
   *
   * @param depth levels below its top, 1 or more
   */
  static Node random(Random chance, int depth) {
    Node tree;
    do {
      tree = random("n", chance, depth);
    } while (tree.leaves().size() > MOST);
    return tree;
  }

  private static Node random(String id, Random chance, int depth) {
    var children = new ArrayList<Node>();
    int count = 1 + chance.nextInt(4);
    for (int i = 0; i < count; i++) {
      boolean team = depth == 1 || chance.nextInt(3) == 0;
      String child = id + i;
      children.add(team ? Node.leaf(child, chance.nextInt(13)) : random(child, chance, depth - 1));
    }
    return Node.of(id, children);
  }

  static Set<String> shown(Node tree, int minimumGroup) {
    return shown(tree, minimumGroup, Set.of());
  }

  static Set<String> shown(Node tree, int minimumGroup, Set<String> before) {
    var shown = new TreeSet<String>();
    tree.deepestFirst().forEach(node -> shown.add(node.id()));
    shown.removeAll(Gate.withheld(tree, minimumGroup, before).keySet());
    return shown;
  }
}
