package plimsoll.reading;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import plimsoll.access.Refusal;
import plimsoll.readiness.Edition;
import plimsoll.reading.Reading.State;

/** The readings: wished for, claimed by one node, taken, and from then on unchanged. */
@ApplicationScoped
@Transactional
public class Readings {
  /** A node that said nothing for so long is taken to be dead, and another one starts again. */
  private static final Duration SILENCE = Duration.ofMinutes(10);

  private static final int REMEMBERED = 16;

  @PersistenceContext EntityManager database;
  @Inject PublishedRosters published;
  @Inject Clock clock;

  private final Map<UUID, Findings> remembered =
      Collections.synchronizedMap(
          new LinkedHashMap<>(32, 0.75f, true) {
            private static final long serialVersionUID = 1;

            @Override
            protected boolean removeEldestEntry(Map.Entry<UUID, Findings> eldest) {
              return size() > REMEMBERED;
            }
          });

  /**
   * Asks for a reading; it is taken in the background.
   *
   * @param campaign null for one without answers
   */
  public Reading request(
      UUID campaign, Instant from, Instant to, Edition edition, String requestedBy) {
    var reading = new Reading(campaign, from, to, edition, requestedBy, clock.instant());
    database.persist(reading);
    return reading;
  }

  /** Asks for the cut of a reading once more. */
  Reading again(Reading first, Edition edition, String requestedBy) {
    var reading = Reading.again(first, edition, requestedBy, clock.instant());
    database.persist(reading);
    return reading;
  }

  /** All readings of the cut of this one, itself among them, in the order in which asked for. */
  public List<Reading> ofSameCut(Reading reading) {
    return database
        .createQuery(
            "select r from Reading r where r.id = :first or r.retakeOf = :text order by"
                + " r.requestedAt",
            Reading.class)
        .setParameter("first", reading.first())
        .setParameter("text", reading.first().toString())
        .getResultList();
  }

  /** Whether a reading of this campaign was ever asked for. */
  boolean askedFor(UUID campaign) {
    return database
            .createQuery("select count(r) from Reading r where r.campaign = :campaign", Long.class)
            .setParameter("campaign", campaign.toString())
            .getSingleResult()
        > 0;
  }

  public Optional<Reading> find(UUID id) {
    return Optional.ofNullable(database.find(Reading.class, id));
  }

