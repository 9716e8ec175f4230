package plimsoll.delivery.metric;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Finds records by the id that another record names. The id is looked for in the other record's own
 * source first, and elsewhere only where a single source knows it.
 */
final class References<T> {
  private final Map<String, T> byKey;
  private final Map<String, List<T>> byId;

  References(List<T> records, Function<T, String> key, Function<T, String> id) {
    byKey = records.stream().collect(toMap(key, one -> one));
    byId = records.stream().collect(groupingBy(id));
  }

  /** The record; null when it is not known, or not for certain. */
  T find(String source, String id) {
    if (id == null) {
      return null;
    }
    var own = byKey.get(source + "/" + id);
    var all = byId.getOrDefault(id, List.of());
    return own != null ? own : all.size() == 1 ? all.get(0) : null;
  }
}
