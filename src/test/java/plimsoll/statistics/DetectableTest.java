package plimsoll.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class DetectableTest {

  /** R: power.t.test(n = 64, sd = 1, power = 0.8) finds 0.499, which ranks raise to 0.511. */
  @Test
  void sixtyFourOnEachSideTellHalfADeviation() {
    assertEquals(0.4991 / Math.sqrt(3 / Math.PI), Detectable.shift(64, 64, 1), 0.003);
  }

  @Test
  void fourTimesThePeopleTellHalfTheChange() {
    assertEquals(2, Detectable.shift(100, 100, 21) / Detectable.shift(400, 400, 21), 0.02);
  }

  @Test
  void itNeedsTwoPeopleOnBothSides() {
    assertThrows(IllegalArgumentException.class, () -> Detectable.shift(1, 9, 21));
    assertTrue(Double.isFinite(Detectable.shift(4, 4, 21)));
  }
}
