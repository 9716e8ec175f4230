package plimsoll.delivery;

import static plimsoll.delivery.fact.Fact.first;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import plimsoll.delivery.fact.ChangeFact;
import plimsoll.delivery.fact.ClaimFact;
import plimsoll.delivery.fact.DeploymentFact;
import plimsoll.delivery.fact.Fact;
import plimsoll.delivery.fact.IncidentFact;
import plimsoll.delivery.fact.TicketFact;

/**
 * A version of an event, and the request that stated it.
 *
 * @param facts as {@link Fact#text()} writes them
 */
record Stated(
    String source, Fact fact, String facts, String scope, UUID delivery, Instant receivedAt) {

  static Stated of(String source, Fact fact, String scope, UUID delivery, Instant receivedAt) {
    return new Stated(
        source, fact, fact.text(), scope, delivery, receivedAt.truncatedTo(ChronoUnit.MICROS));
  }

  UUID event() {
    return Subject.of(fact).id(source, fact.id());
  }

  UUID version() {
    return Subject.named(event() + facts);
  }

  /** The row, if this were all that is known. */
  EventRow alone() {
    return new EventRow(
        event(),
        source,
        Subject.of(fact),
        fact.id(),
        scope,
        at(fact),
        facts,
        1,
        receivedAt,
        delivery,
        link(fact));
  }

  /** By what else it is looked for; null for nothing. */
  static String link(Fact fact) {
    if (fact instanceof DeploymentFact one) return one.remediates();
    if (fact instanceof IncidentFact one) return one.causedBy();
    return fact instanceof ChangeFact one ? one.sha() : null;
  }

  /** When it is counted; where it does not tell that, the time of what it states. */
  static Instant at(Fact fact) {
    return first(counted(fact), fact.asOf()).truncatedTo(ChronoUnit.MICROS);
  }

  private static Instant counted(Fact fact) {
    if (fact instanceof DeploymentFact one) return first(one.finishedAt(), one.startedAt());
    if (fact instanceof IncidentFact one) return first(one.startedAt(), one.resolvedAt());
    if (fact instanceof TicketFact one) return first(one.openedAt(), one.closedAt());
    if (fact instanceof ClaimFact one) return first(one.requestedAt(), one.readyAt());
    return ((ChangeFact) fact).mergedAt();
  }
}
