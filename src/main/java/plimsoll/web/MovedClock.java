package plimsoll.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;

/**
 * The clock of a rehearsal: it is ahead by what a file says at that moment, an ISO 8601 duration
 * such as {@code P13DT2H}. Without the file, or with one that can't be read, it is right.
 */
final class MovedClock extends Clock {
  private final Clock right;
  private final Path file;

  MovedClock(Clock right, Path file) {
    this.right = right;
    this.file = file;
  }

  @Override
  public Instant instant() {
    return right.instant().plus(shift());
  }

  private Duration shift() {
    try {
      return Duration.parse(Files.readString(file).strip());
    } catch (IOException | DateTimeParseException e) {
      return Duration.ZERO;
    }
  }

  @Override
  public ZoneId getZone() {
    return right.getZone();
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return new MovedClock(right.withZone(zone), file);
  }
}
