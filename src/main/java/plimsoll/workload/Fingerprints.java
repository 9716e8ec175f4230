package plimsoll.workload;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import plimsoll.pattern.Feature;
import plimsoll.pattern.Fingerprint;

/** What is known of how services are built, delivered and run. */
@ApplicationScoped
@Transactional
public class Fingerprints {
  @PersistenceContext EntityManager database;

  /**
   * Keeps what was read on a day; reading the same service again that day replaces it.
   *
   * @param service its key in the catalog
   * @param features what is known; the rest is unknown
   * @throws IllegalArgumentException when a feature cannot have its value
   */
  public void put(String service, LocalDate takenOn, Map<Feature, String> features) {
    var checked = new Fingerprint(service, "", features);
    on(service, takenOn).restate(checked.values());
  }

  /**
   * The latest fingerprint of every service on a day, by service.
   *
   * @param owners team keys by service key; services that nobody owns are left out
   */
  public List<Fingerprint> current(LocalDate day, Map<String, String> owners) {
    var latest = new LinkedHashMap<String, StoredFingerprint>();
    for (var stored : upTo(day)) {
      latest.put(stored.service(), stored);
    }
    return latest.values().stream()
        .filter(stored -> owners.containsKey(stored.service()))
        .map(s -> new Fingerprint(s.service(), owners.get(s.service()), s.values()))
        .toList();
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

  private List<StoredFingerprint> upTo(LocalDate day) {
    return database
        .createQuery(
            "select f from StoredFingerprint f where f.takenOn <= :day"
                + " order by f.service, f.takenOn",
            StoredFingerprint.class)
        .setParameter("day", day)
        .getResultList();
  }
}
