package plimsoll.readiness;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import plimsoll.disclosure.Published;
import plimsoll.statistics.Interval;

/**
 * The mean of several criteria as one place on an axis. Its interval is as wide as the criteria's
 * are in the mean: the same people and records stand behind all, so their errors do not cancel.
 */
final class Axis {

  private Axis() {}

  /** How a figure is rounded before it is shown. */
  interface Rounded {
    Published of(double value, Interval interval, List<Published> from);
  }

  /** Better practice is higher: 100 less the mean need of D1 to D4. */
  static Published devopsPractice(Map<Criterion, Published> joined, Rounded rounded) {
    return mean(joined, Worlds.DEVOPS, true, rounded);
  }

  /** The mean need of P2 to P4. */
  static Published platformNeed(Map<Criterion, Published> joined, Rounded rounded) {
    return mean(joined, Worlds.NEED, false, rounded);
  }

  /** Withheld, with the first reason, when more than one of the criteria is. */
  private static Published mean(
      Map<Criterion, Published> joined, List<Criterion> among, boolean turned, Rounded rounded) {
    var shown = new ArrayList<Published>();
    Published missing = null;
    for (Criterion each : among) {
      Published score = joined.get(each);
      if (score.shown()) shown.add(score);
      else if (missing == null) missing = score;
    }
    if (shown.size() < among.size() - 1) return Published.withheld(missing.withheld());
    double value = mean(shown, Published::value);
    double low = mean(shown, Published::low);
    double high = mean(shown, Published::high);
    return turned
        ? rounded.of(100 - value, new Interval(100 - high, 100 - low), shown)
        : rounded.of(value, new Interval(low, high), shown);
  }

  private static double mean(List<Published> scores, ToDoubleFunction<Published> end) {
    return scores.stream().mapToDouble(end).average().orElseThrow();
  }
}
