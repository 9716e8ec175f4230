package plimsoll.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import plimsoll.figure.TraitFigure;
import plimsoll.figure.Words;
import plimsoll.pattern.Trait;
import plimsoll.pattern.trait.Coverage;
import plimsoll.report.Report.Block;
import plimsoll.report.Report.Cell;
import plimsoll.report.Report.Column;
import plimsoll.report.Report.Links;
import plimsoll.report.Report.Method;
import plimsoll.report.Report.Picture;
import plimsoll.report.Report.Section;
import plimsoll.report.Report.Sentence;
import plimsoll.report.Report.Table;

/** What production workloads have of logging, alerting, TLS, autoscaling and the rest. */
final class TraitSection {
  /** A bar for each of more teams than these is no picture; the table has them. */
  private static final int MOST_BARS = 40;

  private TraitSection() {}

  static Section of(Coverage coverage, Map<String, String> names, PatternLinks links) {
    var blocks = new ArrayList<Block>();
    if (coverage.services() == 0) {
      blocks.add(
          new Sentence(
              "We can't tell yet: no workload was seen. Send rendered manifests or connect a"
                  + " cluster.",
              false));
      blocks.add(Method.of(Topic.TRAITS));
      return new Section("traits", "What workloads have", blocks);
    }
    blocks.add(new Picture(TraitFigure.of(coverage), false));
    if (coverage.teams().size() <= MOST_BARS) {
      blocks.add(new Picture(TraitFigure.ofTeams(coverage, names, pages(coverage, links)), false));
    }
    blocks.add(table(coverage, names, links));
    if (links.services() != null) {
      blocks.add(
          new Links(
              List.of(
                  new Cell(
                      "Every service, with the line that each was read on", links.services()))));
    }
    if (coverage.unseen() > 0) {
      blocks.add(
          new Sentence(
              "Of %s more no workload was seen, so nothing can be said of them."
                  .formatted(Words.count(coverage.unseen(), "service")),
              true));
    }
    blocks.add(Method.of(Topic.TRAITS));
    return new Section("traits", "What workloads have", blocks);
  }

  private static Map<String, String> pages(Coverage coverage, PatternLinks links) {
    var pages = new HashMap<String, String>();
    coverage.teams().forEach(team -> pages.put(team.team(), links.team(team.team())));
    return pages;
  }

  private static Table table(Coverage coverage, Map<String, String> names, PatternLinks links) {
    var columns = new ArrayList<Column>();
    columns.add(new Column("Team", false));
    columns.add(new Column("Services", true));
    columns.add(new Column("All four", true));
    for (var trait : Trait.values()) columns.add(new Column(TraitFigure.name(trait), true));
    var rows =
        coverage.teams().stream()
            .map(team -> row(team, names, links))
            .sorted(java.util.Comparator.comparing(row -> row.get(0).text()))
            .toList();
    return new Table(
        "team-traits",
        "How many of a team's services have each, of those of which it is known; the team leads to"
            + " its services",
        columns,
        rows);
  }

  private static List<Cell> row(
      Coverage.TeamCoverage team, Map<String, String> names, PatternLinks links) {
    var row = new ArrayList<Cell>();
    row.add(new Cell(names.getOrDefault(team.team(), team.team()), links.team(team.team())));
    row.add(PatternReport.cell(String.valueOf(team.services())));
    row.add(PatternReport.cell(brief(team.gold())));
    for (var trait : Trait.values()) {
      row.add(PatternReport.cell(brief(team.traits().get(trait))));
    }
    return row;
  }

  private static String brief(Coverage.Count count) {
    return count.share() == null ? "–" : TraitFigure.of(count);
  }
}
