package plimsoll.connection;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.Watcher;
import io.fabric8.kubernetes.client.WatcherException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import plimsoll.json.Json;

/**
 * What a cluster tells of changes, until somebody takes it. When there is too much of it, the
 * telling waits.
 */
final class Hearing implements AutoCloseable {
  private static final int WAITING_MAX = 2000;
  private static final int LETTERS_MAX = 20_000_000;

  private final BlockingQueue<Told> told = new LinkedBlockingQueue<>(WAITING_MAX);
  private final Semaphore letters = new Semaphore(LETTERS_MAX);
  private volatile boolean over;

  /**
   * What was told, or that nothing more is.
   *
   * @param of the key of what is told of
   * @param watching by which a late word of one that was closed is known
   * @param json of the object; "" for a mark in time, or an object that nobody is to know of
   * @param gone whether the object is
   * @param version to go on from; null where none was told
   * @param cause why nothing more is told; null where it is not said, and with an object
   */
  record Told(
      String of,
      int watching,
      String json,
      boolean gone,
      String version,
      boolean closed,
      WatcherException cause) {

    private int letters() {
      return Math.min(json.length(), LETTERS_MAX);
    }
  }

  /** Null when nothing is told for that long. */
  Told next(long milliseconds) throws InterruptedException {
    return told.poll(milliseconds, TimeUnit.MILLISECONDS);
  }

  /** Makes room for more. */
  void isTaken(Told one) {
    letters.release(one.letters());
  }

  /** Called by the client's own threads. */
  Watcher<GenericKubernetesResource> ear(ObjectKind kind, String of, int watching) {
    return new Watcher<>() {
      @Override
      public void eventReceived(Action action, GenericKubernetesResource object) {
        var head = object.getMetadata();
        var version = head == null ? null : head.getResourceVersion();
        var json = action == Action.BOOKMARK ? "" : slim(kind, object);
        put(new Told(of, watching, json, action == Action.DELETED, version, false, null));
      }

      @Override
      public void onClose() {
        onClose(null);
      }

      @Override
      public void onClose(WatcherException cause) {
        put(new Told(of, watching, "", false, null, true, cause));
      }
    };
  }

  private static String slim(ObjectKind kind, GenericKubernetesResource object) {
    JsonNode json = Json.MAPPER.valueToTree(object);
    return Objects.isLeftOut(kind, json) ? "" : Objects.slim(kind, json).toString();
  }

  private void put(Told one) {
    try {
      while (!letters.tryAcquire(one.letters(), 1, TimeUnit.SECONDS)) {
        if (over) return;
      }
      while (!told.offer(one, 1, TimeUnit.SECONDS)) {
        if (over) return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Nobody takes anything any more. */
  @Override
  public void close() {
    over = true;
  }
}
