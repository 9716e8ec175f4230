package plimsoll.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import plimsoll.figure.CriteriaFigure;
import plimsoll.figure.LoadFigure;
import plimsoll.figure.PlaneFigure;
import plimsoll.figure.Teams;
import plimsoll.figure.Words;
import plimsoll.product.RoadmapView;
import plimsoll.readiness.Readiness;
import plimsoll.readiness.Readiness.GroupResult;
import plimsoll.readiness.Readiness.TeamResult;
import plimsoll.reading.Findings;
import plimsoll.report.Report.Block;
import plimsoll.report.Report.Method;
import plimsoll.report.Report.Picture;
import plimsoll.report.Report.Section;
import plimsoll.report.Report.Sentence;

/** The same for one group of teams, without a verdict. */
final class GroupReport {
  private GroupReport() {}

  /**
   * @param decisions what was decided about the reading's proposals
   * @param pages where teams' and groups' pages are
   */
  static Report of(
      UUID reading,
      Instant taken,
      Findings findings,
      RoadmapView decisions,
      GroupResult group,
      Teams pages) {
    var readiness = findings.readiness();
    var teams = teams(readiness, group);
    var below = below(readiness, group);
    var sections = new ArrayList<Section>();
    sections.add(
        new Section(
            "plane",
            "Where the group is",
            List.of(
                new Picture(PlaneFigure.of(group, teams, readiness.axes(), pages), false),
                Method.of(Topic.AXES, Topic.ROUNDING))));
    sections.add(
        new Section(
            "load",
            "The load line",
            List.of(
                TeamReport.load("group", group.load(), readiness.load()),
                new Picture(LoadFigure.of(teams, pages), false),
                Method.of(Topic.GROUP_SCORE, Topic.RESIDUALS))));
    if (!below.isEmpty()) {
      sections.add(new Section("groups", "Groups in it", GroupSection.blocks(below, pages)));
    }
    sections.add(
        new Section(
            "criteria",
            "The criteria",
            List.of(
                new Picture(CriteriaFigure.ofTeam(group.criteria()), true),
                Method.of(Topic.CRITERIA, Topic.JOINED, Topic.GROUP_SCORE))));
    sections.add(next(findings, decisions, group));
    sections.add(Content.provenance(reading, taken, findings));
    return new Report(
        "group",
        group.name(),
        Words.count(teams.size(), "team") + " · response " + Words.response(group.response()),
        taken,
        ReadinessReport.identity(findings, decisions),
        sections);
  }

  private static List<TeamResult> teams(Readiness readiness, GroupResult group) {
    return readiness.teams().stream().filter(team -> group.teams().contains(team.team())).toList();
  }

  /** The groups right below it, with those below them. */
  private static List<GroupResult> below(Readiness readiness, GroupResult group) {
    var below = new ArrayList<GroupResult>();
    for (var other : readiness.groups()) {
      if (group.group().equals(other.parent())) {
        below.add(other);
        below.addAll(below(readiness, other));
      }
    }
    return below;
  }

  private static Section next(Findings findings, RoadmapView decisions, GroupResult group) {
    var reaching =
        findings.initiatives().stream()
            .filter(each -> !Collections.disjoint(each.teams(), group.teams()))
            .limit(3)
            .toList();
    Block block =
        reaching.isEmpty()
            ? new Sentence("No initiative of this reading reaches a team of this group.", false)
            : Content.initiatives(reaching, Content.names(findings), null, decisions);
    return new Section("next", "What would help its teams", List.of(block));
  }
}
