package plimsoll.disclosure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class GateTest {

  private static Node tree(int[]... groups) {
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

  private static Set<String> shown(Node tree, int k) {
    var shown = new TreeSet<String>();
    tree.deepestFirst().forEach(n -> shown.add(n.id()));
    shown.removeAll(Gate.withheld(tree, k, Set.of(), Set.of()).keySet());
    return shown;
  }

  @Test
  void theWorkedExampleOfThePaperHolds() {
    var tree = tree(new int[] {7, 6, 3}, new int[] {9, 4}, new int[] {5, 8});
    assertEquals(Set.of("org", "g0", "g1", "g2", "g0t0", "g2t0", "g2t1"), shown(tree, 5));
    var withheld = Gate.withheld(tree, 5, Set.of(), Set.of()).keySet();
    assertEquals(9, Gate.rest(tree.children().get(0), withheld));
    assertEquals(13, Gate.rest(tree.children().get(1), withheld));
  }

  @Test
  void fourAnswersAreWithheldAndFiveAreNot() {
    var tree = Node.of("org", List.of(Node.leaf("a", 4), Node.leaf("b", 9), Node.leaf("c", 5)));
    var withheld = Gate.withheld(tree, 5, Set.of(), Set.of());
    assertEquals(Withholding.TOO_FEW, withheld.get("a"));
    assertEquals(Withholding.WOULD_REVEAL_ANOTHER, withheld.get("c"));
    assertFalse(withheld.containsKey("b"));
  }

  @Test
  void theOneWithheldBeforeIsWithheldAgain() {
    var tree = Node.of("org", List.of(Node.leaf("a", 4), Node.leaf("b", 9), Node.leaf("c", 5)));
    var withheld = Gate.withheld(tree, 5, Set.of(), Set.of("b"));
    assertTrue(withheld.containsKey("b"));
    assertFalse(withheld.containsKey("c"));
  }

  @Test
  void aRosterThatHardlyChangedIsWithheldWithItsReason() {
    var tree = Node.of("org", List.of(Node.leaf("a", 8), Node.leaf("b", 9)));
    var withheld = Gate.withheld(tree, 5, Set.of("a"), Set.of());
    assertEquals(Map.of("a", Withholding.ROSTER_CHANGED), withheld);
  }

  @Test
  void anEmptyTreeShowsNothing() {
    var withheld = Gate.withheld(Node.of("org", List.of()), 5, Set.of(), Set.of());
    assertEquals(Map.of("org", Withholding.NO_EVIDENCE), withheld);
  }

  @Test
  void aParentMustBeTheSumOfItsChildren() {
    assertThrows(
        IllegalArgumentException.class, () -> new Node("org", 7, List.of(Node.leaf("a", 6))));
  }

  @Property(tries = 10_000)
  void everyRestIsNobodyOrAWholeGroup(
      @ForAll("trees") Node tree, @ForAll @IntRange(min = 1, max = 9) int k) {
    var withheld = Gate.withheld(tree, k, Set.of(), Set.of()).keySet();
    for (Node node : tree.deepestFirst()) {
      if (withheld.contains(node.id())) continue;
      assertTrue(node.people() >= k);
      int rest = Gate.rest(node, withheld);
      assertTrue(rest == 0 || rest >= k, () -> node + " leaves " + rest);
    }
  }

  @Property(tries = 2000)
  void aLargerMinimumNeverShowsMorePeople(
      @ForAll("trees") Node tree, @ForAll @IntRange(min = 1, max = 9) int k) {
    assertTrue(peopleInShownTeams(tree, k + 1) <= peopleInShownTeams(tree, k));
  }

  @Property
  void theSameTreeIsShownTheSameWay(@ForAll("trees") Node tree) {
    assertEquals(shown(tree, 5), shown(tree, 5));
  }

  private static int peopleInShownTeams(Node tree, int k) {
    var withheld = Gate.withheld(tree, k, Set.of(), Set.of()).keySet();
    return tree.deepestFirst().stream()
        .filter(n -> n.children().isEmpty() && !withheld.contains(n.id()))
        .mapToInt(Node::people)
        .sum();
  }

  @Provide
  Arbitrary<Node> trees() {
    return Arbitraries.integers()
        .between(0, 14)
        .array(int[].class)
        .ofMinSize(1)
        .ofMaxSize(6)
        .array(int[][].class)
        .ofMinSize(1)
        .ofMaxSize(5)
        .map(GateTest::tree);
  }
}
