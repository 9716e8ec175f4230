package plimsoll.delivery.metric;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/** Searches what lies in the order of time. */
final class Timeline {
  private Timeline() {}

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
