package plimsoll.catalog;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The people, for those who invite them; answers know no person. */
@ApplicationScoped
@Transactional
public class People {
  @PersistenceContext EntityManager database;

  /** Everybody at a moment with their teams, by key. */
  public List<PersonView> on(Instant at) {
    var teams = teams(at);
    return database
        .createQuery("select p from Person p order by p.key", Person.class)
        .getResultStream()
        .filter(person -> person.standsAt(at))
        .map(person -> view(person, teams))
        .toList();
  }

  /** How to write to one person now; empty for who has left. */
  public Optional<Contact> contact(UUID id) {
    return Optional.ofNullable(database.find(Person.class, id))
        .filter(person -> person.retiredAt() == null)
        .map(person -> new Contact(person.name(), person.email()));
  }

  /** How many there were at a moment. */
  public int count(Instant at) {
    return database
        .createQuery(
            "select count(p) from Person p where p.retiredAt is null or p.retiredAt > :at",
            Long.class)
        .setParameter("at", at)
        .getSingleResult()
        .intValue();
  }

  private static PersonView view(Person person, Map<UUID, List<String>> teams) {
    return new PersonView(
        person.id(),
        person.key(),
        person.name(),
        person.email(),
        teams.getOrDefault(person.id(), List.of()));
  }

  private Map<UUID, List<String>> teams(Instant at) {
    return database
        .createQuery(
            "select distinct m.person, t.key from Membership m, Team t where m.team = t.id"
                + " and m.fromAt <= :at and (m.untilAt is null or m.untilAt > :at) order by t.key",
            Object[].class)
        .setParameter("at", at)
        .getResultStream()
        .collect(groupingBy(row -> (UUID) row[0], mapping(row -> (String) row[1], toList())));
  }
}
