package plimsoll.disclosure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;

class RoundingPropertiesTest {

  @Property(tries = 1000)
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
