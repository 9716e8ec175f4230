package plimsoll.figure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import plimsoll.figure.Figure.Mark;

/**
 * Finds a place for the names of marks on a plane so that they don't lie over each other. Marks at
 * the same place share one label. A name that finds no place is left out: the table has it.
 */
public final class Labels {
  private static final double GAP = 9;
  private static final int LONGEST = 28;
  private final double width;
  private final double height;
  private final double size;
  private final List<double[]> taken = new ArrayList<>();

  private Labels(double width, double height, double size) {
    this.width = width;
    this.height = height;
    this.size = size;
  }

  /**
   * A name with the middle of its text, in the plane's units of 0 to 100.
   *
   * @param bold true where the organisation is among the names
   */
  public record Label(String text, double x, double y, boolean bold) {}

  /**
   * @param width of the plot in the same unit as {@code size}
   * @param size of the letters
   */
  public static List<Label> place(List<Mark> marks, double width, double height, double size) {
    return new Labels(width, height, size).place(marks);
  }

  private List<Label> place(List<Mark> marks) {
    marks.forEach(mark -> taken.add(around(mark.x(), mark.y(), 10, 10)));
    var labels = new ArrayList<Label>();
    together(marks).forEach((at, names) -> label(at, names, marks).ifPresent(labels::add));
    return labels;
  }

  private static LinkedHashMap<List<Double>, List<String>> together(List<Mark> marks) {
    var together = new LinkedHashMap<List<Double>, List<String>>();
    for (var mark : marks) {
      var at = List.of(mark.x(), mark.y());
      together.computeIfAbsent(at, key -> new ArrayList<>()).add(mark.name());
    }
    return together;
  }

  private Optional<Label> label(List<Double> at, List<String> names, List<Mark> marks) {
    var text = shortened(names);
    var bold = marks.stream().anyMatch(mark -> mark.large() && names.contains(mark.name()));
    var half = width(text) / 2 * size / width * 100;
    var side = half + GAP / width * 100;
    var up = (size / 2 + GAP) / height * 100;
    double[][] places = {
      {side, 0}, {-side, 0}, {0, up}, {0, -up}, {side, up}, {side, -up}, {-side, up}, {-side, -up}
    };
    for (var place : places) {
      var x = at.get(0) + place[0];
      var y = at.get(1) + place[1];
      var box = around(x, y, width(text) * size, size * 1.1);
      if (free(box)) {
        taken.add(box);
        return Optional.of(new Label(text, x, y, bold));
      }
    }
    return Optional.empty();
  }

  private static String shortened(List<String> names) {
    var text = String.join(", ", names);
    var points = text.codePoints().toArray();
    return points.length <= LONGEST
        ? text
        : new String(points, 0, LONGEST - 1).stripTrailing() + "…";
  }

  /** The width of a text in letters' sizes: letters of East Asia are twice as wide. */
  static double width(String text) {
    return text.codePoints().mapToDouble(Labels::widthOf).sum();
  }

  private static double widthOf(int point) {
    if (point >= 0x1100) {
      return 1;
    }
    return point < 0x80 ? 0.6 : 0.68;
  }

  private double[] around(double x, double y, double boxWidth, double boxHeight) {
    var halfX = boxWidth / width * 50;
    var halfY = boxHeight / height * 50;
    return new double[] {x - halfX, x + halfX, y - halfY, y + halfY};
  }

  private boolean free(double[] box) {
    return box[0] >= 0
        && box[1] <= 100
        && box[2] >= 0
        && box[3] <= 100
        && taken.stream().noneMatch(other -> overlap(box, other));
  }

  private static boolean overlap(double[] a, double[] b) {
    return a[0] < b[1] && b[0] < a[1] && a[2] < b[3] && b[2] < a[3];
  }
}
