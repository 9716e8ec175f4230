package plimsoll.connection;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import plimsoll.access.Audit;
import plimsoll.access.Refusal;
import plimsoll.connection.Connection.State;
import plimsoll.workload.Observed;

/**
 * The live systems that are connected. Who visits which is told by the machine's clock and not by
 * the service's, as in the timetable.
 */
@ApplicationScoped
@Transactional
public class Connections {
  static final int MAX = 200;

  /** A visit that does not speak for so long is believed dead. */
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  @PersistenceContext EntityManager database;
  @Inject Credentials credentials;
  @Inject Event<Observed> observed;
  @Inject Audit audit;
  @Inject Clock clock;

  /** By kind and name. */
  public List<Connection> all() {
    return database
        .createQuery("select c from Connection c order by c.kind, c.name", Connection.class)
        .getResultList();
  }

  /**
   * @throws Refusal 404 when there is none
   */
  public Connection find(UUID id) {
    var found = database.find(Connection.class, id);
    if (found == null) throw Refusal.notFound("connection");
    return found;
  }

  /**
   * @throws Refusal 422 when something is missing or wrong, 409 when there is one of this name or
   *     there are too many
   */
  public Connection add(Wanted wanted, String by) {
    var checked = wanted.checked();
    var all = all();
    if (all.size() >= MAX) {
      throw new Refusal(409, "There are 200 connections already. Remove one first.");
    }
    if (all.stream().anyMatch(one -> isOf(one, checked))) {
      throw alreadyThere();
    }
    var made =
        new Connection(
            checked.kind(),
            checked.name(),
            checked.address(),
            checked.settings(),
            by,
            Instant.now());
    persist(made);
    credentials.keep(made.id(), checked.credential());
    audit.record(by, "connected a system", words(made));
    return made;
  }

  private void persist(Connection made) {
    try {
      database.persist(made);
      database.flush();
    } catch (PersistenceException e) {
      throw alreadyThere();
    }
  }

  private static Refusal alreadyThere() {
    return new Refusal(409, "There is a connection of this kind and name already.");
  }

  private static boolean isOf(Connection one, Wanted.Checked wanted) {
    return one.kind() == wanted.kind() && one.name().equals(wanted.name());
  }

  /** Has it read wholly again, soon. */
  public Connection refresh(UUID id, String by) {
    return change(id, by, "asked for a new look at a system", one -> one.ask(Instant.now()));
  }

  /** Until somebody asks for a new look. */
  public Connection stop(UUID id, String by) {
    return change(id, by, "stopped the looks at a system", Connection::stop);
  }

  /**
   * @throws Refusal 422 when it is none
   */
  public Connection replaceCredential(UUID id, Wanted.Secret secret, String by) {
    var credential = secret.checked(find(id).kind());
    credentials.keep(id, credential);
    return change(id, by, "gave a new credential for a system", one -> one.restart(Instant.now()));
  }

  /**
   * Removes it with its credential. What a cluster or Argo CD held counts no longer from now on;
   * what Backstage stated stays in the catalog.
   */
  public void remove(UUID id, String by) {
    var found = locked(id).orElseThrow(() -> Refusal.notFound("connection"));
    credentials.forget(id);
    database.remove(found);
    audit.record(by, "removed the connection to a system", words(found));
    forgetObserved(found);
  }

  private void forgetObserved(Connection removed) {
    if (removed.kind() == Kind.BACKSTAGE) return;
    var kinds = removed.memory().kinds();
    var origin = removed.kind().origin(removed.name());
    observed.fire(new Observed(origin, clock.instant(), true, kinds, List.of()));
  }

  private Connection change(UUID id, String by, String action, Consumer<Connection> change) {
    var found = locked(id).orElseThrow(() -> Refusal.notFound("connection"));
    change.accept(found);
    audit.record(by, action, words(found));
    return found;
  }

  private static String words(Connection one) {
    return one.kind().title() + " " + one.name() + " at " + one.address();
  }

  /** Those that are due and that nobody is at, the longest due first. */
  List<UUID> due(int limit) {
    return database
        .createQuery(
            "select c.id from Connection c where c.state <> :stopped and c.nextAt <= :now"
                + " and c.workerUntil <= :now order by c.nextAt",
            UUID.class)
        .setParameter("stopped", State.STOPPED)
        .setParameter("now", Instant.now())
        .setMaxResults(limit)
        .getResultList();
  }

  /** Takes one for a visit; empty when another one was faster. */
  Optional<Connection> claim(UUID id, String visit) {
    var found = locked(id).filter(one -> one.isFree(Instant.now()));
    found.ifPresent(one -> one.claim(visit, Instant.now().plus(PATIENCE)));
    return found;
  }

  /**
   * Changes what a visit may change, as long as the connection is still its own.
   *
   * @return whether somebody asked for a whole look meanwhile
   * @throws Ousted when it no longer is
   */
  boolean tell(UUID id, String visit, Consumer<Connection> change) {
    var found = locked(id).filter(one -> one.isClaimedBy(visit)).orElseThrow(Ousted::new);
    change.accept(found);
    return found.asked();
  }

  static Instant leaseEnd() {
    return Instant.now().plus(PATIENCE);
  }

  private Optional<Connection> locked(UUID id) {
    return Optional.ofNullable(database.find(Connection.class, id, LockModeType.PESSIMISTIC_WRITE));
  }

  /** Somebody stopped or removed it, gave another credential, or another node took it. */
  static final class Ousted extends RuntimeException {
    private static final long serialVersionUID = 1;

    Ousted() {
      super("", null, false, false);
    }
  }
}
