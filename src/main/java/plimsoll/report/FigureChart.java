package plimsoll.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.util.Arrays;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.LegendItem;
import org.jfree.chart.LegendItemCollection;
import org.jfree.chart.annotations.XYAnnotation;
import org.jfree.chart.annotations.XYBoxAnnotation;
import org.jfree.chart.annotations.XYLineAnnotation;
import org.jfree.chart.annotations.XYShapeAnnotation;
import org.jfree.chart.annotations.XYTextAnnotation;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.axis.SymbolAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.title.LegendTitle;
import org.jfree.chart.ui.Layer;
import org.jfree.chart.ui.RectangleAnchor;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;
import plimsoll.figure.Figure;
import plimsoll.figure.Figure.Bar;
import plimsoll.figure.Figure.Bars;
import plimsoll.figure.Figure.Field;
import plimsoll.figure.Figure.Mark;
import plimsoll.figure.Figure.Pair;
import plimsoll.figure.Figure.Pairs;
import plimsoll.figure.Figure.Plane;
import plimsoll.figure.Figure.Point;
import plimsoll.figure.Figure.Spot;
import plimsoll.figure.Figure.Trend;
import plimsoll.figure.Labels;

/** Draws a figure for paper, as vectors; colours also differ by shape, so that grey prints too. */
final class FigureChart {
  private static final Color INK = new Color(0x1d2328);
  private static final Color SOFT = new Color(0x5a646d);
  private static final Color GRID = new Color(0xdfe3e6);
  private static final Color ACCENT = new Color(0x0b5c8a);
  private static final Color WARNING = new Color(0xa8480b);
  private static final Color FAINT = new Color(0xf3f5f7);
  private static final Color UNSURE = new Color(0x0b, 0x5c, 0x8a, 26);
  private static final Color UNSURE_EDGE = new Color(0x0b, 0x5c, 0x8a, 110);
  private static final BasicStroke THIN = new BasicStroke(0.6f);
  private static final BasicStroke FIRM = new BasicStroke(1.4f);
  private static final Shape CIRCLE = new Ellipse2D.Double(-3.5, -3.5, 7, 7);
  private static final Shape DIAMOND = diamond(5.5);
  private static final Color REST = new Color(0xaab3ba);
  private static final Color[] SERIES = {ACCENT, WARNING, SOFT, new Color(0x5b3f8c)};
  private final Font font;
  private final double width;
  private final double height;

  /**
   * @param width of the drawing in points
   */
  FigureChart(Font font, double width, double height) {
    this.font = font;
    this.width = width;
    this.height = height;
  }

  /** How high a figure should be for a width, both in points. */
  static double heightFor(Figure figure, double width) {
    if (figure instanceof Bars bars) {
      return 60 + bars.bars().size() * 19;
    }
    if (figure instanceof Pairs pairs) {
      return 80 + pairs.pairs().size() * 30;
    }
    if (figure instanceof Field field) {
      return 40 + width * field.height() / 100 + (field.kinds().size() + 3) / 4 * 14;
    }
    return figure instanceof Plane ? width * 0.54 : width * 0.45;
  }

  JFreeChart chart(Figure figure) {
    var plot = plot(figure);
    plot.setBackgroundPaint(Color.WHITE);
    plot.setOutlineVisible(false);
    plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
    var chart = new JFreeChart(null, font.deriveFont(9f), plot, false);
    chart.setBackgroundPaint(Color.WHITE);
    chart.setPadding(RectangleInsets.ZERO_INSETS);
    if (plot.getLegendItems().getItemCount() > 1) {
      chart.addLegend(legend(plot));
    }
    return chart;
  }

