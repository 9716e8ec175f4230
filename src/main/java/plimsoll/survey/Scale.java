package plimsoll.survey;

import java.util.List;

/**
 * The points one can choose from, in order, each with its words.
 *
 * @param key such as "F5"; unique within a survey
 * @param points two to eleven, one apart, lowest first
 */
public record Scale(String key, List<Point> points) {
  public static final int MOST_POINTS = 11;

  public Scale {
    points = List.copyOf(points);
    if (points.size() < 2 || points.size() > MOST_POINTS) {
      throw new IllegalArgumentException("a scale has 2 to " + MOST_POINTS + " points");
    }
    for (int i = 1; i < points.size(); i++) {
      if (points.get(i).value() != points.get(0).value() + i) {
        throw new IllegalArgumentException("the points of a scale go up one by one");
      }
    }
  }

  public int lowest() {
    return points.get(0).value();
  }

  public int highest() {
    return points.get(points.size() - 1).value();
  }

  public boolean has(int value) {
    return value >= lowest() && value <= highest();
  }

  /** One point: the number that is stored and the words that are read. */
  public record Point(int value, Text label) {}
}
