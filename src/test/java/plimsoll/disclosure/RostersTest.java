package plimsoll.disclosure;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RostersTest {
  private static final Set<String> FIVE = Set.of("a", "b", "c", "d", "e");

  @Test
  void oneLeaverIsTooLittle() {
    assertTrue(hardlyChanged(FIVE, List.of(Set.of("a", "b", "c", "d", "e", "f"))));
  }

  @Test
  void oneForOneIsTooLittle() {
    assertTrue(hardlyChanged(FIVE, List.of(Set.of("a", "b", "c", "d", "f"))));
  }

  @Test
  void threeChangesAreEnough() {
    assertFalse(hardlyChanged(FIVE, List.of(Set.of("a", "b", "c", "d", "e", "f", "g", "h"))));
  }

  @Test
  void theSamePeopleMayBeShownAgain() {
    assertFalse(hardlyChanged(FIVE, List.of(FIVE, FIVE)));
  }

  @Test
  void everyEarlierShowingCounts() {
    assertTrue(hardlyChanged(FIVE, List.of(Set.of("a", "b", "c", "d"), FIVE)));
  }

  @Test
  void anotherNameIsNoOtherGroup() {
    var earlier = new Rosters(List.of(Map.of("other", Set.of("a", "b", "c", "d"))));
    assertTrue(earlier.hardlyChanged("group", FIVE));
    assertFalse(earlier.hardlyChanged("group", Set.of("v", "w", "x", "y")));
  }

  @Test
  void anUnknownRosterOfAnotherGroupSaysNothing() {
    var earlier = new Rosters(List.of(Map.of("other", Set.of())));
    assertFalse(earlier.hardlyChanged("group", FIVE));
    assertTrue(earlier.hardlyChanged("other", FIVE));
  }

  @Test
  void oneForAnotherIsTooLittleEvenWhereNobodyElseIs() {
    assertTrue(hardlyChanged(Set.of("a"), List.of(Set.of("b"))));
    assertFalse(hardlyChanged(Set.of("a", "b"), List.of(Set.of("c", "d"))));
  }

  @Test
  void theFirstShowingIsFreeAndAnUnknownRosterIsNot() {
    assertFalse(hardlyChanged(Set.of(), List.of()));
    assertTrue(hardlyChanged(Set.of(), List.of(FIVE)));
  }

  private static boolean hardlyChanged(Set<String> now, List<Set<String>> earlier) {
    return new Rosters(earlier.stream().map(then -> Map.of("group", then)).toList())
        .hardlyChanged("group", now);
  }
}
