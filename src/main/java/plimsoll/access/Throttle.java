package plimsoll.access;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Counts tries and says when there are too many. It keeps nothing but hashes under a key of its
 * own, in memory, so that nobody can learn from it who tried what; and of no more callers than it
 * has room for, the latest. Each node counts for itself.
 */
public final class Throttle {
  private static final int ROOM = 50_000;

  private final String key = Secret.random();
  private final int most;
  private final Duration window;
  private final Map<String, Count> counts =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Count> eldest) {
          return size() > ROOM;
        }
      };

  /** Tries since a moment. */
  private record Count(Instant since, int tries) {}

  /**
   * @param most tries that are let through in one window
   */
  public Throttle(int most, Duration window) {
    this.most = most;
    this.window = window;
  }

  /** Counts one try; gives the seconds to wait, 0 where it is let through. */
  public synchronized int count(String who, Instant now) {
    counts.merge(hash(who), new Count(now, 1), (known, one) -> after(known, now));
    return counts.get(hash(who)).tries > most ? left(who, now) : 0;
  }

  /** Seconds until another try is let through, without counting one; 0 when it is now. */
  public synchronized int secondsToWait(String who, Instant now) {
    var known = counts.get(hash(who));
    return known == null || over(known, now) || known.tries < most ? 0 : left(who, now);
  }

  public synchronized void forget(String who) {
    counts.remove(hash(who));
  }

  private Count after(Count known, Instant now) {
    return over(known, now) ? new Count(now, 1) : new Count(known.since, known.tries + 1);
  }

  /** Also where the clock was set back: nobody waits longer than a window. */
  private boolean over(Count known, Instant now) {
    return now.isBefore(known.since) || !now.isBefore(known.since.plus(window));
  }

  private int left(String who, Instant now) {
    var end = counts.get(hash(who)).since.plus(window);
    return (int) Math.max(1, Duration.between(now, end).toSeconds());
  }

  private String hash(String who) {
    return Secret.hash(key + who);
  }
}
