package plimsoll.report;

import java.util.List;
import java.util.Locale;
import plimsoll.figure.Words;
import plimsoll.readiness.WaveChange;
import plimsoll.report.Report.Cell;
import plimsoll.report.Report.Column;
import plimsoll.report.Report.Method;
import plimsoll.report.Report.Section;
import plimsoll.report.Report.Sentence;
import plimsoll.report.Report.Table;

/** What moved since the campaign before, and what can't be told from chance. */
final class ChangeSection {
  private ChangeSection() {}

  static Section of(List<WaveChange> changes) {
    return new Section(
        "changes",
        "Since the campaign before",
        List.of(
            table(changes),
            new Sentence(
                "Of teams no change is told: with so few people only very large ones differ from"
                    + " chance.",
                true),
            Method.of(Topic.CHANGE)));
  }

  private static Table table(List<WaveChange> changes) {
    return new Table(
        "changes-table",
        "What people say in the whole organisation, in points of need; p is by ranks, adjusted for"
            + " all criteria compared",
        List.of(
            new Column("Criterion", false),
            new Column("Before", true),
            new Column("Now", true),
            new Column("Change", true),
            new Column("p", true),
            new Column("What can be said", false)),
        changes.stream().map(ChangeSection::row).toList());
  }

  private static List<Cell> row(WaveChange change) {
    return List.of(
        cell(Words.criterion(change.criterion())),
        cell(Words.whole(change.before())),
        cell(Words.whole(change.now())),
        cell(
            "%s (%s to %s)"
                .formatted(signed(change.change()), signed(change.low()), signed(change.high()))),
        cell(change.p() <= 0.01 ? "≤ 0.01" : String.format(Locale.ROOT, "%.2f", change.p())),
        cell(sentence(change)));
  }

  /** "No change" is never said: an interval that holds 0 holds other values too. */
  private static String sentence(WaveChange change) {
    if (change.moved()) return change.change() < 0 ? "The need fell." : "The need rose.";
    if (change.low() >= 0 || change.high() <= 0) {
      return "With so many criteria compared it can't be told from chance.";
    }
    return "It can't be told from chance; falls beyond %s points and rises beyond %s can be ruled out."
        .formatted(Words.number(-change.low()), Words.number(change.high()));
  }

  private static String signed(double points) {
    return points < 0 ? "−" + Words.number(-points) : points > 0 ? "+" + Words.number(points) : "0";
  }

  private static Cell cell(String text) {
    return new Cell(text, null);
  }
}
