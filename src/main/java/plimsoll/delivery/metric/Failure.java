package plimsoll.delivery.metric;

import java.time.Instant;
import java.util.Set;

/**
 * One reason why a deployment counts as failed.
 *
 * @param by which rule makes it one
 * @param yieldsTo where one of these counts, another record speaks of the same event and this is
 *     left out
 * @param because in words
 * @param inferred a rule guessed the link, no record states it
 * @param event key of the incident or deployment that shows it; null when its own record says so
 * @param incident true when the event is an incident
 * @param endedAt when it was over; null while it is open, or when not known
 * @param contradictory its times contradict each other
 */
public record Failure(
    Attribution by,
    Set<Attribution> yieldsTo,
    String because,
    boolean inferred,
    String event,
    boolean incident,
    Instant endedAt,
    boolean contradictory) {

  public Failure {
    yieldsTo = Set.copyOf(yieldsTo);
  }

  /** It makes its deployment a failed one under a rule. */
  public boolean counts(AttributionRule rule) {
    return rule.counts(by) && !rule.countsAny(yieldsTo);
  }

  /** Its own record says that it was taken back. */
  static Failure stated() {
    return new Failure(
        Attribution.EXPLICIT, Set.of(), "it was rolled back", false, null, false, null, false);
  }

  static Failure of(Incident incident, Attribution by, Set<Attribution> yieldsTo, String because) {
    return new Failure(
        by,
        yieldsTo,
        because,
        by != Attribution.EXPLICIT,
        incident.key(),
        true,
        incident.resolvedAt(),
        incident.resolvedBeforeBegun());
  }

  static Failure of(
      Deployment mending,
      Attribution by,
      Set<Attribution> yieldsTo,
      String because,
      boolean inferred) {
    return new Failure(
        by, yieldsTo, because, inferred, mending.key(), false, mending.finishedAt(), false);
  }
}
