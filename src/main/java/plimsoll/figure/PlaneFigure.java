package plimsoll.figure;

import java.util.ArrayList;
import java.util.List;
import plimsoll.disclosure.Published;
import plimsoll.figure.Figure.Mark;
import plimsoll.figure.Figure.Plane;
import plimsoll.figure.Figure.Region;
import plimsoll.readiness.Readiness;
import plimsoll.readiness.Readiness.Axes;
import plimsoll.readiness.Readiness.GroupResult;
import plimsoll.readiness.Readiness.TeamResult;

/** Teams and the organisation on the two axes, with how unsure their places are. */
public final class PlaneFigure {
  private static final double CUT = 50;
  private static final String ORGANISATION = "Organisation";
  private static final List<Region> REGIONS =
      List.of(
          new Region("Start with DevOps", 0, CUT, 0, 100),
          new Region("Standardise", CUT, 100, 0, CUT),
          new Region("A platform would help", CUT, 100, CUT, 100));

  private PlaneFigure() {}

  /**
   * @param teams where a mark leads
   */
  public static Plane of(Readiness readiness, Teams teams) {
    return plane(
        readiness.teams(), ORGANISATION, readiness.axes(), teams, title(readiness.teams()));
  }

  /** One team beside the organisation. */
  public static Plane of(TeamResult team, Axes organisation) {
    return plane(
        List.of(team),
        ORGANISATION,
        organisation,
        key -> null,
        titleOf(team.name(), team.axes(), organisation));
  }

  /**
   * The teams of a group, and the group as a whole.
   *
   * @param pages where a team's mark leads
   */
  public static Plane of(
      GroupResult group, List<TeamResult> teams, Axes organisation, Teams pages) {
    return plane(
        teams,
        group.name(),
        group.axes(),
        pages,
        titleOf(group.name(), group.axes(), organisation));
  }

  private static Plane plane(
      List<TeamResult> teams, String whole, Axes axes, Teams pages, String title) {
    return new Plane(
        "plane",
        title,
        "Across: DevOps practice, more is better. Up: platform need, more is more need. Both run"
            + " from 0 to 100. A mark's region is its 95 % interval. The areas are a guide: the"
            + " verdict counts criteria and does not read this plane."
            + missing(teams),
        "DevOps practice (0–100)",
        "Platform need (0–100)",
        marks(teams, whole, axes, pages),
        REGIONS,
        table(teams, whole, axes));
  }

  private static String title(List<TeamResult> teams) {
    var shown = teams.stream().map(TeamResult::axes).filter(PlaneFigure::placed).toList();
    if (shown.isEmpty()) {
      return "We can't tell yet where the teams lie: no team has two scores that may be shown";
    }
    var devops = shown.stream().filter(axes -> axes.devopsPractice().value() < CUT).count();
    var platform = shown.stream().filter(PlaneFigure::wantsPlatform).count();
    return "Of %s shown, %d lie where a platform would help, %d where DevOps practice comes first"
        .formatted(Words.count(shown.size(), "team"), platform, devops);
  }

  private static String titleOf(String name, Axes own, Axes organisation) {
    if (!placed(own)) {
      return "We can't show where " + name + " lies";
    }
    var words =
        "%s has DevOps practice of %s and platform need of %s"
            .formatted(
                name, Words.teamScore(own.devopsPractice()), Words.teamScore(own.platformNeed()));
    return !placed(organisation)
        ? words
        : words
            + "; the organisation has %s and %s"
                .formatted(
                    Words.score(organisation.devopsPractice()),
                    Words.score(organisation.platformNeed()));
  }

  private static boolean placed(Axes axes) {
    return axes != null && axes.devopsPractice().shown() && axes.platformNeed().shown();
  }

  private static boolean wantsPlatform(Axes axes) {
    return axes.devopsPractice().value() >= CUT && axes.platformNeed().value() >= CUT;
  }

  private static String missing(List<TeamResult> teams) {
    var hidden = teams.stream().filter(team -> !placed(team.axes())).count();
    return hidden == 0 ? "" : " Not drawn: " + Words.count((int) hidden, "team") + " (see table).";
  }

  private static List<Mark> marks(List<TeamResult> teams, String whole, Axes axes, Teams pages) {
    var marks = new ArrayList<Mark>();
    for (var team : teams) {
      if (placed(team.axes())) {
        marks.add(mark(team.name(), team.axes(), pages.page(team.team()), false));
      }
    }
    if (placed(axes)) {
      marks.add(mark(whole, axes, null, true));
    }
    return marks;
  }

  private static Mark mark(String name, Axes axes, String href, boolean large) {
    var x = axes.devopsPractice();
    var y = axes.platformNeed();
    return new Mark(name, x.value(), y.value(), low(x), high(x), low(y), high(y), href, large);
  }

  private static double low(Published published) {
    return published.low() == null ? published.value() : published.low();
  }

  private static double high(Published published) {
    return published.high() == null ? published.value() : published.high();
  }

  private static List<List<String>> table(List<TeamResult> teams, String whole, Axes axes) {
    var rows = new ArrayList<List<String>>();
    rows.add(List.of("Team", "DevOps practice (95 %)", "Platform need (95 %)", "Verdict"));
    for (var team : teams) {
      var x = team.axes().devopsPractice();
      var y = team.axes().platformNeed();
      rows.add(
          List.of(
              team.name(), Words.teamRange(x), Words.teamRange(y), team.verdict().kind().title()));
    }
    rows.add(
        List.of(
            whole, range(whole, axes.devopsPractice()), range(whole, axes.platformNeed()), "–"));
    return rows;
  }

  /** Of a group, as of a team, the ends of the scale are not told apart. */
  private static String range(String whole, Published score) {
    return whole.equals(ORGANISATION) ? Words.range(score) : Words.teamRange(score);
  }
}
