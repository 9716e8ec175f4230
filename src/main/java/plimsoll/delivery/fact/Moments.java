package plimsoll.delivery.fact;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/** Reads times, and refuses those that cannot be true. */
public final class Moments {
  private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
  private static final Duration CLOCKS_DIFFER = Duration.ofDays(1);

  private final Instant now;

  public Moments(Instant now) {
    this.now = now;
  }

  /**
   * A time of RFC 3339, cut to microseconds, which is what every database keeps. A leap second
   * becomes the second before.
   *
   * @throws BadEvent when it is no such time, has no offset, or cannot be true
   */
  public Instant read(String field, String text) {
    try {
      return believable(field, Instant.from(DateTimeFormatter.ISO_INSTANT.parse(plain(text))));
    } catch (DateTimeException e) {
      throw new BadEvent(
          field + " is not a time with an offset, such as 2026-03-23T09:00:00+01:00.");
    }
  }

  public Instant believable(String field, Instant at) {
    if (at.isBefore(EARLIEST)) {
      throw new BadEvent(field + " lies before the year 2000; a clock or an import is wrong.");
    }
    if (at.isAfter(now.plus(CLOCKS_DIFFER))) {
      throw new BadEvent(field + " lies in the future.");
    }
    return at.truncatedTo(ChronoUnit.MICROS);
  }

  /** RFC 3339 also allows a blank between date and time. */
  private static String plain(String text) {
    return text.length() > 10 && text.charAt(10) == ' '
        ? text.substring(0, 10) + 'T' + text.substring(11)
        : text;
  }
}
