package plimsoll.disclosure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class OwnWordsTest {
  private static final Instant CLOSED = Instant.parse("2026-03-01T17:00:00Z");
  private static final Instant A_WEEK_LATER = Instant.parse("2026-03-08T17:00:00Z");

  @Test
  void nineAreTooFewAndTenAreEnough() {
    assertEquals(OwnWords.TOO_FEW, OwnWords.of(9, 5, CLOSED, A_WEEK_LATER));
    assertEquals(OwnWords.READABLE, OwnWords.of(10, 5, CLOSED, A_WEEK_LATER));
  }

  @Test
  void aLargerMinimumGroupHoldsHereToo() {
    assertEquals(OwnWords.TOO_FEW, OwnWords.of(11, 12, CLOSED, A_WEEK_LATER));
    assertEquals(OwnWords.READABLE, OwnWords.of(12, 12, CLOSED, A_WEEK_LATER));
  }

  @Test
  void theyWaitForSevenDays() {
    assertEquals(OwnWords.TOO_EARLY, OwnWords.of(99, 5, CLOSED, A_WEEK_LATER.minusSeconds(1)));
    assertEquals(OwnWords.TOO_EARLY, OwnWords.of(99, 5, null, A_WEEK_LATER));
  }
}
