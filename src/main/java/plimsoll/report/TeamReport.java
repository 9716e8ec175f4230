package plimsoll.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import plimsoll.disclosure.Published;
import plimsoll.figure.CriteriaFigure;
import plimsoll.figure.PlaneFigure;
import plimsoll.figure.Words;
import plimsoll.product.RoadmapView;
import plimsoll.readiness.Readiness.TeamResult;
import plimsoll.reading.Findings;
import plimsoll.report.Report.Block;
import plimsoll.report.Report.Method;
import plimsoll.report.Report.Picture;
import plimsoll.report.Report.Section;
import plimsoll.report.Report.Sentence;

/** The same for one team, narrower. */
final class TeamReport {
  private TeamReport() {}

  /**
   * @param decisions what was decided about the reading's proposals
   */
  static Report of(
      UUID reading, Instant taken, Findings findings, RoadmapView decisions, TeamResult team) {
    var sections = new ArrayList<Section>();
    sections.add(ReadinessReport.verdict(team.verdict(), Topic.TEAM_VERDICT));
    sections.add(
        new Section(
            "plane",
            "Where the team is",
            List.of(
                new Picture(PlaneFigure.of(team, findings.readiness().axes()), false),
                Method.of(Topic.AXES, Topic.ROUNDING))));
    sections.add(
        new Section(
            "load",
            "The load line",
            List.of(
                load("team", team.load(), findings.readiness().load()),
                Method.of(Topic.TEAM_SCORE, Topic.ROUNDING))));
    sections.add(
        new Section(
            "criteria",
            "The criteria",
            List.of(
                new Picture(CriteriaFigure.ofTeam(team.criteria()), true),
                ReadinessReport.CRITERIA)));
    if (findings.delivery() != null) {
      sections.add(
          DeliverySection.of(
              findings.delivery(), findings.delivery().team(team.team()).orElse(null)));
    }
    sections.add(next(findings, decisions, team));
    sections.add(Content.provenance(reading, taken, findings));
    return new Report(
        "team",
        team.name(),
        "Response " + Words.response(team.response()),
        taken,
        ReadinessReport.identity(findings, decisions),
        sections);
  }

  /**
   * @param noun "team" or "group"
   */
  static Block load(String noun, Published load, Published whole) {
    var own =
        load.shown()
            ? "Infrastructure load is %s; the load line stands at 50."
                .formatted(Words.teamWhole(load))
            : "We can't show the %s's infrastructure load: %s.".formatted(noun, Words.score(load));
    return new Sentence(
        whole.shown() ? own + " In the whole organisation it is " + Words.whole(whole) + "." : own,
        false);
  }

  private static Section next(Findings findings, RoadmapView decisions, TeamResult team) {
    var reaching =
        findings.initiatives().stream()
            .filter(initiative -> initiative.teams().contains(team.team()))
            .limit(3)
            .toList();
    Block block =
        reaching.isEmpty()
            ? new Sentence("No initiative of this reading reaches the team.", false)
            : Content.initiatives(reaching, Content.names(findings), null, decisions);
    return new Section("next", "What would help this team", List.of(block));
  }
}
