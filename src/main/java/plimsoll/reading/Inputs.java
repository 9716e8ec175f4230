package plimsoll.reading;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * What a reading is taken from, as SHA-256 of each kind of input in hexadecimal. So a reading that
 * is taken again can tell whether it is of the same cut, and if not, what became of it.
 *
 * @param parts by what they are, in words; sorted, as they come back from where they are kept
 */
record Inputs(Map<String, String> parts) {
  static final String ANSWERS = "the answers";
  static final String EVENTS = "the events";
  static final String PATTERNS = "the deployment patterns";
  static final String CLAIMS = "what was asked of the platform";

  Inputs {
    parts = new TreeMap<>(parts);
  }

  static Inputs none() {
    return new Inputs(Map.of());
  }

  Inputs with(String what, UnaryOperator<Digest> added) {
    var more = new TreeMap<>(parts);
    more.put(what, added.apply(new Digest()).hex());
    return new Inputs(more);
  }

  /**
   * What records said is not gathered again: what was found of it then is kept with the reading.
   */
  Inputs withRecordsOf(Inputs first) {
    var more = new TreeMap<>(parts);
    for (var what : List.of(EVENTS, PATTERNS, CLAIMS)) {
      if (first.parts.containsKey(what)) more.put(what, first.parts.get(what));
    }
    return new Inputs(more);
  }

  /** One digest over all of them. */
  String digest() {
    var all = new Digest();
    parts.forEach(all::add);
    return all.hex();
  }

  /** What is not the same in the other; empty for the same cut. */
  List<String> unlike(Inputs other) {
    return parts.keySet().stream()
        .filter(what -> !parts.get(what).equals(other.parts.get(what)))
        .toList();
  }
}
