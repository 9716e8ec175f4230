package plimsoll.delivery.metric;

import java.time.Instant;

/**
 * One reason why a deployment counts as failed.
 *
 * @param because in words
 * @param inferred a rule guessed the link, no record states it
 * @param event key of the incident or deployment that shows it; null when its own record says so
 * @param incident true when the event is an incident
 * @param endedAt when it was over; null while it is open, or when not known
 * @param contradictory its times contradict each other
 */
public record Failure(
    String because,
    boolean inferred,
    String event,
    boolean incident,
    Instant endedAt,
    boolean contradictory) {

  static Failure by(Incident incident, String because, boolean inferred) {
    return new Failure(
        because,
        inferred,
        incident.key(),
        true,
        incident.resolvedAt(),
        incident.resolvedBeforeBegun());
  }

  static Failure by(Deployment mending, String because, boolean inferred) {
    return new Failure(because, inferred, mending.key(), false, mending.finishedAt(), false);
  }
}
