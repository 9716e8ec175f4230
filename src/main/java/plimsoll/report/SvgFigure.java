package plimsoll.report;

import static plimsoll.report.Markup.escape;

import java.util.List;
import java.util.Locale;
import plimsoll.figure.Figure;
import plimsoll.figure.Figure.Bars;
import plimsoll.figure.Figure.Field;
import plimsoll.figure.Figure.Pairs;
import plimsoll.figure.Figure.Plane;
import plimsoll.figure.Figure.Point;
import plimsoll.figure.Figure.Spot;
import plimsoll.figure.Figure.Trend;
import plimsoll.figure.Labels;
import plimsoll.figure.Words;

/**
 * Draws a figure as SVG that takes its colours from the stylesheet: the picture where no script
 * runs, and in the HTML file.
 */
final class SvgFigure {
  private static final int WIDTH = 720;
  private static final int ROW = 30;
  private static final int NAMES = 230;
  private static final double SCALE = (WIDTH - NAMES - 24) / 100.0;
  private final StringBuilder out = new StringBuilder();

  private SvgFigure() {}

  static String svg(Figure figure) {
    var drawing = new SvgFigure();
    var height = drawing.draw(figure);
    var role = drawing.out.indexOf("<a ") < 0 ? "img" : "group";
    return "<svg class=\"figure\" viewBox=\"0 0 %d %d\" role=\"%s\" aria-label=\"%s\" xmlns=\"http://www.w3.org/2000/svg\">%s</svg>"
        .formatted(WIDTH, height, role, escape(figure.title()), drawing.out);
  }

  private int draw(Figure figure) {
    if (figure instanceof Plane plane) {
      return plane(plane);
    }
    if (figure instanceof Bars bars) {
      return bars(bars);
    }
    if (figure instanceof Field field) {
      return field(field);
    }
    return figure instanceof Pairs pairs ? pairs(pairs) : trend((Trend) figure);
  }

  private int field(Field field) {
    double scale = (WIDTH - 40) / 100.0;
    double base = 20 + field.height() * scale;
    add("<rect class=\"region\" x=\"0\" y=\"0\" width=\"%d\" height=\"%s\"/>", WIDTH, n(base + 20));
    for (var spot : field.spots()) {
      open(spot.href());
      double x = 20 + spot.x() * scale;
      double y = base - spot.y() * scale;
      double size = size(spot);
      add("<g class=\"%s\"><title>%s</title>", kind(spot.kind()), escape(spot.name()));
      add("<path d=\"%s\"/>", Shapes.path(spot.kind(), x, y, size));
      if (spot.count() > 1) text("count", x, y + 4, "middle", String.valueOf(spot.count()));
      add("</g>");
      close(spot.href());
    }
    if (field.tenth() != null) {
      double length = field.tenth() * scale;
      double right = WIDTH - 14.0;
      add("<path class=\"rule\" d=\"M%s %sv6h%sv-6\"/>", n(right - length), n(base + 6), n(length));
      text("tick", right - length - 6, base + 14, "end", "a distance of 0.1");
    }
    return legend(field.kinds(), base + 44);
  }

  /** In three columns; gives where it ends. */
  private int legend(List<String> kinds, double top) {
    for (var i = 0; i < kinds.size(); i++) {
      double x = 10 + i % 3 * (WIDTH / 3.0);
      double y = top + i / 3 * 22;
      add("<g class=\"%s\"><path d=\"%s\"/></g>", kind(i), Shapes.path(i, x, y - 4, 5.5));
      text("tick", x + 12, y, "start", shortened(kinds.get(i)));
    }
    return (int) top + (kinds.size() + 2) / 3 * 22;
  }

  private static String kind(int kind) {
    return kind >= Field.KINDS ? "spot rest" : "spot s" + kind % 4;
  }

  /** Radius; the area grows with how many it stands for, up to where it would hide others. */
  static double size(Spot spot) {
    return spot.count() == 1 ? 5.5 : Math.min(18, 7 + 1.5 * Math.sqrt(spot.count()));
  }

