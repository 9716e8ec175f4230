package plimsoll.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import plimsoll.delivery.fact.Batch;
import plimsoll.delivery.source.PlimsollSource;

/** Stores what is stated in our own form at once, so that its sender learns what was known. */
@ApplicationScoped
public class Intake {
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
    return Collisions.retry(() -> deliveries.take(source, what, batch, clock.instant()));
  }
}
