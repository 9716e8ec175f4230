package plimsoll.readiness;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.StatUtils;

/** How much more an attack finds than the best way of guessing, over organisations. */
final class Gain {
  private final List<Siege.Found> all = new ArrayList<>();

  void count(Siege.Found found) {
    all.add(found);
  }

  double attack() {
    return StatUtils.mean(all.stream().mapToDouble(Gain::attack).toArray());
  }

  double guess() {
    return StatUtils.mean(guesses(best()));
  }

  double mean() {
    return attack() - guess();
  }

  /** Half of the 95 % interval of the gain. */
  double reach() {
    int best = best();
    double[] gains = all.stream().mapToDouble(each -> attack(each) - guess(each, best)).toArray();
    return 2 * Math.sqrt(StatUtils.variance(gains) / gains.length);
  }

  private int best() {
    return IntStream.range(0, Siege.GUESSES)
        .boxed()
        .max(java.util.Comparator.comparingDouble(g -> StatUtils.mean(guesses(g))))
        .orElseThrow();
  }

  private double[] guesses(int which) {
    return all.stream().mapToDouble(each -> guess(each, which)).toArray();
  }

  private static double attack(Siege.Found found) {
    return (double) found.attack() / found.answers();
  }

  private static double guess(Siege.Found found, int which) {
    return (double) found.guesses()[which] / found.answers();
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%.1f | %.1f | %+.1f ± %.1f",
        100 * attack(),
        100 * guess(),
        100 * mean(),
        100 * reach());
  }
}
