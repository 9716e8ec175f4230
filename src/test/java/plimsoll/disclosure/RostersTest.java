package plimsoll.disclosure;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RostersTest {
  private static final Set<String> FIVE = Set.of("a", "b", "c", "d", "e");

  @Test
  void oneLeaverIsTooLittle() {
    assertTrue(Rosters.hardlyChanged(FIVE, List.of(Set.of("a", "b", "c", "d", "e", "f"))));
  }

  @Test
  void oneForOneIsTooLittle() {
    assertTrue(Rosters.hardlyChanged(FIVE, List.of(Set.of("a", "b", "c", "d", "f"))));
  }

  @Test
  void threeChangesAreEnough() {
    assertFalse(
        Rosters.hardlyChanged(FIVE, List.of(Set.of("a", "b", "c", "d", "e", "f", "g", "h"))));
  }

  @Test
  void theSamePeopleMayBeShownAgain() {
    assertFalse(Rosters.hardlyChanged(FIVE, List.of(FIVE, FIVE)));
  }

  @Test
  void everyEarlierShowingCounts() {
    assertTrue(Rosters.hardlyChanged(FIVE, List.of(Set.of("a", "b", "c", "d"), FIVE)));
  }

  @Test
  void theFirstShowingIsFreeAndAnUnknownRosterIsNot() {
    assertFalse(Rosters.hardlyChanged(Set.of(), List.of()));
    assertTrue(Rosters.hardlyChanged(Set.of(), List.of(FIVE)));
  }
}
