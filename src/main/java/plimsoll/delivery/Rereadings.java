package plimsoll.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import plimsoll.access.Audit;
import plimsoll.access.Refusal;
import plimsoll.delivery.Rereading.State;

/** The sources whose kept deliveries are, or were, read again. */
@ApplicationScoped
@Transactional
public class Rereadings {
  @PersistenceContext EntityManager database;
  @Inject Deliveries deliveries;
  @Inject Audit audit;
  @Inject Clock clock;

  /** Begins, also where one is under way: then from the beginning. */
  public Rereading begin(String source, String by) {
    database
        .createNativeQuery("delete from restated where source = ?1")
        .setParameter(1, source)
        .executeUpdate();
    var wanted = new Rereading(source, deliveries.kept(source), clock.instant());
    audit.record(by, "had what a source sent read again", source);
    return database.merge(wanted);
  }

  /**
   * @throws Refusal 404 when none was ever asked for
   */
  public Rereading find(String source) {
    var found = database.find(Rereading.class, source);
    if (found == null) throw Refusal.notFound("rereading");
    return found;
  }

  /** The sources that are not done. */
  Set<String> open() {
    return database
        .createQuery("select r from Rereading r where r.state <> :done", Rereading.class)
        .setParameter("done", State.DONE)
        .getResultStream()
        .map(Rereading::source)
        .collect(Collectors.toSet());
  }

  /** The latest of every source that has one. */
  public List<Rereading> all() {
    return database
        .createQuery("select r from Rereading r order by r.source", Rereading.class)
        .getResultList();
  }
}
