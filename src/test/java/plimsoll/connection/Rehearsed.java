package plimsoll.connection;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import plimsoll.delivery.pull.Forge;
import plimsoll.workload.Observed;

/** A connection that lies in no database, and all that its visits hand on. */
final class Rehearsed {
  final BlockingQueue<Observed> observed = new LinkedBlockingQueue<>();
  final Connection connection;

  Rehearsed(Kind kind, URI address, Settings settings) {
    connection = new Connection(kind, "test", address.toString(), settings, "me", Instant.now());
  }

  static Settings settings(String... namespaces) {
    return new Settings(List.of(namespaces), "", false, "", 10);
  }

  Visit visit() {
    return new Visit(
        connection,
        Credential.token("secret-token"),
        Clock.systemUTC(),
        observed::add,
        change -> {
          synchronized (connection) {
            change.accept(connection);
            return connection.asked();
          }
        });
  }

  static Forge server(URI address, Forge.Words words) {
    return new Forge(
        address, "secret-token", Clock.systemUTC(), Duration.ofSeconds(5), words, null);
  }

  Observed await(Predicate<Observed> wanted) throws InterruptedException {
    var end = Instant.now().plusSeconds(40);
    while (Instant.now().isBefore(end)) {
      var one = observed.poll(1, TimeUnit.SECONDS);
      if (one != null && wanted.test(one)) return one;
    }
    throw new AssertionError("it was not observed");
  }
}
