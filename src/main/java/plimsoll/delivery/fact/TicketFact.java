package plimsoll.delivery.fact;

import static plimsoll.delivery.fact.Fact.first;

import java.time.Instant;
import plimsoll.delivery.metric.Ticket.Kind;

/** What a version of an event states of a ticket. */
public record TicketFact(
    String id, String fromTeam, String toTeam, Kind kind, Instant openedAt, Instant closedAt)
    implements Fact {

  @Override
  public Instant asOf() {
    return first(closedAt, openedAt);
  }

  @Override
  public int advance() {
    return closedAt == null ? 0 : 1;
  }

  @Override
  public Fact over(Fact other) {
    var earlier = (TicketFact) other;
    return new TicketFact(
        id,
        first(fromTeam, earlier.fromTeam),
        first(toTeam, earlier.toTeam),
        first(kind, earlier.kind),
        first(openedAt, earlier.openedAt),
        first(closedAt, earlier.closedAt));
  }
}
