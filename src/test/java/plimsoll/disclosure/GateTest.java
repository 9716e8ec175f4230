package plimsoll.disclosure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GateTest {

  private static int people(Node node, Set<String> withheld) {
    return Gate.rest(node, withheld).stream().mapToInt(Node::people).sum();
  }

  @Test
  void theWorkedExampleOfThePaperHolds() {
    var tree = Trees.of(new int[] {7, 6, 3}, new int[] {9, 4}, new int[] {5, 8});
    assertEquals(Set.of("org", "g0", "g1", "g2", "g0t0", "g2t0", "g2t1"), Trees.shown(tree, 5));
    var withheld = Gate.withheld(tree, 5, Set.of()).keySet();
    assertEquals(9, people(tree.children().get(0), withheld));
    assertEquals(13, people(tree.children().get(1), withheld));
  }

  @Test
  void fourAnswersAreWithheldAndFiveAreNot() {
    var tree = Node.of("org", List.of(Node.leaf("a", 4), Node.leaf("b", 9), Node.leaf("c", 5)));
    assertEquals(
        Map.of("a", Withholding.TOO_FEW, "c", Withholding.WOULD_REVEAL_ANOTHER),
        Gate.withheld(tree, 5, Set.of()));
  }

  @Test
  void aRestOfFourTakesAnotherAndARestOfFiveDoesNot() {
    var four = Trees.of(new int[] {2, 2, 9, 8});
    assertEquals(Set.of("org", "g0", "g0t2"), Trees.shown(four, 5));
    var five = Trees.of(new int[] {2, 3, 9, 8});
    assertEquals(Set.of("org", "g0", "g0t2", "g0t3"), Trees.shown(five, 5));
  }

  @Test
  void teamsOfEqualSizeGoByTheirIds() {
    var tree = Node.of("org", List.of(Node.leaf("c", 9), Node.leaf("b", 9), Node.leaf("a", 1)));
    assertEquals(Set.of("org", "c"), Trees.shown(tree, 5));
  }

  @Test
  void theOneWithheldBeforeIsWithheldAgain() {
    var tree = Node.of("org", List.of(Node.leaf("a", 4), Node.leaf("b", 9), Node.leaf("c", 5)));
    var withheld = Gate.withheld(tree, 5, Set.of("b"));
    assertTrue(withheld.containsKey("b"));
    assertFalse(withheld.containsKey("c"));
  }

  @Test
  void whatIsWithheldDeepDownCountsAtTheTop() {
    var deep = Node.of("deep", List.of(Node.leaf("x", 3), Node.leaf("y", 1)));
    var tree = Node.of("org", List.of(Node.of("mid", List.of(deep)), Node.leaf("z", 7)));
    assertEquals(Set.of("org"), Trees.shown(tree, 5));
    assertEquals(Set.of("org", "mid", "deep", "z"), Trees.shown(tree, 4));
  }

  @Test
  void aGroupOfOneTeamIsShownWithIt() {
    var tree = Trees.of(new int[] {8}, new int[] {9, 0});
    assertEquals(Set.of("org", "g0", "g0t0", "g1", "g1t0"), Trees.shown(tree, 5));
  }

  @Test
  void anEmptyTreeShowsNothing() {
    var withheld = Gate.withheld(Node.of("org", List.of()), 5, Set.of());
    assertEquals(Map.of("org", Withholding.NO_EVIDENCE), withheld);
  }

  @Test
  void aGroupHasOnePersonOrMore() {
    var tree = Node.leaf("a", 1);
    assertEquals(Set.of("a"), Trees.shown(tree, 1));
    assertThrows(IllegalArgumentException.class, () -> Gate.withheld(tree, 0, Set.of()));
  }

  @Test
  void aParentMustBeTheSumOfItsChildren() {
    assertThrows(
        IllegalArgumentException.class, () -> new Node("org", 7, List.of(Node.leaf("a", 6))));
    assertThrows(IllegalArgumentException.class, () -> Node.leaf("a", -1));
    assertEquals(0, Node.leaf("a", 0).people());
  }

  @Test
  void aThousandTeamsInFiveLevelsAreQuick() {
    var chance = new Random(1);
    var level = new ArrayList<Node>();
    for (int t = 0; t < 1000; t++) level.add(Node.leaf("t" + t, chance.nextInt(13)));
    List<Node> nodes = level;
    for (int depth = 0; depth < 4; depth++) {
      var above = new ArrayList<Node>();
      for (int i = 0; i < nodes.size(); i += 5) {
        above.add(Node.of("d" + depth + "-" + i, nodes.subList(i, Math.min(i + 5, nodes.size()))));
      }
      nodes = above;
    }
    var tree = Node.of("org", nodes);
    assertTimeout(Duration.ofSeconds(2), () -> Gate.withheld(tree, 5, Set.of()));
  }
}
