package plimsoll.delivery.pull;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import plimsoll.delivery.fact.Batch;
import plimsoll.delivery.source.Delivery;
import plimsoll.delivery.source.Rules;
import plimsoll.delivery.source.Source;

/** What a forge tells of the past of one repository, in the form in which it sends webhooks. */
public interface Past {

  /**
   * What is wanted of it.
   *
   * @param repository as the forge calls it, such as "owner/name"
   * @param rules what an administrator said of how the source is read
   */
  record Wanted(String repository, Instant from, Instant until, Rules rules) {
    boolean holds(Instant at) {
      return at != null && !at.isBefore(from) && at.isBefore(until);
    }
  }

  /**
   * What one page gave.
   *
   * @param doing what was read, for people, such as "merged pull requests"
   * @param read how many things the page held
   * @param next where to go on; null when the past is read
   */
  record Step(Batch batch, String doing, int read, Cursor next) {}

  /**
   * Reads one page.
   *
   * @throws Halt when it does not go on now; the cursor holds for the next time
   */
  Step step(Cursor cursor) throws InterruptedException;

  /** Reads webhooks as their source does, so that they and the past are counted once. */
  static Batch read(Source source, List<Hook> hooks, Rules rules, Clock clock) {
    var all = new Batch();
    for (var hook : hooks) {
      all.addAll(source.read(new Delivery(hook.body(), hook.headers(), rules, clock.instant())));
    }
    return all;
  }
}
