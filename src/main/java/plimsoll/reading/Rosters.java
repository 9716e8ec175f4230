package plimsoll.reading;

import static java.util.stream.Collectors.toSet;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import plimsoll.readiness.Readiness;
import plimsoll.readiness.Readiness.ConstructResult;
import plimsoll.survey.Sheet;

/** Who stands behind what a reading shows: behind each team and group with a score, and all. */
final class Rosters {
  private final Map<String, Set<UUID>> rosters;
  private final Set<Set<String>> behind = new HashSet<>();

  private Rosters(Map<String, Set<UUID>> rosters) {
    this.rosters = rosters;
  }

  /**
   * @param rosters who was asked in the teams of which somebody answered
   */
  static Set<Set<String>> behind(Readiness readiness, Map<String, Set<UUID>> rosters) {
    var found = new Rosters(rosters);
    for (var team : readiness.teams()) found.add(team.constructs(), List.of(team.team()));
    for (var group : readiness.groups()) {
      found.add(group.constructs(), group.teams());
    }
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

  private void add(List<ConstructResult> constructs, Collection<String> teams) {
    if (constructs.stream().anyMatch(construct -> construct.score().shown())) {
      behind.add(people(teams));
    }
  }

  private Set<String> people(Collection<String> teams) {
    return teams.stream()
        .flatMap(team -> rosters.getOrDefault(team, Set.of()).stream())
        .map(UUID::toString)
        .collect(toSet());
  }
}
