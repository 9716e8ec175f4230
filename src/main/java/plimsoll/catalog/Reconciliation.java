package plimsoll.catalog;

import static java.util.stream.Collectors.toSet;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/**
 * Brings the rows that are there into line with what an import states, and says what that changed.
 *
 * <p>An import speaks only of what it names: what it leaves out stays, unless the sender says that
 * it is complete. Then what the same source stated before and left out now is retired, with the
 * date. A complete import with a problem retires nothing, because what is missing may stand in the
 * document that could not be read.
 *
 * <p>A person is the same when the key is, or else the mail address. A person's own statement about
 * teams replaces the earlier one by the same source: that is how somebody moves.
 */
final class Reconciliation {
  private final Listing listing;
  private final String source;
  private final boolean complete;
  private final Instant at;
  private final Ledger ledger = new Ledger();
  private final List<Problem> problems;
  private final List<Problem> notes;

  private final Holdings rows;
  private final Map<String, Team> teams = new HashMap<>();
  private final Map<String, Team> teamsByEmail = new HashMap<>();
  private final Map<String, Person> people = new HashMap<>();
  private final Map<String, Person> peopleByEmail = new HashMap<>();
  private final Map<UUID, Person> peopleById = new HashMap<>();
  private final Map<String, Service> services = new HashMap<>();
  private final Map<UUID, Service> servicesById = new HashMap<>();
  private final Map<String, ServiceAlias> aliases = new HashMap<>();
  private final Map<Link, Membership> memberships = new HashMap<>();
  private final Map<UUID, Ownership> ownerships = new HashMap<>();
  private final Set<UUID> everOwned = new HashSet<>();

  private final Set<Link> statedByPeople = new LinkedHashSet<>();
  private final Set<Link> statedByTeams = new LinkedHashSet<>();
  private final Set<UUID> statedOwnerships = new HashSet<>();

  private Reconciliation(
      Holdings rows, Listing listing, String source, boolean complete, Instant at) {
    this.rows = rows;
    this.listing = listing;
    this.source = source;
    this.complete = complete;
    this.at = at;
    this.problems = new ArrayList<>(listing.problems());
    this.notes = new ArrayList<>(listing.notes());
  }

  /**
   * @param rows what is there; they are changed in place
   * @param complete the import names everything that the source has
   * @param at when what it states begins to hold
   * @return what changed, and the new rows in an order in which they can be stored
   */
  static Result take(Holdings rows, Listing listing, String source, boolean complete, Instant at) {
    var reconciliation = new Reconciliation(rows, listing, source, complete, at);
    reconciliation.index();
    reconciliation.takeTeams();
    reconciliation.takePeople();
    reconciliation.takeMemberships();
    reconciliation.takeServices();
    reconciliation.retireTheRest();
    return reconciliation.result();
  }

  private void index() {
    rows.teams().forEach(this::index);
    rows.people().forEach(this::index);
    rows.services().forEach(this::index);
    rows.aliases().forEach(alias -> aliases.put(alias.alias(), alias));
    rows.memberships().stream()
        .filter(Membership::isOpen)
        .forEach(held -> memberships.put(new Link(held.person(), held.team()), held));
    rows.ownerships().forEach(this::index);
  }

  private void index(Team team) {
    teams.put(team.key(), team);
    if (team.email() != null) {
      teamsByEmail.putIfAbsent(lower(team.email()), team);
    }
  }

  private void index(Person person) {
    people.put(person.key(), person);
    peopleById.put(person.id(), person);
    if (person.email() != null) {
      peopleByEmail.putIfAbsent(lower(person.email()), person);
    }
  }

  private void index(Service service) {
    services.put(service.key(), service);
    servicesById.put(service.id(), service);
  }

  private void index(Ownership held) {
    everOwned.add(held.service());
    if (held.until() == null) {
      ownerships.put(held.service(), held);
    }
  }

  private void takeTeams() {
    for (var entry : listing.teams()) {
      var known = teams.get(entry.key());
      var team = known == null ? new Team(entry.key(), entry.name(), source) : known;
      var changed = team.restate(entry, source, complete);
      if (known == null) {
        ledger.add(team);
      } else {
        ledger.touch(team, changed);
      }
      index(team);
    }
  }

