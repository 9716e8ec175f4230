package plimsoll.reading;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import plimsoll.readiness.Case;
import plimsoll.readiness.Readiness;

/**
 * Who was in the teams whose scores a reading published, by team. It is kept beside the reading and
 * never shown: a later reading needs it to withhold a score whose change would tell of one person.
 */
record Rosters(Map<String, List<UUID>> teams) {
  static Rosters published(Readiness readiness, Map<String, Set<UUID>> rosters) {
    var kept = new HashMap<String, List<UUID>>();
    for (var team : readiness.teams()) {
      var people = rosters.get(team.team());
      if (people != null && anythingShown(team)) {
        kept.put(team.team(), people.stream().sorted().toList());
      }
    }
    if (readiness.constructs().stream().anyMatch(construct -> construct.score().shown())) {
      kept.put(Case.EVERYBODY, everybody(rosters));
    }
    return new Rosters(kept);
  }

  private static List<UUID> everybody(Map<String, Set<UUID>> rosters) {
    return rosters.values().stream().flatMap(Set::stream).distinct().sorted().toList();
  }

  Map<String, Set<String>> asText() {
    return teams.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, entry -> text(entry.getValue())));
  }

  static Set<String> text(java.util.Collection<UUID> people) {
    return people.stream().map(UUID::toString).collect(Collectors.toSet());
  }

  private static boolean anythingShown(Readiness.TeamResult team) {
    return team.load().shown()
        || team.criteria().stream().anyMatch(criterion -> criterion.said().shown())
        || team.constructs().stream().anyMatch(construct -> construct.score().shown());
  }
}
