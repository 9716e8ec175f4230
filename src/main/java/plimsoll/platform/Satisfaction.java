package plimsoll.platform;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import plimsoll.statistics.Estimate;
import plimsoll.statistics.Proportion;

/**
 * What users answer to "Overall, how satisfied are you?" (K7). Not safe to show as it is.
 *
 * @param satisfied of all who answered, those who chose 4 or 5
 * @param mean of the points, 1 to 5, with its t error; null where fewer than two answered
 */
public record Satisfaction(Proportion satisfied, Estimate mean) {
  private static final int LOWEST = 1;
  private static final int SATISFIED = 4;
  private static final int HIGHEST = 5;

  /**
   * All, and apart those who must use the platform and those who may: whoever has no choice is
   * within reach, and not for that satisfied.
   */
  public record Apart(Satisfaction all, Satisfaction mandated, Satisfaction free) {}

  /**
   * @param points 1 to 5, one for each person who answered
   * @throws BadRecord for any other point
   */
  public static Satisfaction of(int[] points) {
    for (int point : points) {
      BadRecord.unless(point >= LOWEST && point <= HIGHEST, "K7 has no answer %d", point);
    }
    int satisfied = (int) Arrays.stream(points).filter(point -> point >= SATISFIED).count();
    return new Satisfaction(
        new Proportion(satisfied, points.length),
        points.length < 2
            ? null
            : Estimate.ofSample(Arrays.stream(points).asDoubleStream().toArray()));
  }

  /**
   * @param points by the team's key
   * @param mandated keys of the teams that must use the platform
   */
  public static Apart apart(Map<String, int[]> points, Set<String> mandated) {
    return new Apart(
        of(together(points, Set.of(), false)),
        of(together(points, mandated, true)),
        of(together(points, mandated, false)));
  }

  private static int[] together(Map<String, int[]> points, Set<String> among, boolean within) {
    return points.entrySet().stream()
        .filter(each -> among.contains(each.getKey()) == within)
        .flatMapToInt(each -> IntStream.of(each.getValue()))
        .toArray();
  }
}