  private XYPlot plot(Figure figure) {
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

  private LegendTitle legend(XYPlot plot) {
    var legend = new LegendTitle(plot);
    legend.setItemFont(font.deriveFont(8f));
    legend.setItemPaint(INK);
    legend.setPosition(RectangleEdge.BOTTOM);
    return legend;
  }

  private XYPlot plane(Plane plane) {
    var plot =
        new XYPlot(
            marks(plane.marks()), percent(plane.xLabel()), percent(plane.yLabel()), markRenderer());
    grid(plot, true);
    for (var region : plane.regions()) {
      behind(
          plot,
          new XYBoxAnnotation(
              region.xFrom(), region.yFrom(), region.xTo(), region.yTo(), THIN, GRID, FAINT));
      text(plot, region.name(), region.xFrom() + 1.2, region.yTo() - 3, SOFT, 8.5f)
          .setTextAnchor(TextAnchor.CENTER_LEFT);
    }
    plane.marks().forEach(mark -> behind(plot, region(mark)));
    for (var label : Labels.place(plane.marks(), width - 50, height - 45, 8.5)) {
      var text = text(plot, label.text(), label.x(), label.y(), INK, 8.5f);
      text.setFont(text.getFont().deriveFont(label.bold() ? Font.BOLD : Font.PLAIN));
    }
    return plot;
  }

  private XYPlot field(Field field) {
    var kinds = new XYSeriesCollection();
    var renderer = new XYLineAndShapeRenderer(false, true);
    var plot = new XYPlot(kinds, hidden(-4, 104), hidden(-6, field.height() + 4), renderer);
    for (var i = 0; i < field.kinds().size(); i++) {
      kinds.addSeries(new XYSeries(field.kinds().get(i), false, true));
      renderer.setSeriesShape(i, shape(i, 3));
      renderer.setSeriesPaint(i, i < Field.KINDS ? SERIES[i % SERIES.length] : REST);
    }
    // A mark that stands for many is larger, and a series has marks of one size.
    field.spots().forEach(spot -> spot(plot, spot));
    if (field.tenth() != null) rule(plot, field.tenth());
    grid(plot, false);
    plot.setRangeGridlinesVisible(false);
    return plot;
  }

  private void spot(XYPlot plot, Spot spot) {
    var at = AffineTransform.getTranslateInstance(spot.x(), spot.y());
    // The drawing's unit is a hundredth of its width, and upwards.
    double unit = SvgFigure.size(spot) * 0.6 * 108 / width;
    at.scale(unit, -unit);
    var paint = spot.kind() < Field.KINDS ? SERIES[spot.kind() % SERIES.length] : REST;
    var mark = at.createTransformedShape(shape(spot.kind(), 1));
    plot.addAnnotation(new XYShapeAnnotation(mark, THIN, Color.WHITE, paint));
    if (spot.count() > 1) {
      text(plot, String.valueOf(spot.count()), spot.x(), spot.y(), Color.WHITE, 6.5f);
    }
  }

  private void rule(XYPlot plot, double length) {
    plot.addAnnotation(new XYLineAnnotation(104 - length, -4, 104, -4, FIRM, SOFT));
    text(plot, "a distance of 0.1", 103 - length, -4, SOFT, 7.5f)
        .setTextAnchor(TextAnchor.CENTER_RIGHT);
  }

  private NumberAxis hidden(double from, double to) {
    var axis = new NumberAxis(null);
    axis.setRange(from, to);
    axis.setTickUnit(new NumberTickUnit(to - from));
    // Also what is not shown is measured, in a font that must be there.
    style(axis);
    axis.setVisible(false);
    return axis;
  }

  private static Shape shape(int kind, double radius) {
    double[] corners = Shapes.corners(kind);
    if (corners.length == 0) {
      return new Ellipse2D.Double(-radius, -radius, 2 * radius, 2 * radius);
    }
    var path = new Path2D.Double();
    path.moveTo(corners[0] * radius, corners[1] * radius);
    for (int i = 2; i < corners.length; i += 2) {
      path.lineTo(corners[i] * radius, corners[i + 1] * radius);
    }
    path.closePath();
    return path;
  }

  private static XYShapeAnnotation region(Mark mark) {
    var ellipse =
        new Ellipse2D.Double(
            mark.xLow(), mark.yLow(), mark.xHigh() - mark.xLow(), mark.yHigh() - mark.yLow());
    return new XYShapeAnnotation(
        ellipse, mark.large() ? FIRM : THIN, UNSURE_EDGE, mark.large() ? UNSURE : null);
  }

  private static XYSeriesCollection marks(List<Mark> marks) {
    var teams = new XYSeries("Teams", false, true);
    var organisation = new XYSeries("Organisation", false, true);
    marks.forEach(mark -> (mark.large() ? organisation : teams).add(mark.x(), mark.y()));
    return both(teams, organisation);
  }

  private static XYSeriesCollection both(XYSeries first, XYSeries second) {
    var both = new XYSeriesCollection();
    both.addSeries(first);
    both.addSeries(second);
    return both;
  }

  private static XYLineAndShapeRenderer markRenderer() {
    var renderer = new XYLineAndShapeRenderer(false, true);
    renderer.setSeriesShape(0, CIRCLE);
    renderer.setSeriesPaint(0, ACCENT);
    renderer.setSeriesShape(1, DIAMOND);
    renderer.setSeriesPaint(1, WARNING);
    return renderer;
  }

  private XYPlot bars(Bars bars) {
    var plot = rows(bars.bars().stream().map(Bar::name).toList(), bars.unit());
    for (var i = 0; i < bars.bars().size(); i++) {
      bar(plot, bars.bars().get(i), i, bars.line());
    }
    line(plot, bars.line(), bars.lineLabel());
    return plot;
  }

  private void bar(XYPlot plot, Bar bar, int row, Double line) {
    if (bar.value() == null) {
      text(plot, bar.note(), 1, row, SOFT, 8f).setTextAnchor(TextAnchor.CENTER_LEFT);
      return;
    }
    var over = line != null && bar.value() >= line;
    var fill = over ? new Color(0xdfa57f) : new Color(0x9cc3da);
    behind(
        plot,
        new XYBoxAnnotation(
            0, row + 0.3, bar.value(), row - 0.3, THIN, over ? WARNING : ACCENT, fill));
    whisker(plot, new Point(bar.value(), bar.low(), bar.high()), row, INK);
  }

  private XYPlot pairs(Pairs pairs) {
    var plot = rows(pairs.pairs().stream().map(FigureChart::name).toList(), pairs.unit());
    var first = new XYSeries(pairs.firstLabel(), false, true);
    var second = new XYSeries(pairs.secondLabel(), false, true);
    for (var i = 0; i < pairs.pairs().size(); i++) {
      dot(plot, first, pairs.pairs().get(i).first(), i - 0.17, ACCENT);
      dot(plot, second, pairs.pairs().get(i).second(), i + 0.17, WARNING);
    }
    plot.setDataset(both(first, second));
    plot.setFixedLegendItems(items(List.of(pairs.firstLabel(), pairs.secondLabel())));
    line(plot, pairs.line(), pairs.lineLabel());
    return plot;
  }

  private static String name(Pair pair) {
    return pair.apart() ? "≠ " + pair.name() : pair.name();
  }

  private static void dot(XYPlot plot, XYSeries series, Point point, double row, Color colour) {
    if (point != null) {
      whisker(plot, point, row, colour);
      series.add(point.value(), row);
    }
  }

  private XYPlot trend(Trend trend) {
    var times = symbols(trend.times());
    var lines = new XYSeriesCollection();
    var renderer = new XYLineAndShapeRenderer(true, true);
    var plot = new XYPlot(lines, times, upTo(trend.top(), trend.unit()), renderer);
    grid(plot, false);
    for (var s = 0; s < trend.series().size(); s++) {
      lines.addSeries(series(plot, trend.series().get(s), s, trend.series().size()));
      renderer.setSeriesPaint(s, SERIES[s % SERIES.length]);
      renderer.setSeriesShape(s, s % 2 == 0 ? CIRCLE : DIAMOND);
      renderer.setSeriesStroke(s, FIRM);
    }
    trend.breaks().forEach(each -> line(plot, each.at() - 0.5, each.name()));
    plot.setFixedLegendItems(items(trend.series().stream().map(Figure.Series::name).toList()));
    return plot;
  }

  private static XYSeries series(XYPlot plot, Figure.Series series, int s, int of) {
    var points = new XYSeries(series.name(), false, true);
    for (var i = 0; i < series.points().size(); i++) {
      var point = series.points().get(i);
      if (point != null) {
        var x = i + (s - (of - 1) / 2.0) * 0.03;
        points.add(x, point.value());
        upright(plot, point, x, SERIES[s % SERIES.length]);
      }
    }
    return points;
  }

  private LegendItemCollection items(List<String> names) {
    var items = new LegendItemCollection();
    for (var i = 0; i < names.size(); i++) {
      var shape = i % 2 == 0 ? CIRCLE : DIAMOND;
      items.add(new LegendItem(names.get(i), null, null, null, shape, SERIES[i % SERIES.length]));
    }
    return items;
  }

  private XYPlot rows(List<String> names, String unit) {
    var symbols = symbols(names);
    symbols.setInverted(true);
    // Room above the first row for the name of the line.
    symbols.setRange(-1.1, Math.max(0, names.size() - 1) + 0.6);
    var plot = new XYPlot(new XYSeriesCollection(), percent(unit), symbols, markRenderer());
    grid(plot, false);
    plot.setRangeGridlinesVisible(false);
    plot.setDomainGridlinesVisible(true);
    return plot;
  }

  private SymbolAxis symbols(List<String> names) {
    var axis =
        new SymbolAxis(null, names.stream().map(FigureChart::shortened).toArray(String[]::new));
    axis.setGridBandsVisible(false);
    axis.setAutoRange(false);
    axis.setRange(-0.6, Math.max(0, names.size() - 1) + 0.6);
    style(axis);
    return axis;
  }

  private static String shortened(String name) {
    var points = name.codePoints().toArray();
    return points.length <= 48 ? name : new String(points, 0, 47) + "…";
  }

  private NumberAxis percent(String label) {
    return upTo(100, label);
  }

  private NumberAxis upTo(double top, String label) {
    var axis = new NumberAxis(label);
    axis.setRange(0, top);
    axis.setTickUnit(new NumberTickUnit(top / 4));
    style(axis);
    return axis;
  }

  private void style(ValueAxis axis) {
    axis.setTickLabelFont(font.deriveFont(8f));
    axis.setLabelFont(font.deriveFont(8.5f));
    axis.setTickLabelPaint(INK);
    axis.setLabelPaint(SOFT);
    axis.setAxisLinePaint(GRID);
    axis.setTickMarksVisible(false);
  }

  private static void grid(XYPlot plot, boolean both) {
    plot.setRangeGridlinePaint(GRID);
    plot.setDomainGridlinePaint(GRID);
    plot.setRangeGridlineStroke(THIN);
    plot.setDomainGridlineStroke(THIN);
    plot.setDomainGridlinesVisible(both);
  }

  private void line(XYPlot plot, Double value, String label) {
    if (value == null) {
      return;
    }
    var marker = new ValueMarker(value, INK, FIRM);
    marker.setLabel(label);
    marker.setLabelFont(font.deriveFont(8f));
    marker.setLabelPaint(INK);
    marker.setLabelBackgroundColor(new Color(0, 0, 0, 0));
    marker.setLabelAnchor(RectangleAnchor.TOP_RIGHT);
    marker.setLabelTextAnchor(TextAnchor.TOP_LEFT);
    plot.addDomainMarker(marker);
  }

  private static void whisker(XYPlot plot, Point point, double row, Color colour) {
    if (point.low() != null && point.high() != null) {
      behind(plot, new XYLineAnnotation(point.low(), row, point.high(), row, FIRM, colour));
    }
  }

  /** Behind the marks, in the order in which they come. */
  private static void behind(XYPlot plot, XYAnnotation annotation) {
    plot.getRenderer().addAnnotation(annotation, Layer.BACKGROUND);
  }

  private static void upright(XYPlot plot, Point point, double x, Color colour) {
    if (point.low() != null && point.high() != null) {
      behind(plot, new XYLineAnnotation(x, point.low(), x, point.high(), THIN, colour));
    }
  }

  private XYTextAnnotation text(
      XYPlot plot, String words, double x, double y, Color colour, float size) {
    var text = new XYTextAnnotation(words, x, y);
    text.setFont(font.deriveFont(size));
    text.setPaint(colour);
    plot.addAnnotation(text);
    return text;
  }

  private static Shape diamond(double radius) {
    var path = new Path2D.Double();
    path.moveTo(0, -radius);
    Arrays.asList(new double[] {radius, 0}, new double[] {0, radius}, new double[] {-radius, 0})
        .forEach(corner -> path.lineTo(corner[0], corner[1]));
    path.closePath();
    return path;
  }
}
