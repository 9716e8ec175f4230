package plimsoll.roadmap;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.math3.distribution.NormalDistribution;
import plimsoll.disclosure.Published;
import plimsoll.readiness.Criterion;
import plimsoll.readiness.Readiness;
import plimsoll.readiness.Readiness.CriterionResult;
import plimsoll.readiness.Readiness.TeamResult;
import plimsoll.statistics.Interval;

/**
 * A criterion that is met, and where. Only what was published enters: a withheld team is in no
 * list, and its score in no mean.
 *
 * @param groups the teams that meet it, largest need first; or the organisation alone, where it
 *     meets the criterion and no team that may be shown does
 * @param organisation the organisation's own result; null when it has none
 */
record Gap(Criterion criterion, List<Group> groups, CriterionResult organisation) {
  /** A criterion is met from here on; a judgement of the method. */
  static final double MET = 50;

  /**
   * Some people who meet the criterion.
   *
   * @param team key of their team; null for the organisation
   * @param heads how many they are
   * @param probability that they do meet it, 0 to 1
   */
  record Group(String team, String name, int heads, double probability, CriterionResult result) {

    double need() {
      return result.joined().value();
    }
  }

  static Optional<Gap> of(Criterion criterion, Readiness readiness, Map<String, Integer> heads) {
    var organisation = result(criterion, readiness.criteria());
    var teams =
        readiness.teams().stream()
            .flatMap(team -> group(criterion, team, heads).stream())
            .sorted(Comparator.comparing(Group::need).reversed().thenComparing(Group::team))
            .toList();
    var groups = teams.isEmpty() ? whole(criterion, readiness, heads, organisation) : teams;
    return groups.isEmpty()
        ? Optional.empty()
        : Optional.of(new Gap(criterion, groups, organisation));
  }

  List<String> teams() {
    return wide() ? List.of() : groups.stream().map(Group::team).toList();
  }

  /** True when it speaks of the organisation, because no team may be named. */
  boolean wide() {
    return groups.get(0).team() == null;
  }

  int heads() {
    return groups.stream().mapToInt(Group::heads).sum();
  }

  /** Mean need, weighted by people. */
  double need() {
    return groups.stream().mapToDouble(group -> group.need() * group.heads()).sum() / heads();
  }

  /** True when people and records both speak to it and agree. */
  boolean twoSources() {
    return agreed(organisation) || groups.stream().allMatch(group -> agreed(group.result()));
  }

  /** True when people or records speak to it, and not a fact or a guess alone. */
  boolean oneSource() {
    return organisation != null && spoken(organisation)
        || groups.stream().anyMatch(group -> spoken(group.result()));
  }

  /** Where the evidence stands: the criterion alone is the organisation's. */
  List<String> evidenceIds() {
    var ids = new ArrayList<String>();
    if (organisation != null && shown(organisation)) {
      ids.add(criterion.name());
    }
    teams().forEach(team -> ids.add(criterion + "/" + team));
    return List.copyOf(ids);
  }

  private static boolean spoken(CriterionResult result) {
    return result.said().shown() || result.recorded().shown();
  }

  private static boolean agreed(CriterionResult result) {
    return result != null
        && result.said().shown()
        && result.recorded().shown()
        && !result.disagrees();
  }

  private static Optional<Group> group(
      Criterion criterion, TeamResult team, Map<String, Integer> heads) {
    var result = result(criterion, team.criteria());
    int people = heads.getOrDefault(team.team(), 0);
    return met(result) && people > 0
        ? Optional.of(new Group(team.team(), team.name(), people, probability(result), result))
        : Optional.empty();
  }

  /** Teams that are shown to do well are not part of it. */
  private static List<Group> whole(
      Criterion criterion,
      Readiness readiness,
      Map<String, Integer> heads,
      CriterionResult organisation) {
    int hidden =
        readiness.teams().stream()
            .filter(team -> !shown(result(criterion, team.criteria())))
            .mapToInt(team -> heads.getOrDefault(team.team(), 0))
            .sum();
    return met(organisation) && hidden > 0
        ? List.of(
            new Group(null, "the organisation", hidden, probability(organisation), organisation))
        : List.of();
  }

  private static CriterionResult result(Criterion criterion, List<CriterionResult> results) {
    return results.stream().filter(r -> r.criterion() == criterion).findFirst().orElse(null);
  }

  private static boolean shown(CriterionResult result) {
    return result != null && result.joined() != null && result.joined().shown();
  }

  private static boolean met(CriterionResult result) {
    return shown(result) && result.joined().value() >= MET;
  }

  private static double probability(CriterionResult result) {
    return result.probabilityMet() == null
        ? fromInterval(result.joined())
        : result.probabilityMet();
  }

  /** From the published interval, taken as a normal's 95 %. */
  private static double fromInterval(Published score) {
    if (score.low() == null || score.high() == null || !(score.high() > score.low())) {
      return 1;
    }
    double sd = (score.high() - score.low()) / (2 * Interval.NORMAL_95);
    return 1 - new NormalDistribution(null, score.value(), sd).cumulativeProbability(MET);
  }
}
