package plimsoll.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ThrottleTest {
  private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");
  private final Throttle throttle = new Throttle(3, Duration.ofMinutes(1));

  @Test
  void soManyAreLetThroughAndTheNextWaitsForTheRestOfTheWindow() {
    IntStream.range(0, 3).forEach(i -> assertEquals(0, throttle.count("a", NOW)));
    assertEquals(50, throttle.count("a", NOW.plusSeconds(10)));
    assertEquals(0, throttle.count("b", NOW), "another one");
    assertEquals(0, throttle.count("a", NOW.plusSeconds(60)), "the next window");
  }

  @Test
  void lookingCountsNothing() {
    assertEquals(0, throttle.secondsToWait("a", NOW));
    IntStream.range(0, 2).forEach(i -> throttle.count("a", NOW));
    IntStream.range(0, 9).forEach(i -> assertEquals(0, throttle.secondsToWait("a", NOW)));
    throttle.count("a", NOW);
    assertEquals(60, throttle.secondsToWait("a", NOW));
    assertEquals(0, throttle.secondsToWait("a", NOW.plusSeconds(60)));
  }

  @Test
  void whoIsForgottenBeginsAnew() {
    IntStream.range(0, 4).forEach(i -> throttle.count("a", NOW));
    throttle.forget("a");
    assertEquals(0, throttle.count("a", NOW));
  }

  @Test
  void aClockThatIsSetBackKeepsNobodyWaiting() {
    IntStream.range(0, 4).forEach(i -> throttle.count("a", NOW));
    assertEquals(0, throttle.count("a", NOW.minus(Duration.ofDays(1))));
  }

  @Test
  void itForgetsTheOldestWhereThereAreTooMany() {
    IntStream.range(0, 4).forEach(i -> throttle.count("a", NOW));
    assertTrue(throttle.secondsToWait("a", NOW) > 0);
    IntStream.range(0, 50_000).forEach(i -> throttle.count("other " + i, NOW));
    assertEquals(0, throttle.secondsToWait("a", NOW));
  }
}