  private void takePeople() {
    var stated = listing.people().stream().map(Listing.PersonEntry::key).collect(toSet());
    var claimed = new HashSet<Person>();
    for (var entry : listing.people()) {
      var known = known(entry, stated, claimed);
      var person =
          known == null ? new Person(entry.key(), entry.name(), entry.email(), source) : known;
      var changed = person.restate(entry, source);
      if (known == null) {
        ledger.add(person);
      } else {
        ledger.touch(person, changed);
      }
      claimed.add(person);
      index(person);
      people.put(entry.key(), person);
    }
  }

  /** By key, or else by mail address where no other entry of this import is that person. */
  private Person known(Listing.PersonEntry entry, Set<String> stated, Set<Person> claimed) {
    var same = people.get(entry.key());
    if (same != null || entry.email() == null) {
      return same;
    }
    var mailed = peopleByEmail.get(lower(entry.email()));
    return mailed == null || claimed.contains(mailed) || stated.contains(mailed.key())
        ? null
        : mailed;
  }

  private void takeMemberships() {
    for (var entry : listing.people()) {
      if (entry.teams() != null) {
        entry.teams().forEach(team -> statedByPeople.add(link(entry.key(), team)));
      }
    }
    for (var entry : listing.teams()) {
      if (entry.members() != null) {
        entry.members().forEach(person -> statedByTeams.add(link(person, entry.key())));
      }
    }
    statedByPeople.forEach(link -> membership(link).statedByPerson());
    statedByTeams.forEach(link -> membership(link).statedByTeam());
    endWhatIsStatedNoMore();
  }

  private Link link(String person, String team) {
    return new Link(personNamed(person).id(), teamNamed(team).id());
  }

  private Team teamNamed(String key) {
    var known = teams.get(key);
    if (known == null) {
      known = ledger.add(new Team(key, key, source));
      index(known);
    } else {
      ledger.touch(known, known.mention());
    }
    return known;
  }

  private Person personNamed(String key) {
    var known = people.get(key);
    if (known == null) {
      known = ledger.add(new Person(key, key, null, source));
      index(known);
    } else {
      ledger.touch(known, known.mention());
    }
    return known;
  }

  private Membership membership(Link link) {
    var held = memberships.get(link);
    if (held == null) {
      held = ledger.make(new Membership(link.person(), link.team(), at, source));
      memberships.put(link, held);
      ledger.touch(peopleById.get(link.person()), true);
    }
    return held;
  }

  private void endWhatIsStatedNoMore() {
    var speaking = new HashSet<UUID>();
    listing.people().stream()
        .filter(entry -> entry.teams() != null)
        .forEach(entry -> speaking.add(people.get(entry.key()).id()));
    var listingMembers = new HashSet<UUID>();
    listing.teams().stream()
        .filter(entry -> entry.members() != null)
        .forEach(entry -> listingMembers.add(teams.get(entry.key()).id()));
    for (var held : memberships.entrySet()) {
      end(held.getKey(), held.getValue(), speaking, listingMembers);
    }
  }

  private void end(Link link, Membership held, Set<UUID> speaking, Set<UUID> listingMembers) {
    if (!held.source().equals(source)) {
      return;
    }
    var ended =
        speaking.contains(link.person())
            && !statedByPeople.contains(link)
            && held.personStatesItNoMore(at);
    ended |=
        listingMembers.contains(link.team())
            && !statedByTeams.contains(link)
            && held.isOpen()
            && held.teamStatesItNoMore(at);
    if (ended) {
      ledger.touch(peopleById.get(link.person()), true);
    }
  }

  private void takeServices() {
    for (var entry : listing.services()) {
      var known = services.get(entry.key());
      var service = known == null ? new Service(entry.key(), entry.name(), source) : known;
      var changed = service.restate(entry, source);
      if (known == null) {
        ledger.add(service);
      } else {
        ledger.touch(service, changed);
      }
      index(service);
      own(service, owner(entry));
      entry.aliases().forEach(alias -> alias(lower(alias), service));
    }
  }