  /**
   * As it stands in an address.
   *
   * @param name its id, or "latest"
   */
  public Optional<Reading> named(String name) {
    if (name.equals("latest")) return latest();
    try {
      return find(UUID.fromString(name));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /**
   * The reading to show first: of those that are done the latest that can carry a verdict on the
   * whole organisation; where there is none, the latest with answers; where there is none either,
   * the latest of all. So a pulse, or a campaign for one team, does not take the place of a survey
   * of everybody. Of the readings of one cut it is the one taken last, which has the newest
   * edition; an older cut that is taken again stays behind a later one.
   */
  public Optional<Reading> latest() {
    return database
        .createQuery(
            "select r from Reading r where r.state = :state order by"
                + " r.leading desc, case when r.campaign is null then 1 else 0 end, r.toAt desc,"
                + " r.edition desc, r.takenAt desc",
            Reading.class)
        .setParameter("state", State.DONE)
        .setMaxResults(1)
        .getResultStream()
        .findFirst();
  }

  /** Readings that are done, the latest cut first. */
  public List<Reading> done(int limit) {
    return database
        .createQuery(
            "select r from Reading r where r.state = :state order by r.toAt desc, r.takenAt desc",
            Reading.class)
        .setParameter("state", State.DONE)
        .setMaxResults(limit)
        .getResultList();
  }

  /**
   * Those done that have answers, up to the end of a cut; the latest cut first. A cut that was
   * taken again is in it once.
   */
  public List<UUID> withAnswers(Instant to, int limit) {
    return database
        .createQuery(
            "select r.id from Reading r where r.state = :state and r.campaign is not null and"
                + " r.retakeOf is null and r.toAt <= :to order by r.toAt desc, r.takenAt desc",
            UUID.class)
        .setParameter("state", State.DONE)
        .setParameter("to", to)
        .setMaxResults(limit)
        .getResultList();
  }

  /** Readings of earlier cuts that were done by then, the latest cut first. */
  List<Reading> before(Instant to, Instant doneBy, int limit) {
    return database
        .createQuery(
            "select r from Reading r where r.state = :state and r.toAt < :to and"
                + " r.takenAt <= :doneBy order by r.toAt desc, r.takenAt desc",
            Reading.class)
        .setParameter("state", State.DONE)
        .setParameter("to", to)
        .setParameter("doneBy", doneBy)
        .setMaxResults(limit)
        .getResultList();
  }

  /** Readings that wait, run or failed, newest first. */
  public List<Reading> pending(int limit) {
    return database
        .createQuery(
            "select r from Reading r where r.state <> :state order by r.requestedAt desc",
            Reading.class)
        .setParameter("state", State.DONE)
        .setMaxResults(limit)
        .getResultList();
  }

  /**
   * What the reading found.
   *
   * @throws Refusal 409 while it is not done
   */
  public Findings findings(Reading reading) {
    if (!reading.done()) {
      throw new Refusal(409, "This reading is not done yet: " + reading.doing() + ".");
    }
    // A reading never changes, so that remembering it can't show anything old.
    return remembered.computeIfAbsent(
        reading.id(), id -> database.find(Harvest.class, id).findings());
  }

  /** Takes the oldest reading that nobody works on; only one node gets it. */
  Optional<UUID> claim() {
    var now = clock.instant();
    var waiting =
        database
            .createQuery(
                "select r.id from Reading r where r.state = :queued or (r.state = :running and"
                    + " r.claimedAt < :silent) order by r.toAt, r.requestedAt",
                UUID.class)
            .setParameter("queued", State.QUEUED)
            .setParameter("running", State.RUNNING)
            .setParameter("silent", now.minus(SILENCE))
            .setMaxResults(1)
            .getResultList();
    return waiting.stream().filter(id -> claim(id, now)).findFirst();
  }

  /** Claims this very one; false when another node was faster or it waits no more. */
  boolean claim(UUID id) {
    return claim(id, clock.instant());
  }

  private boolean claim(UUID id, Instant now) {
    return database
            .createQuery(
                "update Reading r set r.state = :running, r.claimedAt = :now where r.id = :id and"
                    + " (r.state = :queued or (r.state = :running and r.claimedAt < :silent))")
            .setParameter("running", State.RUNNING)
            .setParameter("queued", State.QUEUED)
            .setParameter("now", now)
            .setParameter("silent", now.minus(SILENCE))
            .setParameter("id", id)
            .executeUpdate()
        == 1;
  }

  void judgeBy(UUID id, Edition edition) {
    database.find(Reading.class, id).judgeBy(edition);
  }

  /** Says what is being done; false when somebody stopped it meanwhile. */
  boolean advance(UUID id, String doing, int progress) {
    var reading = database.find(Reading.class, id);
    if (reading.stopped()) {
      return false;
    }
    reading.advance(doing, progress);
    return true;
  }

  /**
   * @param rosters whose scores it shows; from now on no other may show nearly the same people
   * @param seen how often anything had been published when it was decided what to show
   */
  void finish(
      UUID id,
      Inputs inputs,
      boolean leading,
      Findings findings,
      Set<Set<String>> rosters,
      long seen) {
    var now = clock.instant();
    published.keep(rosters, now, seen);
    // Merged, because a node that was taken to be dead may come to its end too.
    database.merge(new Harvest(id, findings));
    database.find(Reading.class, id).finish(inputs, leading, now);
  }

  void fail(UUID id, String failure) {
    database.find(Reading.class, id).fail(failure);
  }

  /** Takes a reading that failed or was stopped once more; any other stays as it is. */
  public void tryAgain(UUID id) {
    find(id).orElseThrow(() -> Refusal.notFound("reading")).tryAgain();
  }

  /** Stops a reading that is not done; stopping one that is done changes nothing. */
  public void stop(UUID id) {
    find(id).orElseThrow(() -> Refusal.notFound("reading")).stop();
  }
}
