package plimsoll.delivery.fact;

import static plimsoll.delivery.fact.Fact.first;

import java.time.Instant;
import plimsoll.delivery.metric.Claim.Channel;
import plimsoll.delivery.metric.Claim.Outcome;

/**
 * What a version of an event states of something that a team asked of the platform.
 *
 * @param capability what was asked for, in the platform's own words
 */
public record ClaimFact(
    String id,
    String team,
    String capability,
    Instant requestedAt,
    Instant readyAt,
    Channel channel,
    Outcome outcome)
    implements Fact {

  @Override
  public Instant asOf() {
    return first(readyAt, requestedAt);
  }

  @Override
  public int advance() {
    return readyAt == null && outcome == null ? 0 : 1;
  }

  @Override
  public Fact over(Fact other) {
    var earlier = (ClaimFact) other;
    return new ClaimFact(
        id,
        first(team, earlier.team),
        first(capability, earlier.capability),
        first(requestedAt, earlier.requestedAt),
        first(readyAt, earlier.readyAt),
        first(channel, earlier.channel),
        first(outcome, earlier.outcome));
  }
}
