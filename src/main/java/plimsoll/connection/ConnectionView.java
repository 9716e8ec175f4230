package plimsoll.connection;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * A connection and how far it is; its credential is shown to nobody.
 *
 * @param namespaces that are read of a cluster; empty for all of them
 * @param filter of Backstage; "" for everything
 * @param minutes from one look to the next
 * @param doing a sentence; "" when nobody is at it
 * @param total 0 when it is not known
 * @param lastSuccess null when there was none yet
 * @param lastFailure null when there was none yet
 * @param failure what is wrong and what to do; "" where nothing is
 * @param nextAttempt null while somebody is at it, or when it was stopped
 * @param counts how many there were at the last whole look, by "apiVersion/kind"
 * @param passedOver why something is not read, by "apiVersion/kind"
 * @param encrypted false when it is asked without TLS, so that others on the way can read along
 */
public record ConnectionView(
    UUID id,
    String kind,
    String name,
    String address,
    List<String> namespaces,
    String filter,
    int minutes,
    Connection.State state,
    String doing,
    long done,
    long total,
    Instant lastSuccess,
    Instant lastFailure,
    String failure,
    Instant nextAttempt,
    Map<String, Long> counts,
    Map<String, String> passedOver,
    boolean encrypted,
    String madeBy,
    Instant madeAt) {

  static ConnectionView of(Connection one) {
    var settings = one.settings();
    var memory = one.memory();
    boolean waits =
        one.state() == Connection.State.WAITING || one.state() == Connection.State.TROUBLED;
    return new ConnectionView(
        one.id(),
        one.kind().key(),
        one.name(),
        one.address(),
        settings.namespaces(),
        settings.filter(),
        settings.minutes(),
        one.state(),
        one.doing(),
        one.done(),
        one.total(),
        one.lastSuccess(),
        one.lastFailure(),
        one.failure(),
        waits ? one.nextAt() : null,
        counts(memory),
        Map.copyOf(memory.passedOver()),
        one.address().startsWith("https:"),
        one.madeBy(),
        one.madeAt());
  }

  private static Map<String, Long> counts(Memory memory) {
    var counts = new TreeMap<String, Long>();
    memory
        .places()
        .forEach((key, place) -> counts.merge(key.split(" ")[0], place.count(), Long::sum));
    return counts;
  }

  /** For people: what it is called where it comes from. */
  public String title() {
    return Kind.valueOf(kind.toUpperCase(Locale.ROOT)).title();
  }

  /** How many objects there were, of all kinds. */
  public long objects() {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }
}
