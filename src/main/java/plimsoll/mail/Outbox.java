package plimsoll.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The letters that wait, were sent, or could not be delivered. Each is claimed by one sender before
 * it is handed over, and what came of it is committed before the next one is claimed.
 */
@ApplicationScoped
@Transactional
public class Outbox {
  /** After it a claim is taken for that of a node that died; longer than handing over can take. */
  static final Duration CLAIM = Duration.ofMinutes(15);

  /** No letter is put off for so long, so a later moment comes from a clock that was ahead. */
  private static final Duration LONGEST_WAIT = Backoff.LONGEST.multipliedBy(2);

  private static final int LONGEST_REASON = 400;

  private static final String DUE =
      "l.from <= :now and ((l.state = plimsoll.mail.Letter.State.WAITING"
          + " and (l.due <= :now or l.due > :absurd))"
          + " or (l.state = plimsoll.mail.Letter.State.SENDING"
          + " and (l.claimed <= :dead or l.claimed > :absurd)))";

  @PersistenceContext EntityManager database;

  public void add(Collection<Letter> letters) {
    letters.forEach(database::persist);
  }

  /** Ids of letters that are to be sent now, the longest due first. */
  public List<UUID> due(Instant now, int limit) {
    return database
        .createQuery("select l.id from Letter l where " + DUE + " order by l.due, l.id", UUID.class)
        .setParameter("now", now)
        .setParameter("absurd", now.plus(LONGEST_WAIT))
        .setParameter("dead", now.minus(CLAIM))
        .setMaxResults(limit)
        .getResultList();
  }

  /** Takes a letter to send it; of many callers at once one gets it. */
  public Optional<Letter> claim(UUID id, Instant now) {
    int claimed =
        database
            .createQuery(
                "update Letter l set l.state = plimsoll.mail.Letter.State.SENDING,"
                    + " l.claimed = :now where l.id = :id and "
                    + DUE)
            .setParameter("now", now)
            .setParameter("absurd", now.plus(LONGEST_WAIT))
            .setParameter("dead", now.minus(CLAIM))
            .setParameter("id", id)
            .executeUpdate();
    return claimed == 1 ? Optional.of(database.find(Letter.class, id)) : Optional.empty();
  }

  /** Notes what came of a letter that was claimed. */
  public void settle(UUID id, Letter.State state, String reason) {
    database
        .createQuery("update Letter l set l.state = :state, l.reason = :reason where l.id = :id")
        .setParameter("state", state)
        .setParameter("reason", cut(reason))
        .setParameter("id", id)
        .executeUpdate();
  }

  /** Gives a letter back, to be tried again at a moment. */
  public void putOff(UUID id, int attempts, Instant until, String reason) {
    database
        .createQuery(
            "update Letter l set l.state = plimsoll.mail.Letter.State.WAITING, l.due = :until,"
                + " l.attempts = :attempts, l.reason = :reason where l.id = :id"
                + " and l.state = plimsoll.mail.Letter.State.SENDING")
        .setParameter("until", until)
        .setParameter("attempts", attempts)
        .setParameter("reason", cut(reason))
        .setParameter("id", id)
        .executeUpdate();
  }

  /** Notes that a letter came back; false when there is none of that id, or none any more. */
  public boolean bounced(UUID id, String reason) {
    return database
            .createQuery(
                "update Letter l set l.state = plimsoll.mail.Letter.State.UNDELIVERABLE,"
                    + " l.reason = :reason where l.id = :id")
            .setParameter("reason", cut(reason))
            .setParameter("id", id)
            .executeUpdate()
        == 1;
  }

  /** Letters of a kind about one thing that stand so. */
  public List<Letter> of(UUID about, String kind, Letter.State state) {
    return database
        .createQuery(
            "select l from Letter l where l.about = :about and l.kind = :kind and l.state = :state"
                + " order by l.id",
            Letter.class)
        .setParameter("about", about)
        .setParameter("kind", kind)
        .setParameter("state", state)
        .getResultList();
  }

  /** How many letters of a kind stand so. */
  public int count(UUID about, String kind, Letter.State state) {
    return database
        .createQuery(
            "select count(l) from Letter l where l.about = :about and l.kind = :kind"
                + " and l.state = :state",
            Long.class)
        .setParameter("about", about)
        .setParameter("kind", kind)
        .setParameter("state", state)
        .getSingleResult()
        .intValue();
  }

  /** What the letters that still lie here are about. */
  public List<UUID> subjects() {
    return database
        .createQuery("select distinct l.about from Letter l", UUID.class)
        .getResultList();
  }

  /** Forgets all letters about one thing that were to be sent before a moment. */
  public void clear(UUID about, Instant before) {
    database
        .createQuery("delete from Letter l where l.about = :about and l.from < :before")
        .setParameter("about", about)
        .setParameter("before", before)
        .executeUpdate();
  }

  /** Lets the letters go that waited because their receiver wanted none. */
  void release(UUID receiver) {
    database
        .createQuery(
            "update Letter l set l.state = plimsoll.mail.Letter.State.WAITING"
                + " where l.receiver = :receiver"
                + " and l.state = plimsoll.mail.Letter.State.OPTED_OUT")
        .setParameter("receiver", receiver)
        .executeUpdate();
  }

  /** All letters to one receiver. */
  List<Letter> to(UUID receiver) {
    return database
        .createQuery("select l from Letter l where l.receiver = :receiver", Letter.class)
        .setParameter("receiver", receiver)
        .getResultList();
  }

  /** Forgets all letters to one receiver, sent or not. */
  void forget(UUID receiver) {
    database
        .createQuery("delete from Letter l where l.receiver = :receiver")
        .setParameter("receiver", receiver)
        .executeUpdate();
  }

  private static String cut(String reason) {
    return reason == null || reason.length() <= LONGEST_REASON
        ? reason
        : reason.substring(0, LONGEST_REASON - 1) + "…";
  }
}
