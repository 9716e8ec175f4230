package plimsoll.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import plimsoll.platform.Adoption.Delivery;
import plimsoll.platform.Adoption.Eject;
import plimsoll.statistics.Proportion;

class AdoptionTest {
  private static final Instant JULY = Instant.parse("2026-07-01T00:00:00Z");
  private static final Instant OCTOBER = Instant.parse("2026-10-01T00:00:00Z");
  private static final Instant JANUARY = Instant.parse("2027-01-01T00:00:00Z");
  private static final Quarter THIRD = new Quarter(JULY, OCTOBER);
  private static final Quarter FOURTH = new Quarter(OCTOBER, JANUARY);

  @Test
  void reachCountsEachEligibleUnitOnce() {
    var adoption =
        new Adoption(
            List.of(
                on("a", JULY),
                on("a", JULY),
                on("b", OCTOBER.minusMillis(1)),
                on("c", OCTOBER),
                on("stranger", JULY)));
    assertEquals(new Proportion(2, 4), adoption.reach(Set.of("a", "b", "c", "d"), THIRD));
    assertEquals(new Proportion(1, 4), adoption.reach(Set.of("a", "b", "c", "d"), FOURTH));
  }

  @Test
  void nobodyEligibleIsNoShare() {
    assertEquals(new Proportion(0, 0), new Adoption(List.of()).reach(Set.of(), THIRD));
  }

  @Test
  void fourteenDaysToTheMomentAreSoonEnough() {
    var end = JULY.plus(Duration.ofDays(14));
    var adoption =
        new Adoption(
            List.of(
                on("just", end),
                on("late", end.plusMillis(1)),
                on("early", JULY.minusMillis(1)),
                on("at once", JULY)));
    var came = Map.of("just", JULY, "late", JULY, "early", JULY, "at once", JULY);
    assertEquals(new Proportion(2, 4), adoption.activation(came, THIRD, JANUARY).soon());
  }

  @Test
  void whatWasDeployedBeforeItCameIsNoActivation() {
    var adoption =
        new Adoption(List.of(on("early", JULY.minusMillis(1)), on("soon", JULY.plusMillis(1))));
    var activation = adoption.activation(Map.of("early", JULY), THIRD, JANUARY);
    assertEquals(new Proportion(0, 1), activation.soon());
    activation = adoption.activation(Map.of("soon", JULY), THIRD, JANUARY);
    assertEquals(new Proportion(1, 1), activation.soon());
  }

  @Test
  void whoCameTooLateToTellCountsNeitherWay() {
    var adoption = new Adoption(List.of(on("quick", JULY)));
    var came = Map.of("quick", JULY, "slow", JULY);
    var early = adoption.activation(came, THIRD, JULY.plus(Duration.ofDays(14)).minusMillis(1));
    assertEquals(new Adoption.Activation(new Proportion(0, 0), 2), early);
    var then = adoption.activation(came, THIRD, JULY.plus(Duration.ofDays(14)));
    assertEquals(new Adoption.Activation(new Proportion(1, 2), 0), then);
    assertEquals(0, adoption.activation(came, FOURTH, JANUARY).soon().trials());
  }

  @Test
  void whoLeftIsListedWithTheReasonAndWhoVanishedIsNamed() {
    var adoption =
        new Adoption(
            List.of(
                on("stays", JULY),
                on("stays", OCTOBER),
                on("leaves", JULY),
                on("vanishes", JULY),
                on("comes", OCTOBER)));
    var later = new Eject("leaves", OCTOBER, "needs GPUs");
    var tooLate = new Eject("vanishes", JANUARY, "after the quarter");
    var before = new Eject("vanishes", JULY.minusMillis(1), "before the quarter");
    var stranger = new Eject("comes", OCTOBER, null);
    var kept = adoption.retention(THIRD, FOURTH, List.of(later, later, tooLate, before, stranger));
    assertEquals(new Proportion(1, 3), kept.kept());
    assertEquals(List.of(later), kept.ejects());
    assertEquals(List.of("vanishes"), kept.unexplained());
  }

  @Test
  void ejectsStandInTheOrderOfTime() {
    var adoption = new Adoption(List.of(on("a", JULY), on("b", JULY), on("c", JULY)));
    var all =
        List.of(
            new Eject("c", OCTOBER, "one"),
            new Eject("b", JULY, "two"),
            new Eject("a", OCTOBER, "three"));
    var kept = adoption.retention(THIRD, FOURTH, all).ejects();
    assertEquals(List.of("two", "three", "one"), kept.stream().map(Eject::reason).toList());
  }

  @Test
  void theOrderOfRecordsChangesNothing() {
    var records = new ArrayList<Delivery>();
    for (int i = 0; i < 40; i++) records.add(on("u" + i % 7, JULY.plus(Duration.ofDays(5L * i))));
    var one = new Adoption(records).retention(THIRD, FOURTH, List.of());
    Collections.reverse(records);
    assertEquals(one, new Adoption(records).retention(THIRD, FOURTH, List.of()));
    assertTrue(one.kept().trials() > 0);
  }

  @Test
  void aQuarterThatEndsAsItBeginsIsRefused() {
    assertThrows(BadRecord.class, () -> new Quarter(JULY, JULY));
  }

  private static Delivery on(String unit, Instant at) {
    return new Delivery(unit, at);
  }
}
