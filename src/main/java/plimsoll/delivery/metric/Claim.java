package plimsoll.delivery.metric;

import java.time.Instant;
import java.util.Objects;

/**
 * Something that a team asked of the platform: a database, a queue, an environment.
 *
 * @param team key of the team that asked; null when not known
 * @param capability what it asked for, in the platform's own words; null when not known
 * @param readyAt null while it is not there
 * @param outcome null while it is open, or when not known
 */
public record Claim(
    String source,
    String id,
    String team,
    String capability,
    Instant requestedAt,
    Instant readyAt,
    Channel channel,
    Outcome outcome) {

  public Claim {
    Objects.requireNonNull(requestedAt, "requestedAt");
    Objects.requireNonNull(channel, "channel");
  }

  /** Names it among all sources. */
  public String key() {
    return source + "/" + id;
  }

  /** As it was known at a moment: what came later was open then. */
  Claim asOf(Instant at) {
    return readyAt == null || !readyAt.isAfter(at)
        ? this
        : new Claim(source, id, team, capability, requestedAt, null, channel, null);
  }

  /** How it was asked for. */
  public enum Channel {
    /** The team helped itself, and nobody else had a hand in it. */
    SELF,
    /** Somebody of another team did it. */
    TICKET
  }

  /** How it ended. */
  public enum Outcome {
    READY,
    FAILED
  }
}
