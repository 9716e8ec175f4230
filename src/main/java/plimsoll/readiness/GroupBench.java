package plimsoll.readiness;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import plimsoll.disclosure.Published;
import plimsoll.disclosure.Rounding;
import plimsoll.readiness.Readiness.Axes;
import plimsoll.readiness.Readiness.ConstructResult;
import plimsoll.readiness.Readiness.CriterionResult;
import plimsoll.readiness.Readiness.GroupResult;
import plimsoll.readiness.Readiness.TeamResult;
import plimsoll.readiness.Source.Shown;
import plimsoll.statistics.Chance;

/**
 * Tells of groups. All but their constructs' means comes from nothing but what may be shown: as
 * with a team, no derived number can betray what is withheld or rounded away.
 */
final class GroupBench {
  private static final double ENOUGH = OrganisationBench.ENOUGH_COVERAGE;

  private final Sitting sitting;
  private final Case given;
  private final MethodError methodError;
  private final Map<String, String> responseOfTeam = new HashMap<>();
  private final Map<String, Boolean> told = new HashMap<>();

  /**
   * @param methodError what was learned of the whole organisation, and is shown
   */
  GroupBench(Sitting sitting, MethodError methodError, List<TeamResult> teams) {
    this.sitting = sitting;
    this.methodError = methodError;
    this.given = sitting.given;
    teams.forEach(team -> responseOfTeam.put(team.team(), team.response()));
  }

  List<GroupResult> results() {
    return given.groups().stream()
        .map(this::result)
        .sorted(Comparator.comparing(GroupResult::name).thenComparing(GroupResult::group))
        .toList();
  }

  private GroupResult result(Case.Group group) {
    var criteria = Sitting.SCORED.stream().map(each -> criterion(each, group)).toList();
    var joined = new EnumMap<Criterion, Published>(Criterion.class);
    criteria.forEach(each -> joined.put(each.criterion(), each.joined()));
    return new GroupResult(
        group.key(),
        group.name(),
        group.parent(),
        places(group).stream().map(j -> given.teams().get(j).key()).sorted().toList(),
        response(group.key()),
        new Axes(
            Axis.devopsPractice(joined, TeamBench::round),
            Axis.platformNeed(joined, TeamBench::round)),
        sitting.release.group("EXI", group.key()),
        criteria,
        sitting.scores.keySet().stream().map(key -> construct(key, group)).toList());
  }

  private CriterionResult criterion(Criterion criterion, Case.Group group) {
    Published asked = sitting.release.group(criterion.construct(), group.key());
    boolean covered =
        !asked.shown() || sitting.release.coverage(criterion.construct(), group.key()) >= ENOUGH;
    var teams = places(group).stream().map(given.teams()::get).toList();
    var joined =
        new Joined(
            asked.shown() && covered ? Shown.of(asked) : null,
            sitting.records.group(criterion, teams),
            methodError.times(sitting.records.unreliability(criterion)));
    return new CriterionResult(
        criterion,
        asked,
        OrganisationBench.recorded(joined),
        joined.known() || !asked.shown() ? TeamBench.together(asked, joined) : Sitting.nothing(),
        probability(criterion, group, joined),
        joined.disagrees(),
        note(covered, joined, asked));
  }

  private static String note(boolean covered, Joined joined, Published asked) {
    if (!covered) {
      return "Answers came from teams with fewer than 80 % of the group's people; 80 % are needed.";
    }
    return joined.disagrees() ? Words.apart(asked, OrganisationBench.recorded(joined)) : null;
  }

  /** Share of drawn worlds in which the need is 50 or more; null when nothing is known. */
  private Double probability(Criterion criterion, Case.Group group, Joined joined) {
    if (!joined.known()) return null;
    var chance = Chance.of(given.seed(), "group/" + group.key() + "/" + criterion);
    double met =
        Arrays.stream(joined.draws(chance)).filter(need -> need >= Setting.USUAL.cut()).count();
    double share = met / Worlds.DRAWS;
    return joined.disagrees() ? OrganisationBench.capped(share) : (Double) share;
  }

  private ConstructResult construct(String key, Case.Group group) {
    Published score = sitting.release.group(key, group.key());
    return ConstructResult.alone(key, score, null);
  }

  /** Withheld, null, where taking from it what is told below leaves fewer than a minimum group. */
  private String response(String group) {
    return told(group)
        ? Rounding.teamResponse(
            answered(sitting.tree.teams(group)),
            asked(sitting.tree.teams(group)),
            given.minimumGroup())
        : null;
  }

  private boolean told(String group) {
    var known = told.get(group);
    if (known == null) told.put(group, known = mayBeTold(group));
    return known;
  }

  private boolean mayBeTold(String group) {
    var rest = untold(group);
    boolean rested = asked(rest) == 0 || answered(rest) >= given.minimumGroup();
    var all = sitting.tree.teams(group);
    return rested && (asked(all) == 0 || answered(all) >= given.minimumGroup());
  }

  /** Places of the teams in a group of which neither they nor a group between is told. */
  private List<Integer> untold(String group) {
    var rest = new ArrayList<Integer>();
    for (int j : sitting.tree.ownTeams(group)) {
      if (responseOfTeam.get(given.teams().get(j).key()) == null) rest.add(j);
    }
    for (String each : sitting.tree.below(group)) if (!told(each)) rest.addAll(untold(each));
    return rest;
  }

  private int answered(List<Integer> places) {
    return places.stream().mapToInt(j -> given.teams().get(j).sheets().size()).sum();
  }

  private int asked(List<Integer> places) {
    return places.stream().mapToInt(j -> given.teams().get(j).size()).sum();
  }

  private List<Integer> places(Case.Group group) {
    return sitting.tree.teams(group.key());
  }
}
