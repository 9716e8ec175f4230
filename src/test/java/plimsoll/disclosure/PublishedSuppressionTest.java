package plimsoll.disclosure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import plimsoll.statistics.Oracle;
import plimsoll.statistics.Oracles;
import plimsoll.statistics.Oracles.Room;

/** A tree worked out by hand, from the file of oracles. */
class PublishedSuppressionTest {

  @TestFactory
  Stream<DynamicTest> whatWasWorkedOutByHandIsFoundHere() {
    return Oracles.of(Room.DISCLOSURE, Map.of("suppression", PublishedSuppressionTest::tree));
  }

  private static void tree(Oracle o) {
    var groups = new ArrayList<Node>();
    o.at("tree").byName().forEach((key, teams) -> groups.add(group(key, teams.numbers())));
    var tree = Node.of("org", groups);
    var withheld = Gate.withheld(tree, o.whole("k"), Set.of()).keySet();
    var shown = new TreeSet<String>();
    tree.deepestFirst().forEach(node -> shown.add(node.id()));
    shown.removeAll(withheld);
    assertEquals(new TreeSet<>(o.at("published").texts()), shown);
    for (Node group : groups) {
      var rests = o.at("residuals");
      double rest = rests.has(group.id()) ? rests.number(group.id()) : 0;
      assertEquals(rest, left(group, withheld), group.id());
    }
  }

  private static int left(Node group, Set<String> withheld) {
    return Gate.rest(group, withheld).stream().mapToInt(Node::people).sum();
  }

  private static Node group(String key, double[] people) {
    var teams = new ArrayList<Node>();
    for (int t = 0; t < people.length; t++) {
      teams.add(Node.leaf(key + "t" + t, (int) people[t]));
    }
    return Node.of(key, teams);
  }
}
