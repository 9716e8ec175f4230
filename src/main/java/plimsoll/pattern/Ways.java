package plimsoll.pattern;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The different fingerprints among services, each with how many services have it, and how far any
 * two lie apart. Each pair is compared once and kept in two bytes, exactly: a distance is a whole
 * number of {@value #UNITS}ths, because it is eighteenths over one to eight groups.
 */
final class Ways implements Distances {
  private static final int UNITS = Part.EIGHTEENTHS * 840;

  /** So many take 600 MB while they are clustered; of more no two are compared. */
  static final int MOST = 14_000;

  private final int[] wayOf;
  private final List<List<Integer>> services = new ArrayList<>();
  private final char[][] units;

  private Ways(List<Fingerprint> all, int most) {
    wayOf = new int[all.size()];
    var first = new ArrayList<Fingerprint>();
    Map<Map<Feature, String>, Integer> known = new HashMap<>();
    for (int i = 0; i < wayOf.length; i++) {
      int next = known.size();
      wayOf[i] = known.computeIfAbsent(all.get(i).values(), values -> next);
      if (wayOf[i] == next) {
        first.add(all.get(i));
        services.add(new ArrayList<>());
      }
      services.get(wayOf[i]).add(i);
    }
    units = first.size() > most ? null : units(first);
  }

  /**
   * @param all of which any two have a known feature in common
   */
  static Ways of(List<Fingerprint> all) {
    return of(all, MOST);
  }

  /**
   * @param most of more different fingerprints than these no two are compared
   */
  static Ways of(List<Fingerprint> all, int most) {
    return new Ways(all, most);
  }

  private static char[][] units(List<Fingerprint> ways) {
    var units = new char[ways.size()][];
    var pair = new Distance(Part.all(ways));
    for (int i = 0; i < units.length; i++) {
      units[i] = new char[i];
      for (int j = 0; j < i; j++) {
        pair.compare(i, j);
        units[i][j] = (char) Math.rint(pair.in(Distance.ALL) * UNITS);
      }
    }
    return units;
  }

  /** Whether there are no more than can be compared each with each. */
  boolean compared() {
    return units != null;
  }

  @Override
  public int size() {
    return services.size();
  }

  @Override
  public double between(int one, int other) {
    if (one == other) return 0;
    return (one > other ? units[one][other] : units[other][one]) / (double) UNITS;
  }

  /** Numbers of the services that have a way, ascending. */
  List<Integer> services(int way) {
    return services.get(way);
  }

  int weight(int way) {
    return services.get(way).size();
  }

  /** How many services have each way. */
  int[] weights() {
    return services.stream().mapToInt(List::size).toArray();
  }

  /** The same for services. */
  Distances ofServices() {
    return new Distances() {
      @Override
      public int size() {
        return wayOf.length;
      }

      @Override
      public double between(int one, int other) {
        return Ways.this.between(wayOf[one], wayOf[other]);
      }
    };
  }
}
