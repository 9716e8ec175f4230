package plimsoll.roadmap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import plimsoll.readiness.BadCase;
import plimsoll.roadmap.Effect.Finding;

class KnownTest {
  private static final Known NOTHING = new Known(new Prior(20, 10), 0, 0, 0);

  @Test
  void theLadderHasFiveSteps() {
    assertEquals(0.2, confidence(false, false, NOTHING));
    assertEquals(0.4, confidence(true, false, NOTHING));
    assertEquals(0.6, confidence(true, true, NOTHING));
    assertEquals(0.6, confidence(true, true, NOTHING.researched(2)));
    assertEquals(0.8, confidence(true, true, NOTHING.researched(3)));
    assertEquals(
        0.4, confidence(true, false, NOTHING.researched(3)), "research alone is no record");
    assertEquals(0.9, confidence(true, false, NOTHING.after(Finding.HELPED, 15, 4)));
  }

  @Test
  void whatDidNotHelpCountsAgainstItAsOneInEleven() {
    var failed = NOTHING.after(Finding.NO_EFFECT, 0, 5);
    assertEquals(10 * 0.6 / 11, Confidence.of(true, true, failed).after(failed.failed()), 1e-12);
    var twice = failed.after(Finding.WORSE, -5, 5);
    assertEquals(10 * 0.6 / 12, Confidence.of(true, true, twice).after(twice.failed()), 1e-12);
    var open = NOTHING.after(Finding.CANNOT_TELL, 5, 20);
    assertEquals(0, open.failed() + open.helped());
  }

  @Test
  void aBeliefMovesByPrecision() {
    assertEquals(10, NOTHING.after(Finding.NO_EFFECT, 0, 10).relief().mean(), 1e-12);
    assertEquals(Math.sqrt(50), NOTHING.after(Finding.NO_EFFECT, 0, 10).relief().sd(), 1e-12);
    assertEquals(new Prior(20, 10), NOTHING.after(Finding.CANNOT_TELL, 5, 1 / 0.0).relief());
  }

  @Test
  void nothingIsKnownMoreExactlyThanScoresAreRounded() {
    double error = 5 / Math.sqrt(12);
    assertEquals(NOTHING.after(Finding.HELPED, 12, error), NOTHING.after(Finding.HELPED, 12, 0));
  }

  @Test
  void badInputIsRefused() {
    assertThrows(BadCase.class, () -> new Known(null, 0, 0, 0));
    assertThrows(BadCase.class, () -> new Known(new Prior(1, 1), -1, 0, 0));
    assertThrows(BadCase.class, () -> new Known(new Prior(1, 1), 0, -1, 0));
    assertThrows(BadCase.class, () -> new Known(new Prior(1, 1), 0, 0, -1));
    for (double bad : new double[] {Double.NaN, 1 / 0.0}) {
      assertThrows(BadCase.class, () -> new Prior(bad, 1));
      assertThrows(BadCase.class, () -> new Prior(1, bad));
      assertThrows(BadCase.class, () -> new Prior(1, 1).after(bad, 1));
      assertThrows(BadCase.class, () -> new Effort(1, bad));
    }
    assertThrows(BadCase.class, () -> new Prior(1, 0));
    assertThrows(BadCase.class, () -> new Prior(1, 1).after(1, 0));
    assertThrows(BadCase.class, () -> new Effort(0, 1));
    assertThrows(BadCase.class, () -> new Effort(2, 2));
    assertThrows(BadCase.class, () -> new Wait(null, "a", 1));
    assertTrue(
        assertThrows(BadCase.class, () -> new Wait(plimsoll.readiness.Criterion.D2, "a", -1))
            .getMessage()
            .contains("hours"));
  }

  private static double confidence(boolean source, boolean agreed, Known known) {
    return Confidence.of(source, agreed, known).after(0);
  }
}
