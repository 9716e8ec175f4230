package plimsoll.delivery.pull;

import java.net.http.HttpResponse;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;

/** What the status of an answer means, and until when a forge wants to be left alone. */
final class Limits {
  private static final Duration LONGEST = Duration.ofDays(1);
  private static final int MINUTE = 60;

  private Limits() {}

  /**
   * @throws Halt when the answer holds nothing to go on with
   */
  static void check(HttpResponse<?> answer, Instant now, Forge.Words words) {
    int status = answer.statusCode();
    if (status == 200) {
      return;
    }
    if (status == 429 || status == 403 && isLimited(answer)) {
      var until = until(answer, now);
      throw Halt.limited(words.server() + " takes no more requests for now.", until);
    }
    if (status >= 500 || status == 408) {
      throw Halt.troubled(words.server() + " answered " + status + ".");
    }
    throw switch (status) {
      case 401 ->
          Halt.failed(
              words.server()
                  + " does not take the token. It may have expired; give another and go on.");
      case 403 ->
          Halt.failed(
              "The token may not read this. Give one that may read "
                  + words.things()
                  + ", and go on.");
      // A repository without commits is a conflict to GitHub, and one without issues is gone.
      case 404, 409, 410 ->
          Halt.absent(
              words.server()
                  + " knows no such "
                  + words.thing()
                  + ", or does not show it to this token. Look at its name, and at what the token"
                  + " may read.");
      default -> Halt.failed(words.server() + " answered " + status + ", which we did not expect.");
    };
  }

  private static boolean isLimited(HttpResponse<?> answer) {
    var remaining = number(answer, "X-RateLimit-Remaining");
    return answer.headers().firstValue("Retry-After").isPresent()
        || remaining != null && remaining == 0;
  }

  private static Instant until(HttpResponse<?> answer, Instant now) {
    var after = answer.headers().firstValue("Retry-After").map(text -> moment(text, now));
    var until = after.orElseGet(() -> reset(answer, now));
    if (until.isBefore(now.plusSeconds(1))) {
      return now.plusSeconds(1);
    }
    return until.isAfter(now.plus(LONGEST)) ? now.plus(LONGEST) : until;
  }

  /** In seconds, or as a date of HTTP (RFC 9110). */
  private static Instant moment(String text, Instant now) {
    if (text.strip().matches("\\d{1,9}")) {
      return now.plusSeconds(Long.parseLong(text.strip()));
    }
    try {
      return ZonedDateTime.parse(text.strip(), DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
    } catch (DateTimeException e) {
      return now.plusSeconds(MINUTE);
    }
  }

  private static Instant reset(HttpResponse<?> answer, Instant now) {
    var reset = number(answer, "X-RateLimit-Reset");
    var other = reset == null ? number(answer, "RateLimit-Reset") : reset;
    return other == null ? now.plusSeconds(MINUTE) : Instant.ofEpochSecond(other);
  }

  /** Null when the header is missing, or no number. */
  static Integer number(HttpResponse<?> answer, String header) {
    return answer
        .headers()
        .firstValue(header)
        .map(String::strip)
        .filter(text -> text.matches("\\d{1,10}"))
        .map(Long::valueOf)
        .map(value -> (int) Math.min(value, Integer.MAX_VALUE))
        .orElse(null);
  }
}
