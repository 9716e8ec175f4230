package plimsoll.report;

import static plimsoll.report.EvidenceSection.hundredths;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import plimsoll.figure.Words;
import plimsoll.pattern.Divergence;
import plimsoll.pattern.Divergence.Choice;
import plimsoll.pattern.Drift;
import plimsoll.pattern.Permanova;
import plimsoll.report.Report.Block;
import plimsoll.report.Report.Cell;
import plimsoll.report.Report.Column;
import plimsoll.report.Report.Fact;
import plimsoll.report.Report.Facts;
import plimsoll.report.Report.Method;
import plimsoll.report.Report.Section;
import plimsoll.report.Report.Table;

/** How alike services are deployed, and in which choices teams differ. */
final class PatternSection {
  private static final int CHOICES = 8;

  /** A difference that would print as nothing names no choice. */
  private static final double SAME = 0.005;

  private PatternSection() {}

  static Section of(Divergence patterns) {
    var blocks = new ArrayList<Block>();
    blocks.add(new Facts(facts(patterns)));
    var choices =
        patterns.choices().stream().filter(PatternSection::differs).limit(CHOICES).toList();
    if (!choices.isEmpty()) blocks.add(table(choices));
    blocks.add(
        Method.of(
            Topic.DISTANCE,
            Topic.CONSISTENCY,
            Topic.DIVERGENCE,
            Topic.CHOICES,
            Topic.EFFECTIVE_NUMBERS,
            Topic.PERMANOVA));
    return new Section("patterns", "How services are deployed", blocks);
  }

  static List<Fact> facts(Divergence patterns) {
    var facts = new ArrayList<Fact>();
    facts.add(new Fact("Services compared", compared(patterns)));
    facts.add(new Fact("Teams with a steady pattern", steady(patterns)));
    if (patterns.between() != null) facts.addAll(distances(patterns));
    if (patterns.drift() != null) facts.add(new Fact("Since the reading before", drift(patterns)));
    if (patterns.effectivePatterns() != null) facts.addAll(numbers(patterns));
    if (patterns.permanova() != null && patterns.permanova().p() != null) {
      facts.add(new Fact("Whether chance could make teams so different", p(patterns.permanova())));
    }
    return facts;
  }

  private static String compared(Divergence patterns) {
    var left = patterns.tooLittleKnown();
    return "%s of %s%s"
        .formatted(
            Words.count(patterns.services(), "service"),
            Words.count(patterns.teams().size(), "team"),
            left == 0 ? "" : "; of %d more too little is known".formatted(left));
  }

  private static String steady(Divergence patterns) {
    long judged = patterns.teams().stream().filter(team -> team.within() != null).count();
    return "%d of %d with two services or more".formatted(patterns.consistentTeams(), judged);
  }

  private static List<Fact> distances(Divergence patterns) {
    var facts = new ArrayList<Fact>();
    facts.add(new Fact("Distance inside a steady team", hundredths(patterns.within())));
    facts.add(
        new Fact(
            "Distance between two steady teams",
            hundredths(patterns.between())
                + (patterns.sharedCore()
                    ? ": there is a core that they share"
                    : ": there may be too little in common to share")));
    facts.add(new Fact("Divergence, the one less the other", divergence(patterns)));
    return facts;
  }

  private static String divergence(Divergence patterns) {
    var corrected = patterns.corrected();
    return "%s (%s to %s with a group of choices left out%s)"
        .formatted(
            hundredths(patterns.excess()),
            hundredths(patterns.excessLow()),
            hundredths(patterns.excessHigh()),
            corrected == null
                ? ""
                : "; %s without the noise inside teams".formatted(hundredths(corrected)));
  }

  private static String drift(Divergence patterns) {
    Drift drift = patterns.drift();
    return drift.change() == null
        ? "we can't tell: too few teams were steady both times"
        : "divergence went from %s to %s on %s seen both times%s"
            .formatted(
                hundredths(drift.before()),
                hundredths(drift.now()),
                Words.count(drift.services(), "service"),
                drift.strong() ? "; that is a strong drift" : "");
  }

  private static List<Fact> numbers(Divergence patterns) {
    var similarity = patterns.similarity();
    return List.of(
        new Fact(
            "Patterns in effect",
            "%s; counting near ones as near %s, of which a team uses %s"
                .formatted(
                    tenths(patterns.effectivePatterns()),
                    tenths(similarity.gamma()),
                    tenths(similarity.alpha()))),
        new Fact("Families of near services", families(patterns)));
  }

  private static String families(Divergence patterns) {
    int members = patterns.families().stream().mapToInt(List::size).sum();
    int alone = patterns.services() - members;
    return patterns.families().size()
        + (alone == 0 ? "" : "; %s like no other".formatted(Words.count(alone, "service")));
  }

  private static String p(Permanova test) {
    return String.format(
        Locale.ROOT, "p = %.3f; teams explain %s of the differences", test.p(), share(test.r2()));
  }

  private static Table table(List<Choice> choices) {
    return new Table(
        "pattern-choices",
        "The choices in which teams differ most, by how often two services differ",
        List.of(
            new Column("Choice", false),
            new Column("Two of one team differ", true),
            new Column("Two of different teams differ", true),
            new Column("Divergence of the mixes, 0 to 1", true)),
        choices.stream().map(PatternSection::row).toList());
  }

  private static boolean differs(Choice choice) {
    return choice.between() - (choice.within() == null ? 0 : choice.within()) >= SAME;
  }

  private static List<Cell> row(Choice choice) {
    return List.of(
        cell(choice.feature().title()),
        cell(choice.within() == null ? "–" : share(choice.within())),
        cell(share(choice.between())),
        cell(hundredths(choice.divergence())));
  }

  private static Cell cell(String text) {
    return new Cell(text, null);
  }

  private static String share(double value) {
    return Math.round(100 * value) + " %";
  }

  private static String tenths(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }
}
