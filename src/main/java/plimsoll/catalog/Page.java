package plimsoll.catalog;

import java.util.List;
import java.util.function.Function;
import plimsoll.access.Refusal;

/**
 * At most 100 of a longer list.
 *
 * @param next what to send as {@code after} for the following ones; null when these are the last
 */
public record Page<T>(List<T> items, String next) {
  static final int SIZE_MAX = 100;

  /**
   * @param all sorted by key
   * @param after the key after which the page begins; null for the first page
   * @param limit how many at most; null for 100
   */
  static <T> Page<T> of(List<T> all, Function<T, String> key, String after, Integer limit) {
    if (limit != null && (limit < 1 || limit > SIZE_MAX)) {
      throw Refusal.wrong("limit", "A page has 1 to 100 entries.");
    }
    var size = limit == null ? SIZE_MAX : limit;
    var rest =
        all.stream().filter(one -> after == null || key.apply(one).compareTo(after) > 0).toList();
    var items = rest.subList(0, Math.min(size, rest.size()));
    return new Page<>(items, rest.size() > size ? key.apply(items.get(size - 1)) : null);
  }
}
