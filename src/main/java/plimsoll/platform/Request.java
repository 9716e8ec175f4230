package plimsoll.platform;

import java.time.Duration;
import java.time.Instant;

/**
 * Something that was asked of the platform by machine, with no ticket: a claim, or a resource that
 * a platform makes of others.
 *
 * @param id names it among all
 * @param team key of the team that asked; null when not known
 * @param service key of the service that it is for; null when not known
 * @param capability what was asked for, such as "PostgreSQLInstance"
 * @param answeredAt when the platform said anything of it first; null when it did not
 * @param readyAt when it could be used first; null when it never could
 * @param failedAt since when it can't be made as it was asked for; null while it can
 * @param goneAt when it was taken back; null while it stands
 * @param seenAt when it was looked at last: what is open then is not known later
 */
public record Request(
    String id,
    String team,
    String service,
    String capability,
    Instant requestedAt,
    Instant answeredAt,
    Instant readyAt,
    Instant failedAt,
    Instant goneAt,
    Instant seenAt) {

  /** What fails for less may mend by itself at the next try. */
  private static final Duration PATIENCE = Duration.ofHours(1);

  /** As it was known at a moment. Nobody of the platform's team is known to have had a hand in. */
  public Claim claim(Instant asOf) {
    return new Claim(
        capability,
        Claim.Channel.SELF,
        false,
        requestedAt,
        by(answeredAt, asOf),
        by(readyAt, asOf),
        refused(asOf));
  }

  /** It fails for an hour or failed until it was taken back, and was never ready. */
  public boolean refused(Instant asOf) {
    if (failedAt == null || by(readyAt, asOf) != null) return false;
    var end = goneAt != null && goneAt.isBefore(asOf) ? goneAt : asOf;
    boolean takenBack = end.equals(goneAt) && !failedAt.isAfter(goneAt);
    return takenBack || !failedAt.plus(PATIENCE).isAfter(end);
  }

  /** From asking to ready; open until it was looked at last, or taken back. */
  public Waiting.Wait wait(Instant asOf) {
    var known = goneAt != null && goneAt.isBefore(seenAt) ? goneAt : seenAt;
    var until = known.isBefore(asOf) ? known : asOf;
    return new Waiting.Wait(capability, requestedAt, readyAt, until);
  }

  private static Instant by(Instant at, Instant asOf) {
    return at == null || at.isAfter(asOf) ? null : at;
  }
}
