package plimsoll.disclosure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class GatePropertiesTest {

  @Property(tries = 10_000)
  void everyRestIsNobodyOrAWholeGroup(
      @ForAll("trees") Node tree, @ForAll @IntRange(min = 1, max = 9) int k) {
    var withheld = Gate.withheld(tree, k, Set.of()).keySet();
    for (Node node : tree.deepestFirst()) {
      if (withheld.contains(node.id())) continue;
      assertTrue(node.people() >= k);
      int rest = Gate.rest(node, withheld).stream().mapToInt(Node::people).sum();
      assertTrue(rest == 0 || rest >= k, () -> node + " leaves " + rest);
    }
  }

  /** Not by the rule but by linear algebra, and with what was withheld before. */
  @Property(tries = 1000)
  void nothingOfFewerPeopleFollowsFromWhatIsShown(
      @ForAll("trees") Node tree, @ForAll @IntRange(min = 2, max = 7) int k, @ForAll int seed) {
    var chance = new Random(seed);
    var before = new HashSet<String>();
    for (Node node : tree.deepestFirst()) if (chance.nextInt(3) == 0) before.add(node.id());
    var shown = Trees.shown(tree, k, before);
    assertEquals(0, new RowSpace(tree, shown, chance).revealed(k));
    shown.removeIf(node -> chance.nextInt(4) == 0);
    assertEquals(0, new RowSpace(tree, shown, chance).revealed(k), "withholding more is safe too");
  }

  @Property(tries = 2000)
  void aLargerMinimumNeverShowsMorePeople(
      @ForAll("trees") Node tree, @ForAll @IntRange(min = 1, max = 9) int k) {
    assertTrue(peopleInShownTeams(tree, k + 1) <= peopleInShownTeams(tree, k));
  }

  @Property(tries = 1000)
  void theSameTreeIsShownTheSameWay(@ForAll("trees") Node tree) {
    assertEquals(Trees.shown(tree, 5), Trees.shown(tree, 5));
  }

  private static int peopleInShownTeams(Node tree, int k) {
    var shown = Trees.shown(tree, k);
    return tree.leaves().stream()
        .filter(team -> shown.contains(team.id()))
        .mapToInt(Node::people)
        .sum();
  }

  @Provide
  Arbitrary<Node> trees() {
    return Arbitraries.longs()
        .flatMap(
            seed ->
                Arbitraries.integers()
                    .between(1, 4)
                    .map(depth -> Trees.random(new Random(seed), depth)));
  }
}
