package plimsoll.platform;

import java.time.Instant;

/** A span of time, {@code from} included and {@code to} not. */
public record Quarter(Instant from, Instant to) {

  public Quarter {
    BadRecord.unless(from.isBefore(to), "a quarter from %s to %s is empty", from, to);
  }

  public boolean contains(Instant at) {
    return !at.isBefore(from) && at.isBefore(to);
  }
}
