package plimsoll.pattern;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Services' choices as small numbers, which compare faster than words. */
final class Codes {
  /** No choice has this number. */
  static final int UNKNOWN = 0;

  /** How a trait is written that a service lacks. */
  static final int ABSENT = 1;

  private static final int PRESENT = 2;
  private static final Feature[] FEATURES = Feature.values();

  private Codes() {}

  /**
   * A row for each service, with a number for each feature; numbers of two calls do not compare.
   */
  static int[][] of(List<Fingerprint> services) {
    var words = new ArrayList<Map<String, Integer>>();
    for (int f = 0; f < FEATURES.length; f++) words.add(new HashMap<>());
    return services.stream().map(service -> row(service, words)).toArray(int[][]::new);
  }

  private static int[] row(Fingerprint service, List<Map<String, Integer>> words) {
    var row = new int[FEATURES.length];
    service.values().forEach((f, word) -> row[f.ordinal()] = code(f, word, words.get(f.ordinal())));
    return row;
  }

  private static int code(Feature feature, String word, Map<String, Integer> words) {
    return switch (feature.type()) {
      case CATEGORY -> words.computeIfAbsent(word, key -> words.size() + 1);
      case TRAIT -> word.equals("true") ? PRESENT : ABSENT;
      case ORDINAL -> Integer.parseInt(word);
    };
  }
}
