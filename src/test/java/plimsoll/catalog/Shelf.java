package plimsoll.catalog;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The rows of a catalog in memory, as the database would hold them. */
final class Shelf {
  final List<Team> teams = new ArrayList<>();
  final List<Person> people = new ArrayList<>();
  final List<Service> services = new ArrayList<>();
  final List<Template> templates = new ArrayList<>();
  final List<ServiceAlias> aliases = new ArrayList<>();
  final List<Membership> memberships = new ArrayList<>();
  final List<Ownership> ownerships = new ArrayList<>();

  Outcome take(String text, Instant at) {
    return take(text, "test", false, at);
  }

  Outcome take(String text, String source, boolean complete, Instant at) {
    var holdings =
        new Holdings(teams, people, services, templates, aliases, memberships, ownerships);
    var result = Reconciliation.take(holdings, Upload.of(text).listing(), source, complete, at);
    result.made().forEach(this::put);
    return result.outcome();
  }

  private void put(Object row) {
    if (row instanceof Team team) {
      teams.add(team);
    } else if (row instanceof Person person) {
      people.add(person);
    } else if (row instanceof Service service) {
      services.add(service);
    } else if (row instanceof Template template) {
      templates.add(template);
    } else if (row instanceof ServiceAlias alias) {
      aliases.add(alias);
    } else if (row instanceof Membership membership) {
      memberships.add(membership);
    } else {
      ownerships.add((Ownership) row);
    }
  }

  /** Keys of the people in a team at a moment, sorted. */
  List<String> roster(String team, Instant at) {
    return memberships.stream()
        .filter(held -> team(team).id().equals(held.team()))
        .filter(held -> !held.from().isAfter(at))
        .filter(held -> held.until() == null || held.until().isAfter(at))
        .map(held -> person(held).key())
        .sorted()
        .collect(Collectors.toList());
  }

  /** Key of the team that owned a service at a moment, or null. */
  String owner(String service, Instant at) {
    return ownerships.stream()
        .filter(held -> service(service).id().equals(held.service()))
        .filter(held -> !held.from().isAfter(at))
        .filter(held -> held.until() == null || held.until().isAfter(at))
        .map(held -> teams.stream().filter(t -> t.id().equals(held.team())).findFirst())
        .map(found -> found.orElseThrow().key())
        .findFirst()
        .orElse(null);
  }

  Team team(String key) {
    return teams.stream().filter(each -> each.key().equals(key)).findFirst().orElseThrow();
  }

  Service service(String key) {
    return services.stream().filter(each -> each.key().equals(key)).findFirst().orElseThrow();
  }

  Person person(String key) {
    return people.stream().filter(each -> each.key().equals(key)).findFirst().orElseThrow();
  }

  private Person person(Membership held) {
    return people.stream().filter(p -> p.id().equals(held.person())).findFirst().orElseThrow();
  }
}
