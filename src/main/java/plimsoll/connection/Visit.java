package plimsoll.connection;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import plimsoll.connection.Connections.Ousted;
import plimsoll.workload.Observed;

/** One look at a connected system, from when it was claimed. */
final class Visit {
  private final Connection connection;
  private final Memory memory;
  private final Credential credential;
  private final Clock clock;
  private final Consumer<Observed> observed;
  private final Predicate<Consumer<Connection>> telling;

  /**
   * @param telling changes the connection as long as it is this visit's, and says whether somebody
   *     asked for a whole look meanwhile
   */
  Visit(
      Connection claimed,
      Credential credential,
      Clock clock,
      Consumer<Observed> observed,
      Predicate<Consumer<Connection>> telling) {
    this.connection = claimed;
    this.telling = telling;
    this.memory = claimed.memory();
    this.credential = credential;
    this.clock = clock;
    this.observed = observed;
  }

  String system() {
    return connection.name();
  }

  URI address() {
    return URI.create(connection.address());
  }

  Settings settings() {
    return connection.settings();
  }

  Credential credential() {
    return credential;
  }

  Clock clock() {
    return clock;
  }

  /** What earlier visits left; what is put into it is kept at the next {@link #keep}. */
  Memory memory() {
    return memory;
  }

  /**
   * Says what is being done, and stays believed alive by it.
   *
   * @param total 0 when it is not known
   * @return whether somebody asked for a whole look meanwhile
   * @throws Ousted when the visit is over for others
   */
  boolean note(String doing, long done, long total) {
    return tell(one -> one.note(doing, done, total, Connections.leaseEnd()));
  }

  /** The same in the middle of something of which it was said how much there is. */
  boolean note(String doing) {
    return tell(one -> one.note(doing, one.done(), one.total(), Connections.leaseEnd()));
  }

  /** The same, and remembers where to go on; called when all before is handed on. */
  boolean keep(String doing, long done, long total) {
    return tell(
        one -> {
          one.note(doing, done, total, Connections.leaseEnd());
          one.keep(memory);
        });
  }

  /** Everything that was to be read is. */
  void succeed() {
    tell(
        one -> {
          one.keep(memory);
          one.succeed(Instant.now());
        });
  }

  /**
   * Hands on what was seen.
   *
   * @param whole whether these are all of the kinds
   * @param kinds each as "apiVersion/kind"
   */
  void observe(boolean whole, List<String> kinds, List<Observed.Seen> objects) {
    var origin = connection.kind().origin(connection.name());
    observed.accept(new Observed(origin, clock.instant(), whole, kinds, objects));
  }

  boolean tell(Consumer<Connection> change) {
    return telling.test(change);
  }
}