  /** Null when no team owns it. */
  private Team owner(Listing.ServiceEntry entry) {
    if (entry.ownerEmail() == null) {
      return entry.owner() == null ? null : teamNamed(entry.owner());
    }
    var mailed = teamsByEmail.get(lower(entry.ownerEmail()));
    if (mailed == null) {
      notes.add(
          new Problem(
              entry.document(),
              "%s is owned by %s, which is the mail address of no team known here, so its"
                      .formatted(entry.name(), entry.ownerEmail())
                  + " deployments count for no team."));
    }
    return mailed;
  }

  private void own(Service service, Team team) {
    var held = ownerships.get(service.id());
    if (team != null) {
      statedOwnerships.add(service.id());
    }
    if (held != null && (team == null ? !held.source().equals(source) : isOf(held, team))) {
      return;
    }
    if (held == null && team == null) {
      return;
    }
    if (held != null) {
      held.end(at);
      ownerships.remove(service.id());
    }
    if (team != null) {
      var from = everOwned.add(service.id()) ? Instant.EPOCH : at;
      var owned = ledger.make(new Ownership(service.id(), team.id(), from, source));
      ownerships.put(service.id(), owned);
    }
    ledger.touch(service, true);
  }

  private static boolean isOf(Ownership held, Team team) {
    return held.team().equals(team.id());
  }

  /**
   * Events that came before the catalog made a service of their own under this alias. Its later
   * events go to the service that the catalog describes, and what it has belongs to the same team.
   */
  private void alias(String alias, Service service) {
    var held = aliases.get(alias);
    if (held == null && !services.containsKey(alias) && alias.length() <= 300) {
      aliases.put(alias, ledger.make(new ServiceAlias(alias, service.id())));
    } else if (held != null && !held.service().equals(service.id())) {
      adopt(servicesById.get(held.service()), held, service);
    }
  }

  private void adopt(Service seen, ServiceAlias alias, Service service) {
    var owner = ownerships.get(service.id());
    if (seen.source().equals(Service.SEEN)) {
      alias.mean(service.id());
      if (owner != null && everOwned.add(seen.id())) {
        var owned = new Ownership(seen.id(), owner.team(), Instant.EPOCH, Service.SEEN);
        ownerships.put(seen.id(), ledger.make(owned));
      }
    }
  }

  private void retireTheRest() {
    if (!complete) {
      return;
    }
    if (!listing.problems().isEmpty() || listing.morePages()) {
      problems.add(
          new Problem(
              1,
              "Nothing was retired, because this import is not whole: what is missing may stand in"
                  + " what was left out."));
      return;
    }
    rows.teams().stream()
        .filter(each -> isGone(each, each.source(), each.standsAt(at)))
        .forEach(
            each -> {
              each.retire(at);
              ledger.retire(each);
            });
    rows.people().stream()
        .filter(each -> isGone(each, each.source(), each.standsAt(at)))
        .forEach(
            each -> {
              each.retire(at);
              ledger.retire(each);
            });
    rows.services().stream()
        .filter(each -> isGone(each, each.source(), each.standsAt(at)))
        .forEach(
            each -> {
              each.retire(at);
              ledger.retire(each);
            });
    memberships.forEach(this::endUnlessStated);
    ownerships.forEach(this::endUnlessStated);
  }

  private boolean isGone(Object row, String itsSource, boolean stands) {
    return stands && itsSource.equals(source) && !ledger.isTouched(row);
  }

  private void endUnlessStated(Link link, Membership held) {
    var stated = statedByPeople.contains(link) || statedByTeams.contains(link);
    if (held.isOpen() && held.source().equals(source) && !stated) {
      held.end(at);
      ledger.touch(peopleById.get(link.person()), true);
    }
  }

  private void endUnlessStated(UUID service, Ownership held) {
    if (held.source().equals(source) && !statedOwnerships.contains(service)) {
      held.end(at);
      ledger.touch(servicesById.get(service), true);
    }
  }

  private Result result() {
    return new Result(ledger.outcome(listing, problems, notes), ledger.made());
  }

  private static String lower(String text) {
    return Objects.requireNonNull(text).toLowerCase(Locale.ROOT);
  }

  private record Link(UUID person, UUID team) {}

  /** What changed, and what is new. */
  record Result(Outcome outcome, List<Object> made) {}
}
