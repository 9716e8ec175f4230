package plimsoll.workload;

import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import plimsoll.pattern.Feature;
import plimsoll.pattern.Fingerprint;
import plimsoll.pattern.Profile;

/** What is known of how services are built, delivered and run, by the days on which it changed. */
@ApplicationScoped
@Transactional
public class Fingerprints {
  private static final String LATEST =
      " from StoredFingerprint f where f.takenOn <= :day and not exists (select later from"
          + " StoredFingerprint later where later.service = f.service and later.takenOn <= :day"
          + " and later.takenOn > f.takenOn)";

  private static final int AT_ONCE = 200;

  @PersistenceContext EntityManager database;

  /**
   * Keeps what was told on a day; telling of the same service again that day replaces it.
   *
   * @param service its key in the catalog
   * @param features what is known; the rest is unknown
   * @throws IllegalArgumentException when a feature cannot have its value
   */
  public void put(String service, LocalDate takenOn, Map<Feature, String> features) {
    var checked = new Fingerprint(service, "", features);
    on(service, takenOn).restate(checked.values());
  }

  /** Keeps what was read on a day, where it is something else than what was known before. */
  public void put(Profile read, LocalDate takenOn) {
    var before = latest(read.service(), takenOn);
    if (before.map(StoredFingerprint::profile).filter(read::equals).isEmpty()) {
      on(read.service(), takenOn).restate(read);
    }
  }

  /**
   * The latest fingerprint of every service on a day, by service; those of which nothing is known
   * are left out.
   *
   * @param owners team keys by service key; services that nobody owns are left out
   */
  public List<Fingerprint> current(LocalDate day, Map<String, String> owners) {
    return database
        .createQuery(
            "select f.service, f.features" + LATEST + " order by f.service", Object[].class)
        .setParameter("day", day)
        .getResultStream()
        .filter(row -> owners.containsKey((String) row[0]))
        .map(row -> fingerprint((String) row[0], owners, (String) row[1]))
        .filter(known -> !known.values().isEmpty())
        .toList();
  }

  private static Fingerprint fingerprint(
      String service, Map<String, String> owners, String features) {
    return new Fingerprint(service, owners.get(service), StoredFingerprint.values(features));
  }

  /** All that was read of every service as it was known on a day, by service. */
  public List<Profile> profiles(LocalDate day) {
    return database
        .createQuery("select f" + LATEST + " order by f.service", StoredFingerprint.class)
        .setParameter("day", day)
        .getResultStream()
        .map(StoredFingerprint::profile)
        .filter(Objects::nonNull)
        .filter(profile -> profile.files() > 0)
        .toList();
  }

  /**
   * The same one after another, by service, so that no more than some are in memory at once.
   *
   * @param wanted keys of the services that are asked for
   */
  public void eachProfile(LocalDate day, Set<String> wanted, Consumer<Profile> taken) {
    String last = "";
    for (var some = packed(day, last); !some.isEmpty(); some = packed(day, last)) {
      for (var row : some) {
        last = (String) row[0];
        if (wanted.contains(last)) {
          var profile = StoredFingerprint.profile((byte[]) row[1]);
          if (profile.files() > 0) taken.accept(profile);
        }
      }
    }
  }

  private List<Object[]> packed(LocalDate day, String after) {
    return database
        .createQuery(
            "select f.service, f.profile"
                + LATEST
                + " and f.profile is not null and f.service > :after order by f.service",
            Object[].class)
        .setParameter("day", day)
        .setParameter("after", after)
        .setMaxResults(AT_ONCE)
        .getResultList();
  }

  /** The same for some services, at most 500, by their keys. */
  public Map<String, Profile> profiles(LocalDate day, Collection<String> services) {
    if (services.isEmpty()) return Map.of();
    return database
        .createQuery("select f" + LATEST + " and f.service in :services", StoredFingerprint.class)
        .setParameter("day", day)
        .setParameter("services", services)
        .getResultStream()
        .map(StoredFingerprint::profile)
        .filter(Objects::nonNull)
        .collect(toMap(Profile::service, one -> one));
  }

  /** All that was read of a service as it was known on a day; empty when nothing was. */
  public Optional<Profile> profile(String service, LocalDate day) {
    return latest(service, day).map(StoredFingerprint::profile);
  }

  private Optional<StoredFingerprint> latest(String service, LocalDate day) {
    return database
        .createQuery("select f" + LATEST + " and f.service = :service", StoredFingerprint.class)
        .setParameter("day", day)
        .setParameter("service", service)
        .getResultStream()
        .findFirst();
  }

  private StoredFingerprint on(String service, LocalDate takenOn) {
    return database
        .createQuery(
            "select f from StoredFingerprint f where f.service = :service and f.takenOn = :day",
            StoredFingerprint.class)
        .setParameter("service", service)
        .setParameter("day", takenOn)
        .getResultStream()
        .findFirst()
        .orElseGet(() -> added(service, takenOn));
  }

  private StoredFingerprint added(String service, LocalDate takenOn) {
    var stored = new StoredFingerprint(service, takenOn);
    database.persist(stored);
    return stored;
  }
}
