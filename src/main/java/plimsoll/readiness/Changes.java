package plimsoll.readiness;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import plimsoll.disclosure.Node;
import plimsoll.disclosure.Past;
import plimsoll.disclosure.Rosters;
import plimsoll.readiness.Readiness.ConstructResult;

/** Who is in teams and groups now, against whom scores were shown of before. */
final class Changes {
  private final Case given;
  private final Tree tree;
  private final Rosters earlier;

  Changes(Case given, Tree tree) {
    this.given = given;
    this.tree = tree;
    this.earlier = Rosters.of(given.earlierRosters());
  }

  /**
   * Whether one or two people make the difference between those in these teams now and any that
   * were shown of before, under whatever name.
   *
   * @param places of the teams
   */
  boolean since(List<Integer> places) {
    return !given.earlierRosters().isEmpty() && earlier.hardlyChanged(people(places));
  }

  /**
   * @param construct whose withheld scores are remembered
   * @param large enough answered in all for the organisation to be shown whoever joined or left
   */
  Past past(String construct, boolean large) {
    var withheld = withheldBefore(construct);
    return new Past() {
      @Override
      public boolean hardlyChanged(Node node, List<Node> teams) {
        if (large && node.id().equals(Tree.ORGANISATION)) return false;
        return since(teams.stream().map(team -> tree.place(team.id())).toList());
      }

      @Override
      public boolean withheld(String id) {
        return withheld.contains(id);
      }
    };
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

  private Set<String> withheldBefore(String construct) {
    var before = new HashSet<String>();
    if (given.previous() == null) return before;
    for (var team : given.previous().teams()) {
      if (withheld(construct, team.constructs().stream())) before.add(Tree.team(team.team()));
    }
    for (var group : given.previous().groups()) {
      if (withheld(construct, group.constructs().stream())) before.add(Tree.group(group.group()));
    }
    return before;
  }

  private static boolean withheld(String construct, Stream<ConstructResult> results) {
    return results.anyMatch(c -> c.construct().equals(construct) && !c.score().shown());
  }
}
