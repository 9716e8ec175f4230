package plimsoll.report;

import java.util.ArrayList;
import java.util.List;
import plimsoll.figure.Words;
import plimsoll.product.RoadmapView;
import plimsoll.product.RoadmapView.Entry;
import plimsoll.product.State;
import plimsoll.report.Report.Cell;
import plimsoll.report.Report.Column;
import plimsoll.report.Report.Method;
import plimsoll.report.Report.Section;
import plimsoll.report.Report.Table;

/** What was accepted, done and refused, each kind as a table. */
final class DecisionSections {
  private DecisionSections() {}

  static Table accepted(List<Entry> entries) {
    return committed("accepted", "What is accepted, in the order in which to do it", entries);
  }

  /** What is done and what is refused, where there is any. */
  static List<Section> closed(RoadmapView roadmap) {
    var sections = new ArrayList<Section>();
    var done = roadmap.in(State.DONE);
    var refused = roadmap.in(State.REFUSED);
    if (!done.isEmpty()) {
      var table = committed("done-table", "What is done, with what it was to relieve", done);
      sections.add(new Section("done", "Done", List.of(table, Method.of(Topic.VALUE))));
    }
    if (!refused.isEmpty()) {
      sections.add(new Section("refused", "Not doing", List.of(refused(refused))));
    }
    return sections;
  }

  private static Table committed(String key, String caption, List<Entry> entries) {
    return new Table(
        key,
        caption,
        List.of(
            new Column("What to do", false),
            new Column("Who sees it through", false),
            new Column("Quarter", false),
            new Column("Serves", false),
            new Column("Promised relief, points", true),
            new Column("Effort, person-weeks", true)),
        entries.stream().map(DecisionSections::committed).toList());
  }

  private static List<Cell> committed(Entry entry) {
    return List.of(
        new Cell(entry.title(), "#" + entry.key()),
        cell(owner(entry)),
        cell(quarter(entry)),
        cell(Words.criterion(entry.criterion())),
        cell(promised(entry)),
        cell(Content.range(entry.effortWeeks())));
  }

  private static Table refused(List<Entry> entries) {
    return new Table(
        "refused-table",
        "What was proposed and refused, with the reason",
        List.of(
            new Column("What was proposed", false),
            new Column("Why not", false),
            new Column("Would serve", false)),
        entries.stream()
            .map(
                entry ->
                    List.of(
                        cell(title(entry)),
                        cell(entry.decision().reason()),
                        cell(Words.criterion(entry.criterion()))))
            .toList());
  }

  private static String title(Entry entry) {
    var before = entry.proposedAs();
    return before == null || before.title() == null
        ? entry.title()
        : entry.title() + " (proposed as “" + before.title() + "”)";
  }

  static String owner(Entry entry) {
    var owner = entry.decision().owner();
    return owner == null ? "nobody yet" : owner;
  }

  static String quarter(Entry entry) {
    var quarter = entry.decision().quarter();
    return quarter == null ? "no date yet" : quarter;
  }

  /** In points; "–" for what was done without a promise. */
  static String promised(Entry entry) {
    var promise = entry.decision().promise();
    return promise == null ? "–" : Content.range(promise.relief());
  }

  private static Cell cell(String text) {
    return new Cell(text, null);
  }
}
