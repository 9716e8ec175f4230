package plimsoll.report;

import java.util.Locale;

/** Shapes that differ without colour: each kind of mark on a field has its own. */
final class Shapes {
  /** Corners as x and y of a radius of 1, clockwise; none for a circle. */
  private static final double[][] CORNERS = {
    {},
    {0, -1.25, 1.25, 0, 0, 1.25, -1.25, 0},
    {-0.9, -0.9, 0.9, -0.9, 0.9, 0.9, -0.9, 0.9},
    {0, -1.2, 1.15, 0.9, -1.15, 0.9},
    {0, 1.2, -1.15, -0.9, 1.15, -0.9},
    {
      -0.4, -1.2, 0.4, -1.2, 0.4, -0.4, 1.2, -0.4, 1.2, 0.4, 0.4, 0.4, 0.4, 1.2, -0.4, 1.2, -0.4,
      0.4, -1.2, 0.4, -1.2, -0.4, -0.4, -0.4
    },
    {-1.15, 0, -0.6, -1, 0.6, -1, 1.15, 0, 0.6, 1, -0.6, 1},
    {-1.3, -0.55, 1.3, -0.55, 1.3, 0.55, -1.3, 0.55},
    {1.2, 0, -0.9, 1.15, -0.9, -1.15},
    {-1.2, 0, 0.9, -1.15, 0.9, 1.15},
    {-0.55, -1.3, 0.55, -1.3, 0.55, 1.3, -0.55, 1.3}
  };

  private Shapes() {}

  /** The corners of a kind's shape; empty for a circle, which also all the rest are. */
  static double[] corners(int kind) {
    return kind < CORNERS.length ? CORNERS[kind] : CORNERS[0];
  }

  /** As SVG draws it. */
  static String path(int kind, double x, double y, double radius) {
    double[] corners = corners(kind);
    if (corners.length == 0) {
      return circle(x, y, radius);
    }
    var path = new StringBuilder();
    for (int i = 0; i < corners.length; i += 2) {
      path.append(i == 0 ? 'M' : 'L')
          .append(format("%.1f %.1f", x + corners[i] * radius, y + corners[i + 1] * radius));
    }
    return path.append('z').toString();
  }

  private static String circle(double x, double y, double radius) {
    return format(
        "M%.1f %.1fa%3$.1f %3$.1f 0 1 0 %4$.1f 0a%3$.1f %3$.1f 0 1 0 -%4$.1f 0z",
        x - radius, y, radius, 2 * radius);
  }

  private static String format(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
