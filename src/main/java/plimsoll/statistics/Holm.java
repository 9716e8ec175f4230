package plimsoll.statistics;

import java.util.Comparator;
import java.util.stream.IntStream;

/** Many tests at once (Holm 1979). */
public final class Holm {

  private Holm() {}

  /**
   * The p values, each 0 to 1, adjusted so that one false alarm among all is as rare as one alone.
   */
  public static double[] adjusted(double[] p) {
    for (double each : p) Refuse.unless(each >= 0 && each <= 1, each + " is not a probability");
    int[] order =
        IntStream.range(0, p.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> p[i]))
            .mapToInt(i -> i)
            .toArray();
    double[] adjusted = new double[p.length];
    double highest = 0;
    for (int k = 0; k < order.length; k++) {
      highest = Math.max(highest, Math.min(1, (p.length - k) * p[order[k]]));
      adjusted[order[k]] = highest;
    }
    return adjusted;
  }
}
