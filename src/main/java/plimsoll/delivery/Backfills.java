package plimsoll.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import plimsoll.access.Audit;
import plimsoll.access.Refusal;
import plimsoll.delivery.Backfill.State;
import plimsoll.delivery.fact.Batch;

/** The pasts that are, or were, brought in. */
@ApplicationScoped
@Transactional
public class Backfills {
  private static final int SHOWN_MAX = 100;

  @PersistenceContext EntityManager database;
  @Inject Deliveries deliveries;
  @Inject Audit audit;
  @Inject Clock clock;

  public Backfill add(Backfill backfill) {
    database.persist(backfill);
    audit.record(backfill.askedBy(), "asked for a past to be brought in", backfill.what());
    return backfill;
  }

  /** The latest hundred of some kinds, newest first. */
  public List<Backfill> all(Collection<String> kinds) {
    return database
        .createQuery(
            "select b from Backfill b where b.kind in :kinds order by b.askedAt desc",
            Backfill.class)
        .setParameter("kinds", kinds)
        .setMaxResults(SHOWN_MAX)
        .getResultList();
  }

  /** Those of some kinds that are neither over nor failed, oldest first. */
  public List<Backfill> open(Collection<String> kinds) {
    return database
        .createQuery(
            "select b from Backfill b where b.state in :states and b.kind in :kinds"
                + " order by b.askedAt",
            Backfill.class)
        .setParameter("states", List.of(State.WAITING, State.RUNNING))
        .setParameter("kinds", kinds)
        .getResultList();
  }

  /**
   * @throws Refusal 404 when there is none
   */
  public Backfill find(UUID id) {
    var found = database.find(Backfill.class, id);
    if (found == null) throw Refusal.notFound("backfill");
    return found;
  }

  /**
   * @throws Refusal 404 when there is none of these kinds
   */
  public Backfill find(UUID id, Collection<String> kinds) {
    var found = find(id);
    if (!kinds.contains(found.kind())) throw Refusal.notFound("backfill");
    return found;
  }

  /**
   * Takes one up that somebody sends, again where it broke off or was done. Sent from its beginning
   * again it is counted anew, but what is known is not stored twice.
   *
   * @param kinds that can be sent
   * @param from the line that comes next
   * @throws Refusal 409 when lines before would be missing, or when it was cancelled or is no file
   */
  Backfill begin(UUID id, Collection<String> kinds, long from) {
    var backfill = locked(id);
    if (backfill.state() == State.CANCELLED || !kinds.contains(backfill.kind())) {
      throw new Refusal(409, "Nothing can be sent to this backfill. Start a new one.");
    }
    if (from > backfill.done() + 1) {
      throw new Refusal(409, "Go on from line " + (backfill.done() + 1) + "; it comes next.");
    }
    if (from == 1) backfill.restart();
    backfill.become(State.RUNNING, "", clock.instant());
    return backfill;
  }

  /**
   * Stores what a step brought and notes how far it came, both or none. Senders of the same events
   * may collide; then this throws, and it can be called again.
   *
   * @param done lines, pages or whatever the kind counts, from the beginning
   * @param total of the same; 0 when not known
   * @param cursor where to go on
   * @throws Refusal 409 when it was cancelled meanwhile; then nothing is stored
   */
  public Taken advance(UUID id, Batch batch, long done, long total, String cursor) {
    var backfill = locked(id);
    refuseOver(backfill);
    var taken = deliveries.store(backfill.source(), batch, backfill.id(), clock.instant());
    backfill.advance(taken, done, total, cursor, clock.instant());
    database.flush();
    return taken;
  }

  /**
   * @param failure why it stopped and what to do; "" where nothing is wrong
   * @throws Refusal 409 when it is over already
   */
  public void become(UUID id, State state, String failure) {
    var backfill = locked(id);
    refuseOver(backfill);
    backfill.become(state, failure, clock.instant());
  }

  /**
   * What it brought stays.
   *
   * @throws Refusal 409 when it is over already
   */
  public void cancel(UUID id, String by) {
    become(id, State.CANCELLED, "");
    audit.record(by, "cancelled the bringing in of a past", find(id).what());
  }

  private static void refuseOver(Backfill backfill) {
    if (backfill.state().isOver()) {
      throw new Refusal(409, "This backfill is over. Start a new one; nothing counts twice.");
    }
  }

  private Backfill locked(UUID id) {
    var found = database.find(Backfill.class, id, LockModeType.PESSIMISTIC_WRITE);
    if (found == null) throw Refusal.notFound("backfill");
    return found;
  }
}
