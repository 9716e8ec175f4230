package plimsoll.reading;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import plimsoll.catalog.TeamView;
import plimsoll.readiness.Case;

/**
 * The groups above the teams of a reading, from what the catalog says of parents.
 *
 * @param groups those that hold a team, by key
 * @param groupOfTeam by the team's key; no entry where a team stands under the organisation itself
 */
record Hierarchy(List<Case.Group> groups, Map<String, String> groupOfTeam) {

  /** Null where the team stands under the organisation itself. */
  String groupOf(String team) {
    return groupOfTeam.get(team);
  }

  /**
   * A catalog may say what makes no tree: a parent that does not stand is left out, a ring is cut,
   * and a team that holds others becomes a group too, in which it stands itself. A group above all
   * others that holds every team is the organisation by another name and is left out.
   *
   * @param others groups that are no teams themselves
   */
  static Hierarchy of(Collection<TeamView> teams, Collection<TeamView> others) {
    var all = new TreeMap<String, TeamView>();
    others.forEach(group -> all.put(group.key(), group));
    teams.forEach(team -> all.put(team.key(), team));
    var parents = parents(all);
    var groups = new TreeMap<String, Case.Group>();
    var groupOfTeam = new TreeMap<String, String>();
    for (var team : teams) {
      var holds = parents.containsValue(team.key());
      var group = holds ? team.key() : parents.get(team.key());
      if (group != null) groupOfTeam.put(team.key(), group);
      for (var key = group; key != null; key = parents.get(key)) {
        groups.put(key, new Case.Group(key, all.get(key).name(), parents.get(key)));
      }
    }
    return withoutTheWhole(groups, groupOfTeam, teams.size());
  }

  private static Map<String, String> parents(Map<String, TeamView> all) {
    var parents = new HashMap<String, String>();
    for (var each : all.values()) {
      if (each.parent() != null && all.containsKey(each.parent())) {
        parents.put(each.key(), each.parent());
      }
    }
    var sound = new HashSet<String>();
    for (var key : all.keySet()) cutRing(key, parents, sound);
    return parents;
  }

  /** Cut above the first of the ring by key, from wherever it is walked into. */
  private static void cutRing(String from, Map<String, String> parents, Set<String> sound) {
    var walked = new LinkedHashSet<String>();
    for (var key = from; key != null && !sound.contains(key); key = parents.get(key)) {
      if (!walked.add(key)) {
        var path = new ArrayList<>(walked);
        var first = Collections.min(path.subList(path.indexOf(key), path.size()));
        parents.remove(first);
        break;
      }
    }
    sound.addAll(walked);
  }

  private static Hierarchy withoutTheWhole(
      Map<String, Case.Group> groups, Map<String, String> groupOfTeam, int teams) {
    var tops = groups.values().stream().filter(group -> group.parent() == null).toList();
    var divided =
        tops.size() == 1
            && groupOfTeam.size() == teams
            && groups.values().stream().anyMatch(g -> tops.get(0).key().equals(g.parent()));
    if (!divided) return new Hierarchy(List.copyOf(groups.values()), groupOfTeam);
    var top = tops.get(0).key();
    var rest = new TreeMap<String, Case.Group>();
    for (var group : groups.values()) {
      var parent = top.equals(group.parent()) ? null : group.parent();
      if (!group.key().equals(top)) {
        rest.put(group.key(), new Case.Group(group.key(), group.name(), parent));
      }
    }
    var below = new TreeMap<>(groupOfTeam);
    below.values().removeIf(top::equals);
    return withoutTheWhole(rest, below, teams);
  }
}
