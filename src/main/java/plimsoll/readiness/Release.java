package plimsoll.readiness;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import plimsoll.disclosure.Gate;
import plimsoll.disclosure.Node;
import plimsoll.disclosure.Published;
import plimsoll.disclosure.Rosters;
import plimsoll.disclosure.Rounding;
import plimsoll.disclosure.Withholding;
import plimsoll.statistics.Estimate;
import plimsoll.statistics.Interval;

/** The scores that may be shown, made once from those that may not. */
final class Release {
  private static final String ORGANISATION = "";
  private static final int SMALL_ORGANISATION = 100;

  /** With fewer answers the organisation is treated as a team. */
  private static final int LIKE_A_TEAM = 30;

  private final Case given;
  private final Set<String> rosterChanged;
  private final boolean hardlyChanged;
  private final Map<String, Shown> shown = new LinkedHashMap<>();

  private record Shown(Published organisation, List<Published> teams) {}

  Release(Case given, List<Scores> all) {
    this.given = given;
    var earlier = new Rosters(given.earlierRosters());
    this.rosterChanged = rosterChanged(given, earlier);
    this.hardlyChanged = earlier.hardlyChanged(Case.EVERYBODY, everybody());
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

  /** True where so few answered that the organisation is treated as a team. */
  static boolean likeATeam(int people) {
    return people < LIKE_A_TEAM;
  }

  /** One or two people joined or left an organisation of which so many answered. */
  boolean hardlyChanged(int people) {
    return hardlyChanged && people < SMALL_ORGANISATION;
  }

  /** A larger organisation's figure, coarser where one or two people joined or left a small one. */
  Published round(double value, Interval interval, int people) {
    var ends = interval.clipped(0, 100);
    return hardlyChanged(people)
        ? Rounding.coarseOrganisation(value, ends.low(), ends.high(), people)
        : Rounding.organisation(value, ends.low(), ends.high(), people);
  }

  private Shown show(Scores scores) {
    var withheld =
        Gate.withheld(
            tree(scores),
            scores.part.minimumGroup(),
            rosterChanged(scores),
            withheldBefore(scores.part.key()));
    var teams = new ArrayList<Published>();
    for (int j = 0; j < given.teams().size(); j++) {
      var team = given.teams().get(j);
      teams.add(team(scores, j, asked(withheld.get(team.key()), team.size())));
    }
    int people = given.teams().stream().mapToInt(Case.Team::size).sum();
    var reason = asked(withheld.get(ORGANISATION), people);
    return new Shown(organisation(scores, reason), List.copyOf(teams));
  }

  /** Of people who were asked, none who answered looks like too few. */
  private static Withholding asked(Withholding reason, int people) {
    return reason == Withholding.NO_EVIDENCE && people > 0 ? Withholding.TOO_FEW : reason;
  }

  private Set<String> rosterChanged(Scores scores) {
    if (!hardlyChanged || !likeATeam(scores.people())) return rosterChanged;
    var changed = new HashSet<>(rosterChanged);
    changed.add(ORGANISATION);
    return changed;
  }

  private Node tree(Scores scores) {
    var leaves = new ArrayList<Node>();
    for (int j = 0; j < given.teams().size(); j++) {
      leaves.add(Node.leaf(given.teams().get(j).key(), scores.people(j)));
    }
    return Node.of(ORGANISATION, leaves);
  }

  private Published organisation(Scores scores, Withholding reason) {
    if (reason != null) return Published.withheld(reason);
    if (likeATeam(scores.people())) return likeATeam(scores);
    var estimate = scores.organisation().estimate();
    return round(estimate.value(), estimate.interval(0.95), scores.people());
  }

  /** One team alone has one score, whatever it is called. */
  private Published likeATeam(Scores scores) {
    for (int j = 0; j < given.teams().size(); j++) {
      if (scores.people(j) == scores.people()) return team(scores, j, null);
    }
    return rounded(scores.organisation().estimate(), scores.people());
  }

  private Published team(Scores scores, int team, Withholding reason) {
    if (reason != null) return Published.withheld(reason);
    return rounded(scores.team(team), scores.people(team));
  }

  private static Published rounded(Estimate estimate, int people) {
    var ends = estimate.interval(0.95).clipped(0, 100);
    return Rounding.team(estimate.value(), ends.low(), ends.high(), people);
  }

  private static Set<String> rosterChanged(Case given, Rosters earlier) {
    var changed = new HashSet<String>();
    for (var team : given.teams()) {
      if (earlier.hardlyChanged(team.key(), team.people())) changed.add(team.key());
    }
    return changed;
  }

  private Set<String> everybody() {
    var all = new HashSet<String>();
    given.teams().forEach(team -> all.addAll(team.people()));
    return all;
  }

  private Set<String> withheldBefore(String key) {
    var before = new HashSet<String>();
    if (given.previous() == null) return before;
    for (var team : given.previous().teams()) {
      team.constructs().stream()
          .filter(c -> c.construct().equals(key) && !c.score().shown())
          .forEach(c -> before.add(team.team()));
    }
    return before;
  }
}
