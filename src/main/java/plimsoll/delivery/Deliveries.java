package plimsoll.delivery;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import plimsoll.catalog.Services;
import plimsoll.delivery.fact.Batch;
import plimsoll.delivery.fact.DeploymentFact;
import plimsoll.delivery.fact.Fact;
import plimsoll.delivery.fact.IncidentFact;
import plimsoll.delivery.fact.TicketFact;

/**
 * What was delivered. Each version of an event is stored once; the row of its subject is made from
 * all versions in the order of their own times, so neither repetition nor order of delivery changes
 * it.
 */
@ApplicationScoped
@Transactional
public class Deliveries {
  private static final int CHUNK = 500;

  @PersistenceContext EntityManager database;
  @Inject Services services;

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
    var problems = new ArrayList<>(batch.problems());
    var names = new ServiceNames(services, problems);
    var facts = batch.facts().stream().filter(names::known).toList();
    var fresh = unknown(versions(source, facts, batch.raw(), now));
    store(fresh.values(), names, source);
    var taken =
        new Taken(
            fresh.size(),
            facts.size() - fresh.size(),
            batch.ignored(),
            List.copyOf(problems),
            List.copyOf(batch.notes()));
    database.persist(new Receipt(source, what, taken, now));
    database.flush();
    return taken;
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
        .createQuery(
            "update DeliveryVersion v set v.raw = null, v.rawUntil = null where v.rawUntil < :now")
        .setParameter("now", now)
        .executeUpdate();
  }

  private SortedMap<UUID, DeliveryVersion> versions(
      String source, List<Fact> facts, String raw, Instant now) {
    var versions = new TreeMap<UUID, DeliveryVersion>();
    for (Fact fact : facts) {
      var version = new DeliveryVersion(source, fact, now);
      versions.putIfAbsent(version.id(), version);
    }
    // A webhook is kept once, with the first of what it states.
    var kept = rawDays > 0 ? raw : null;
    var until = now.plus(Duration.ofDays(rawDays));
    versions.values().stream().limit(1).forEach(one -> one.keep(kept, until));
    return versions;
  }

  private SortedMap<UUID, DeliveryVersion> unknown(SortedMap<UUID, DeliveryVersion> versions) {
    for (var ids : chunks(List.copyOf(versions.keySet()))) {
      database
          .createQuery("select v.id from DeliveryVersion v where v.id in :ids", UUID.class)
          .setParameter("ids", ids)
          .getResultList()
          .forEach(versions::remove);
    }
    return versions;
  }

  private void store(Collection<DeliveryVersion> fresh, ServiceNames names, String source) {
    var subjects =
        fresh.stream().collect(groupingBy(DeliveryVersion::subject, TreeMap::new, toList()));
    var rows = lockedRows(subjects.keySet());
    // Only now, under the locks, nobody else can add a version of these.
    var earlier = earlierVersions(rows.keySet());
    fresh.forEach(database::persist);
    for (var subject : subjects.entrySet()) {
      var facts =
          Stream.concat(
                  earlier.getOrDefault(subject.getKey(), List.of()).stream(),
                  subject.getValue().stream().map(DeliveryVersion::fact))
              .toList();
      var receivedAt = subject.getValue().get(0).receivedAt();
      store(
          subject.getKey(), rows.get(subject.getKey()), Fact.of(facts), names, source, receivedAt);
    }
  }

  private void store(
      UUID id, SubjectRow known, Fact fact, ServiceNames names, String source, Instant receivedAt) {
    var row = known == null ? fresh(id, source, fact, receivedAt) : known;
    row.restate(fact, names.keyOf(fact));
    if (known == null) {
      database.persist(row);
    }
    if (fact instanceof DeploymentFact deployment && !deployment.commits().isEmpty()) {
      storeCommits(id, known != null, deployment);
    }
  }

  private void storeCommits(UUID id, boolean again, DeploymentFact deployment) {
    if (again) {
      database
          .createQuery("delete from DeploymentCommit c where c.deployment = :id")
          .setParameter("id", id)
          .executeUpdate();
    }
    deployment.commits().forEach(one -> database.persist(new DeploymentCommit(id, one)));
  }

  private static SubjectRow fresh(UUID id, String source, Fact fact, Instant at) {
    if (fact instanceof DeploymentFact) return new DeploymentRow(id, source, fact.id(), at);
    if (fact instanceof IncidentFact) return new IncidentRow(id, source, fact.id(), at);
    if (fact instanceof TicketFact) return new TicketRow(id, source, fact.id(), at);
    return new ChangeRow(id, source, fact.id(), at);
  }

  /** In the order of their ids, so that two batches cannot wait for each other. */
  private Map<UUID, SubjectRow> lockedRows(Set<UUID> subjects) {
    var rows = new HashMap<UUID, SubjectRow>();
    for (var ids : chunks(List.copyOf(subjects))) {
      for (var kind : List.of("DeploymentRow", "IncidentRow", "TicketRow", "ChangeRow")) {
        database
            .createQuery(
                "select r from " + kind + " r where r.id in :ids order by r.id", SubjectRow.class)
            .setParameter("ids", ids)
            .setLockMode(LockModeType.PESSIMISTIC_WRITE)
            .getResultList()
            .forEach(row -> rows.put(row.id(), row));
      }
    }
    return rows;
  }

  private Map<UUID, List<Fact>> earlierVersions(Set<UUID> subjects) {
    var all = new ArrayList<DeliveryVersion>();
    for (var ids : chunks(subjects.stream().sorted().toList())) {
      all.addAll(
          database
              .createQuery(
                  "select v from DeliveryVersion v where v.subject in :ids", DeliveryVersion.class)
              .setParameter("ids", ids)
              .getResultList());
    }
    return all.stream()
        .collect(groupingBy(DeliveryVersion::subject, mapping(DeliveryVersion::fact, toList())));
  }

  private static <T> List<List<T>> chunks(List<T> all) {
    var chunks = new ArrayList<List<T>>();
    for (int i = 0; i < all.size(); i += CHUNK) {
      chunks.add(all.subList(i, Math.min(all.size(), i + CHUNK)));
    }
    return chunks;
  }
}
