package plimsoll.readiness;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import plimsoll.disclosure.Node;

/** The fixed tree of organisation, groups and teams. A group and a team may share a key. */
final class Tree {
  static final String ORGANISATION = "";

  private final Case given;
  private final Map<String, List<Integer>> ownTeams = new HashMap<>();
  private final Map<String, List<Integer>> allTeams = new HashMap<>();
  private final Map<String, List<String>> below = new HashMap<>();
  private final Map<String, Integer> teamOfNode = new HashMap<>();
  private final Map<String, String> parents;

  Tree(Case given) {
    this.given = given;
    this.parents = parents(given.groups());
    given.groups().forEach(g -> of(below, g.parent()).add(g.key()));
    for (int j = 0; j < given.teams().size(); j++) {
      String group = given.teams().get(j).group();
      teamOfNode.put(team(j), j);
      of(ownTeams, group).add(j);
      for (String g = group; g != null; g = parents.get(g)) of(allTeams, g).add(j);
    }
  }

  /**
   * @throws BadCase when a group or parent is missing, or a group stands below itself
   */
  static void check(List<Case.Group> groups, List<Case.Team> teams) {
    var parents = parents(groups);
    for (Case.Team team : teams) {
      BadCase.unless(
          team.group() == null || parents.containsKey(team.group()),
          "team %s stands in group %s, which is missing",
          team.key(),
          team.group());
    }
    for (Case.Group group : groups) {
      BadCase.unless(
          group.parent() == null || parents.containsKey(group.parent()),
          "group %s stands in group %s, which is missing",
          group.key(),
          group.parent());
    }
    checkOrder(parents);
  }

  /** Each group is walked through once, however deep they lie. */
  private static void checkOrder(Map<String, String> parents) {
    Set<String> sound = new HashSet<>();
    for (String group : parents.keySet()) {
      Set<String> above = new HashSet<>();
      for (String g = group; g != null && !sound.contains(g); g = parents.get(g)) {
        BadCase.unless(above.add(g), "group %s stands below itself", g);
      }
      sound.addAll(above);
    }
  }

  /** Of how many people each team is, by its place, makes the tree. */
  Node node(IntUnaryOperator people) {
    return node(ORGANISATION, null, people);
  }

  /** A group's id in the tree. */
  static String group(String key) {
    return "group " + key;
  }

  static String keyOfGroup(String id) {
    return id.substring(group("").length());
  }

  /** A team's id in the tree. */
  static String team(String key) {
    return "team " + key;
  }

  /** Levels below the organisation, 0 for itself; teams lie below all groups. */
  int depth(String id) {
    if (id.equals(ORGANISATION)) return 0;
    if (teamOfNode.containsKey(id)) return Integer.MAX_VALUE;
    int depth = 1;
    for (String g = parents.get(keyOfGroup(id)); g != null; g = parents.get(g)) depth++;
    return depth;
  }

  /** The same by its place. */
  String team(int j) {
    return team(given.teams().get(j).key());
  }

  /** The place of the team with this id in the tree. */
  int place(String team) {
    return teamOfNode.get(team);
  }

  /** Places of all teams in a group, those of groups below included. */
  List<Integer> teams(String group) {
    return allTeams.getOrDefault(group, List.of());
  }

  List<Integer> everyTeam() {
    return IntStream.range(0, given.teams().size()).boxed().toList();
  }

  /** Places of the teams that stand in a group itself. */
  List<Integer> ownTeams(String group) {
    return ownTeams.getOrDefault(group, List.of());
  }

  /** Keys of the groups that stand in a group itself. */
  List<String> below(String group) {
    return below.getOrDefault(group, List.of());
  }

  /** Groups without any team are left out: nothing is to be told of them. */
  private Node node(String id, String group, IntUnaryOperator people) {
    var children = new ArrayList<Node>();
    for (String each : below(group)) {
      if (!teams(each).isEmpty()) children.add(node(group(each), each, people));
    }
    for (int j : ownTeams(group)) children.add(Node.leaf(team(j), people.applyAsInt(j)));
    return Node.of(id, children);
  }

  private static <T> List<T> of(Map<String, List<T>> lists, String key) {
    return lists.computeIfAbsent(key, none -> new ArrayList<>());
  }

  private static Map<String, String> parents(List<Case.Group> groups) {
    var parents = new HashMap<String, String>();
    groups.forEach(group -> parents.put(group.key(), group.parent()));
    return parents;
  }
}
