package plimsoll.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import plimsoll.disclosure.Published;
import plimsoll.figure.Figure.Break;
import plimsoll.figure.Figure.Point;
import plimsoll.figure.Figure.Series;
import plimsoll.figure.Figure.Trend;

/** What was published of the organisation in one wave after another. */
public final class TrendFigure {
  private TrendFigure() {}

  /**
   * @param times one label a wave, oldest first
   * @param lines the published values by name, one list a line, as long as {@code times}; the first
   *     line is the one that the title speaks of; null where nothing was published
   * @param editions of the method by which each wave was judged, as long as {@code times}
   * @param asked by the name of a line, ids of the items behind it in each wave, as long as {@code
   *     times}; a line that is not in it was not asked, or it is not known
   */
  public static Trend of(
      List<String> times,
      Map<String, List<Published>> lines,
      List<String> editions,
      List<Map<String, List<String>>> asked) {
    var breaks = new ArrayList<>(breaks(editions));
    breaks.addAll(otherItems(lines.keySet(), asked));
    var first = lines.entrySet().iterator().next();
    return new Trend(
        "trend",
        title(first.getKey(), times, first.getValue()),
        "Values of the whole organisation with their 95 % intervals, wave after wave, from 0 to"
            + " 100. Where two intervals overlap, the difference may be chance. There are no such"
            + " lines for teams: a team is too small to tell a change from chance."
            + inWords(breaks(editions), times)
            + otherItemsInWords(otherItems(lines.keySet(), asked), times),
        "points of 0–100",
        100,
        times,
        lines.entrySet().stream().map(line -> series(line.getKey(), line.getValue())).toList(),
        breaks,
        table(times, lines, breaks(editions).isEmpty() ? List.of() : editions));
  }

  /** A changed item is another item, so the line does not go on as the same one. */
  private static List<Break> otherItems(Set<String> lines, List<Map<String, List<String>>> asked) {
    var breaks = new ArrayList<Break>();
    for (String line : lines) {
      List<String> before = null;
      for (var i = 0; i < asked.size(); i++) {
        var items = asked.get(i).get(line);
        if (items != null && before != null && !items.equals(before)) {
          breaks.add(new Break(i, "other questions for " + lower(line)));
        }
        before = items == null ? before : items;
      }
    }
    return breaks;
  }

  private static String otherItemsInWords(List<Break> breaks, List<String> times) {
    return breaks.stream()
        .map(
            each ->
                " From %s on %s: what moves there may be the wording's doing."
                    .formatted(times.get(each.at()), each.name()))
        .collect(Collectors.joining());
  }

  private static List<Break> breaks(List<String> editions) {
    var breaks = new ArrayList<Break>();
    for (var i = 1; i < editions.size(); i++) {
      if (!editions.get(i).equals(editions.get(i - 1))) {
        breaks.add(new Break(i, "edition " + editions.get(i)));
      }
    }
    return List.copyOf(breaks);
  }

  private static String inWords(List<Break> breaks, List<String> times) {
    return breaks.stream()
        .map(
            each ->
                " From %s on by %s of the method: what moves there, intervals above all, may be the method's doing."
                    .formatted(times.get(each.at()), each.name()))
        .collect(Collectors.joining());
  }

  private static String title(String name, List<String> times, List<Published> values) {
    var known = values.stream().filter(value -> value != null && value.shown()).toList();
    if (known.size() < 2) {
      return "We can't tell yet how " + lower(name) + " changes: it takes two waves";
    }
    var then = known.get(0);
    var now = known.get(known.size() - 1);
    var span = "%s went from %s to %s".formatted(name, Words.score(then), Words.score(now));
    return overlap(then, now)
        ? span + " in " + Words.count(times.size(), "wave") + "; that may be chance"
        : span + " in " + Words.count(times.size(), "wave") + ", more than chance would";
  }

  private static String lower(String name) {
    return name.substring(0, 1).toLowerCase(java.util.Locale.ROOT) + name.substring(1);
  }

  private static boolean overlap(Published then, Published now) {
    return then.low() == null
        || now.low() == null
        || (then.low() <= now.high() && now.low() <= then.high());
  }

  private static Series series(String name, List<Published> values) {
    var points = new ArrayList<Point>();
    for (var value : values) {
      points.add(
          value != null && value.shown()
              ? new Point(value.value(), value.low(), value.high())
              : null);
    }
    return new Series(name, points);
  }

  private static List<List<String>> table(
      List<String> times, Map<String, List<Published>> lines, List<String> editions) {
    var rows = new ArrayList<List<String>>();
    var heads = new ArrayList<String>(List.of("What"));
    heads.addAll(times);
    rows.add(heads);
    for (var line : lines.entrySet()) {
      var row = new ArrayList<String>(List.of(line.getKey()));
      line.getValue().forEach(value -> row.add(value == null ? "–" : Words.whole(value)));
      rows.add(row);
    }
    if (!editions.isEmpty()) {
      var row = new ArrayList<String>(List.of("Edition of the method"));
      row.addAll(editions);
      rows.add(row);
    }
    return rows;
  }
}
