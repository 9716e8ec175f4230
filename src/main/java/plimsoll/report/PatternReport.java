package plimsoll.report;

import static plimsoll.report.EvidenceSection.hundredths;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import plimsoll.figure.ChoicesFigure;
import plimsoll.figure.DriftFigure;
import plimsoll.figure.Figure.Point;
import plimsoll.figure.MapFigure;
import plimsoll.figure.Words;
import plimsoll.pattern.Divergence;
import plimsoll.pattern.Divergence.TeamPattern;
import plimsoll.pattern.Trial;
import plimsoll.reading.Findings;
import plimsoll.report.Report.Block;
import plimsoll.report.Report.Cell;
import plimsoll.report.Report.Column;
import plimsoll.report.Report.Facts;
import plimsoll.report.Report.Method;
import plimsoll.report.Report.Picture;
import plimsoll.report.Report.Section;
import plimsoll.report.Report.Sentence;
import plimsoll.report.Report.Table;

/** Says what a reading found of how services are built, delivered and run, top to bottom. */
final class PatternReport {
  private PatternReport() {}

  /**
   * @param links where services, teams and pairs lead
   */
  static Report of(UUID reading, Instant taken, Findings findings, PatternLinks links) {
    var names = Content.names(findings);
    var patterns = findings.patterns();
    var sections = new ArrayList<Section>();
    if (patterns == null) {
      sections.add(nothing());
    } else {
      sections.add(PatternRule.of(findings, names));
      if (patterns.services() > 0) {
        if (patterns.map() != null) sections.add(map(patterns, names, links));
        sections.add(drift(findings));
        sections.add(choices(patterns));
        sections.add(teams(patterns, names, links));
      }
      if (patterns.trials() != null && !patterns.trials().isEmpty()) {
        sections.add(thresholds(patterns.trials()));
      }
      sections.add(numbers(patterns));
    }
    if (findings.landscape() != null) sections.addAll(of(findings, names, links));
    sections.add(Content.provenance(reading, taken, findings));
    return new Report(
        "patterns",
        "Patterns",
        subtitle(findings),
        taken,
        findings.cut().digest() + " patterns",
        sections);
  }

  private static String subtitle(Findings findings) {
    var patterns = findings.patterns();
    var until = "as of " + Sentences.day(findings.cut().to());
    return patterns == null
        ? until
        : "%s of %s compared · %s"
            .formatted(
                Words.count(patterns.services(), "service"),
                Words.count(patterns.teams().size(), "team"),
                until);
  }

  private static Section nothing() {
    return new Section(
        "rule",
        "The rule for a platform team",
        List.of(
            new Report.Verdict("We can't tell yet: no files of any service were read.", null),
            new Sentence(
                "Send manifests and pipelines of a service to POST /api/v1/workloads/{service},"
                    + " name a git repository, or connect a cluster; the next reading compares"
                    + " them.",
                false)));
  }

  private static List<Section> of(
      Findings findings, Map<String, String> names, PatternLinks links) {
    var landscape = findings.landscape();
    return List.of(
        TraitSection.of(landscape.coverage(), names, links),
        CopySection.of(landscape.copies(), names, links),
        RebuildSection.of(landscape.rebuilding(), names),
        GapSection.of(landscape, findings.patterns()));
  }

  private static Section map(Divergence patterns, Map<String, String> names, PatternLinks links) {
    var figure =
        MapFigure.of(
            patterns.map(),
            team -> names.getOrDefault(team, team),
            links::service,
            links::team,
            patterns.effectivePatterns());
    return new Section(
        "map",
        "Who is near whom",
        List.of(new Picture(figure, false), Method.of(Topic.MAP, Topic.DISTANCE)));
  }

  private static Section drift(Findings findings) {
    var blocks = new ArrayList<Block>();
    blocks.add(new Picture(DriftFigure.of(moments(findings.trend())), false));
    blocks.add(Method.of(Topic.DIVERGENCE, Topic.DISTANCE));
    return new Section("drift", "Over time", blocks);
  }