  private int plane(Plane plane) {
    var left = 56;
    var top = 12;
    var width = WIDTH - left - 16;
    var height = 440;
    for (var region : plane.regions()) {
      var x = left + region.xFrom() * width / 100;
      var y = top + (100 - region.yTo()) * height / 100;
      rectangle(
          "region",
          x,
          y,
          (region.xTo() - region.xFrom()) * width / 100,
          (region.yTo() - region.yFrom()) * height / 100);
      text("region-name", x + 8, y + 18, "start", region.name());
    }
    for (var tick = 0; tick <= 100; tick += 25) {
      var x = left + tick * width / 100.0;
      var y = top + (100 - tick) * height / 100.0;
      text("tick", x, top + height + 18, "middle", String.valueOf(tick));
      text("tick", left - 8, y + 4, "end", String.valueOf(tick));
    }
    for (var mark : plane.marks()) {
      add(
          "<ellipse class=\"%s\" cx=\"%s\" cy=\"%s\" rx=\"%s\" ry=\"%s\"/>",
          mark.large() ? "unsure large" : "unsure",
          n(left + (mark.xLow() + mark.xHigh()) / 2 * width / 100),
          n(top + (100 - (mark.yLow() + mark.yHigh()) / 2) * height / 100),
          n((mark.xHigh() - mark.xLow()) / 2 * width / 100),
          n((mark.yHigh() - mark.yLow()) / 2 * height / 100));
    }
    for (var mark : plane.marks()) {
      var x = left + mark.x() * width / 100;
      var y = top + (100 - mark.y()) * height / 100;
      open(mark.href());
      add(
          "<g class=\"%s\"><title>%s: %s, %s</title>%s</g>",
          mark.large() ? "mark large" : "mark",
          escape(mark.name()),
          n(mark.x()),
          n(mark.y()),
          mark.large() ? diamond(x, y, 9) : circle(x, y, 6));
      close(mark.href());
    }
    for (var label : Labels.place(plane.marks(), width, height, 13)) {
      text(
          label.bold() ? "name strong" : "name",
          left + label.x() * width / 100,
          top + (100 - label.y()) * height / 100 + 4,
          "middle",
          label.text());
    }
    text("axis", left + width / 2.0, top + height + 40, "middle", plane.xLabel());
    add(
        "<text class=\"axis\" transform=\"translate(14 %s) rotate(-90)\" text-anchor=\"middle\">%s</text>",
        n(top + height / 2.0), escape(plane.yLabel()));
    return top + height + 52;
  }

  private int bars(Bars bars) {
    var y = scale(bars.bars().size(), bars.line(), bars.lineLabel());
    for (var bar : bars.bars()) {
      rowName(bar.name(), y, bar.href());
      if (bar.value() == null) {
        text("withheld", NAMES + 6, y + 19, "start", bar.note());
      } else {
        var over = bars.line() != null && bar.value() >= bars.line();
        rectangle(over ? "bar over" : "bar", NAMES, y + 6, bar.value() * SCALE, ROW - 12);
        whisker(new Point(bar.value(), bar.low(), bar.high()), y + ROW / 2.0, "whisker");
      }
      y += ROW;
    }
    return finish(y, bars.unit());
  }

  private int pairs(Pairs pairs) {
    var y = scale(pairs.pairs().size(), pairs.line(), pairs.lineLabel());
    for (var pair : pairs.pairs()) {
      rowName(pair.apart() ? "≠ " + pair.name() : pair.name(), y, pair.href());
      if (pair.first() != null) {
        whisker(pair.first(), y + 10, "whisker first");
        add("<g class=\"first\">%s</g>", circle(at(pair.first().value()), y + 10, 5));
      }
      if (pair.second() != null) {
        whisker(pair.second(), y + 21, "whisker second");
        add("<g class=\"second\">%s</g>", diamond(at(pair.second().value()), y + 21, 6));
      }
      y += ROW;
    }
    var height = finish(y, pairs.unit());
    add("<g class=\"first\">%s</g>", circle(16, height - 12, 5));
    text("tick", 28, height - 8, "start", pairs.firstLabel());
    add("<g class=\"second\">%s</g>", diamond(126, height - 12, 6));
    text("tick", 138, height - 8, "start", pairs.secondLabel());
    return height;
  }

