package plimsoll.delivery;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import plimsoll.access.Refusal;
import plimsoll.delivery.Backfill.State;
import plimsoll.delivery.fact.Batch;
import plimsoll.delivery.source.PlimsollSource;
import plimsoll.delivery.source.PlimsollSource.Writing;

/**
 * Takes a past of any length in our own form, as somebody sends it. Some thousand lines are read
 * while those before them are stored; no more than that is ever held.
 */
@ApplicationScoped
class SentPast {
  static final Map<String, Writing> KINDS = Map.of("ndjson", Writing.LINES, "csv", Writing.CSV);

  private static final int LINES_AT_ONCE = 5000;
  private static final int CHARACTERS_AT_ONCE = 5_000_000;
  private static final int PASTS_AT_ONCE = 8;
  private static final int SECONDS_TO_WAIT = 60;

  private final Semaphore places = new Semaphore(PASTS_AT_ONCE);

  @Inject Backfills backfills;
  @Inject Clock clock;
  @Resource ManagedExecutorService executor;

  /**
   * @param from the line that the body begins with, counted from 1
   * @throws Refusal 400 when the body breaks off, 413 when it is too much: what came until then is
   *     stored; 409 when lines before would be missing, or when it was cancelled; 429 when too many
   *     are sent at once
   */
  Backfill take(UUID id, long from, InputStream body) {
    if (!places.tryAcquire()) {
      throw Refusal.tooMany(
          "Eight pasts are being sent already. Nothing of this one was stored; send it in a minute.",
          SECONDS_TO_WAIT);
    }
    try {
      return store(id, from, body);
    } finally {
      places.release();
    }
  }

  private Backfill store(UUID id, long from, InputStream body) {
    var backfill = backfills.begin(id, KINDS.keySet(), from);
    var sending = new Sending(id, KINDS.get(backfill.kind()), from, backfill.cursor());
    try {
      sending.take(new Lines(body));
      backfills.become(id, State.DONE, "");
    } catch (Lines.TooMuchException e) {
      throw stopped(id, 413, e.getMessage());
    } catch (IOException e) {
      throw stopped(id, 400, "It broke off.");
    }
    return backfills.find(id);
  }

  private Refusal stopped(UUID id, int status, String why) {
    long done = backfills.find(id).done();
    var words =
        "%s All until line %d is stored; go on from line %d, or send all again: nothing counts twice."
            .formatted(why, done, done + 1);
    backfills.become(id, State.FAILED, words);
    return new Refusal(status, words);
  }

  /** One body. */
  private final class Sending {
    private final UUID id;
    private final Writing writing;
    private long before;
    private String heads;
    private Future<?> storing = CompletableFuture.completedFuture(null);

    Sending(UUID id, Writing writing, long from, String heads) {
      this.id = id;
      this.writing = writing;
      this.before = from - 1;
      this.heads = heads;
    }

    void take(Lines lines) throws IOException {
      try {
        if (writing == Writing.CSV && before == 0) takeHeads(lines);
        for (var next = next(lines); !next.isEmpty(); next = next(lines)) {
          take(PlimsollSource.part(writing, heads, next, before, clock.instant()), next.size());
        }
      } finally {
        await();
      }
    }

    private static List<String> next(Lines lines) throws IOException {
      return lines.next(LINES_AT_ONCE, CHARACTERS_AT_ONCE);
    }

    private void takeHeads(Lines lines) throws IOException {
      heads = lines.next();
      if (heads == null) heads = "";
      take(PlimsollSource.heads(heads), 1);
    }

    private void take(Batch batch, int lines) {
      before += lines;
      long done = before;
      await();
      storing =
          executor.submit(
              () -> Collisions.retry(() -> backfills.advance(id, batch, done, 0, heads)));
    }

    private void await() {
      try {
        storing.get();
        storing = CompletableFuture.completedFuture(null);
      } catch (ExecutionException e) {
        storing = CompletableFuture.completedFuture(null);
        throw e.getCause() instanceof RuntimeException known
            ? known
            : new IllegalStateException(e.getCause());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }
  }
}