  /** Readings that were kept before it was noted how far patterns were apart are left out. */
  private static List<DriftFigure.Moment> moments(List<Findings.Wave> waves) {
    return waves.stream()
        .filter(wave -> wave.patterns() != null)
        .map(PatternReport::moment)
        .toList();
  }

  private static DriftFigure.Moment moment(Findings.Wave wave) {
    var apart = wave.patterns();
    return new DriftFigure.Moment(
        Sentences.day(wave.at()),
        apart.excess() == null ? null : new Point(apart.excess(), apart.low(), apart.high()),
        apart.consistentTeams(),
        apart.services());
  }

  private static Section choices(Divergence patterns) {
    return new Section(
        "choices",
        "Which choices diverge most",
        List.of(
            new Picture(ChoicesFigure.of(patterns.choices()), false), Method.of(Topic.CHOICES)));
  }

  private static Section teams(Divergence patterns, Map<String, String> names, PatternLinks links) {
    var rows =
        patterns.teams().stream()
            .sorted(Comparator.comparing(team -> names.getOrDefault(team.team(), team.team())))
            .map(team -> row(team, names, links))
            .toList();
    return new Section(
        "teams",
        "Consistency inside teams",
        List.of(
            new Table(
                "pattern-teams",
                "How far two services of a team lie apart, 0 to 1; up to %s a team is consistent"
                    .formatted(hundredths(Divergence.CONSISTENT)),
                List.of(
                    new Column("Team", false),
                    new Column("Services compared", true),
                    new Column("Distance inside", true),
                    new Column("Consistent", false)),
                rows),
            Method.of(Topic.CONSISTENCY)));
  }

  private static List<Cell> row(TeamPattern team, Map<String, String> names, PatternLinks links) {
    return List.of(
        new Cell(names.getOrDefault(team.team(), team.team()), links.team(team.team())),
        cell(String.valueOf(team.services())),
        cell(team.within() == null ? "–" : hundredths(team.within())),
        cell(
            team.within() == null
                ? "we can't tell: it takes two services"
                : team.consistent() ? "yes" : "no"));
  }

  /** Three by three: what a team may differ in itself, and how far teams must be apart. */
  private static Section thresholds(List<Trial> trials) {
    var froms = trials.stream().map(Trial::divergingFrom).distinct().sorted().toList();
    var cuts = trials.stream().map(Trial::consistentUpTo).distinct().sorted().toList();
    var columns = new ArrayList<Column>();
    columns.add(new Column("A team is consistent up to", false));
    froms.forEach(from -> columns.add(new Column("Diverging from " + hundredths(from), false)));
    var rows =
        cuts.stream()
            .map(
                cut -> {
                  var row = new ArrayList<Cell>();
                  row.add(cell(hundredths(cut)));
                  trials.stream()
                      .filter(trial -> trial.consistentUpTo() == cut)
                      .sorted(Comparator.comparingDouble(Trial::divergingFrom))
                      .forEach(trial -> row.add(cell(words(trial))));
                  return (List<Cell>) row;
                })
            .toList();
    return new Section(
        "thresholds",
        "Under other thresholds",
        List.of(
            new Table(
                "pattern-grid",
                "Whether the rule is met if its two thresholds, which are judgements, were others;"
                    + " %s and %s are the usual ones"
                        .formatted(
                            hundredths(Divergence.CONSISTENT), hundredths(Divergence.DIVERGING)),
                columns,
                rows),
            Method.of(Topic.DIVERGENCE, Topic.ROBUSTNESS)));
  }

  private static String words(Trial trial) {
    return "%s: %s, divergence %s"
        .formatted(
            trial.met() ? "met" : "not met",
            Words.count(trial.consistentTeams(), "team"),
            trial.excess() == null ? "not known" : hundredths(trial.excess()));
  }

  private static Section numbers(Divergence patterns) {
    return new Section(
        "numbers",
        "How many patterns there are",
        List.of(
            new Facts(PatternSection.facts(patterns)),
            Method.of(Topic.DISTANCE, Topic.EFFECTIVE_NUMBERS, Topic.PERMANOVA, Topic.DIVERGENCE)));
  }

  static Cell cell(String text) {
    return new Cell(text, null);
  }
}
