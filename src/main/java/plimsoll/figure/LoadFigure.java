package plimsoll.figure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import plimsoll.figure.Figure.Bar;
import plimsoll.figure.Figure.Bars;
import plimsoll.readiness.Readiness;
import plimsoll.readiness.Readiness.TeamResult;

/** Infrastructure load per team against the load line, heaviest first. */
public final class LoadFigure {
  /** The line: above it, infrastructure loads people at least "sometimes". */
  public static final double LINE = 50;

  private LoadFigure() {}

  public static Bars of(Readiness readiness, Teams pages) {
    var teams = sorted(readiness.teams());
    return new Bars(
        "load",
        title(teams),
        "How much of people's attention infrastructure takes (construct EXI, 0 to 100). The thin"
            + " line in a bar is the 95 % interval. The load line stands at 50."
            + " Groups too small to show are named, without a score.",
        "points of 0–100",
        LINE,
        "Load line",
        teams.stream().map(team -> bar(team, pages)).toList(),
        table(teams));
  }

  private static List<TeamResult> sorted(List<TeamResult> teams) {
    return teams.stream()
        .sorted(
            Comparator.comparing((TeamResult team) -> team.load().shown() ? 0 : 1)
                .thenComparing(team -> team.load().shown() ? -team.load().value() : 0)
                .thenComparing(TeamResult::name))
        .toList();
  }

  private static String title(List<TeamResult> teams) {
    var shown = teams.stream().map(TeamResult::load).filter(load -> load.shown()).toList();
    if (shown.isEmpty()) {
      return "We can't show infrastructure load for any team";
    }
    var above = shown.stream().filter(load -> load.value() >= LINE).count();
    var surely = shown.stream().filter(load -> load.low() != null && load.low() >= LINE).count();
    return "Infrastructure load is at or above the line in %d of %s shown, in %d of them surely"
        .formatted(above, Words.count(shown.size(), "team"), surely);
  }

  private static Bar bar(TeamResult team, Teams pages) {
    var load = team.load();
    var href = pages.page(team.team());
    return load.shown()
        ? new Bar(team.name(), load.value(), load.low(), load.high(), null, href)
        : new Bar(team.name(), null, null, null, Words.reason(load.withheld()), href);
  }

  private static List<List<String>> table(List<TeamResult> teams) {
    var rows = new ArrayList<List<String>>();
    rows.add(List.of("Team", "Infrastructure load (95 %)", "People", "Response"));
    for (var team : teams) {
      var load = team.load();
      rows.add(
          List.of(
              team.name(),
              Words.teamRange(load),
              Words.people(load),
              team.response() == null ? "withheld" : team.response()));
    }
    return rows;
  }
}