  private int trend(Trend trend) {
    var left = 40;
    var top = 12;
    var height = 260;
    var width = WIDTH - left - 190;
    var step = trend.times().size() < 2 ? 0 : (width - 60.0) / (trend.times().size() - 1);
    var unit = height / trend.top();
    for (var tick = 0; tick <= 4; tick++) {
      var y = top + (4 - tick) * height / 4.0;
      add(
          "<line class=\"grid\" x1=\"%d\" x2=\"%d\" y1=\"%s\" y2=\"%s\"/>",
          left, left + width, n(y), n(y));
      text("tick", left - 8, y + 4, "end", Words.tick(trend.top() * tick / 4));
    }
    for (var i = 0; i < trend.times().size(); i++) {
      text("tick", left + 30 + i * step, top + height + 18, "middle", trend.times().get(i));
    }
    for (var each : trend.breaks()) {
      var x = left + 30 + (each.at() - 0.5) * step;
      add(
          "<line class=\"break\" x1=\"%1$s\" x2=\"%1$s\" y1=\"%2$d\" y2=\"%3$d\"/>",
          n(x), top, top + height);
      text("tick", x + 4, top + 10, "start", each.name());
    }
    for (var s = 0; s < trend.series().size(); s++) {
      var series = trend.series().get(s);
      var path = new StringBuilder();
      var nudge = (s - (trend.series().size() - 1) / 2.0) * 5;
      var lastY = 0.0;
      add("<g class=\"series s%d\">", s % 4);
      for (var i = 0; i < series.points().size(); i++) {
        var point = series.points().get(i);
        if (point == null) {
          continue;
        }
        var x = left + 30 + i * step + nudge;
        lastY = top + (trend.top() - point.value()) * unit;
        path.append(path.isEmpty() ? "M" : "L").append(n(x)).append(' ').append(n(lastY));
        if (point.low() != null) {
          add(
              "<line class=\"whisker\" x1=\"%1$s\" x2=\"%1$s\" y1=\"%2$s\" y2=\"%3$s\"/>",
              n(x),
              n(top + (trend.top() - point.low()) * unit),
              n(top + (trend.top() - point.high()) * unit));
        }
        add(s % 2 == 0 ? circle(x, lastY, 5) : diamond(x, lastY, 6));
      }
      add("<path class=\"line\" d=\"%s\"/></g>", path);
      if (!path.isEmpty()) {
        text("name", left + width - 16, lastY + 4, "start", series.name());
      }
    }
    return top + height + 30;
  }

  /** Grid and load line behind rows; gives where the first row begins. */
  private int scale(int rows, Double line, String label) {
    var top = 24;
    for (var tick = 0; tick <= 100; tick += 25) {
      add(
          "<line class=\"grid\" x1=\"%1$s\" x2=\"%1$s\" y1=\"%2$d\" y2=\"%3$d\"/>",
          n(at(tick)), top, top + rows * ROW);
      text("tick", at(tick), top + rows * ROW + 18, "middle", String.valueOf(tick));
    }
    if (line != null) {
      add(
          "<line class=\"load-line\" x1=\"%1$s\" x2=\"%1$s\" y1=\"%2$d\" y2=\"%3$d\"/>",
          n(at(line)), top - 4, top + rows * ROW);
      text("load-name", at(line), top - 9, "middle", label);
    }
    return top;
  }

  private int finish(int y, String unit) {
    text("axis", NAMES + 50 * SCALE, y + 38, "middle", unit);
    return y + 48;
  }

  private void rowName(String name, int y, String href) {
    open(href);
    text("name", NAMES - 10, y + 19, "end", shortened(name));
    close(href);
  }

  private static String shortened(String name) {
    var points = name.codePoints().toArray();
    return points.length <= 34 ? name : new String(points, 0, 33).stripTrailing() + "…";
  }

  private void whisker(Point point, double y, String name) {
    if (point.low() != null && point.high() != null) {
      add(
          "<line class=\"%1$s\" x1=\"%2$s\" x2=\"%3$s\" y1=\"%4$s\" y2=\"%4$s\"/>",
          name, n(at(point.low())), n(at(point.high())), n(y));
    }
  }

  private static double at(double value) {
    return NAMES + value * SCALE;
  }

  private void open(String href) {
    if (href != null) {
      add("<a href=\"%s\">", escape(href));
    }
  }

  private void close(String href) {
    if (href != null) {
      add("</a>");
    }
  }

  private void rectangle(String name, double x, double y, double width, double height) {
    add(
        "<rect class=\"%s\" x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\"/>",
        name, n(x), n(y), n(width), n(height));
  }

  private void text(String name, double x, double y, String anchor, String words) {
    add(
        "<text class=\"%s\" x=\"%s\" y=\"%s\" text-anchor=\"%s\">%s</text>",
        name, n(x), n(y), anchor, escape(words));
  }

  private static String circle(double x, double y, int radius) {
    return "<circle cx=\"%s\" cy=\"%s\" r=\"%d\"/>".formatted(n(x), n(y), radius);
  }

  private static String diamond(double x, double y, int r) {
    return "<path d=\"M%s %sl%d %dl-%d %dl-%d -%dz\"/>".formatted(n(x), n(y - r), r, r, r, r, r, r);
  }

  private static String n(double value) {
    return value == Math.rint(value)
        ? String.valueOf((long) value)
        : String.format(Locale.ROOT, "%.1f", value);
  }

  private void add(String format, Object... values) {
    out.append(values.length == 0 ? format : format.formatted(values));
  }
}
