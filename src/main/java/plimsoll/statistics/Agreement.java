package plimsoll.statistics;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.commons.math3.stat.inference.OneWayAnova;

/** How far the people of one group say the same. Items are arrays of answers, one a person. */
public final class Agreement {

  /** Variance of answers by pure chance, all five equally likely. */
  public static final double UNIFORM = 2.0;

  /** Variance of chance answers that lean a little to one side (James, Demaree and Wolf 1984). */
  public static final double SKEWED = 1.34;

  private Agreement() {}

  /** Variance of answers on a scale of some points, all equally likely: (A² − 1) / 12. */
  public static double uniform(int points) {
    return (points * points - 1) / 12.0;
  }

  /**
   * r_wg(J): 1 when all agree, 0 when they agree no more than by chance.
   *
   * @param chance variance of answers by chance
   */
  public static double withinGroup(List<double[]> items, double chance) {
    double variance = items.stream().mapToDouble(Moments::variance).average().orElseThrow();
    double kept = items.size() * (1 - variance / chance);
    return kept <= 0 ? 0 : kept / (kept + variance / chance);
  }

  /** Mean distance from the median, over items, in points of the scale. */
  public static double medianDeviation(List<double[]> items) {
    return items.stream().mapToDouble(Agreement::medianDeviation).average().orElseThrow();
  }

  private static double medianDeviation(double[] answers) {
    double median = Moments.median(answers);
    double sum = 0;
    for (double answer : answers) sum += Math.abs(answer - median);
    return sum / answers.length;
  }

  /**
   * How far groups differ beyond what their members do.
   *
   * @param f of the one-way analysis of variance; infinite when members of a group never differ
   * @param meanSize the size that unequal groups are worth, n₀
   * @param single ICC(1): the share of variance that lies between groups
   * @param mean ICC(2): how reliable the mean of a group is
   */
  public record Icc(double f, double meanSize, double single, double mean) {}

  /** Needs two groups or more with two members or more in all. */
  public static Icc icc(Collection<double[]> groups) {
    double f = new OneWayAnova().anovaFValue(new ArrayList<>(groups));
    double people = 0;
    double squares = 0;
    for (double[] group : groups) {
      people += group.length;
      squares += (double) group.length * group.length;
    }
    double size = (people - squares / people) / (groups.size() - 1);
    if (Double.isInfinite(f)) return new Icc(f, size, 1, 1);
    return new Icc(f, size, (f - 1) / (f - 1 + size), (f - 1) / f);
  }
}
