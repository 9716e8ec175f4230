package plimsoll.disclosure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Random;
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
    var withheld = Gate.withheld(tree, k, Past.NONE).keySet();
    for (Node node : tree.deepestFirst()) {
      if (withheld.contains(node.id())) continue;
      assertTrue(node.people() >= k);
      int rest = Gate.rest(node, withheld).stream().mapToInt(Node::people).sum();
      assertTrue(rest == 0 || rest >= k, () -> node + " leaves " + rest);
    }
  }

  /** Not by the rule but by linear algebra, and with what was shown before. */
  @Property(tries = 1000)
  void nothingOfFewerPeopleFollowsFromWhatIsShown(
      @ForAll("trees") Node tree, @ForAll @IntRange(min = 2, max = 7) int k, @ForAll int seed) {
    var chance = new Random(seed);
    var changed = new HashSet<String>();
    var before = new HashSet<String>();
    for (Node node : tree.deepestFirst()) {
      if (chance.nextInt(6) == 0) changed.add(node.id());
      if (chance.nextInt(3) == 0) before.add(node.id());
    }
    var shown = Trees.shown(tree, k, Trees.past(changed, before));
    assertEquals(0, new RowSpace(tree, shown, chance).revealed(k));
  }

  /**
   * Teams that hardly changed stand alone in no rest, and unlike nodes they may be shown in one.
   */
  @Property(tries = 1000)
  void noTeamThatHardlyChangedIsTheRestOfAShownNode(@ForAll("trees") Node tree, @ForAll int seed) {
    var chance = new Random(seed);
    var changed = new HashSet<String>();
    tree.leaves().stream()
        .filter(team -> chance.nextInt(4) == 0)
        .forEach(team -> changed.add(team.id()));
    var past = Trees.past(changed, java.util.Set.of());
    var shown = Trees.shown(tree, 5, past);
    var withheld = Gate.withheld(tree, 5, past).keySet();
    for (Node node : tree.deepestFirst()) {
      if (!shown.contains(node.id())) continue;
      var rest = Gate.rest(node, withheld).stream().filter(team -> team.people() > 0).toList();
      assertTrue(rest.size() != 1 || !past.hardlyChanged(node, rest), () -> node + " " + rest);
    }
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
