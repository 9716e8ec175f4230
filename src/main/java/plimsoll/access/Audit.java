package plimsoll.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;

/** The record of who did what, newest first; nothing in it can be changed. */
@ApplicationScoped
@Transactional
public class Audit {
  @PersistenceContext EntityManager database;
  @Inject Clock clock;

  /**
   * @param action a plain past tense, such as "closed a campaign"
   * @param target what it was done to, in words that a person can look up
   */
  public void record(String account, String action, String target) {
    database.persist(new AuditEntry(clock.instant(), account, action, cut(target)));
  }

  public List<AuditEntry> latest(int limit) {
    return database
        .createQuery("select e from AuditEntry e order by e.happenedAt desc", AuditEntry.class)
        .setMaxResults(limit)
        .getResultList();
  }

  private static String cut(String target) {
    return target.length() <= 400 ? target : target.substring(0, 399) + "…";
  }
}
