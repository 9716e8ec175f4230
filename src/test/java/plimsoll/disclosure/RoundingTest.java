package plimsoll.disclosure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class RoundingTest {

  @Test
  void aTeamIsRoundedToFiveAndItsIntervalOutward() {
    assertEquals(new Published(60.0, 40.0, 85.0, "5–7", null), Rounding.team(62.4, 41, 83.8, 6));
  }

  @Test
  void nearTheEndsOnlyTheEndIsTold() {
    assertEquals(new Published(10.0, 0.0, 15.0, "8–12", null), Rounding.team(0, 0, 11, 8));
    assertEquals(new Published(10.0, 0.0, 15.0, "8–12", null), Rounding.team(10, 6, 14, 12));
    assertEquals(new Published(90.0, 80.0, 100.0, "13+", null), Rounding.team(97, 84, 99, 13));
  }

  @Test
  void theOrganisationIsRoundedToOne() {
    assertEquals(
        new Published(59.0, 49.0, 70.0, "18", null),
        Rounding.organisation(59.1667, 49.095, 69.238, 18));
  }

  @Test
  void aSmallGroupHasNoBand() {
    assertThrows(IllegalArgumentException.class, () -> Rounding.band(4));
  }

  @Test
  void responsesAreBands() {
    assertEquals("< 50 %", Rounding.response(4, 9));
    assertEquals("50–79 %", Rounding.response(5, 10));
    assertEquals("≥ 80 %", Rounding.response(8, 10));
    assertEquals("nobody asked", Rounding.response(0, 0));
  }

  @Property
  void whatIsShownHoldsWhatIsTrue(
      @ForAll @DoubleRange(min = 0, max = 100) double value,
      @ForAll @DoubleRange(min = 0, max = 60) double reach) {
    var shown = Rounding.team(value, value - reach, value + reach, 9);
    assertEquals(0, shown.value() % 5);
    assertTrue(shown.low() <= Math.max(0, value - reach));
    assertTrue(shown.high() >= Math.min(100, value + reach));
    assertTrue(shown.low() <= shown.value() && shown.value() <= shown.high());
  }
}
