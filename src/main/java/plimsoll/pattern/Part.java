package plimsoll.pattern;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import plimsoll.pattern.Feature.Group;
import plimsoll.pattern.Feature.Type;

/**
 * What services choose in one group of features, and how far any two lie apart in it. Few different
 * ways to choose are in use, so each two of these are compared once, however many services there
 * are.
 *
 * <p>A difference is packed into one number, so that those of all groups can be added: the mean
 * over the features in whole eighteenths, which holds any mean of up to three thirds; {@link
 * #COUNTED} when the group counts; {@link #MET} when both services tell of a feature in it.
 */
final class Part {
  static final int EIGHTEENTHS = 18;
  static final int COUNTED = 1 << 16;
  static final int MET = 1 << 24;

  private static final int UNKNOWN = -1;
  private static final int LACKING = 0;

  /** With more ways to choose than this the table would be larger than it is worth. */
  private static final int MOST_TABLED = 1_000;

  private final List<Feature> features;
  private final List<int[]> ways = new ArrayList<>();
  private final int[] wayOf;
  private final int[] table;

  Part(Group group, List<Fingerprint> services) {
    features = Arrays.stream(Feature.values()).filter(f -> f.group() == group).toList();
    wayOf = wayOf(services);
    table = ways.size() <= MOST_TABLED ? table() : null;
  }

  /** One for each group. */
  static Part[] all(List<Fingerprint> services) {
    return Arrays.stream(Group.values())
        .map(group -> new Part(group, services))
        .toArray(Part[]::new);
  }

  int difference(int service, int other) {
    int a = wayOf[service];
    int b = wayOf[other];
    return table == null ? difference(ways.get(a), ways.get(b)) : table[a * ways.size() + b];
  }

  /** Number of a choice, which two services share when they choose alike; −1 when not known. */
  int choice(int service, Feature feature) {
    return ways.get(wayOf[service])[features.indexOf(feature)];
  }

  private int[] wayOf(List<Fingerprint> services) {
    Map<String, Integer> words = new HashMap<>();
    Map<List<Integer>, Integer> known = new HashMap<>();
    return services.stream()
        .mapToInt(
            service -> {
              var way =
                  features.stream().map(f -> code(f, service.values().get(f), words)).toList();
              int next = known.size();
              int index = known.computeIfAbsent(way, key -> next);
              if (index == next) ways.add(way.stream().mapToInt(code -> code).toArray());
              return index;
            })
        .toArray();
  }

  private static int code(Feature feature, String value, Map<String, Integer> words) {
    if (value == null) return UNKNOWN;
    return switch (feature.type()) {
      case CATEGORY -> words.computeIfAbsent(value, word -> words.size());
      case TRAIT -> value.equals("true") ? 1 : LACKING;
      case ORDINAL -> Integer.parseInt(value);
    };
  }

  private int[] table() {
    var table = new int[ways.size() * ways.size()];
    for (int i = 0; i < table.length; i++) {
      table[i] = difference(ways.get(i / ways.size()), ways.get(i % ways.size()));
    }
    return table;
  }

  private int difference(int[] a, int[] b) {
    int thirds = 0;
    int counted = 0;
    boolean met = false;
    for (int f = 0; f < a.length; f++) {
      if (a[f] == UNKNOWN || b[f] == UNKNOWN) continue;
      met = true;
      var type = features.get(f).type();
      if (type == Type.TRAIT && a[f] == LACKING && b[f] == LACKING) continue;
      counted++;
      if (a[f] != b[f]) thirds += type == Type.ORDINAL ? Math.abs(a[f] - b[f]) : 3;
    }
    int difference = met ? MET : 0;
    return counted == 0 ? difference : difference + COUNTED + thirds * EIGHTEENTHS / 3 / counted;
  }
}
