package plimsoll.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import plimsoll.catalog.Services;
import plimsoll.delivery.fact.Batch;

/**
 * What was delivered. Each version of an event is stored once; the row of its subject is made from
 * all versions in the order of their own times, so neither repetition nor order of delivery changes
 * it.
 */
@ApplicationScoped
@Transactional
public class Deliveries {
  @PersistenceContext EntityManager database;
  @Inject Services services;
  @Inject EventRows events;

  /** How long what a source sent is kept as it came; 0 keeps nothing of it. */
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
    database.persist(new Receipt(delivery, source, what, kept(batch.raw()), taken, now));
    database.flush();
    return taken;
  }

  /**
   * Stores what a request or a step of an import states, without a receipt.
   *
   * @param delivery id of the request or of the import
   */
  Taken store(String source, Batch batch, UUID delivery, Instant now) {
    var problems = new ArrayList<>(batch.problems());
    var names = new ServiceNames(services, problems);
    var stated =
        batch.facts().stream()
            .filter(names::known)
            .map(fact -> Stated.of(source, fact, names.scopeOf(fact), delivery, now))
            .toList();
    var fresh = events.add(stated, names::scopeOf);
    return new Taken(
        fresh,
        stated.size() - fresh,
        batch.ignored(),
        List.copyOf(problems),
        List.copyOf(batch.notes()));
  }

  /** The latest receipts, newest first. */
  public List<Receipt> latest(String source, int limit) {
    return database
        .createQuery(
            "select r from Receipt r where r.source = :source order by r.receivedAt desc",
            Receipt.class)
        .setParameter("source", source)
        .setMaxResults(limit)
        .getResultList();
  }

  /** Forgets what sources sent where its time is over; what was counted from it stays. */
  public int forgetRaw(Instant now) {
    return database
        .createQuery("update Receipt r set r.body = null where r.receivedAt < :until")
        .setParameter("until", now.minus(Duration.ofDays(rawDays)))
        .executeUpdate();
  }

  private byte[] kept(String raw) {
    return raw == null || rawDays == 0 ? null : Pack.pack(raw);
  }
}
