package plimsoll.figure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import plimsoll.figure.Figure.Bar;
import plimsoll.figure.Figure.Bars;
import plimsoll.pattern.Trait;
import plimsoll.pattern.trait.Coverage;
import plimsoll.pattern.trait.Coverage.Count;

/** What share of services has what a production-grade workload has. */
public final class TraitFigure {
  private static final String UNIT = "services that have it, of those of which it is known, %";

  private TraitFigure() {}

  /** Each trait, over all services. */
  public static Bars of(Coverage coverage) {
    var bars = new ArrayList<Bar>();
    coverage.traits().forEach((trait, count) -> bars.add(bar(name(trait), count, null)));
    return new Bars(
        "traits",
        title(coverage),
        "Of services with a workload that was seen. What is unknown counts for neither side, and"
            + " so does what can't be asked of a batch job. Whiskers are Wilson's 95 % intervals."
            + " That something is there does not say that it works.",
        UNIT,
        null,
        null,
        bars,
        table("Trait", names(coverage.traits())));
  }

  private static String title(Coverage coverage) {
    var gold = coverage.gold();
    int known = gold.yes() + gold.no();
    return known == 0
        ? "We can't tell yet which services have logging, alerting, TLS and autoscaling"
        : "%d of %s have all four: logging, alerting, TLS and autoscaling%s"
            .formatted(
                gold.yes(),
                Words.count(known, "service"),
                gold.unknown() == 0 ? "" : "; of " + gold.unknown() + " more we can't tell");
  }

  /** The four of the article together, team by team. */
  public static Bars ofTeams(
      Coverage coverage, Map<String, String> names, Map<String, String> pages) {
    var counts = new ArrayList<Map.Entry<String, Count>>();
    var bars = new ArrayList<Bar>();
    coverage.teams().stream()
        .sorted(Comparator.comparing(team -> name(team.team(), names)))
        .forEach(
            team -> {
              counts.add(Map.entry(name(team.team(), names), team.gold()));
              bars.add(bar(name(team.team(), names), team.gold(), pages.get(team.team())));
            });
    return new Bars(
        "gold",
        titleOfTeams(coverage),
        "Share of a team's services that have logging, alerting, TLS and autoscaling, as far as"
            + " each applies, with Wilson's 95 % interval: so few services say little of a team's"
            + " way of working. Teams stand by name.",
        UNIT,
        null,
        null,
        bars,
        table("Team", counts));
  }

  private static String titleOfTeams(Coverage coverage) {
    long all =
        coverage.teams().stream()
            .filter(team -> team.gold().yes() > 0 && team.gold().no() + team.gold().unknown() == 0)
            .count();
    long none =
        coverage.teams().stream()
            .filter(team -> team.gold().no() > 0 && team.gold().yes() == 0)
            .count();
    return "In %d of %s every service has all four, in %d none has"
        .formatted(all, Words.count(coverage.teams().size(), "team"), none);
  }

  private static String name(String team, Map<String, String> names) {
    return names.getOrDefault(team, team);
  }

  private static List<Map.Entry<String, Count>> names(Map<Trait, Count> traits) {
    return traits.entrySet().stream()
        .map(each -> Map.entry(name(each.getKey()), each.getValue()))
        .toList();
  }

  /** As a head, such as "Readiness probe". */
  public static String name(Trait trait) {
    var title = trait.title().replaceFirst("^an? ", "");
    return Character.toUpperCase(title.charAt(0)) + title.substring(1);
  }

  private static Bar bar(String name, Count count, String page) {
    return count.share() == null
        ? new Bar(name, null, null, null, "we can't tell", page)
        : new Bar(
            name, hundred(count.share()), hundred(count.low()), hundred(count.high()), null, page);
  }

  private static double hundred(double share) {
    return Math.rint(1000 * share) / 10;
  }

  private static List<List<String>> table(String what, List<Map.Entry<String, Count>> counts) {
    var rows = new ArrayList<List<String>>();
    rows.add(List.of(what, "Have it", "95 %", "Unknown", "Not applicable"));
    counts.forEach(
        each ->
            rows.add(
                List.of(
                    each.getKey(),
                    of(each.getValue()),
                    interval(each.getValue()),
                    String.valueOf(each.getValue().unknown()),
                    String.valueOf(each.getValue().notApplicable()))));
    return rows;
  }

  /** Such as "7 of 9". */
  public static String of(Count count) {
    return count.share() == null
        ? "we can't tell"
        : count.yes() + " of " + (count.yes() + count.no());
  }

  /** Such as "45–94 %". */
  public static String interval(Count count) {
    return count.share() == null
        ? "–"
        : Math.round(100 * count.low()) + "–" + Math.round(100 * count.high()) + " %";
  }
}
