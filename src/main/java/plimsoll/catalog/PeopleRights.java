package plimsoll.catalog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import plimsoll.access.Account;
import plimsoll.access.Accounts;
import plimsoll.access.Audit;
import plimsoll.access.AuditEntry;
import plimsoll.access.Refusal;

/** A person's data, to be handed out and to be erased. */
@ApplicationScoped
@Transactional
public class PeopleRights {
  /** What stays when a person is erased, and why. */
  static final List<String> STAYS =
      List.of(
          "Random ids that stand for this person in who was asked and whose scores were shown, with"
              + " the dates of memberships: without them a later score could tell, by one person"
              + " less, what a single person had said. No name leads to them any more.",
          "Answers that were sent: nobody can tell which are whose, so they can't be found.",
          "A hash of the key and of the mail address, so that the next import does not bring the"
              + " name back. Who guesses the name can tell that it was erased, and nothing else.",
          "Entries of the audit log under the name of the person's account, until their time is"
              + " over: it must show who looked at what.",
          "Names that people typed themselves, as into a decision of the roadmap, and backups and"
              + " files that were taken out before: look for them there.");

  @PersistenceContext EntityManager database;
  @Inject Event<Dossier> dossiers;
  @Inject Event<PersonErased> erased;
  @Inject Accounts accounts;
  @Inject Audit audit;
  @Inject Clock clock;

  /** A row of the list of people. */
  public record Known(UUID id, String key, String name, String email, boolean retired) {}

  /** Everybody who is known by name, those who left included, by name. */
  public List<Known> all() {
    return database
        .createQuery(
            "select p from Person p where p.id not in (select e.person from Erasure e)"
                + " order by p.name, p.key",
            Person.class)
        .getResultStream()
        .map(p -> new Known(p.id(), p.key(), p.name(), p.email(), !p.standsAt(clock.instant())))
        .toList();
  }

  /**
   * All that is held of a person, and what can't be given.
   *
   * @throws Refusal 404 when there is no such person, or not any more
   */
  public Map<String, Object> data(UUID id, String by) {
    var person = find(id);
    var dossier = new Dossier(person);
    addOwn(person, dossier);
    dossiers.fire(dossier);
    audit.record(by, "exported a person's data", id.toString());
    var all = new LinkedHashMap<String, Object>(dossier.held());
    all.put("notGiven", dossier.notGiven());
    return all;
  }

  /**
   * Erases a person: name and addresses everywhere, open invitations, the account.
   *
   * @throws Refusal 404 when there is no such person, or not any more; 409 for the caller's own
   *     account, or one whose clients still work
   */
  public void erase(UUID id, String by) {
    Turn.await(database);
    var person = find(id);
    erased.fire(new PersonErased(id));
    account(person).ifPresent(account -> accounts.erase(account.id(), by));
    database.persist(Erasure.ofKey(person));
    if (person.email() != null) database.persist(Erasure.ofEmail(person));
    end(id, clock.instant());
    person.erase(clock.instant());
    audit.record(by, "erased a person", id.toString());
  }

  /**
   * Lets an erased person be imported again, as the same one: with another id the rosters of before
   * would be those of other people, and scores could be compared that must not be.
   *
   * @param key the person's key in the catalog, which is no longer known here
   * @throws Refusal 404 where nobody with this id and key was erased
   */
  public void readmit(UUID id, String key, String by) {
    Turn.await(database);
    var mark = database.find(Erasure.class, Erasure.key(String.valueOf(key)));
    if (mark == null || !mark.marks(id)) {
      throw new Refusal(404, "Nobody with this id and this key was erased.");
    }
    database.find(Person.class, id).readmit(key);
    database
        .createQuery("delete from Erasure e where e.person = :id")
        .setParameter("id", id)
        .executeUpdate();
    audit.record(by, "let an erased person be imported again", id.toString());
  }

  private void addOwn(Person person, Dossier dossier) {
    var own = new LinkedHashMap<String, Object>();
    own.put("id", person.id());
    own.put("key", person.key());
    own.put("name", person.name());
    own.put("email", person.email());
    own.put("source", person.source());
    own.put("retiredAt", person.retiredAt());
    dossier.held().put("person", own);
    dossier.held().put("memberships", memberships(person.id()));
    account(person).ifPresent(account -> addAccount(account, dossier));
    dossier
        .notGiven()
        .put(
            "whose scores were shown",
            "The sets of people behind scores that were shown are kept under random ids, to protect"
                + " them; each holds other people too.");
  }

  private void addAccount(Account account, Dossier dossier) {
    dossier
        .held()
        .put(
            "account",
            Map.of(
                "name", account.name(),
                "displayName", account.displayName(),
                "roles", account.roles(),
                "maySignIn", account.enabled()));
    dossier.held().put("audit", audit.by(account.name()).stream().map(PeopleRights::told).toList());
  }

  private static Map<String, Object> told(AuditEntry entry) {
    return Map.of("at", entry.happenedAt(), "action", entry.action(), "target", entry.target());
  }

  private List<Map<String, Object>> memberships(UUID id) {
    return database
        .createQuery(
            "select t.key, t.name, m.fromAt, m.untilAt from Membership m, Team t where m.team = t.id"
                + " and m.person = :id order by m.fromAt",
            Object[].class)
        .setParameter("id", id)
        .getResultStream()
        .map(PeopleRights::membership)
        .toList();
  }

  private static Map<String, Object> membership(Object[] row) {
    var membership = new LinkedHashMap<String, Object>();
    membership.put("team", row[0]);
    membership.put("name", row[1]);
    membership.put("from", row[2]);
    membership.put("until", row[3]);
    return membership;
  }

  /** Whoever signs in under the key or the mail address of a person is that person. */
  private Optional<Account> account(Person person) {
    return Stream.of(person.key(), String.valueOf(person.email()))
        .flatMap(name -> accounts.named(name).stream())
        .findFirst();
  }

  private void end(UUID id, Instant at) {
    database
        .createQuery("select m from Membership m where m.person = :id", Membership.class)
        .setParameter("id", id)
        .getResultStream()
        .filter(Membership::isOpen)
        .forEach(membership -> membership.end(at));
  }

  private Person find(UUID id) {
    return Optional.ofNullable(database.find(Person.class, id))
        .filter(person -> !person.erased())
        .orElseThrow(() -> Refusal.notFound("person"));
  }
}
