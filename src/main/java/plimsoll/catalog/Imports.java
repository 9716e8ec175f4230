package plimsoll.catalog;

import static java.util.stream.Collectors.toSet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockTimeoutException;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PessimisticLockException;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import plimsoll.access.Refusal;

/** Takes imports, one after the other, and remembers that they were taken. */
@ApplicationScoped
@Transactional
public class Imports {
  @PersistenceContext EntityManager database;
  @Inject Services services;
  @Inject Event<ServiceSaid> said;

  /**
   * Takes what a catalog states, in any of the forms that a catalog comes in.
   *
   * @param text multi-document YAML, JSON, or CSV: it is looked at
   * @param source what the sender calls this catalog; imports of another source are left alone
   * @param complete it names everything that the source has, so the rest is retired
   * @param at when what it states begins to hold
   * @throws Refusal when nothing of it can be used
   */
  public Outcome take(String text, String source, boolean complete, Instant at) {
    return take(Upload.of(text).listing(), source, complete, at);
  }

  Outcome take(Listing listing, String source, boolean complete, Instant at) {
    awaitTurn();
    var kept = listing.without(marks());
    var before = new LinkedHashSet<>(services.parts());
    var result = Reconciliation.take(holdings(), kept, source, complete, at);
    store(result.made());
    tellOfMoved(before);
    database.persist(new Import(at, source, complete, result.outcome()));
    return result.outcome();
  }

  /** Which changes concern a service hangs on the folder where its source lies. */
  private void tellOfMoved(Set<ServicePart> before) {
    database.flush();
    var now = new LinkedHashSet<>(services.parts());
    var moved =
        Stream.concat(
                before.stream().filter(one -> !now.contains(one)),
                now.stream().filter(one -> !before.contains(one)))
            .map(ServicePart::service)
            .collect(toSet());
    if (!moved.isEmpty()) said.fire(new ServiceSaid(moved, false));
  }

  /** The import that was taken last. */
  public Optional<Import> latest() {
    return database
        .createQuery("select i from Import i order by i.takenAt desc", Import.class)
        .setMaxResults(1)
        .getResultStream()
        .findFirst();
  }

  private void awaitTurn() {
    try {
      Turn.await(database);
    } catch (LockTimeoutException | PessimisticLockException e) {
      throw new Refusal(
          409, "Another import is being taken. Nothing was changed; send it again in a minute.");
    }
  }

  /** What others point to goes first. */
  private void store(List<Object> made) {
    made.stream().filter(row -> !pointsToOthers(row)).forEach(database::persist);
    database.flush();
    made.stream().filter(Imports::pointsToOthers).forEach(database::persist);
  }

  private static boolean pointsToOthers(Object row) {
    return row instanceof Membership || row instanceof Ownership || row instanceof ServiceAlias;
  }

  /** Of those who were erased. */
  private Set<String> marks() {
    return Set.copyOf(
        database.createQuery("select e.mark from Erasure e", String.class).getResultList());
  }

  private Holdings holdings() {
    return new Holdings(
        all(Team.class),
        all(Person.class),
        all(Service.class),
        all(Template.class),
        all(ServiceAlias.class),
        database
            .createQuery("select m from Membership m where m.untilAt is null", Membership.class)
            .getResultList(),
        all(Ownership.class));
  }

  private <T> List<T> all(Class<T> entity) {
    var query = database.getCriteriaBuilder().createQuery(entity);
    return database.createQuery(query.select(query.from(entity))).getResultList();
  }
}
