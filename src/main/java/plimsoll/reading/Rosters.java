package plimsoll.reading;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import plimsoll.readiness.Readiness;
import plimsoll.readiness.Readiness.ConstructResult;
import plimsoll.readiness.Readiness.GroupResult;
import plimsoll.survey.Sheet;

/**
 * Who stands behind what a reading shows: behind each team and group with a score, behind all, and
 * behind what is left when the scores shown below a group are taken from its own.
 */
final class Rosters {
  private final Readiness readiness;
  private final Map<String, Set<UUID>> rosters;
  private final Map<String, String> parents;
  private final Set<Set<String>> behind = new HashSet<>();

  private Rosters(Readiness readiness, Map<String, Set<UUID>> rosters) {
    this.readiness = readiness;
    this.rosters = rosters;
    this.parents =
        readiness.groups().stream()
            .filter(each -> each.parent() != null)
            .collect(toMap(GroupResult::group, GroupResult::parent));
  }

  /**
   * @param rosters who was asked in the teams of which somebody answered
   */
  static Set<Set<String>> behind(Readiness readiness, Map<String, Set<UUID>> rosters) {
    var found = new Rosters(readiness, rosters);
    for (var team : readiness.teams()) found.add(team.constructs(), List.of(team.team()));
    for (var group : readiness.groups()) found.add(group);
    found.add(readiness.constructs(), rosters.keySet());
    found.behind.remove(Set.of());
    return found.behind;
  }

  /** Those of teams of which somebody answered: nobody else stands behind a score. */
  static Map<String, Set<UUID>> heard(
      Map<String, Set<UUID>> rosters, Map<String, List<Sheet>> sheets) {
    var heard = new HashMap<>(rosters);
    heard.keySet().removeIf(team -> sheets.getOrDefault(team, List.of()).isEmpty());
    return heard;
  }

  static Set<String> text(Collection<UUID> people) {
    return people.stream().map(UUID::toString).collect(toSet());
  }

  private void add(GroupResult group) {
    add(group.constructs(), group.teams());
    for (var construct : group.constructs()) {
      if (construct.score().shown()) behind.add(people(rest(group, construct.construct())));
    }
  }

  private void add(List<ConstructResult> constructs, Collection<String> teams) {
    if (constructs.stream().anyMatch(construct -> construct.score().shown())) {
      behind.add(people(teams));
    }
  }

  /** The teams in a group that are in nothing shown below it. */
  private Set<String> rest(GroupResult group, String construct) {
    var rest = new TreeSet<>(group.teams());
    readiness.groups().stream()
        .filter(other -> below(other, group) && shown(other.constructs(), construct))
        .forEach(other -> other.teams().forEach(rest::remove));
    readiness.teams().stream()
        .filter(team -> shown(team.constructs(), construct))
        .forEach(team -> rest.remove(team.team()));
    return rest;
  }

  private boolean below(GroupResult group, GroupResult above) {
    return Stream.iterate(parents.get(group.group()), key -> key != null, parents::get)
        .anyMatch(above.group()::equals);
  }

  private static boolean shown(List<ConstructResult> constructs, String key) {
    return constructs.stream().anyMatch(c -> c.construct().equals(key) && c.score().shown());
  }

  private Set<String> people(Collection<String> teams) {
    return teams.stream()
        .flatMap(team -> rosters.getOrDefault(team, Set.of()).stream())
        .map(UUID::toString)
        .collect(toSet());
  }
}
