package plimsoll.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BackoffTest {
  @Test
  void eachWaitIsTwiceAsLongUpToAnHour() {
    var longest =
        IntStream.rangeClosed(1, 9).mapToObj(i -> Backoff.after(i, 1).toSeconds()).toList();
    assertEquals(java.util.List.of(30L, 60L, 120L, 240L, 480L, 960L, 1920L, 3600L, 3600L), longest);
    assertEquals(Duration.ofHours(1), Backoff.after(1000, 1));
  }

  @Test
  void chanceTakesAwayHalfAtMost() {
    assertEquals(Duration.ofSeconds(15), Backoff.after(1, 0));
    assertEquals(Duration.ofMinutes(30), Backoff.after(50, 0));
  }

  /** 30 s and doubling: after a day it was tried some thirty times, and never a second in a row. */
  @Test
  void aDayIsNotFilledWithTries() {
    var waited = Duration.ZERO;
    int tries = 0;
    while (waited.compareTo(Duration.ofDays(1)) < 0) {
      waited = waited.plus(Backoff.after(++tries, 0.5));
    }
    assertTrue(tries > 24 && tries < 48, "" + tries);
  }
}
