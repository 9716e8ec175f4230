package plimsoll.delivery;

import java.time.Instant;
import plimsoll.delivery.pull.Cursor;
import plimsoll.json.Json;

/**
 * Where a pull stands; kept as JSON with its backfill.
 *
 * @param before how many things the parts that are read held
 * @param failures how often it was troubled since it last went on
 * @param until when to try again; null for now
 */
record PullProgress(Cursor cursor, long before, int failures, Instant until) {
  static PullProgress of(String text) {
    return text.isEmpty()
        ? new PullProgress(Cursor.start(), 0, 0, null)
        : Json.read(text, PullProgress.class);
  }

  String text() {
    return Json.write(this);
  }

  long done() {
    return before + cursor.read();
  }

  /** As far as the forge tells. */
  long total() {
    return before + Math.max(cursor.about(), cursor.read());
  }

  /**
   * @param read how many things the page held that was the last of its part
   */
  PullProgress on(Cursor next, long read) {
    boolean same = next.part() != null && next.part().equals(cursor.part());
    return new PullProgress(next, same ? before : done() + read, 0, null);
  }

  PullProgress waiting(Instant until, boolean troubled) {
    return new PullProgress(cursor, before, troubled ? failures + 1 : failures, until);
  }

  boolean isDue(Instant now) {
    return until == null || !until.isAfter(now);
  }
}
