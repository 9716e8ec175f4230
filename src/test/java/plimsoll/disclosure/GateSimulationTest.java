package plimsoll.disclosure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Ten thousand trees up to five levels deep: what follows from what is shown, and what it costs.
 */
@Tag("simulation")
class GateSimulationTest {
  private static final int TREES = 10_000;

  @Test
  void nothingOfFewPeopleFollowsAndTheCostIsKnown() {
    int breaches = 0;
    int naive = 0;
    int large = 0;
    int given = 0;
    for (int seed = 0; seed < TREES; seed++) {
      var chance = new Random(seed);
      var tree = Trees.random(chance, 1 + seed % 5);
      int k = 2 + chance.nextInt(6);
      var shown = Trees.shown(tree, k);
      var alone = alone(tree, k);
      breaches += new RowSpace(tree, shown, chance).revealed(k) > 0 ? 1 : 0;
      naive += new RowSpace(tree, alone, chance).revealed(k) > 0 ? 1 : 0;
      large += alone.size();
      given += alone.size() - shown.size();
    }
    System.out.printf("trees in which few people could be worked out: %d of %d%n", breaches, TREES);
    System.out.printf("the same where only small nodes are withheld: %d%n", naive);
    System.out.printf("large enough nodes withheld: %.1f %%%n", 100.0 * given / large);
    assertEquals(0, breaches);
    assertTrue(naive > TREES / 2, "the check finds what the rule prevents");
  }

  /** Teams as they are in organisations: eight to thirteen people, three of four answering. */
  @Test
  void theCostInDepartmentsOfUsualTeams() {
    for (int k : new int[] {5, 8}) {
      int large = 0;
      int given = 0;
      for (int seed = 0; seed < 1000; seed++) {
        var tree = departments(new Random(seed));
        large += alone(tree, k).size();
        given += alone(tree, k).size() - Trees.shown(tree, k).size();
      }
      System.out.printf(
          "usual departments, minimum group %d: %.1f %% withheld%n", k, 100.0 * given / large);
    }
  }

  private static Node departments(Random chance) {
    var departments = new ArrayList<Node>();
    for (int d = 0; d < 4; d++) {
      var teams = new ArrayList<Node>();
      for (int t = 0; t < 3 + chance.nextInt(4); t++) {
        int people = 0;
        for (int i = 5 + chance.nextInt(9); i > 0; i--) people += chance.nextInt(4) > 0 ? 1 : 0;
        teams.add(Node.leaf("d" + d + "t" + t, people));
      }
      departments.add(Node.of("d" + d, teams));
    }
    return Node.of("org", departments);
  }

  private static Set<String> alone(Node tree, int minimumGroup) {
    var enough = new TreeSet<String>();
    List<Node> all = tree.deepestFirst();
    all.stream().filter(n -> n.people() >= minimumGroup).forEach(n -> enough.add(n.id()));
    return enough;
  }
}
