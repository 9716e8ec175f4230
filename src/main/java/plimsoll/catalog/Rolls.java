package plimsoll.catalog;

import static java.util.stream.Collectors.toSet;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The teams and people that are known, those that an import makes included. */
final class Rolls {
  private final Taking taking;
  private final Map<String, Team> teams = new HashMap<>();
  private final Map<String, Team> teamsByEmail = new HashMap<>();
  private final Map<String, Person> people = new HashMap<>();
  private final Map<String, Person> peopleByEmail = new HashMap<>();
  private final Map<UUID, Person> peopleById = new HashMap<>();

  Rolls(List<Team> teams, List<Person> people, Taking taking) {
    this.taking = taking;
    teams.forEach(this::index);
    people.forEach(this::index);
  }

  void takeTeams(List<Listing.TeamEntry> entries) {
    for (var entry : entries) {
      var known = teams.get(entry.key());
      var team = known == null ? new Team(entry.key(), entry.name(), taking.source()) : known;
      taking.ledger().note(team, known, team.restate(entry, taking.source(), taking.complete()));
      index(team);
    }
  }

  void takePeople(List<Listing.PersonEntry> entries) {
    var stated = entries.stream().map(Listing.PersonEntry::key).collect(toSet());
    var claimed = new HashSet<Person>();
    for (var entry : entries) {
      var known = known(entry, stated, claimed);
      var person = known == null ? person(entry.key(), entry.name(), entry.email()) : known;
      taking.ledger().note(person, known, person.restate(entry, taking.source()));
      claimed.add(person);
      index(person);
      people.put(entry.key(), person);
    }
  }

  /** The team of a key; where there is none, somebody's mention makes it. */
  Team team(String key) {
    var known = teams.get(key);
    var team = known == null ? new Team(key, key, taking.source()) : known;
    taking.ledger().note(team, known, team.mention());
    index(team);
    return team;
  }

  /** The person of a key; where there is none, a team's mention makes one. */
  Person person(String key) {
    var known = people.get(key);
    var person = known == null ? person(key, key, null) : known;
    taking.ledger().note(person, known, person.mention());
    index(person);
    return person;
  }

  Person person(UUID id) {
    return peopleById.get(id);
  }

  Optional<Team> teamOfMail(String email) {
    return Optional.ofNullable(teamsByEmail.get(lower(email)));
  }

  /** By key, or else by mail address where no other entry of this import is that person. */
  private Person known(Listing.PersonEntry entry, Set<String> stated, Set<Person> claimed) {
    var same = people.get(entry.key());
    if (same != null || entry.email() == null) {
      return same;
    }
    var mailed = peopleByEmail.get(lower(entry.email()));
    var taken = mailed == null || claimed.contains(mailed) || stated.contains(mailed.key());
    return taken ? null : mailed;
  }

  private Person person(String key, String name, String email) {
    return new Person(key, name, email, taking.source());
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

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
