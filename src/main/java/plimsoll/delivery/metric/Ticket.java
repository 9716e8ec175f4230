package plimsoll.delivery.metric;

import java.time.Instant;
import java.util.Objects;
import java.util.function.UnaryOperator;

/**
 * Work that one team asked of another.
 *
 * @param fromTeam key of the team that asks; null when not known
 * @param toTeam key of the team that is asked; null when not known
 * @param closedAt null while it is open
 */
public record Ticket(
    String source,
    String id,
    String fromTeam,
    String toTeam,
    Kind kind,
    Instant openedAt,
    Instant closedAt) {

  public Ticket {
    Objects.requireNonNull(openedAt, "openedAt");
  }

  /** Names it among all sources. */
  public String key() {
    return source + "/" + id;
  }

  /** As it was known at a moment: what ended later was open then. */
  Ticket asOf(Instant at) {
    return closedAt == null || !closedAt.isAfter(at)
        ? this
        : new Ticket(source, id, fromTeam, toTeam, kind, openedAt, null);
  }

  /** The same with its teams called otherwise. */
  Ticket withTeams(UnaryOperator<String> names) {
    var from = fromTeam == null ? null : names.apply(fromTeam);
    var to = toTeam == null ? null : names.apply(toTeam);
    return new Ticket(source, id, from, to, kind, openedAt, closedAt);
  }

  /** True when its times contradict each other, so that no duration may be taken from it. */
  public boolean closedBeforeOpened() {
    return closedAt != null && closedAt.isBefore(openedAt);
  }

  /** What was asked for. */
  public enum Kind {
    DEPLOYMENT,
    INFRASTRUCTURE,
    ACCESS,
    OTHER
  }
}
