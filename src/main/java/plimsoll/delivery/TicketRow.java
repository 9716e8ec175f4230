package plimsoll.delivery;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import plimsoll.delivery.fact.Fact;
import plimsoll.delivery.fact.TicketFact;
import plimsoll.delivery.metric.Ticket;
import plimsoll.delivery.metric.Ticket.Kind;

/** A ticket. */
@Entity
@Table(name = "ticket")
class TicketRow extends SubjectRow {
  @Column(name = "from_team")
  private String fromTeam;

  @Column(name = "to_team")
  private String toTeam;

  @Enumerated(EnumType.STRING)
  private Kind purpose;

  @Column(name = "opened_at")
  private Instant openedAt;

  @Column(name = "closed_at")
  private Instant closedAt;

  protected TicketRow() {}

  TicketRow(UUID id, String source, String eventId, Instant receivedAt) {
    super(id, source, eventId, receivedAt);
  }

  @Override
  void restate(Fact stated, String service) {
    var fact = (TicketFact) stated;
    fromTeam = fact.fromTeam();
    toTeam = fact.toTeam();
    purpose = Fact.first(fact.kind(), Kind.OTHER);
    openedAt = fact.openedAt();
    closedAt = fact.closedAt();
  }

  Ticket ticket() {
    return new Ticket(source(), eventId(), fromTeam, toTeam, purpose, openedAt, closedAt);
  }
}
