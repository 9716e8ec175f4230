package plimsoll.readiness;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import plimsoll.disclosure.Node;
import plimsoll.disclosure.Waves;
import plimsoll.disclosure.Withholding;
import plimsoll.readiness.Readiness.ConstructResult;

/** Who is in teams and groups now, against whom scores were shown of before. */
final class Changes {
  private final Case given;
  private final Tree tree;

  Changes(Case given, Tree tree) {
    this.given = given;
    this.tree = tree;
  }

  /**
   * Whether one or two people joined or left the organisation since it, or nearly it, was shown.
   */
  boolean ofOrganisation() {
    return Waves.hardlyChanged(people(tree.everyTeam()), given.earlierRosters());
  }

  /**
   * Which of the nodes that could be shown must not, because of earlier readings: those higher up
   * are rather shown, then those withheld before rather not, then those of more people.
   */
  Map<String, Withholding> withheld(Collection<Node> nodes) {
    var before = silentBefore();
    var candidates =
        nodes.stream()
            .sorted(
                Comparator.comparingInt((Node node) -> tree.depth(node.id()))
                    .thenComparing(node -> before.contains(node.id()))
                    .thenComparing(node -> -node.people())
                    .thenComparing(Node::id))
            .map(node -> new Waves.Candidate(node.id(), people(places(node))))
            .toList();
    return Waves.withheld(given.earlierRosters(), candidates);
  }

  /** Ids of the teams and groups of which the construct was withheld in the last reading. */
  Set<String> withheldBefore(String construct) {
    return before(
        results ->
            results.stream()
                .anyMatch(each -> each.construct().equals(construct) && !each.score().shown()));
  }

  private List<Integer> places(Node node) {
    return node.leaves().stream().map(team -> tree.place(team.id())).toList();
  }

  /** In teams of which somebody answered; empty, not known, where that of one of them is not. */
  private Set<String> people(List<Integer> places) {
    var all = new HashSet<String>();
    for (int j : places) {
      var team = given.teams().get(j);
      if (team.sheets().isEmpty()) continue;
      if (team.people().isEmpty()) return Set.of();
      all.addAll(team.people());
    }
    return all;
  }

  /** Those of which nothing at all was shown. */
  private Set<String> silentBefore() {
    return before(results -> results.stream().noneMatch(each -> each.score().shown()));
  }

  private Set<String> before(Predicate<List<ConstructResult>> withheld) {
    var before = new HashSet<String>();
    if (given.previous() == null) return before;
    for (var team : given.previous().teams()) {
      if (withheld.test(team.constructs())) before.add(Tree.team(team.team()));
    }
    for (var group : given.previous().groups()) {
      if (withheld.test(group.constructs())) before.add(Tree.group(group.group()));
    }
    return before;
  }
}
