package plimsoll.delivery.metric;

import static java.util.stream.Collectors.toSet;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Something that was said of an event, or is no longer said of it, so that what was judged of it
 * and of what it refers to may not hold.
 *
 * @param scope key of the service, or the repository of a change
 * @param at when it happened; of several the earliest
 * @param names ids of the event and of what it refers to; of changes their commits
 */
public record Touch(Kind kind, String scope, Instant at, Set<String> names) {

  /** What kind of event it was. */
  public enum Kind {
    DEPLOYMENT,
    INCIDENT,
    TICKET,
    CHANGE,
    /** Everything of a service from a moment on. */
    SERVICE
  }

  public Touch {
    names = Set.copyOf(names);
  }

  public static Touch of(Deployment one, Instant at) {
    return new Touch(Kind.DEPLOYMENT, one.service(), at, names(one.id(), one.remediates()));
  }

  public static Touch of(Incident one) {
    return new Touch(
        Kind.INCIDENT, one.service(), one.startedAt(), names(one.id(), one.causedBy()));
  }

  public static Touch of(Ticket one) {
    return new Touch(Kind.TICKET, "", one.openedAt(), Set.of(one.id()));
  }

  public static Touch of(Change one) {
    return new Touch(Kind.CHANGE, one.repository(), one.mergedAt(), Set.of(one.sha()));
  }

  /** Of everything of a service from a moment on. */
  public static Touch of(String service, Instant from) {
    return new Touch(Kind.SERVICE, service, from, Set.of());
  }

  /** Those of one kind and scope as one. */
  public static Collection<Touch> together(Collection<Touch> touches) {
    record Key(Kind kind, String scope) {}
    var all = new HashMap<Key, Touch>();
    touches.forEach(one -> all.merge(new Key(one.kind, one.scope), one, Touch::and));
    return all.values();
  }

  private Touch and(Touch other) {
    var both = Stream.concat(names.stream(), other.names.stream()).collect(toSet());
    return new Touch(kind, scope, at.isBefore(other.at) ? at : other.at, both);
  }

  private static Set<String> names(String id, String other) {
    return other == null || other.equals(id) ? Set.of(id) : Set.of(id, other);
  }
}
