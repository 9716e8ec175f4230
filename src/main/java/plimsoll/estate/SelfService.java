package plimsoll.estate;

import static java.util.stream.Collectors.toSet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.ZoneId;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import plimsoll.delivery.DeliveryRecords;
import plimsoll.delivery.metric.Events;
import plimsoll.delivery.metric.Ticket;
import plimsoll.platform.Asked;
import plimsoll.platform.Asked.Told;
import plimsoll.platform.Claim;
import plimsoll.platform.ClaimShares;
import plimsoll.platform.Quarter;

/** Joins what was asked by machine with the tickets for infrastructure and what events tell. */
@ApplicationScoped
public class SelfService {
  @Inject Requests requests;

  @Inject
  @ConfigProperty(name = "plimsoll.zone")
  ZoneId zone;

  /**
   * How what was asked within a reading's window fared.
   *
   * @param to the end of the window, and the data cut
   * @return null when no claim was ever seen
   */
  public ClaimShares shares(Instant from, Instant to, DeliveryRecords.Cut records) {
    return asked(to, records.ledger().events()).shares(new Quarter(from, to), to, zone);
  }

  /** All that is known of until a moment. */
  Asked asked(Instant to, Events events) {
    var own = requests.until(to);
    var ids = events.claims().stream().map(plimsoll.delivery.metric.Claim::id).collect(toSet());
    // A ticket that an event tells of as a request too is one.
    var tickets =
        events.tickets().stream().filter(SelfService::counts).filter(t -> !ids.contains(t.id()));
    var others =
        Stream.concat(
                events.claims().stream().map(one -> new Told(one.team(), claim(one))),
                tickets.map(one -> new Told(one.fromTeam(), claim(one))))
            .toList();
    return new Asked(own, others, !own.isEmpty() || !events.claims().isEmpty());
  }

  /** For infrastructure, and not of one's own team. */
  private static boolean counts(Ticket one) {
    return one.kind() == Ticket.Kind.INFRASTRUCTURE
        && (one.toTeam() == null || !one.toTeam().equalsIgnoreCase(one.fromTeam()));
  }

  /** Tickets don't say for which capability they are; when one was looked at first isn't told. */
  private static Claim claim(Ticket one) {
    return new Claim(
        "infrastructure", Claim.Channel.TICKET, true, one.openedAt(), null, one.closedAt(), false);
  }

  private static Claim claim(plimsoll.delivery.metric.Claim one) {
    boolean self = one.channel() == plimsoll.delivery.metric.Claim.Channel.SELF;
    return new Claim(
        one.capability(),
        self ? Claim.Channel.SELF : Claim.Channel.TICKET,
        !self,
        one.requestedAt(),
        null,
        one.readyAt(),
        one.outcome() == plimsoll.delivery.metric.Claim.Outcome.FAILED);
  }
}
