package plimsoll.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import plimsoll.delivery.fact.Batch;
import plimsoll.delivery.source.PlimsollSource;

/** Stores deliveries, again where senders of the same events collide. */
@ApplicationScoped
public class Intake {
  private static final int TRIES = 10;

  /** SQL states of a key that somebody else wrote first, of deadlocks and of locks not had. */
  private static final Set<String> COLLISIONS =
      Set.of("23505", "40001", "40P01", "55P03", "HYT00", "90131", "90112");

  @Inject Deliveries deliveries;
  @Inject Clock clock;

  /**
   * Takes events in our own form, one JSON object a line, as if they had come at a moment: so the
   * demonstration brings in its past.
   *
   * @param lines at most 10,000
   */
  public Taken takeLines(String lines, Instant receivedAt) {
    var batch = PlimsollSource.read(lines, PlimsollSource.Writing.LINES, receivedAt);
    return deliveries.take(PlimsollSource.KEY, "events", batch, receivedAt);
  }

  /** Gives its answer only once everything is committed. */
  Taken take(String source, String what, Batch batch) {
    for (int tries = 1; ; tries++) {
      try {
        return deliveries.take(source, what, batch, clock.instant());
      } catch (RuntimeException e) {
        if (tries == TRIES || !isCollision(e)) throw e;
        pause(tries);
      }
    }
  }

  private static boolean isCollision(Throwable thrown) {
    for (var cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql && collides(sql)) return true;
    }
    return false;
  }

  /** A batch reports its own state; the one that tells stands in the next exception. */
  private static boolean collides(SQLException first) {
    for (var sql = first; sql != null; sql = sql.getNextException()) {
      if (sql.getSQLState() != null && COLLISIONS.contains(sql.getSQLState())) return true;
    }
    return false;
  }

  private static void pause(int tries) {
    try {
      Thread.sleep(10L * tries * tries);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
