package plimsoll.roadmap;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import plimsoll.disclosure.Published;
import plimsoll.disclosure.Withholding;
import plimsoll.readiness.Criterion;
import plimsoll.readiness.Readiness;
import plimsoll.readiness.Readiness.Axes;
import plimsoll.readiness.Readiness.CriterionResult;
import plimsoll.readiness.Readiness.TeamResult;
import plimsoll.readiness.Verdict;

/** Builds small readings for tests. */
final class Readings {
  private static final Published HIDDEN = Published.withheld(Withholding.TOO_FEW);
  private final List<CriterionResult> organisation = new ArrayList<>();
  private final List<TeamResult> teams = new ArrayList<>();

  static Published score(double value) {
    return new Published(value, Math.max(0, value - 15), Math.min(100, value + 15), "8–12", null);
  }

  Readings organisation(Criterion criterion, double value) {
    organisation.add(said(criterion, value));
    return this;
  }

  /** What a team's people say of some criteria. */
  Readings team(String key, Map<Criterion, Double> needs) {
    var results = needs.entrySet().stream().map(e -> said(e.getKey(), e.getValue())).toList();
    return team(key, results);
  }

  Readings withheldTeam(String key, Criterion criterion) {
    return team(
        key, List.of(new CriterionResult(criterion, HIDDEN, HIDDEN, HIDDEN, null, false, null)));
  }

  Readings team(String key, List<CriterionResult> results) {
    teams.add(
        new TeamResult(
            key,
            "Team " + key,
            "≥ 80 %",
            unclear(),
            new Axes(HIDDEN, HIDDEN),
            HIDDEN,
            results,
            List.of(),
            null,
            0));
    return this;
  }

  Readiness readiness() {
    return new Readiness(
        "2026.1",
        unclear(),
        new Axes(HIDDEN, HIDDEN),
        HIDDEN,
        List.copyOf(organisation),
        List.of(),
        List.copyOf(teams),
        List.of(),
        null,
        List.of(),
        100,
        80,
        "≥ 80 %",
        null,
        null);
  }

  static CriterionResult said(Criterion criterion, double value) {
    var none = Published.withheld(Withholding.NO_EVIDENCE);
    return new CriterionResult(criterion, score(value), none, score(value), null, false, null);
  }

  static CriterionResult both(Criterion criterion, double said, double recorded) {
    return new CriterionResult(
        criterion,
        score(said),
        score(recorded),
        score((said + recorded) / 2),
        0.9,
        Math.abs(said - recorded) > 25,
        null);
  }

  private static Verdict unclear() {
    return new Verdict(
        Verdict.Kind.UNCLEAR, null, 1, Map.of(), 0, List.of(), List.of(), 1, List.of(), null);
  }
}
