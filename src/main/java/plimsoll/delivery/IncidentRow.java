package plimsoll.delivery;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import plimsoll.delivery.fact.Fact;
import plimsoll.delivery.fact.IncidentFact;
import plimsoll.delivery.metric.Incident;
import plimsoll.delivery.metric.Incident.Cause;

/** An incident. */
@Entity
@Table(name = "incident")
class IncidentRow extends SubjectRow {
  private String service;

  @Column(name = "started_at")
  private Instant startedAt;

  @Column(name = "resolved_at")
  private Instant resolvedAt;

  @Enumerated(EnumType.STRING)
  private Cause cause;

  @Column(name = "caused_by")
  private String causedBy;

  /** One in a line; names hold no line ends. */
  private String responders;

  protected IncidentRow() {}

  IncidentRow(UUID id, String source, String eventId, Instant receivedAt) {
    super(id, source, eventId, receivedAt);
  }

  @Override
  void restate(Fact stated, String service) {
    var fact = (IncidentFact) stated;
    this.service = service;
    startedAt = fact.startedAt();
    resolvedAt = fact.resolvedAt();
    cause = Fact.first(fact.cause(), fact.causedBy() == null ? Cause.UNKNOWN : Cause.CHANGE);
    causedBy = fact.causedBy();
    responders = String.join("\n", fact.responders());
  }

  Incident incident() {
    return new Incident(
        source(), eventId(), service, startedAt, resolvedAt, cause, causedBy, teams());
  }

  private List<String> teams() {
    return responders == null || responders.isEmpty() ? List.of() : List.of(responders.split("\n"));
  }
}
