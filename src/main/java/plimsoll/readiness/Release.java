package plimsoll.readiness;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import plimsoll.disclosure.Gate;
import plimsoll.disclosure.Node;
import plimsoll.disclosure.Published;
import plimsoll.disclosure.Rounding;
import plimsoll.disclosure.Withholding;
import plimsoll.statistics.Estimate;
import plimsoll.statistics.Interval;

/** The scores that may be shown, made once from those that may not. */
final class Release {
  /** Of so many answers rounding to 1 hides a single one, as rounding to 5 does of 40. */
  static final int SMALL_ORGANISATION = 200;

  /** With fewer answers the organisation is treated as a team. */
  private static final int LIKE_A_TEAM = 30;

  private final Case given;
  private final Tree tree;
  private final Changes changes;
  private final boolean hardlyChanged;
  private final Map<Scores, Map<String, Withholding>> gates = new LinkedHashMap<>();
  private final Map<String, Shown> shown = new LinkedHashMap<>();

  private record Shown(
      Published organisation,
      Map<String, Published> groups,
      List<Published> teams,
      Map<String, Double> coverage) {}

  Release(Case given, Tree tree, List<Scores> all) {
    this.given = given;
    this.tree = tree;
    this.changes = new Changes(given, tree);
    this.hardlyChanged = changes.ofOrganisation();
    for (Scores scores : all) gates.put(scores, new HashMap<>(gate(scores)));
    acrossWaves();
    for (Scores scores : all) shown.put(scores.part.key(), show(scores));
  }

  /** Withheld for want of evidence where the survey did not ask for it. */
  Published organisation(String key) {
    var found = shown.get(key);
    return found == null ? Published.withheld(Withholding.NO_EVIDENCE) : found.organisation;
  }

  Published team(String key, int team) {
    var found = shown.get(key);
    return found == null ? Published.withheld(Withholding.NO_EVIDENCE) : found.teams.get(team);
  }

  Published group(String key, String group) {
    var found = shown.get(key);
    return found == null ? Published.withheld(Withholding.NO_EVIDENCE) : found.groups.get(group);
  }

  /**
   * Share of a shown group's people who are in teams that were heard, 0 to 1. What is left when all
   * that is shown below is taken from it counts as one team: whether nobody answered in one of
   * several withheld teams is not told.
   */
  double coverage(String key, String group) {
    return shown.get(key).coverage.get(group);
  }

  /** True where so few answered that the organisation is treated as a team. */
  static boolean likeATeam(int people) {
    return people < LIKE_A_TEAM;
  }

  /** One or two people joined or left an organisation of which so many answered. */
  boolean hardlyChanged(int people) {
    return hardlyChanged && people < SMALL_ORGANISATION;
  }

  /** Whether a node's scores, and all that is told of it, come from numbers rounded to 5. */
  boolean coarse(String node, int people) {
    return !node.equals(Tree.ORGANISATION) || likeATeam(people) || hardlyChanged(people);
  }

  /** A larger organisation's figure, coarser where one or two people joined or left a small one. */
  Published round(double value, Interval interval, int people) {
    var ends = interval.clipped(0, 100);
    return hardlyChanged(people)
        ? Rounding.coarseOrganisation(value, ends.low(), ends.high(), people)
        : Rounding.organisation(value, ends.low(), ends.high(), people);
  }

  private Map<String, Withholding> gate(Scores scores) {
    return Gate.withheld(
        tree.node(scores::people),
        scores.part.minimumGroup(),
        changes.withheldBefore(scores.part.key()));
  }

  /** What may not be shown of one construct because of earlier readings, may not of any. */
  private void acrossWaves() {
    var candidates = new TreeMap<String, Node>();
    gates.forEach(
        (scores, withheld) ->
            tree.node(scores::people).deepestFirst().stream()
                .filter(node -> !withheld.containsKey(node.id()) && compared(scores, node))
                .forEach(node -> candidates.putIfAbsent(node.id(), node)));
    var since = changes.withheld(candidates.values());
    gates.forEach(
        (scores, withheld) ->
            since.forEach(
                (id, reason) -> {
                  if (!id.equals(Tree.ORGANISATION) || likeATeam(scores.people())) {
                    withheld.putIfAbsent(id, reason);
                  }
                }));
  }

  /** An organisation of more answers is shown coarser instead. */
  private static boolean compared(Scores scores, Node node) {
    return !node.id().equals(Tree.ORGANISATION) || likeATeam(scores.people());
  }

  private Shown show(Scores scores) {
    var node = tree.node(scores::people);
    var withheld = gates.get(scores);
    var groups = new HashMap<String, Published>();
    for (var group : given.groups()) {
      var places = tree.teams(group.key());
      var reason = asked(withheld.get(Tree.group(group.key())), people(places));
      groups.put(group.key(), group(scores, places, reason));
    }
    var teams = new ArrayList<Published>();
    for (int j = 0; j < given.teams().size(); j++) {
      teams.add(team(scores, j, asked(withheld.get(tree.team(j)), given.teams().get(j).size())));
    }
    var reason = asked(withheld.get(Tree.ORGANISATION), people(tree.everyTeam()));
    return new Shown(
        organisation(scores, reason),
        groups,
        List.copyOf(teams),
        new Coverage(given, tree, withheld.keySet()).below(node));
  }

  private int people(List<Integer> places) {
    return places.stream().mapToInt(j -> given.teams().get(j).size()).sum();
  }

  /** Of people who were asked, none who answered looks like too few. */
  private static Withholding asked(Withholding reason, int people) {
    return reason == Withholding.NO_EVIDENCE && people > 0 ? Withholding.TOO_FEW : reason;
  }

  private Published organisation(Scores scores, Withholding reason) {
    if (reason != null) return Published.withheld(reason);
    if (likeATeam(scores.people())) return together(scores, tree.everyTeam());
    var estimate = scores.organisation().estimate();
    return round(estimate.value(), estimate.interval(0.95), scores.people());
  }

  /** Rounded like a team's, however many they are. */
  private Published group(Scores scores, List<Integer> places, Withholding reason) {
    if (places.isEmpty()) return Published.withheld(Withholding.NO_EVIDENCE);
    return reason == null ? together(scores, places) : Published.withheld(reason);
  }

  /** One team alone has one score, whatever it is called. */
  private Published together(Scores scores, List<Integer> places) {
    int people = places.stream().mapToInt(scores::people).sum();
    for (int j : places) if (scores.people(j) == people) return team(scores, j, null);
    return rounded(scores.group(places).estimate(), people);
  }

  private Published team(Scores scores, int team, Withholding reason) {
    if (reason != null) return Published.withheld(reason);
    return rounded(scores.team(team), scores.people(team));
  }

  private static Published rounded(Estimate estimate, int people) {
    var ends = estimate.interval(0.95).clipped(0, 100);
    return Rounding.team(estimate.value(), ends.low(), ends.high(), people);
  }
}
