package plimsoll.disclosure;

import java.util.ArrayList;
import java.util.List;

/**
 * A place in the fixed tree of organisation, groups and teams.
 *
 * @param id unique in the tree
 * @param people how many gave a valid answer for the construct at hand; of a parent, the sum of its
 *     children's
 * @param children empty for a team
 */
public record Node(String id, int people, List<Node> children) {

  public Node {
    children = List.copyOf(children);
    if (people < 0) throw new IllegalArgumentException(id + " has a negative number of people");
    if (!children.isEmpty() && people != children.stream().mapToInt(Node::people).sum()) {
      throw new IllegalArgumentException(id + " is not the sum of its children");
    }
  }

  public static Node leaf(String id, int people) {
    return new Node(id, people, List.of());
  }

  public static Node of(String id, List<Node> children) {
    return new Node(id, children.stream().mapToInt(Node::people).sum(), children);
  }

  /** This node and all below it, children before their parents. */
  public List<Node> deepestFirst() {
    var all = new ArrayList<Node>();
    collect(all);
    return all;
  }

  /** The teams below this node; itself where it is one. */
  public List<Node> leaves() {
    return deepestFirst().stream().filter(node -> node.children.isEmpty()).toList();
  }

  private void collect(List<Node> all) {
    for (Node child : children) child.collect(all);
    all.add(this);
  }
}
