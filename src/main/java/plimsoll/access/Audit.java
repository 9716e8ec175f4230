package plimsoll.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The record of who did what and who looked at what. It is only added to; what is older than its
 * time is deleted from its beginning, and that is recorded too.
 */
@ApplicationScoped
@Transactional
public class Audit {
  /** Looking again within this time adds no entry, so that reloads don't fill the record. */
  static final Duration SAME_LOOK = Duration.ofMinutes(15);

  /** Who did what nobody asked for. */
  public static final String SERVICE = "the service";

  private static final int PAGE = 1000;

  @PersistenceContext EntityManager database;
  @Inject Clock clock;

  @Inject
  @ConfigProperty(name = "plimsoll.audit.days", defaultValue = "731")
  int days;

  /**
   * @param action a plain past tense, such as "closed a campaign"
   * @param target what it was done to, in words that a person can look up
   */
  public void record(String account, String action, String target) {
    add(new AuditEntry.Who(account, ""), action, cut(target));
  }

  /** Records that somebody looked at something, unless the same was recorded a moment ago. */
  public void look(AuditEntry.Who who, String action, String target) {
    if (!lookedLately(who, action, cut(target))) add(who, action, cut(target));
  }

  /** Entries that come after a number, the oldest first. */
  public List<AuditEntry> after(long number, int limit) {
    return page("e.number > :number order by e.number", number, limit);
  }

  /** Entries that come before a number, the newest first. */
  public List<AuditEntry> before(long number, int limit) {
    return page("e.number < :number order by e.number desc", number, limit);
  }

  /** What an account did or looked at, the oldest first. */
  public List<AuditEntry> by(String account) {
    return database
        .createQuery(
            "select e from AuditEntry e where e.account = :account order by e.number",
            AuditEntry.class)
        .setParameter("account", account)
        .getResultList();
  }

  /** Goes through all of it. Nothing is added meanwhile. */
  AuditCheck.Finding check(AuditCheck.Noted noted) {
    var head = head();
    var check = new AuditCheck(head, noted);
    for (var some = after(0, PAGE); !some.isEmpty(); some = after(last(some), PAGE)) {
      some.forEach(check::take);
      some.forEach(database::detach);
    }
    return check.finding();
  }

  /**
   * Deletes what is older, from the beginning up to the first entry that is not; the last entry
   * always stays.
   *
   * @return how many entries were deleted
   */
  public int forget(Instant before) {
    var head = head();
    long kept = firstSince(before, head.lastNumber());
    if (kept <= head.firstNumber()) return 0;
    var deleted = database.find(AuditEntry.class, kept - 1);
    var words = span(head.firstNumber(), deleted);
    int count =
        database
            .createQuery("delete from AuditEntry e where e.number < :kept")
            .setParameter("kept", kept)
            .executeUpdate();
    head.beginAfter(deleted);
    record(SERVICE, "deleted the record's beginning", words);
    return count;
  }

  void forget(@Observes Sweep sweep) {
    forget(sweep.before(days));
  }

  private static String span(long first, AuditEntry last) {
    return "entries " + first + " to " + last.number() + ", the last with hash " + last.hash();
  }

  private long firstSince(Instant moment, long last) {
    var first =
        database
            .createQuery(
                "select min(e.number) from AuditEntry e where e.happenedAt >= :moment", Long.class)
            .setParameter("moment", moment)
            .getSingleResult();
    return first == null ? last : first;
  }

  private void add(AuditEntry.Who who, String action, String target) {
    var head = head();
    database.persist(
        head.add(new AuditEntry(head.nextNumber(), clock.instant(), who, action, target)));
  }

  private AuditHead head() {
    return database.find(AuditHead.class, 1, LockModeType.PESSIMISTIC_WRITE);
  }

  private boolean lookedLately(AuditEntry.Who who, String action, String target) {
    return database
            .createQuery(
                "select count(e) from AuditEntry e where e.account = :account and e.token = :token"
                    + " and e.action = :action and e.target = :target and e.happenedAt > :since",
                Long.class)
            .setParameter("account", who.account())
            .setParameter("token", who.token())
            .setParameter("action", action)
            .setParameter("target", target)
            .setParameter("since", clock.instant().minus(SAME_LOOK))
            .getSingleResult()
        > 0;
  }

  private List<AuditEntry> page(String where, long number, int limit) {
    return database
        .createQuery("select e from AuditEntry e where " + where, AuditEntry.class)
        .setParameter("number", number)
        .setMaxResults(limit)
        .getResultList();
  }

  private static long last(List<AuditEntry> some) {
    return some.get(some.size() - 1).number();
  }

  private static String cut(String target) {
    return target.length() <= 400 ? target : target.substring(0, 399) + "…";
  }
}
