package plimsoll.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import plimsoll.figure.Figure.Point;
import plimsoll.figure.Figure.Series;
import plimsoll.figure.Figure.Trend;
import plimsoll.pattern.Divergence;

/** How far patterns lay apart, reading after reading. */
public final class DriftFigure {
  private static final String NAME = "Divergence";
  private static final double STEP = 0.2;

  private DriftFigure() {}

  /**
   * One reading.
   *
   * @param at when, as a label
   * @param excess D with its smallest and largest value when a group of choices is left out; null
   *     where it can't be told
   */
  public record Moment(String at, Point excess, int consistentTeams, int services) {}

  /**
   * @param moments oldest first
   */
  public static Trend of(List<Moment> moments) {
    return new Trend(
        "drift",
        title(moments),
        "The distance between services of two teams less the distance inside a team, from 0 (no"
            + " divergence) up; patterns count as diverging from %s on. The range is what comes out"
                .formatted(hundredths(Divergence.DIVERGING))
            + " when one of the eight groups of choices is left out. It is no interval: services"
            + " are all counted, not sampled. Services come and go between readings; the fact"
            + " \"since the reading before\" compares only those that both saw.",
        "divergence, 0 to 1",
        top(moments),
        moments.stream().map(Moment::at).toList(),
        List.of(new Series(NAME, moments.stream().map(m -> drawn(m.excess())).toList())),
        List.of(),
        table(moments));
  }

  private static String title(List<Moment> moments) {
    var known = moments.stream().filter(moment -> moment.excess() != null).toList();
    if (known.size() < 2) {
      return "We can't tell yet whether patterns drift: it takes two readings with two consistent"
          + " teams";
    }
    double then = known.get(0).excess().value();
    double now = known.get(known.size() - 1).excess().value();
    var span =
        hundredths(then).equals(hundredths(now))
            ? "Divergence stayed at " + hundredths(now)
            : "Divergence went from %s to %s".formatted(hundredths(then), hundredths(now));
    return span + " in " + Words.count(known.size(), "reading");
  }

  /** An axis that begins at 0 shows what is below as nothing; the table tells it. */
  private static Point drawn(Point point) {
    return point == null
        ? null
        : new Point(shown(point.value()), shown(point.low()), shown(point.high()));
  }

  private static Double shown(Double value) {
    return value == null ? null : (Double) (Math.rint(Math.max(0, value) * 1000) / 1000);
  }

  private static double top(List<Moment> moments) {
    double most =
        moments.stream()
            .map(Moment::excess)
            .filter(Objects::nonNull)
            .mapToDouble(point -> point.high() == null ? point.value() : point.high())
            .max()
            .orElse(0);
    return Math.rint(10 * STEP * Math.max(1, Math.ceil(most / STEP))) / 10;
  }

  private static List<List<String>> table(List<Moment> moments) {
    var rows = new ArrayList<List<String>>();
    rows.add(
        List.of(
            "Reading", "Divergence", "Without a group", "Consistent teams", "Services compared"));
    for (var moment : moments) {
      var point = moment.excess();
      rows.add(
          List.of(
              moment.at(),
              point == null ? "we can't tell" : hundredths(point.value()),
              point == null || point.low() == null
                  ? "–"
                  : hundredths(point.low()) + " to " + hundredths(point.high()),
              String.valueOf(moment.consistentTeams()),
              String.valueOf(moment.services())));
    }
    return rows;
  }

  private static String hundredths(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }
}
