package plimsoll.pattern;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import plimsoll.pattern.Feature.Group;

/**
 * How far services lie apart inside teams and between them.
 *
 * @param within mean distance within each team that has two services or more, by team
 * @param meanWithin mean of those that are consistent; null when there is none
 * @param between mean distance between services of different consistent teams, every pair of teams
 *     weighing the same; null with fewer than two such teams
 * @param consistent how many teams are consistent
 */
record Spread(Map<String, Double> within, Double meanWithin, Double between, int consistent) {

  /**
   * A way to look at the services.
   *
   * @param leftOut a group of features that does not count; null when all count
   * @param cut the largest mean distance within a consistent team
   */
  record Look(Group leftOut, double cut) {}

  static Spread of(List<Fingerprint> services, Group leftOut, double cut) {
    var look = new Look(leftOut, cut);
    return of(services, List.of(look)).get(look);
  }

  /**
   * One for each look. Over the consistent teams only, because noise inside teams hides what lies
   * between them. All looks share one comparison of each pair of services: that is what takes time.
   */
  static Map<Look, Spread> of(List<Fingerprint> services, List<Look> looks) {
    var teams = teams(services);
    var distance = new Distance();
    var within = teams.values().stream().map(team -> among(team, distance)).toList();
    var views = looks.stream().distinct().map(look -> new View(look, within)).toList();
    addBetween(List.copyOf(teams.values()), views, distance);
    var keys = List.copyOf(teams.keySet());
    return views.stream().collect(Collectors.toMap(view -> view.look, view -> view.spread(keys)));
  }

  /** Null with fewer than two consistent teams. */
  Double excess() {
    return between == null ? null : between - meanWithin;
  }

  /** The services' codes, by team. */
  private static TreeMap<String, List<int[]>> teams(List<Fingerprint> services) {
    var teams = new TreeMap<String, List<int[]>>();
    int[][] codes = Codes.of(services);
    for (int i = 0; i < codes.length; i++) {
      teams.computeIfAbsent(services.get(i).team(), key -> new ArrayList<>()).add(codes[i]);
    }
    return teams;
  }

  private static Means among(List<int[]> services, Distance distance) {
    var means = new Means();
    for (int i = 0; i < services.size(); i++) {
      for (int j = 0; j < i; j++) means.add(distance.views(services.get(i), services.get(j)));
    }
    return means;
  }

  private static void addBetween(List<List<int[]>> teams, List<View> views, Distance distance) {
    for (int i = 0; i < teams.size(); i++) {
      for (int j = 0; j < i; j++) {
        int one = i;
        int other = j;
        var looking = views.stream().filter(view -> view.both(one, other)).toList();
        if (looking.isEmpty()) continue;
        var across = across(teams.get(i), teams.get(j), distance);
        looking.forEach(view -> view.add(across));
      }
    }
  }

  private static Means across(List<int[]> some, List<int[]> others, Distance distance) {
    var means = new Means();
    for (var a : some) {
      for (var b : others) means.add(distance.views(a, b));
    }
    return means;
  }

  /** One way to look, while pairs of teams are compared. */
  private static final class View {
    private final Look look;
    private final int place;
    private final List<Means> within;
    private final boolean[] consistent;
    private double between;
    private int pairs;

    View(Look look, List<Means> within) {
      this.look = look;
      this.place = Distance.view(look.leftOut());
      this.within = within;
      this.consistent = new boolean[within.size()];
      for (int j = 0; j < consistent.length; j++) {
        // A sum of thirds may miss the cut by the last bit.
        consistent[j] = within(j) <= look.cut() + 1e-9;
      }
    }

    boolean both(int one, int other) {
      return consistent[one] && consistent[other];
    }

    void add(Means across) {
      double mean = across.value(place);
      if (Double.isNaN(mean)) return;
      between += mean;
      pairs++;
    }

    Spread spread(List<String> teams) {
      var known = new TreeMap<String, Double>();
      for (int j = 0; j < consistent.length; j++) {
        if (!Double.isNaN(within(j))) known.put(teams.get(j), within(j));
      }
      double[] own =
          IntStream.range(0, consistent.length)
              .filter(j -> consistent[j])
              .mapToDouble(this::within)
              .toArray();
      Double mean = own.length == 0 ? null : (Double) Arrays.stream(own).average().orElseThrow();
      return new Spread(known, mean, pairs == 0 ? null : (Double) (between / pairs), own.length);
    }

    private double within(int team) {
      return within.get(team).value(place);
    }
  }

  /** Mean distances in each view of {@link Distance}; what is unknown is left out. */
  private static final class Means {
    private final double[] sums = new double[Distance.VIEWS];
    private final int[] counts = new int[Distance.VIEWS];

    void add(double[] views) {
      for (int view = 0; view < views.length; view++) {
        if (Double.isNaN(views[view])) continue;
        sums[view] += views[view];
        counts[view]++;
      }
    }

    double value(int view) {
      return counts[view] == 0 ? Double.NaN : sums[view] / counts[view];
    }
  }
}
