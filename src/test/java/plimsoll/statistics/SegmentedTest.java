package plimsoll.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SegmentedTest {
  private static final double NONE = Double.NaN;

  /** Forty weeks with a break at the 23rd and two weeks without a value. */
  private static final double[] WEEKS = {
    60.0, 61.1, 60.0, 57.7, 58.0, 56.6, 59.2, NONE, 61.6, 60.0, 62.5, 63.5, 63.4, 60.3, 61.6, 64.5,
    59.9, 60.4, 56.4, 56.3, 54.7, 58.9, 49.9, 53.7, 55.1, 54.6, 47.2, 49.3, 51.6, 53.2, NONE, 49.7,
    48.5, 48.2, 53.5, 50.4, 51.1, 54.0, 50.9, 50.6
  };

  /** NumPy, with whole covariance matrices instead of whitened rows. */
  @Test
  void aBreakIsFoundWithErrorsAveragedOverTheResemblanceOfWeeks() {
    var found = Segmented.of(WEEKS, 22);
    assertEquals(38, found.weeks());
    assertEquals(-8.27785707, found.level().value(), 1e-8);
    assertEquals(2.31954476, found.level().standardError(), 1e-8);
    assertEquals(33, found.level().degreesOfFreedom());
    assertEquals(9.11897337e-03, found.slope().value(), 1e-10);
    assertEquals(0.33899636, found.slope().standardError(), 1e-8);
    assertEquals(-0.012475541685554984, found.together(), 1e-9);
    assertEquals(-8.20490527919027, found.after(8).value(), 1e-9);
    assertEquals(3.5405459338538146, found.after(8).standardError(), 1e-9);
    assertEquals(found.level(), found.after(0));
  }

  /** NumPy, by the definition of 1987. */
  @Test
  void errorsOfNeweyAndWest() {
    var found = Segmented.neweyWest(WEEKS, 22);
    assertEquals(-7.45215567, found.level().value(), 1e-8);
    assertEquals(2.02743896, found.level().standardError(), 1e-8);
    assertEquals(34, found.level().degreesOfFreedom());
    assertEquals(-4.87779527e-03, found.slope().value(), 1e-10);
    assertEquals(0.15289956, found.slope().standardError(), 1e-8);
    assertEquals(0.1332271661111631, found.together(), 1e-9);
  }

  @Test
  void theLagIsTheRuleOfThumb() {
    assertEquals(2, NeweyWest.lag(24));
    assertEquals(3, NeweyWest.lag(52));
    assertEquals(4, NeweyWest.lag(100));
    assertEquals(6, NeweyWest.lag(700));
  }

  @Test
  void aLineWithoutNoiseGivesItsNumbersBack() {
    double[] exact = new double[30];
    Arrays.setAll(exact, w -> 10 + 0.5 * w + (w < 14 ? 0 : -6 + 0.25 * (w - 14)));
    for (var found : new Segmented[] {Segmented.of(exact, 14), Segmented.neweyWest(exact, 14)}) {
      assertEquals(-6, found.level().value(), 1e-8);
      assertEquals(0.25, found.slope().value(), 1e-9);
      assertEquals(0, found.level().standardError(), 1e-6);
      assertEquals(-6 + 0.25 * 4, found.after(4).value(), 1e-8);
    }
  }

  @Test
  void whatTheControlDidTooIsNotCounted() {
    double[] control = new double[WEEKS.length];
    Arrays.setAll(control, w -> 7 + w / 3.0 - (w < 22 ? 0 : 4));
    var alone = Segmented.of(WEEKS, 22);
    var against = Segmented.against(control, WEEKS, 22);
    assertEquals(alone.level().value() + 4, against.level().value(), 1e-8);
    assertEquals(alone.slope().value(), against.slope().value(), 1e-8);
    control[3] = NONE;
    assertEquals(37, Segmented.against(control, WEEKS, 22).weeks());
  }

  @Test
  void twelveWeeksOnBothSidesAreNeeded() {
    double[] zigzag = new double[24];
    Arrays.setAll(zigzag, w -> w % 3);
    assertNotNull(Segmented.of(zigzag, 12));
    assertNull(Segmented.of(zigzag, 11));
    assertNull(Segmented.of(zigzag, 13));
    zigzag[20] = NONE;
    assertNull(Segmented.of(zigzag, 12));
    assertNull(Segmented.neweyWest(zigzag, 12));
    assertNull(Segmented.of(new double[0], 0));
  }

  @Test
  void weeksThatNeverDifferShowNoBreak() {
    double[] same = new double[30];
    Arrays.fill(same, 4);
    var found = Segmented.of(same, 15);
    assertEquals(0, found.level().value(), 1e-9);
    assertTrue(Double.isFinite(found.level().standardError()));
  }

  @Test
  void whatIsNoSeriesIsRefused() {
    double[] weeks = new double[30];
    assertThrows(IllegalArgumentException.class, () -> Segmented.of(weeks, -1));
    assertThrows(IllegalArgumentException.class, () -> Segmented.of(weeks, 31));
    assertThrows(
        IllegalArgumentException.class, () -> Segmented.against(new double[29], weeks, 15));
    weeks[3] = Double.POSITIVE_INFINITY;
    assertThrows(IllegalArgumentException.class, () -> Segmented.of(weeks, 15));
  }
}
