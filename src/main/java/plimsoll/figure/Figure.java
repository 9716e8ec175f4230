package plimsoll.figure;

import java.util.List;
import java.util.Objects;

/**
 * What a picture shows, as numbers and words. The page, the PDF and the table are drawn from the
 * same figure, so they cannot disagree.
 */
public sealed interface Figure {

  /** Stable within a report: the anchor and the name of the file. */
  String key();

  /** The finding, as a sentence. */
  String title();

  /** How to read it: units, intervals, what is missing. */
  String caption();

  /** The same content as a table, heads first. */
  List<List<String>> table();

  /** True where there is something to draw; else the title and the table say all. */
  boolean drawn();

  /**
   * Points with a region of uncertainty on two axes of 0 to 100.
   *
   * @param marks the teams, then the organisation
   * @param regions where which verdict applies, drawn faintly
   */
  record Plane(
      String key,
      String title,
      String caption,
      String xLabel,
      String yLabel,
      List<Mark> marks,
      List<Region> regions,
      List<List<String>> table)
      implements Figure {
    @Override
    public boolean drawn() {
      return !marks.isEmpty();
    }
  }

  /** One bar a row with its interval, against a line. */
  record Bars(
      String key,
      String title,
      String caption,
      String unit,
      Double line,
      String lineLabel,
      List<Bar> bars,
      List<List<String>> table)
      implements Figure {
    @Override
    public boolean drawn() {
      return bars.stream().anyMatch(bar -> bar.value() != null);
    }
  }

  /**
   * Values over time with intervals.
   *
   * @param top where the axis ends, which begins at 0; a multiple of 4 steps
   * @param breaks where what is before and after was measured by another method
   */
  record Trend(
      String key,
      String title,
      String caption,
      String unit,
      double top,
      List<String> times,
      List<Series> series,
      List<Break> breaks,
      List<List<String>> table)
      implements Figure {
    @Override
    public boolean drawn() {
      return series.stream().anyMatch(line -> line.points().stream().anyMatch(Objects::nonNull));
    }
  }

  /**
   * Who is near whom, without axes: only how far two spots lie apart tells something.
   *
   * @param height of the field, where its width is 100
   * @param tenth how long a distance of 0.1 is, in the same unit; null where none can be shown
   * @param kinds what the shapes and colours stand for, at most {@link #KINDS} and then one for all
   *     the rest
   */
  record Field(
      String key,
      String title,
      String caption,
      double height,
      Double tenth,
      List<String> kinds,
      List<Spot> spots,
      List<List<String>> table)
      implements Figure {
    /** More than these nobody tells apart. */
    public static final int KINDS = 11;

    @Override
    public boolean drawn() {
      return !spots.isEmpty();
    }
  }

  /**
   * Two values a row, such as what people say beside what records say.
   *
   * @param line where a value starts to count; null for none
   */
  record Pairs(
      String key,
      String title,
      String caption,
      String unit,
      String firstLabel,
      String secondLabel,
      Double line,
      String lineLabel,
      List<Pair> pairs,
      List<List<String>> table)
      implements Figure {
    @Override
    public boolean drawn() {
      return !pairs.isEmpty();
    }
  }

  /**
   * @param href where a click leads; null for nowhere
   * @param large true for the organisation
   */
  record Mark(
      String name,
      double x,
      double y,
      double xLow,
      double xHigh,
      double yLow,
      double yHigh,
      String href,
      boolean large) {}

  /**
   * A service, or several that lie so near each other that one mark stands for all.
   *
   * @param x 0 to 100
   * @param y 0 to the height of the field, upwards
   * @param kind index of its shape and colour; {@link Field#KINDS} for the rest
   * @param count how many it stands for
   */
  record Spot(String name, double x, double y, int kind, int count, String href) {}

  /** A faint rectangle with a name. */
  record Region(String name, double xFrom, double xTo, double yFrom, double yTo) {}

  /**
   * @param value null when withheld; then {@code note} says why
   */
  record Bar(String name, Double value, Double low, Double high, String note, String href) {}

  /**
   * @param points one for each time; null where nothing may be shown or nothing is known
   */
  record Series(String name, List<Point> points) {}

  /**
   * @param first null where nothing is known or shown
   * @param second null where nothing is known or shown
   * @param apart true where the two disagree
   */
  record Pair(String name, Point first, Point second, boolean apart, String href) {}

  /**
   * A break in a trend.
   *
   * @param at the first time after it, counted from 0
   */
  record Break(int at, String name) {}

  /** A value with its interval; low and high are null where none is known. */
  record Point(double value, Double low, Double high) {}
}
