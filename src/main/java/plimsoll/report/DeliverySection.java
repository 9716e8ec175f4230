package plimsoll.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import plimsoll.delivery.FigureWords;
import plimsoll.delivery.metric.DeliveryFigures;
import plimsoll.delivery.metric.DeliveryFigures.Scope;
import plimsoll.delivery.metric.Metric;
import plimsoll.figure.Words;
import plimsoll.report.Report.Block;
import plimsoll.report.Report.Cell;
import plimsoll.report.Report.Column;
import plimsoll.report.Report.Method;
import plimsoll.report.Report.Section;
import plimsoll.report.Report.Sentence;
import plimsoll.report.Report.Table;

/** What records say of delivery: DORA's five figures and those of the criteria. */
final class DeliverySection {
  private DeliverySection() {}

  /**
   * @param scope null where nothing was recorded
   */
  static Section of(DeliveryFigures delivery, Scope scope) {
    var blocks = new ArrayList<Block>();
    if (scope == null || scope.whole() == null) {
      blocks.add(new Sentence("No deployment, incident or ticket was recorded.", false));
    } else {
      blocks.add(table(scope));
      var moves = new FigureWords().moves(scope.whole().metrics().changeFailRate());
      if (!moves.isEmpty()) {
        blocks.add(new Sentence("Change fail rate: " + moves, false));
      }
      blocks.add(
          new Sentence(
              "Rules of edition %s; days are those of %s. A dash means that no record could tell."
                  .formatted(delivery.edition(), delivery.zone()),
              true));
      blocks.add(Method.of(Topic.DELIVERY, Topic.RECORDS, Topic.ATTRIBUTION, Topic.SMALL_COUNTS));
    }
    return new Section("delivery", "What records say of delivery", blocks);
  }

  private static Table table(Scope scope) {
    var whole = scope.whole();
    return new Table(
        "delivery-table",
        "%s from %s until %s"
            .formatted(Words.count(whole.deployments(), "deployment"), whole.from(), whole.until()),
        List.of(
            new Column("Figure", false),
            new Column("Value", true),
            new Column("95 %", true),
            new Column("Of", true),
            new Column("Known", true)),
        whole.metrics().all().stream().map(DeliverySection::row).toList());
  }

  private static List<Cell> row(Metric metric) {
    return List.of(
        cell(metric.measure().title()),
        cell(value(metric)),
        cell(interval(metric)),
        cell(of(metric)),
        cell(metric.n() == 0 ? "–" : Words.percent(metric.coverage())));
  }

  private static Cell cell(String text) {
    return new Cell(text, null);
  }

  /** Such as "2.4 days", "0.8 per day" or "12 %"; in words where there is no value. */
  static String value(Metric metric) {
    return switch (metric.state()) {
      case MEASURED -> amount(metric.value(), metric.unit());
      case LISTED -> listed(metric);
      case NONE -> "none";
      case UNKNOWN, NOT_APPLICABLE -> "–";
      case BLOCKED -> "records contradict themselves";
    };
  }

  private static String listed(Metric metric) {
    return Words.list(metric.listed().stream().map(value -> amount(value, metric.unit())).toList());
  }

  private static String interval(Metric metric) {
    return metric.low() == null || metric.high() == null
        ? "–"
        : range(amount(metric.low(), metric.unit()), amount(metric.high(), metric.unit()));
  }

  /** Says a unit that both ends share once: "0.9–1.4 per day". */
  private static String range(String low, String high) {
    var unit = low.substring(low.indexOf(' '));
    return high.endsWith(unit)
        ? low.substring(0, low.indexOf(' ')) + "–" + high
        : low + " – " + high;
  }

  private static String of(Metric metric) {
    return metric.hits() == null ? String.valueOf(metric.n()) : metric.hits() + " of " + metric.n();
  }

  private static String amount(double value, String unit) {
    return switch (unit) {
      case "seconds" -> duration(value);
      case "share" -> Math.round(value * 100) + " %";
      default -> decimal(value) + " " + unit;
    };
  }

  /** A duration in the unit that keeps it short. */
  static String duration(double seconds) {
    if (seconds < 120) {
      return decimal(seconds) + " s";
    }
    if (seconds < 7200) {
      return decimal(seconds / 60) + " min";
    }
    return seconds < 172_800 ? decimal(seconds / 3600) + " h" : decimal(seconds / 86_400) + " days";
  }

  private static String decimal(double value) {
    return String.format(Locale.ROOT, value >= 100 ? "%.0f" : value < 1 ? "%.2f" : "%.1f", value);
  }
}
