package plimsoll.mail;

import java.time.Duration;

/**
 * How long to wait after failing: twice as long each time, an hour at most, each a bit otherwise.
 */
final class Backoff {
  static final Duration LONGEST = Duration.ofHours(1);
  private static final Duration FIRST = Duration.ofSeconds(30);
  private static final int DOUBLINGS = 7;

  private Backoff() {}

  /**
   * @param failures how often it failed in a row, 1 or more
   * @param chance from 0 up to 1, so that many who failed at once don't come back at once
   * @return between half of it and all of it: of 30 s the first time, of an hour from the eighth on
   */
  static Duration after(int failures, double chance) {
    var full = FIRST.multipliedBy(1L << Math.min(failures - 1, DOUBLINGS));
    var most = full.compareTo(LONGEST) > 0 ? LONGEST : full;
    return Duration.ofMillis((long) (most.toMillis() * (0.5 + chance / 2)));
  }
}
