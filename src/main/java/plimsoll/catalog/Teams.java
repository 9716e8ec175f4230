package plimsoll.catalog;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;

/** The teams, as they stand and as they stood. */
@ApplicationScoped
@Transactional
public class Teams {
  @PersistenceContext EntityManager database;

  /**
   * The teams at a moment, by key: groups that own a service, and groups with people that either
   * call themselves a team or hold no other group.
   */
  public List<TeamView> on(Instant at) {
    return groups(at, true);
  }

  /** The groups that hold teams and are none themselves, such as departments, by key. */
  public List<TeamView> groups(Instant at) {
    return groups(at, false);
  }

  /** Ids of the people who were in each group at a moment, by its key; none for one without. */
  public Map<String, Set<UUID>> rosters(Instant at) {
    return database
        .createQuery(
            "select t.key, m.person from Membership m, Team t where m.team = t.id"
                + " and m.fromAt <= :at and (m.untilAt is null or m.untilAt > :at)",
            Object[].class)
        .setParameter("at", at)
        .getResultStream()
        .collect(groupingBy(row -> (String) row[0], mapping(row -> (UUID) row[1], toSet())));
  }

  private List<TeamView> groups(Instant at, boolean teams) {
    var all = all(at);
    var parents = all.stream().map(TeamView::parent).filter(Objects::nonNull).collect(toSet());
    Predicate<TeamView> isTeam = group -> isTeam(group, parents);
    return all.stream().filter(teams ? isTeam : isTeam.negate()).toList();
  }

  private static boolean isTeam(TeamView group, Set<String> parents) {
    var named = "team".equalsIgnoreCase(group.kind()) || !parents.contains(group.key());
    return !group.services().isEmpty() || group.people() > 0 && named;
  }

  private List<TeamView> all(Instant at) {
    var people = people(at);
    var services = services(at);
    return database
        .createQuery("select t from Team t order by t.key", Team.class)
        .getResultStream()
        .filter(team -> team.standsAt(at))
        .map(team -> view(team, people, services))
        .toList();
  }

  private static TeamView view(
      Team team, Map<UUID, Long> people, Map<UUID, List<String>> services) {
    return new TeamView(
        team.key(),
        team.name(),
        team.parent(),
        team.kind(),
        people.getOrDefault(team.id(), 0L).intValue(),
        services.getOrDefault(team.id(), List.of()),
        team.zone());
  }

  private Map<UUID, Long> people(Instant at) {
    return database
        .createQuery(
            "select m.team, count(distinct m.person) from Membership m where m.fromAt <= :at"
                + " and (m.untilAt is null or m.untilAt > :at) group by m.team",
            Object[].class)
        .setParameter("at", at)
        .getResultStream()
        .collect(toMap(row -> (UUID) row[0], row -> (Long) row[1]));
  }

  private Map<UUID, List<String>> services(Instant at) {
    return database
        .createQuery(
            "select o.team, s.key from Ownership o, Service s where o.service = s.id"
                + " and o.fromAt <= :at and (o.untilAt is null or o.untilAt > :at) order by s.key",
            Object[].class)
        .setParameter("at", at)
        .getResultStream()
        .collect(groupingBy(row -> (UUID) row[0], mapping(row -> (String) row[1], toList())));
  }
}
