package plimsoll.statistics;

import java.util.List;

/**
 * How far the people of one group say the same. Items are arrays of answers, one a person; who left
 * an item out is absent from its array.
 *
 * @param even r_wg(J) against answers that are all equally likely, 0 to 1
 * @param skewed the same against chance answers that lean a little to one side, 0 to 1
 * @param deviation AD: mean distance from the median, in points of the scale
 * @param word what may be said
 */
public record Agreement(double even, double skewed, double deviation, Word word) {

  /** Variance of answers by pure chance, all five equally likely. */
  public static final double UNIFORM = 2.0;

  /** Variance of chance answers that lean a little to one side (James, Demaree and Wolf 1984). */
  public static final double SKEWED = 1.34;

  /** Of fewer people agreement says nothing. */
  public static final int FEWEST = 5;

  /** From here on a group agrees (LeBreton and Senter 2008). */
  public static final double AGREED = 0.70;

  /** What may be said of a group. */
  public enum Word {
    AGREE,
    /** Only against even chance, which flatters. */
    AGREE_NARROWLY,
    DIVIDED;

    private static Word of(double even, double skewed) {
      return even < AGREED ? DIVIDED : skewed < AGREED ? AGREE_NARROWLY : AGREE;
    }
  }

  /**
   * @param points of the scale, 2 or more; the skewed chance is that of five points, in proportion
   * @return null when an item has fewer than five answers
   */
  public static Agreement of(List<double[]> items, int points) {
    if (items.isEmpty() || items.stream().anyMatch(i -> i.length < FEWEST)) return null;
    double even = withinGroup(items, uniform(points));
    double skewed = withinGroup(items, uniform(points) * SKEWED / UNIFORM);
    return new Agreement(even, skewed, medianDeviation(items), Word.of(even, skewed));
  }

  /** The second opinion: no farther from the median than a sixth of the scale (Burke 1999). */
  public static boolean near(double deviation, int points) {
    return deviation <= points / 6.0;
  }

  /** Variance of answers on a scale of some points, all equally likely: (A² − 1) / 12. */
  public static double uniform(int points) {
    Refuse.unless(points >= 2, "a scale has two points or more, and not " + points);
    return ((double) points * points - 1) / 12;
  }

  /**
   * r_wg(J): 1 when all agree, 0 when they agree no more than by chance.
   *
   * @param items each with two answers or more
   * @param chance variance of answers by chance, above 0
   */
  public static double withinGroup(List<double[]> items, double chance) {
    Refuse.unless(chance > 0 && Double.isFinite(chance), "chance has a variance above 0");
    Refuse.unless(!items.isEmpty(), "agreement needs an item");
    double variance = items.stream().mapToDouble(Agreement::variance).average().orElseThrow();
    double kept = items.size() * (1 - variance / chance);
    return kept <= 0 ? 0 : kept / (kept + variance / chance);
  }

  /** Mean distance from the median, over items, in points of the scale. */
  public static double medianDeviation(List<double[]> items) {
    Refuse.unless(!items.isEmpty(), "agreement needs an item");
    return items.stream().mapToDouble(Agreement::medianDeviation).average().orElseThrow();
  }

  private static double variance(double[] answers) {
    Refuse.unless(answers.length >= 2, "one person has nobody to agree with");
    Refuse.unlessFinite(answers);
    return Moments.variance(answers);
  }

  private static double medianDeviation(double[] answers) {
    double median = Moments.median(answers);
    double sum = 0;
    for (double answer : answers) sum += Math.abs(answer - median);
    return sum / answers.length;
  }
}
