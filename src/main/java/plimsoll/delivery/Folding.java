package plimsoll.delivery;

import static java.util.stream.Collectors.toMap;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import plimsoll.access.Refusal;
import plimsoll.catalog.Problem;
import plimsoll.catalog.Services;
import plimsoll.delivery.Receipt.State;
import plimsoll.delivery.fact.Batch;
import plimsoll.delivery.fact.Fact;
import plimsoll.delivery.source.Rules;
import plimsoll.delivery.source.Source;

/** Folds what waits into events, in transactions of its own, one at a time. */
@ApplicationScoped
@Transactional(TxType.REQUIRES_NEW)
class Folding {
  private static final int MANY = 500;
  private static final Logger LOG = Logger.getLogger(Folding.class.getName());

  @Resource(lookup = "java:app/jdbc/plimsoll")
  DataSource database;

  @Inject @Any Instance<Source> sources;
  @Inject SourceSettings settings;
  @Inject Services services;
  @Inject EventRows events;
  @Inject Rereadings rereadings;
  @Inject Clock clock;

  @Inject
  @ConfigProperty(name = "plimsoll.raw.days", defaultValue = "400")
  int rawDays;

  /**
   * Folds some of those that came by a moment, oldest first.
   *
   * @return how many, 0 when none waits any more
   */
  int some(Instant until, int limit) {
    try (var connection = database.getConnection()) {
      var table = new DeliveryTable(connection);
      table.awaitTurn();
      var waiting = table.waiting(until, limit);
      if (!waiting.isEmpty()) table.note(folded(connection, waiting).receipts(), rawDays == 0);
      return waiting.size();
    } catch (SQLException e) {
      throw new IllegalStateException("deliveries can't be folded", e);
    }
  }

  /** Passes over the oldest that waits, so that the others go on. */
  int setAside(Instant until, RuntimeException why) {
    try (var connection = database.getConnection()) {
      var table = new DeliveryTable(connection);
      table.awaitTurn();
      var first = table.waiting(until, 1);
      for (var one : first) {
        LOG.log(Level.WARNING, why, () -> "The delivery " + one.id() + " can't be stored");
        table.setAside(one.id(), "It could not be stored. It is kept, and can be read again.");
      }
      return first.size();
    } catch (SQLException e) {
      throw new IllegalStateException("deliveries can't be folded", e);
    }
  }

  /**
   * Reads some kept deliveries of a source again, and when all were read takes away what none of
   * them states any more.
   *
   * @return false when there is nothing left to do
   */
  boolean again(String source) {
    try (var connection = database.getConnection()) {
      var table = new DeliveryTable(connection);
      table.awaitTurn();
      var rereading = rereadings.find(source);
      return switch (rereading.state()) {
        case READING -> readAgain(connection, table, rereading);
        case CORRECTING -> correct(connection, rereading);
        case DONE -> false;
      };
    } catch (SQLException e) {
      throw new IllegalStateException("deliveries can't be read again", e);
    }
  }

  private boolean readAgain(Connection connection, DeliveryTable table, Rereading rereading)
      throws SQLException {
    var kept = table.kept(rereading.source(), rereading.afterAt(), rereading.afterId(), MANY);
    if (kept.isEmpty()) {
      rereading.correct(clock.instant());
      return true;
    }
    var folded = folded(connection, kept);
    table.note(folded.again(), false);
    rereading.read(kept.get(kept.size() - 1), kept.size(), folded.added(), clock.instant());
    return true;
  }

  private boolean correct(Connection connection, Rereading rereading) throws SQLException {
    var some = events.some(rereading.source(), rereading.afterId(), MANY);
    if (some.isEmpty()) {
      new Restated(connection).forget(rereading.source());
      rereading.finish(clock.instant());
      return false;
    }
    int withdrawn = events.withdraw(some, this::scopeOf);
    rereading.corrected(some.get(some.size() - 1).id(), withdrawn, clock.instant());
    return true;
  }

  private String scopeOf(Fact fact) {
    return ServiceNames.of(services, List.of(fact)).scopeOf(fact);
  }

  /** Reads deliveries by the rules that hold now, and stores what they state. */
  private Folded folded(Connection connection, List<Kept> kept) throws SQLException {
    var rules = new HashMap<String, Rules>();
    var all =
        kept.stream()
            .map(one -> read(one, rules.computeIfAbsent(one.source(), settings::of)))
            .toList();
    var names = ServiceNames.of(services, all.stream().flatMap(Read::facts).toList());
    var stated = all.stream().flatMap(one -> one.stated(names)).toList();
    var fresh = events.add(stated, names::scopeOf);
    var open = rereadings.open();
    new Restated(connection)
        .add(stated.stream().filter(one -> open.contains(one.source())).toList());
    return new Folded(all, fresh);
  }

  /**
   * What some deliveries brought.
   *
   * @param fresh what had not been known
   */
  private record Folded(List<Read> all, List<Stated> fresh) {

    List<Receipt> receipts() {
      var counts = fresh.stream().collect(toMap(Stated::delivery, one -> 1, Integer::sum));
      return all.stream().map(one -> one.receipt(counts.getOrDefault(one.id(), 0))).toList();
    }

    /** What was known is not called known before, because it may be known from this very one. */
    List<Receipt> again() {
      return all.stream().map(one -> one.receipt((int) one.facts().count())).toList();
    }

    int added() {
      return fresh.size();
    }
  }

  private Read read(Kept kept, Rules rules) {
    try {
      return Read.of(kept, find(kept.source()).read(kept.delivery(rules)));
    } catch (RuntimeException e) {
      LOG.log(Level.FINE, e, () -> "The delivery " + kept.id() + " can't be read");
      return Read.stuck(kept, e);
    }
  }

  private Source find(String key) {
    return sources.stream()
        .filter(one -> one.key().equals(key))
        .findFirst()
        .orElseThrow(() -> Refusal.notFound("source"));
  }

  /** What reading a delivery brought. */
  private record Read(Kept kept, State state, Batch batch, List<Problem> problems) {

    static Read of(Kept kept, Batch batch) {
      return new Read(kept, State.FOLDED, batch, new ArrayList<>(batch.problems()));
    }

    static Read stuck(Kept kept, RuntimeException why) {
      var said = why instanceof Refusal ? " " + why.getMessage() : "";
      var words = "It could not be read." + said + " It is kept, and can be read again.";
      return new Read(kept, State.STUCK, new Batch(), List.of(new Problem(1, words)));
    }

    Stream<Fact> facts() {
      return batch.facts().stream();
    }

    Stream<Stated> stated(ServiceNames names) {
      return facts()
          .filter(names.storable(batch, problems))
          .map(
              fact ->
                  Stated.of(
                      kept.source(), fact, names.scopeOf(fact), kept.id(), kept.receivedAt()));
    }

    UUID id() {
      return kept.id();
    }

    Receipt receipt(int fresh) {
      int known = Math.max(0, batch.facts().size() - fresh);
      var taken = new Taken(fresh, known, batch.ignored(), problems, batch.notes());
      return Receipt.of(kept.id(), kept.source(), "", state, taken, kept.receivedAt());
    }
  }
}
