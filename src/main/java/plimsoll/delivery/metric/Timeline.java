package plimsoll.delivery.metric;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/** Searches what lies in the order of time, and measures it. */
final class Timeline {
  private Timeline() {}

  /** Negative when they are the wrong way round; any two moments have a distance. */
  static double seconds(Instant from, Instant to) {
    var lasted = Duration.between(from, to);
    return lasted.toSeconds() + lasted.toNanosPart() / 1e9;
  }

  /** Index of the first that is after a moment; the size when none is. */
  static <T> int firstAfter(List<T> all, Function<T, Instant> time, Instant at) {
    int low = 0;
    int high = all.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (time.apply(all.get(middle)).isAfter(at)) high = middle;
      else low = middle + 1;
    }
    return low;
  }
}
