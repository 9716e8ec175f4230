package plimsoll.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import plimsoll.figure.Words;
import plimsoll.product.Bets;
import plimsoll.product.Check;
import plimsoll.product.RoadmapView.Entry;
import plimsoll.product.RoadmapView.Promise;
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

/** Whether what was accepted helped. */
final class BetSections {
  private BetSections() {}

  /** All of them in one table. */
  static Section summary(List<Entry> checked) {
    return new Section(
        "bets",
        "Did the last things help?",
        List.of(
            new Table(
                "bets-table",
                "How much more the score changed in the teams that took it on than in the others,"
                    + " with its 90 % interval; below 0 is relief",
                List.of(
                    new Column("What was accepted", false),
                    new Column("What can be said", false),
                    new Column("Change, points", true),
                    new Column("p", true),
                    new Column("Check", false)),
                checked.stream().map(BetSections::row).toList()),
            Method.of(Topic.BETS)));
  }

  /** One in detail, below what it claims. */
  static List<Block> details(Entry entry, Map<String, String> names) {
    var check = entry.check();
    var blocks = new ArrayList<Block>();
    blocks.add(new Facts(said(entry.decision().promise(), check)));
    blocks.add(new Sentence("Did it help? " + check.telling().headline(), false));
    check.telling().sentences().forEach(text -> blocks.add(new Sentence(text, false)));
    if (!check.early()) {
      blocks.add(groups(entry.key(), check, names));
    }
    points(blocks, "Before you call it useless, rule out:", check.telling().rivals());
    points(blocks, "What speaks against this comparison:", check.telling().against());
    points(blocks, "What was decided:", check.conclusions().stream().map(Bets::concluded).toList());
    if (check.undecided()) {
      blocks.add(
          new Sentence(
              "The check is due: somebody has to say whether to stop, change or continue.", false));
    }
    blocks.add(Method.of(Topic.BETS));
    return blocks;
  }

  private static List<Cell> row(Entry entry) {
    var check = entry.check();
    return List.of(
        new Cell(entry.title(), "#" + entry.key()),
        cell(check.telling().headline()),
        cell(estimate(check)),
        cell(check.p() == null ? "–" : String.format(Locale.ROOT, "%.3f", check.p())),
        cell(Bets.day(check.dueOn())));
  }

  private static String estimate(Check check) {
    return check.estimate() == null
        ? "–"
        : "%s (%s to %s)"
            .formatted(Bets.change(check.estimate()), end(check.low()), end(check.high()));
  }

  private static String end(Double points) {
    return points == null ? "no limit" : Bets.change(points);
  }

  private static List<Fact> said(Promise promise, Check check) {
    var facts = new ArrayList<Fact>();
    facts.add(new Fact("Measured", promise.metric()));
    facts.add(new Fact("Counts from", Words.number(promise.smallestEffect()) + " points"));
    facts.add(new Fact("Check", Bets.day(check.dueOn())));
    if (check.inUse() != null) {
      facts.add(new Fact("In use", check.inUse() + " of " + promise.teams().size() + " teams"));
    }
    return facts;
  }

  private static Table groups(String key, Check check, Map<String, String> names) {
    return new Table(
        key + "-groups",
        "Mean scores in the last reading before it was accepted and over those since",
        List.of(
            new Column("Teams", false),
            new Column("Which", false),
            new Column("Before", true),
            new Column("Since", true),
            new Column("Change", true)),
        check.groups().stream()
            .map(
                group ->
                    List.of(
                        cell(group.kind().title()),
                        cell(
                            group.teams().isEmpty()
                                ? "no team"
                                : Content.teams(group.teams(), names)),
                        cell(Bets.score(group.before())),
                        cell(Bets.score(group.after())),
                        cell(Bets.change(group.change()))))
            .toList());
  }

  private static void points(List<Block> blocks, String intro, List<String> points) {
    if (!points.isEmpty()) {
      blocks.add(new Points(intro, points));
    }
  }

  private static Cell cell(String text) {
    return new Cell(text, null);
  }
}
