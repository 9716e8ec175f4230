package plimsoll.delivery;

import static plimsoll.delivery.fact.Fact.first;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import plimsoll.delivery.fact.ChangeFact;
import plimsoll.delivery.fact.ClaimFact;
import plimsoll.delivery.fact.DeploymentFact;
import plimsoll.delivery.fact.Fact;
import plimsoll.delivery.fact.IncidentFact;
import plimsoll.delivery.fact.TicketFact;
import plimsoll.delivery.metric.Change;
import plimsoll.delivery.metric.Claim;
import plimsoll.delivery.metric.Deployment;
import plimsoll.delivery.metric.Incident;
import plimsoll.delivery.metric.Incident.Cause;
import plimsoll.delivery.metric.Ticket;

/**
 * What all versions of an event together state.
 *
 * @param scope key of the service of a deployment or an incident, repository of a change, else ""
 * @param at when a deployment finished, or started where that is not known; when an incident
 *     started, a ticket was opened, a change arrived, something was claimed
 * @param facts as {@link Fact#text()} writes them
 * @param versions how many that differ, 1 or more
 * @param receivedAt when the first version came
 * @param delivery the request, or the import, that the first version came with
 * @param link by what else it is looked for: what a deployment mends, the deployment that caused an
 *     incident, the commit of a change; null for nothing
 */
public record EventRow(
    UUID id,
    String source,
    Subject kind,
    String eventId,
    String scope,
    Instant at,
    String facts,
    int versions,
    Instant receivedAt,
    UUID delivery,
    String link) {
  static final String COLUMNS =
      "id, source, kind, event_id, scope, at, facts, versions, received_at, delivery, link";

  static EventRow of(ResultSet row) throws SQLException {
    return new EventRow(
        row.getObject(1, UUID.class),
        row.getString(2),
        Subject.ofWord(row.getString(3)),
        row.getString(4),
        row.getString(5),
        row.getObject(6, OffsetDateTime.class).toInstant(),
        row.getString(7),
        row.getInt(8),
        row.getObject(9, OffsetDateTime.class).toInstant(),
        row.getObject(10, UUID.class),
        row.getString(11));
  }

  /** The same event, counted for another service. */
  EventRow in(String scope) {
    return new EventRow(
        id, source, kind, eventId, scope, at, facts, versions, receivedAt, delivery, link);
  }

  public Fact fact() {
    return kind.read(facts);
  }

  /** Where the kind is deployment. */
  public Deployment deployment() {
    var fact = (DeploymentFact) fact();
    return new Deployment(
        source,
        eventId,
        scope,
        fact.repository(),
        fact.revision(),
        Boolean.TRUE.equals(fact.production()),
        fact.startedAt(),
        fact.finishedAt(),
        fact.outcome(),
        first(fact.kind(), Deployment.Kind.CHANGE),
        fact.trigger(),
        fact.via(),
        fact.ticket(),
        fact.commits(),
        fact.manualSteps(),
        fact.remediates(),
        receivedAt);
  }

  /**
   * Where the kind is incident: one for each time that it hurt users. Those after the first may
   * have begun long after the row's own time. Empty as long as nobody said when it began.
   */
  public List<Incident> incidents() {
    return ((IncidentFact) fact()).outages().stream().map(this::incident).toList();
  }

  private Incident incident(IncidentFact fact) {
    return new Incident(
        source,
        fact.id(),
        scope,
        fact.startedAt(),
        fact.resolvedAt(),
        first(fact.cause(), fact.causedBy() == null ? Cause.UNKNOWN : Cause.CHANGE),
        fact.causedBy(),
        fact.responders());
  }

  /** Where the kind is ticket. */
  public Ticket ticket() {
    var fact = (TicketFact) fact();
    return new Ticket(
        source,
        eventId,
        fact.fromTeam(),
        fact.toTeam(),
        first(fact.kind(), Ticket.Kind.OTHER),
        at,
        fact.closedAt());
  }

  /** Where the kind is claim; what does not say how it was asked for went by a person. */
  public Claim claim() {
    var fact = (ClaimFact) fact();
    return new Claim(
        source,
        eventId,
        fact.team(),
        fact.capability(),
        at,
        fact.readyAt(),
        first(fact.channel(), Claim.Channel.TICKET),
        fact.outcome());
  }

  /** Where the kind is change. */
  public Change change() {
    var fact = (ChangeFact) fact();
    return new Change(
        fact.repository(),
        fact.sha(),
        fact.landedAs(),
        at,
        fact.firstCommitAt(),
        fact.reverts(),
        fact.paths());
  }
}
