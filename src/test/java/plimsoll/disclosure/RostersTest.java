package plimsoll.disclosure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RostersTest {
  private static final Set<String> FIVE = Set.of("a", "b", "c", "d", "e");

  private static boolean hardlyChanged(Set<String> now, List<Set<String>> earlier) {
    return Rosters.of(earlier).hardlyChanged(now);
  }

  @Test
  void oneLeaverIsTooLittle() {
    assertTrue(hardlyChanged(FIVE, List.of(Set.of("a", "b", "c", "d", "e", "f"))));
  }

  @Test
  void twoLeaversAreTooLittle() {
    assertTrue(hardlyChanged(FIVE, List.of(Set.of("a", "b", "c", "d", "e", "f", "g"))));
  }

  @Test
  void oneForOneIsTooLittle() {
    assertTrue(hardlyChanged(FIVE, List.of(Set.of("a", "b", "c", "d", "f"))));
  }

  @Test
  void threeChangesAreEnough() {
    assertFalse(hardlyChanged(FIVE, List.of(Set.of("a", "b", "c", "d", "e", "f", "g", "h"))));
    assertFalse(hardlyChanged(FIVE, List.of(Set.of("a", "b"))));
    assertFalse(hardlyChanged(FIVE, List.of(Set.of("a", "b", "c", "f"))));
  }

  @Test
  void theSamePeopleMayBeShownAgain() {
    assertFalse(hardlyChanged(FIVE, List.of(FIVE, FIVE)));
  }

  @Test
  void everyEarlierShowingCounts() {
    assertTrue(hardlyChanged(FIVE, List.of(Set.of("a", "b", "c", "d"), FIVE)));
    assertTrue(hardlyChanged(FIVE, List.of(FIVE, Set.of("a", "b", "c", "d"))));
  }

  @Test
  void theFirstShowingIsFreeAndAnUnknownRosterIsNot() {
    assertFalse(hardlyChanged(Set.of(), List.of()));
    assertTrue(hardlyChanged(Set.of(), List.of(FIVE)));
    assertFalse(hardlyChanged(FIVE, List.of(Set.of())));
  }

  @Test
  void thePartsHoldEachPersonOnceWhoeverElseIsThere() {
    var parts = Rosters.parts(FIVE);
    assertEquals(3, parts.size());
    assertEquals(5, parts.stream().mapToInt(Set::size).sum());
    var four = new HashSet<>(FIVE);
    four.remove("a");
    var changed = Rosters.parts(four);
    long same = parts.stream().filter(changed::contains).count();
    assertEquals(2, same);
  }
}
