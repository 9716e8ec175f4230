package plimsoll.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import plimsoll.disclosure.Published;
import plimsoll.figure.Figure;
import plimsoll.figure.TrendFigure;
import plimsoll.figure.Words;
import plimsoll.product.RoadmapView;
import plimsoll.product.RoadmapView.Entry;
import plimsoll.product.State;
import plimsoll.readiness.Criterion;
import plimsoll.readiness.Readiness.Unknown;
import plimsoll.reading.Findings;
import plimsoll.report.Report.Block;
import plimsoll.report.Report.Cell;
import plimsoll.report.Report.Column;
import plimsoll.report.Report.Fact;
import plimsoll.report.Report.Facts;
import plimsoll.report.Report.Method;
import plimsoll.report.Report.Points;
import plimsoll.report.Report.Section;
import plimsoll.report.Report.Sentence;
import plimsoll.report.Report.Table;
import plimsoll.roadmap.Initiative;

/** The sections that several reports share. */
final class Content {
  private static final String LOAD = "Infrastructure load";

  /** The criteria with a line over time. */
  private static final List<Criterion> TREND = List.of(Criterion.D2, Criterion.P2, Criterion.P3);

  private Content() {}

  /** What the reading was taken from, and what is not proven about it. */
  static Section provenance(UUID reading, Instant taken, Findings findings) {
    var cut = findings.cut();
    var facts =
        List.of(
            new Fact("Asked", cut.campaign() == null ? "–" : cut.campaign()),
            new Fact("Answered", Sentences.answered(cut.answered(), cut.invited(), cut.response())),
            new Fact("Records", Sentences.period(cut.from(), cut.to())),
            new Fact("Survey", cut.survey() == null ? "–" : cut.survey()),
            new Fact("Method edition", cut.methodEdition()),
            new Fact("Reading", reading + ", taken " + Sentences.day(taken)),
            new Fact("Digest of the inputs", cut.digest()));
    return new Section(
        "about",
        "About this reading",
        List.of(
            new Facts(facts),
            new Sentence(
                "The instrument is not validated: its questions, the cut at 50, the weights and"
                    + " the decision table are reasoned choices, not findings. Nobody has shown yet"
                    + " that following the verdict leads to better outcomes.",
                true),
            new Sentence(
                "Scores of groups in which fewer than the minimum answered are withheld. Scores of"
                    + " teams, and of fewer than 30 people in all, are rounded to 5 and the people"
                    + " behind them are given as a band, so that nobody can be picked out.",
                true),
            Method.of(Topic.NOT_VALIDATED, Topic.DISCLOSURE, Topic.ROUNDING)));
  }

  static Section unknown(List<Unknown> unknown) {
    var blocks = new ArrayList<Block>();
    if (unknown.isEmpty()) {
      blocks.add(new Sentence("Every piece of evidence that the verdict needs was there.", false));
    } else {
      blocks.add(
          new Table(
              "unknown-table",
              "What is missing, and the step that would find out",
              List.of(
                  new Column("What we don't know", false), new Column("How to find out", false)),
              unknown.stream()
                  .map(row -> List.of(new Cell(row.what(), null), new Cell(row.how(), null)))
                  .toList()));
    }
    blocks.add(Method.of(Topic.GATES, Topic.GATHER));
    return new Section("unknown", "What we don't know", blocks);
  }

  /** By the names of the trend's lines; empty where it was not noted what was asked. */
  private static Map<String, List<String>> asked(Findings.Wave wave) {
    var asked = new LinkedHashMap<String, List<String>>();
    if (wave.asked() == null) return asked;
    note(LOAD, wave.asked().get(Criterion.P4), asked);
    for (var criterion : TREND)
      note(Words.criterion(criterion), wave.asked().get(criterion), asked);
    return asked;
  }

  private static void note(String line, List<String> items, Map<String, List<String>> asked) {
    if (items != null) asked.put(line, items);
  }

  /** The trend of the whole organisation: load, then the criteria that were scored. */
  static Figure trend(Findings findings) {
    var times = findings.trend().stream().map(wave -> Sentences.day(wave.at())).toList();
    var lines = new LinkedHashMap<String, List<Published>>();
    lines.put(LOAD, findings.trend().stream().map(Findings.Wave::load).toList());
    for (var criterion : TREND) {
      lines.put(
          Words.criterion(criterion),
          findings.trend().stream().map(wave -> wave.criteria().get(criterion)).toList());
    }
    return TrendFigure.of(
        times,
        lines,
        findings.trend().stream().map(Findings.Wave::methodEdition).toList(),
        findings.trend().stream().map(Content::asked).toList());
  }

  /**
   * Initiatives as a table.
   *
   * @param decisions what was decided about them: anything but a proposal says so after its title
   */
  static Table initiatives(
      List<Initiative> initiatives, Map<String, String> names, String page, RoadmapView decisions) {
    var marks = marks(decisions);
    return new Table(
        "initiatives",
        "Benefit is reach × relief × confidence, in person-points a quarter; ranges are the 10th"
            + " and 90th percentile",
        List.of(
            new Column("What to do", false),
            new Column("Serves", false),
            new Column("Reaches", false),
            new Column("Relief, points", true),
            new Column("Effort, person-weeks", true),
            new Column("Chance to work", true),
            new Column("Among the first three", true)),
        initiatives.stream().map(initiative -> row(initiative, names, page, marks)).toList());
  }

  private static Map<String, String> marks(RoadmapView decisions) {
    return decisions.in(State.ACCEPTED, State.DONE, State.REFUSED).stream()
        .collect(
            Collectors.toMap(Entry::key, entry -> " (" + entry.decision().state().word() + ")"));
  }

  private static List<Cell> row(
      Initiative initiative, Map<String, String> names, String page, Map<String, String> marks) {
    return List.of(
        new Cell(
            initiative.title() + marks.getOrDefault(initiative.key(), ""),
            page == null ? null : page + "#" + initiative.key()),
        new Cell(Words.criterion(initiative.criterion()), null),
        new Cell(reach(initiative, names), null),
        new Cell(range(initiative.relief()), null),
        new Cell(range(initiative.effortWeeks()), null),
        new Cell(Words.percent(initiative.confidence()), null),
        new Cell(Words.percent(initiative.probabilityTopThree()), null));
  }

  /** Such as "46 people in 4 teams: accounts, billing, checkout and fraud". */
  static String reach(Initiative initiative, Map<String, String> names) {
    var people = Sentences.people(initiative.reach());
    return initiative.teams().isEmpty()
        ? people + " in teams that cannot be named"
        : "%s in %s: %s"
            .formatted(
                people,
                Words.count(initiative.teams().size(), "team"),
                teams(initiative.teams(), names));
  }

  static String teams(List<String> teams, Map<String, String> names) {
    return Words.list(teams.stream().map(team -> names.getOrDefault(team, team)).toList());
  }

  /** Such as "12 (8–17)". */
  static String range(Initiative.Range range) {
    return "%s (%s–%s)"
        .formatted(
            Words.number(round(range.median())),
            Words.number(round(range.p10())),
            Words.number(round(range.p90())));
  }

  private static double round(double value) {
    return Math.abs(value) >= 10 ? Math.rint(value) : Math.rint(value * 10) / 10;
  }

  static Map<String, String> names(Findings findings) {
    var names = new LinkedHashMap<String, String>();
    findings.readiness().teams().forEach(team -> names.put(team.team(), team.name()));
    return names;
  }

  static Points points(String intro, List<String> points) {
    return new Points(intro, points);
  }
}
