package plimsoll.delivery;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import plimsoll.access.Refusal;
import plimsoll.catalog.Services;
import plimsoll.delivery.Receipt.State;
import plimsoll.delivery.fact.Batch;

/** The requests that came, and what became of each. */
@ApplicationScoped
@Transactional
public class Deliveries {
  /** Receipts are shown for so long, also where nothing of what was sent is kept. */
  private static final int RECEIPT_DAYS = 30;

  @Resource(lookup = "java:app/jdbc/plimsoll")
  DataSource database;

  @Inject Services services;
  @Inject EventRows events;

  /** How long what a source sent is kept; 0 keeps nothing of it once it is folded. */
  @Inject
  @ConfigProperty(name = "plimsoll.raw.days", defaultValue = "400")
  int rawDays;

  /**
   * Stores a batch wholly or not at all. Two senders of the same events may collide; then this
   * throws, nothing is stored, and it can be called again.
   *
   * @param what the kind of delivery, for the receipt
   */
  Taken take(String source, String what, Batch batch, Instant now) {
    var delivery = UUID.randomUUID();
    var taken = store(source, batch, delivery, now);
    var receipt = Receipt.of(delivery, source, what, State.FOLDED, taken, micros(now));
    with(table -> table.insert(receipt, "{}", null));
    return taken;
  }

  /**
   * Stores what a request or a step of an import states, without a receipt.
   *
   * @param delivery id of the request or of the import
   */
  Taken store(String source, Batch batch, UUID delivery, Instant now) {
    var problems = new ArrayList<>(batch.problems());
    var names = ServiceNames.of(services, batch.facts());
    var stated =
        batch.facts().stream()
            .filter(names.storable(batch, problems))
            .map(fact -> Stated.of(source, fact, names.scopeOf(fact), delivery, now))
            .toList();
    var fresh = events.add(stated, names::scopeOf).size();
    return new Taken(
        fresh,
        stated.size() - fresh,
        batch.ignored(),
        List.copyOf(problems),
        List.copyOf(batch.notes()));
  }

  /**
   * Keeps a request; committed when this returns. One statement, in a transaction of its own.
   *
   * @return false when the same was kept before
   */
  @Transactional(TxType.NOT_SUPPORTED)
  boolean keep(Kept kept, Receipt receipt) {
    return with(table -> table.insert(receipt, kept.headers(), kept.body()));
  }

  /** When the last of those that wait came; null when none waits. */
  @Transactional(TxType.SUPPORTS)
  Instant lastWaiting() {
    return with(DeliveryTable::lastWaiting);
  }

  /** How many wait, but not counted further than a limit. */
  @Transactional(TxType.SUPPORTS)
  int waiting(int limit) {
    return with(table -> table.waiting(limit));
  }

  /** How many of a source are kept as they came. */
  long kept(String source) {
    return with(table -> table.kept(source));
  }

  /**
   * What is kept of a request, as text, without people.
   *
   * @throws Refusal 404 when there is no such request, or nothing of it is kept
   */
  public String sent(String source, UUID id) {
    var kept = with(table -> table.kept(source, id));
    if (kept == null) throw Refusal.notFound("delivery, or nothing of it is kept");
    return new String(Pack.unpack(kept.body()), StandardCharsets.UTF_8);
  }

  /** The latest receipts, newest first. */
  public List<Receipt> latest(String source, int limit) {
    return with(table -> table.latest(source, limit));
  }

  /** Forgets what sources sent where its time is over; what was counted from it stays. */
  public int forgetRaw(Instant now) {
    return with(
        table ->
            table.forgetRows(now.minus(Duration.ofDays(Math.max(rawDays, RECEIPT_DAYS))))
                + table.forgetBodies(now.minus(Duration.ofDays(rawDays))));
  }

  /** As finely as every database keeps it. */
  static Instant micros(Instant at) {
    return at.truncatedTo(ChronoUnit.MICROS);
  }

  private <T> T with(Work<T> work) {
    try (Connection connection = database.getConnection()) {
      return work.with(new DeliveryTable(connection));
    } catch (SQLException e) {
      throw new IllegalStateException("deliveries can't be stored or read", e);
    }
  }

  private interface Work<T> {
    T with(DeliveryTable table) throws SQLException;
  }
}
