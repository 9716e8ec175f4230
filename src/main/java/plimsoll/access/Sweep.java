package plimsoll.access;

import java.time.Instant;

/**
 * What is kept too long must go. Each room that keeps something observes this, deletes what is
 * beyond its time, all or nothing, and records it. To do it again deletes nothing more.
 *
 * @param now the moment to count back from
 */
public record Sweep(Instant now) {
  /** The last moment whose things are still kept, where they are kept for so many days. */
  public Instant before(int days) {
    return now.minus(java.time.Duration.ofDays(days));
  }
}
