package plimsoll.disclosure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.GenerationMode;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Looking rosters up finds what comparing with each of them finds. */
class RostersPropertiesTest {

  private static int apart(Set<String> one, Set<String> other) {
    var all = new HashSet<>(one);
    all.addAll(other);
    var both = new HashSet<>(one);
    both.retainAll(other);
    return all.size() - both.size();
  }

  @Property(tries = 2000, generation = GenerationMode.RANDOMIZED)
  void aNearRosterIsFoundAmongMany(
      @ForAll("rosters") List<Set<String>> earlier, @ForAll("roster") Set<String> now) {
    boolean near =
        earlier.stream()
            .filter(then -> !then.isEmpty())
            .mapToInt(then -> apart(now, then))
            .anyMatch(apart -> apart == 1 || apart == 2);
    boolean unknown = now.isEmpty() && earlier.stream().anyMatch(then -> !then.isEmpty());
    assertEquals(near || unknown, Rosters.of(earlier).hardlyChanged(now));
  }

  /** Whatever of the teams is put together, no roster that was dropped is near to it. */
  @Property(tries = 2000, generation = GenerationMode.RANDOMIZED)
  void noNeighbourOfAnyUnionOfTeamsIsForgotten(
      @ForAll("rosters") List<Set<String>> teams, @ForAll("roster") Set<String> then) {
    if (new Neighbours(teams).include(then)) return;
    for (var union : unions(teams)) {
      int apart = apart(union, then);
      assertTrue(union.isEmpty() || apart == 0 || apart > 2, () -> union + " is near " + then);
    }
  }

  @Property(tries = 2000, generation = GenerationMode.RANDOMIZED)
  void whatIsNearToNoUnionOfTeamsIsForgotten(@ForAll("roster") Set<String> then) {
    var teams = List.of(Set.of("a", "b", "c"), Set.of("d", "e", "f", "g"), Set.of("h", "i", "j"));
    boolean near =
        unions(teams).stream().mapToInt(u -> apart(u, then)).anyMatch(n -> n == 1 || n == 2);
    assertEquals(near, new Neighbours(teams).include(then));
    teams.forEach(team -> assertFalse(new Neighbours(teams).include(team)));
  }

  private static List<Set<String>> unions(List<Set<String>> teams) {
    var unions = new ArrayList<Set<String>>();
    for (int chosen = 0; chosen < 1 << teams.size(); chosen++) {
      var union = new HashSet<String>();
      for (int t = 0; t < teams.size(); t++) if ((chosen >> t & 1) == 1) union.addAll(teams.get(t));
      unions.add(union);
    }
    return unions;
  }

  @Provide
  Arbitrary<Set<String>> roster() {
    return Arbitraries.strings().withCharRange('a', 'j').ofLength(1).set().ofMaxSize(9);
  }

  @Provide
  Arbitrary<List<Set<String>>> rosters() {
    return roster().list().ofMaxSize(5);
  }
}
