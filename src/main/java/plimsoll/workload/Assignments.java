package plimsoll.workload;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import plimsoll.access.Audit;
import plimsoll.access.Refusal;
import plimsoll.catalog.Services;

/** What people said of the objects of clusters: to which service they belong. */
@ApplicationScoped
@Transactional
public class Assignments {
  private static final int TEXT_MAX = 300;
  private static final int LABEL_MAX = 700;
  private static final int AT_MOST = 2000;

  @PersistenceContext EntityManager database;
  @Inject Services services;
  @Inject Sightings sightings;
  @Inject Audit audit;
  @Inject Clock clock;

  /**
   * @param namespace "" for any
   * @param name "" for any
   * @param label as "key=value"; "" for any
   */
  public record View(
      UUID id,
      String namespace,
      String name,
      String label,
      String service,
      String saidBy,
      Instant saidAt) {}

  /** Those that say most first. */
  List<Assignment> all() {
    return database
        .createQuery("select a from Assignment a order by a.saidAt desc, a.id", Assignment.class)
        .getResultStream()
        .sorted(Comparator.comparing(Assignment::precision).reversed())
        .toList();
  }

  List<View> views() {
    return all().stream().map(Assignment::view).toList();
  }

  /**
   * From now on objects belong to a service, those that are kept too.
   *
   * @throws Refusal 422 when it says nothing, or there is no such service
   */
  View say(String namespace, String name, String label, String service, String by) {
    var spoken =
        new Assignment(
            text("namespace", namespace, TEXT_MAX),
            text("name", name, TEXT_MAX),
            label(label),
            service(service),
            by,
            clock.instant());
    if (spoken.precision() == 0) {
      throw Refusal.wrong("namespace", "Name a namespace, an object or a label.");
    }
    if (all().size() >= AT_MOST) throw new Refusal(409, "There are 2,000 of them. End some first.");
    database.persist(spoken);
    database.flush();
    audit.record(by, "said to which service objects of clusters belong", spoken.service());
    sightings.placeAgain(clock.instant());
    return spoken.view();
  }

  /** Takes back what was said. */
  void end(UUID id, String by) {
    var said = database.find(Assignment.class, id);
    if (said == null) throw Refusal.notFound("assignment");
    database.remove(said);
    database.flush();
    audit.record(by, "took back to which service objects of clusters belong", said.service());
    sightings.placeAgain(clock.instant());
  }

  private String service(String given) {
    return services
        .find(given == null ? "" : given.strip())
        .filter(key -> !key.equals(Services.LEFT_OUT))
        .orElseThrow(() -> Refusal.wrong("service", "There is no such service."));
  }

  private static String label(String given) {
    var label = text("label", given, LABEL_MAX).replaceAll("\\s*[=:]\\s*", "=");
    if (!label.isEmpty() && !label.matches("[^=\\s]+=[^=\\s]+")) {
      throw Refusal.wrong("label", "Write a label as key=value.");
    }
    return label;
  }

  private static String text(String field, String given, int max) {
    var text = given == null ? "" : given.strip();
    if (text.length() > max || text.chars().anyMatch(Character::isISOControl)) {
      throw Refusal.wrong(field, "This is longer than such names are.");
    }
    return text;
  }
}
