package plimsoll.delivery.metric;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;

/**
 * Something that hurt users.
 *
 * @param service key of the service; "" when the source did not say
 * @param resolvedAt null while it is open
 * @param causedBy id of the deployment that caused it; null when nobody said
 * @param responders keys of the teams that took part in resolving it; empty when nobody said
 */
public record Incident(
    String source,
    String id,
    String service,
    Instant startedAt,
    Instant resolvedAt,
    Cause cause,
    String causedBy,
    List<String> responders) {

  public Incident {
    Objects.requireNonNull(startedAt, "startedAt");
    responders = List.copyOf(responders);
  }

  /** Names it among all sources. */
  public String key() {
    return source + "/" + id;
  }

  /** As it was known at a moment: what ended later was open then. */
  Incident asOf(Instant at) {
    return resolvedAt == null || !resolvedAt.isAfter(at)
        ? this
        : new Incident(source, id, service, startedAt, null, cause, causedBy, responders);
  }

  /** The same with its responders called otherwise. */
  Incident withResponders(UnaryOperator<String> names) {
    return responders.isEmpty()
        ? this
        : new Incident(
            source,
            id,
            service,
            startedAt,
            resolvedAt,
            cause,
            causedBy,
            responders.stream().map(names).toList());
  }

  /** True when its times contradict each other, so that no duration may be taken from it. */
  public boolean resolvedBeforeBegun() {
    return resolvedAt != null && resolvedAt.isBefore(startedAt);
  }

  /** True when a change of ours may have caused it. */
  public boolean ours() {
    return cause == Cause.CHANGE || cause == Cause.UNKNOWN;
  }

  /** What caused it. */
  public enum Cause {
    CHANGE,
    EXTERNAL,
    CAPACITY,
    UNKNOWN
  }
}
