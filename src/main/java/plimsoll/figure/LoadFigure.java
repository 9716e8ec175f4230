package plimsoll.figure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import plimsoll.disclosure.Published;
import plimsoll.figure.Figure.Bar;
import plimsoll.figure.Figure.Bars;
import plimsoll.readiness.Readiness;
import plimsoll.readiness.Readiness.GroupResult;
import plimsoll.readiness.Readiness.TeamResult;

/** Infrastructure load per team or per group against the load line, heaviest first. */
public final class LoadFigure {
  /** The line: above it, infrastructure loads people at least "sometimes". */
  public static final double LINE = 50;

  private LoadFigure() {}

  /** One whose load is drawn. */
  private record Row(String name, Published load, String response, String href) {}

  public static Bars of(Readiness readiness, Teams pages) {
    return of(readiness.teams(), pages);
  }

  /** Of some of the teams. */
  public static Bars of(List<TeamResult> teams, Teams pages) {
    return bars(
        "load",
        "team",
        teams.stream()
            .map(
                team -> new Row(team.name(), team.load(), team.response(), pages.page(team.team())))
            .toList());
  }

  /** Of the groups between the organisation and its teams. */
  public static Bars ofGroups(List<GroupResult> groups, Teams pages) {
    return bars(
        "group-load",
        "group",
        groups.stream()
            .map(
                group ->
                    new Row(
                        group.name(),
                        group.load(),
                        group.response(),
                        pages.pageOfGroup(group.group())))
            .toList());
  }

  private static Bars bars(String key, String noun, List<Row> unsorted) {
    var rows = sorted(unsorted);
    return new Bars(
        key,
        title(rows, noun),
        "How much of people's attention infrastructure takes (construct EXI, 0 to 100). The thin"
            + " line in a bar is the 95 % interval. The load line stands at 50."
            + " Groups too small to show are named, without a score.",
        "points of 0–100",
        LINE,
        "Load line",
        rows.stream().map(LoadFigure::bar).toList(),
        table(rows, noun));
  }

  private static List<Row> sorted(List<Row> rows) {
    return rows.stream()
        .sorted(
            Comparator.comparing((Row row) -> row.load().shown() ? 0 : 1)
                .thenComparing(row -> row.load().shown() ? -row.load().value() : 0)
                .thenComparing(Row::name))
        .toList();
  }

  private static String title(List<Row> rows, String noun) {
    var shown = rows.stream().map(Row::load).filter(Published::shown).toList();
    if (shown.isEmpty()) {
      return "We can't show infrastructure load for any " + noun;
    }
    var above = shown.stream().filter(load -> load.value() >= LINE).count();
    var surely = shown.stream().filter(load -> load.low() != null && load.low() >= LINE).count();
    return "Infrastructure load is at or above the line in %d of %s shown, in %d of them surely"
        .formatted(above, Words.count(shown.size(), noun), surely);
  }

  private static Bar bar(Row row) {
    var load = row.load();
    return load.shown()
        ? new Bar(row.name(), load.value(), load.low(), load.high(), null, row.href())
        : new Bar(row.name(), null, null, null, Words.reason(load.withheld()), row.href());
  }

  private static List<List<String>> table(List<Row> rows, String noun) {
    var table = new ArrayList<List<String>>();
    var head = noun.substring(0, 1).toUpperCase(Locale.ROOT) + noun.substring(1);
    table.add(List.of(head, "Infrastructure load (95 %)", "People", "Response"));
    for (var row : rows) {
      table.add(
          List.of(
              row.name(),
              Words.teamRange(row.load()),
              Words.people(row.load()),
              Words.response(row.response())));
    }
    return table;
  }
}
