package plimsoll.delivery.fact;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;

/** Reads times, and refuses those that cannot be true. */
public final class Moments {
  private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
  private static final Duration CLOCKS_DIFFER = Duration.ofDays(1);

  /** A count of seconds reaches it in the year 5138; one of milliseconds did in 1973. */
  private static final long SECONDS_MAX = 100_000_000_000L;

  private static final int LEAP_AT = "2016-12-31T23:59:".length();
  private static final int SECONDS_A_DAY = 86_400;

  private static final Pattern SPELLED =
      Pattern.compile(
          "(\\d{4}-\\d\\d-\\d\\d)[Tt ](\\d\\d:\\d\\d:\\d\\d)(\\.\\d+)? ?(UTC|[Zz]|[+-]\\d\\d:?\\d\\d)");

  private final Instant now;

  public Moments(Instant now) {
    this.now = now;
  }

  /** When what is read came. */
  public Instant now() {
    return now;
  }

  /**
   * A time of RFC 3339, cut to microseconds, which is what every database keeps. A leap second
   * becomes the second before.
   *
   * @throws BadEvent when it is no such time, has no offset, or cannot be true
   */
  public Instant read(String field, String text) {
    try {
      return believable(field, parsed(plain(text)));
    } catch (DateTimeException e) {
      throw new BadEvent(
          field + " is not a time with an offset, such as 2026-03-23T09:00:00+01:00.");
    }
  }

  /**
   * @param text whole seconds since 1970
   * @throws BadEvent when it is no number, or cannot be true
   */
  public Instant ofSeconds(String field, String text) {
    return believable(field, Instant.ofEpochSecond(whole(field, text)));
  }

  /**
   * @param text whole milliseconds since 1970
   * @throws BadEvent when it is no number, or cannot be true
   */
  public Instant ofMillis(String field, String text) {
    return believable(field, Instant.ofEpochMilli(whole(field, text)));
  }

  /**
   * A time that a tool counts from 1970 in seconds, or in thousandth, millionth or billionth parts
   * of them; its size tells which.
   */
  public Instant count(String field, String text) {
    if (!text.matches("\\d{1,19}")
        || text.compareTo("9223372036854775807") > 0 && text.length() == 19) {
      throw new BadEvent(field + " is not a time in whole numbers since 1970.");
    }
    long since1970 = Long.parseLong(text);
    long parts = 1;
    for (long seconds = since1970; seconds >= SECONDS_MAX; seconds /= 1000) parts *= 1000;
    long nanos = since1970 % parts * (1_000_000_000 / parts);
    return believable(field, Instant.ofEpochSecond(since1970 / parts, nanos));
  }

  /** A time that a tool writes without an offset, in a zone that somebody said. */
  public Instant local(String field, String text, ZoneId zone) {
    try {
      var at = LocalDateTime.parse(text.strip().replace(' ', 'T'));
      return believable(field, at.atZone(zone).toInstant());
    } catch (DateTimeException e) {
      throw new BadEvent(field + " is not a time such as 2026-03-23 09:00:00.");
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

  /** The digits are as many as no Instant is too small for. */
  private static long whole(String field, String text) {
    if (!text.matches("-?\\d{1,16}")) {
      throw new BadEvent(field + " is not a time in whole numbers since 1970.");
    }
    return Long.parseLong(text);
  }

  /**
   * RFC 3339 also allows a blank between date and time, and some tools write the offset apart, as
   * UTC, or without its colon.
   */
  private static String plain(String text) {
    var parts = SPELLED.matcher(text);
    if (!parts.matches()) {
      return text;
    }
    var offset = parts.group(4);
    var written =
        offset.length() == 5 ? offset.substring(0, 3) + ':' + offset.substring(3) : offset;
    var fraction = parts.group(3) == null ? "" : parts.group(3);
    return parts.group(1)
        + 'T'
        + parts.group(2)
        + fraction
        + (offset.equals("UTC") ? "Z" : written);
  }

  /**
   * Java knows a leap second only where it is written as of Greenwich, and all end there at once.
   */
  private static Instant parsed(String text) {
    boolean leaps = text.length() > LEAP_AT && text.startsWith(":60", LEAP_AT - 1);
    var written = leaps ? text.substring(0, LEAP_AT) + "59" + text.substring(LEAP_AT + 2) : text;
    var at = Instant.from(DateTimeFormatter.ISO_INSTANT.parse(written));
    if (leaps && Math.floorMod(at.getEpochSecond() + 1, SECONDS_A_DAY) != 0) {
      throw new DateTimeException("no day ends then");
    }
    return at;
  }
}
