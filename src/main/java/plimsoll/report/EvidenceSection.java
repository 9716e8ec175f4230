package plimsoll.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import plimsoll.figure.Words;
import plimsoll.pattern.Divergence;
import plimsoll.pattern.Trial;
import plimsoll.readiness.Readiness;
import plimsoll.readiness.Readiness.Consistency;
import plimsoll.readiness.Readiness.ConstructResult;
import plimsoll.readiness.Readiness.CriterionResult;
import plimsoll.readiness.Readiness.Differences;
import plimsoll.readiness.Readiness.Trace;
import plimsoll.report.Report.Block;
import plimsoll.report.Report.Cell;
import plimsoll.report.Report.Column;
import plimsoll.report.Report.Fact;
import plimsoll.report.Report.Facts;
import plimsoll.report.Report.Method;
import plimsoll.report.Report.Section;
import plimsoll.report.Report.Table;

/** What each criterion rests on, and how the verdict came about. */
final class EvidenceSection {
  static final String KEY = "evidence";

  private EvidenceSection() {}

  /**
   * @param patterns null when no manifest was read
   */
  static Section of(Readiness readiness, Divergence patterns) {
    var blocks = new ArrayList<Block>();
    blocks.add(table(readiness));
    if (readiness.trace() != null) {
      blocks.add(new Facts(facts(readiness.verdict().row(), readiness.trace())));
    }
    if (patterns != null && patterns.trials() != null && !patterns.trials().isEmpty()) {
      blocks.add(trials(patterns.trials()));
    }
    blocks.add(
        Method.of(
            Topic.RELIABILITY,
            Topic.ICC,
            Topic.AGREEMENT,
            Topic.NON_RESPONSE,
            Topic.JOINED,
            Topic.METHOD_ERROR,
            Topic.VERDICT,
            Topic.PATTERNS));
    return new Section(KEY, "Where the numbers come from", blocks);
  }

  private static Table table(Readiness readiness) {
    return new Table(
        "evidence-table",
        "The survey's items have means of 0 to 100, higher is more need; silence is what could be"
            + " if all who said nothing had answered at one end or the other",
        List.of(
            new Column("Criterion", false),
            new Column("Items", false),
            new Column("Do the items agree", false),
            new Column("Do teams differ", false),
            new Column("No basis to answer", true),
            new Column("With silence", true),
            new Column("Survey and records together", true)),
        readiness.criteria().stream().map(result -> row(result, readiness)).toList());
  }

  private static Table trials(List<Trial> trials) {
    return new Table(
        "pattern-thresholds",
        "Building a platform team asks for three teams whose own patterns are steady and which have"
            + " drifted apart; this is what holds if the thresholds, which are judgements, were"
            + " others",
        List.of(
            new Column("Steady up to a distance of", true),
            new Column("Apart from an excess of", true),
            new Column("Steady teams", true),
            new Column("Excess between them", true),
            new Column("Holds", false)),
        trials.stream().map(EvidenceSection::row).toList());
  }

  private static List<Cell> row(Trial trial) {
    return List.of(
        cell(hundredths(trial.consistentUpTo())),
        cell(hundredths(trial.divergingFrom())),
        cell(String.valueOf(trial.consistentTeams())),
        cell(trial.excess() == null ? "–" : hundredths(trial.excess())),
        cell(trial.met() ? "yes" : "no"));
  }

  static String hundredths(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }

  private static List<Cell> row(CriterionResult result, Readiness readiness) {
    var construct = construct(result, readiness);
    return List.of(
        cell(Words.criterion(result.criterion())),
        cell(construct.map(EvidenceSection::items).orElse("–")),
        cell(construct.map(ConstructResult::consistency).map(EvidenceSection::words).orElse("–")),
        cell(construct.map(ConstructResult::differences).map(EvidenceSection::words).orElse("–")),
        cell(construct.map(ConstructResult::noBasisShare).map(Words::percent).orElse("–")),
        cell(construct.map(ConstructResult::possible).map(EvidenceSection::bounds).orElse("–")),
        cell(Words.range(result.joined())));
  }

  private static Optional<ConstructResult> construct(CriterionResult result, Readiness readiness) {
    return readiness.constructs().stream()
        .filter(construct -> construct.construct().equals(result.criterion().construct()))
        .findFirst();
  }

  private static String items(ConstructResult construct) {
    return construct.items().isEmpty()
        ? "–"
        : construct.items().stream()
            .map(
                item ->
                    "%s: %s (n = %d)".formatted(item.item(), whole(item.value()), item.people()))
            .collect(Collectors.joining(", "));
  }

  private static String words(Consistency found) {
    var omega = found.omega() == null ? "" : ", ω " + hundredths(found.omega());
    var apart = found.apart() ? ": read the items apart" : "";
    return found.measure() + " " + hundredths(found.coefficient()) + omega + apart;
  }

  private static String words(Differences found) {
    return "ICC(1) %s, ICC(2) %s: %s"
        .formatted(
            hundredths(found.single()),
            hundredths(found.mean()),
            found.reliable() ? "reliably" : "speak of the organisation only");
  }

  private static String bounds(Readiness.Bounds bounds) {
    return whole(bounds.low()) + "–" + whole(bounds.high());
  }

  private static String whole(double value) {
    return String.valueOf(Math.round(value));
  }

  private static Cell cell(String text) {
    return new Cell(text, null);
  }

  private static List<Fact> facts(int row, Trace trace) {
    var facts = new ArrayList<Fact>();
    facts.add(new Fact("Rule that decided", "row " + row + " of the decision table"));
    facts.add(new Fact("Draws", "%d with seed %d".formatted(trace.draws(), trace.seed())));
    if (trace.methodError() != null) {
      facts.add(new Fact("The method's own error", Words.number(trace.methodError()) + " points"));
    }
    facts.add(new Fact("Criteria D1 to D4 at 50 or more", trace.devopsMet() + " of 4"));
    facts.add(new Fact("Criteria P2 to P4 at 50 or more", trace.platformMet() + " of 3"));
    facts.add(new Fact("Teams with services in production", known(trace.owningTeams())));
    facts.add(new Fact("Teams with steady patterns", known(trace.consistentTeams())));
    facts.add(new Fact("A platform", trace.platform() ? "there is one" : "there is none"));
    trace.gates().forEach(gate -> facts.add(new Fact("Not enough", gate)));
    return facts;
  }

  private static String known(Integer number) {
    return number == null ? "not known" : String.valueOf(number);
  }
}
