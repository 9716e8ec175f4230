package plimsoll.report;

import java.util.List;
import plimsoll.disclosure.Published;
import plimsoll.figure.Words;
import plimsoll.readiness.Criterion;
import plimsoll.report.Beside.Outcome;
import plimsoll.report.Beside.Side;
import plimsoll.report.Report.Cell;
import plimsoll.report.Report.Column;
import plimsoll.report.Report.Fact;
import plimsoll.report.Report.Facts;
import plimsoll.report.Report.Method;
import plimsoll.report.Report.Points;
import plimsoll.report.Report.Section;
import plimsoll.report.Report.Sentence;
import plimsoll.report.Report.Table;

/** Says what two editions of the method make of one cut. */
final class BesideReport {
  private BesideReport() {}

  static Report of(Beside beside) {
    var first = beside.first();
    var second = beside.second();
    return new Report(
        "beside",
        "One cut by two editions of the method",
        "Edition %s beside edition %s".formatted(first.edition(), second.edition()),
        second.takenAt(),
        first.reading() + " " + second.reading(),
        List.of(
            new Section(
                "changed",
                "What came out otherwise",
                List.of(new Points(null, beside.changed()), outcomes(first, second))),
            new Section(
                "differences",
                "What the newer edition does otherwise",
                List.of(differences(beside), Method.of(Topic.EDITIONS, Topic.METHOD_ERROR))),
            new Section("criteria", "The criteria", List.of(criteria(beside), places(beside))),
            new Section("teams", "The teams", List.of(teams(beside))),
            new Section(
                "about",
                "About these readings",
                List.of(
                    new Facts(
                        List.of(
                            new Fact("Edition " + first.edition(), about(first)),
                            new Fact("Edition " + second.edition(), about(second)),
                            new Fact(
                                "Inputs",
                                beside.sameInputs()
                                    ? "the same, digest " + first.digest()
                                    : first.digest() + " and " + second.digest()))),
                    new Sentence(
                        "Answers, events, seed and what was known before are the same for both,"
                            + " and so is what is shown of people.",
                        true)))));
  }

  private static String about(Side side) {
    return "reading " + side.reading() + ", taken " + Sentences.day(side.takenAt());
  }

  private static Table outcomes(Side first, Side second) {
    return new Table(
        "outcomes",
        "The organisation's verdict by each edition",
        heads("", first.edition(), second.edition()),
        List.of(
            row("Verdict", Sentences.outcome(first.verdict()), Sentences.outcome(second.verdict())),
            row(
                "Probability of the likeliest",
                Words.percent(first.verdict().probability()),
                Words.percent(second.verdict().probability())),
            row(
                "Same under other thresholds",
                Words.percent(first.robustness()),
                Words.percent(second.robustness())),
            row("The method's own error", points(first), points(second))));
  }

  private static String points(Side side) {
    return side.methodError() == null ? "–" : Words.number(side.methodError()) + " points";
  }

  private static Table differences(Beside beside) {
    return new Table(
        "editions",
        "Every rule and number in which the two editions differ",
        heads("Rule", beside.first().edition(), beside.second().edition()),
        beside.differences().stream()
            .map(each -> row(each.what(), each.before(), each.after()))
            .toList());
  }

  private static Table criteria(Beside beside) {
    return new Table(
        "criteria-table",
        "Need from 0 to 100 with its 95 % interval, and how probable it is that the need is 50 or"
            + " more",
        List.of(
            new Column("Criterion", false),
            new Column("By " + beside.first().edition(), true),
            new Column("By " + beside.second().edition(), true),
            new Column("Met by " + beside.first().edition(), true),
            new Column("Met by " + beside.second().edition(), true)),
        beside.criteria().stream()
            .map(
                each ->
                    row(
                        Words.criterion(each.criterion()),
                        score(each.criterion(), each.first()),
                        score(each.criterion(), each.second()),
                        Words.percent(each.firstMet()),
                        Words.percent(each.secondMet())))
            .toList());
  }

  /** A fact has no score. */
  private static String score(Criterion criterion, Published score) {
    return criterion.construct() == null ? "–" : Words.range(score);
  }

  private static Table places(Beside beside) {
    return new Table(
        "axes-table",
        "Where the organisation lies, from 0 to 100",
        heads("Axis", beside.first().edition(), beside.second().edition()),
        beside.places().stream()
            .map(each -> row(each.axis(), Words.range(each.first()), Words.range(each.second())))
            .toList());
  }

  private static Table teams(Beside beside) {
    return new Table(
        "teams-table",
        "Each team's own verdict with the probability of the likeliest",
        heads("Team", beside.first().edition(), beside.second().edition()),
        beside.teams().stream()
            .map(each -> row(each.name(), told(each.first()), told(each.second())))
            .toList());
  }

  private static String told(Outcome outcome) {
    return Sentences.outcome(outcome) + ", " + Words.percent(outcome.probability());
  }

  private static List<Column> heads(String what, String first, String second) {
    return List.of(
        new Column(what, false),
        new Column("By " + first, false),
        new Column("By " + second, false));
  }

  private static List<Cell> row(String... texts) {
    return List.of(texts).stream().map(text -> new Cell(text, null)).toList();
  }
}
