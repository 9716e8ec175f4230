package plimsoll.pattern;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import plimsoll.pattern.Feature.Group;

/**
 * How far services lie apart inside teams and between them. Over the consistent teams only, because
 * noise inside teams hides what lies between them.
 *
 * @param within mean distance within each team that has two services or more, by team, 0 to 1
 * @param meanWithin mean of those that are consistent; null when there is none
 * @param between mean distance between services of different consistent teams, every pair of teams
 *     weighing the same; null with fewer than two such teams
 * @param consistent keys of the consistent teams
 */
record Spread(
    Map<String, Double> within, Double meanWithin, Double between, List<String> consistent) {

  /**
   * One way to look.
   *
   * @param leftOut a group that does not count; null when all count
   * @param cut a team is consistent up to this mean distance
   */
  record Look(Group leftOut, double cut) {
    int view() {
      return leftOut == null ? Distance.ALL : 1 + leftOut.ordinal();
    }
  }

  /**
   * Looks in several ways, and at each pair of services once.
   *
   * @param services of which any two have a known feature in common, whatever group is left out
   * @return one for each look, in order
   */
  static List<Spread> of(Census services, List<Look> looks) {
    int views = 1 + looks.stream().mapToInt(Look::view).max().orElse(Distance.ALL);
    var within = within(services, views);
    var sides = looks.stream().map(look -> new Side(look, within, services)).toList();
    between(services, sides, views);
    return sides.stream().map(Side::spread).toList();
  }

  /** Null with fewer than two consistent teams. */
  Double excess() {
    return between == null ? null : between - meanWithin;
  }

  /** By team and view; null for a team of one service. */
  private static double[][] within(Census services, int views) {
    var within = new double[services.teams().size()][];
    for (int team = 0; team < within.length; team++) {
      int from = services.start(team);
      int to = from + services.size(team);
      var sums = new double[views];
      var pair = services.distance();
      for (int i = from; i < to; i++) {
        for (int j = from; j < i; j++) {
          pair.compare(i, j);
          add(pair, sums);
        }
      }
      double size = services.size(team);
      if (size > 1) within[team] = over(sums, size * (size - 1) / 2);
    }
    return within;
  }

  private static void between(Census services, List<Side> sides, int views) {
    for (int i = 0; i < services.teams().size(); i++) {
      for (int j = 0; j < i; j++) {
        int one = i;
        int other = j;
        var both = sides.stream().filter(side -> side.counts[one] && side.counts[other]).toList();
        if (both.isEmpty()) continue;
        double[] means = across(services, i, j, views);
        both.forEach(side -> side.between += means[side.look.view()]);
      }
    }
  }

  private static double[] across(Census services, int team, int other, int views) {
    var sums = new double[views];
    var pair = services.distance();
    for (int i = services.start(team); i < services.start(team + 1); i++) {
      for (int j = services.start(other); j < services.start(other + 1); j++) {
        pair.compare(i, j);
        add(pair, sums);
      }
    }
    return over(sums, (double) services.size(team) * services.size(other));
  }

  private static void add(Distance pair, double[] sums) {
    for (int view = 0; view < sums.length; view++) sums[view] += pair.in(view);
  }

  private static double[] over(double[] sums, double count) {
    for (int view = 0; view < sums.length; view++) sums[view] /= count;
    return sums;
  }

  /** One look while the pairs of teams come in. */
  private static final class Side {
    private final Look look;
    private final Map<String, Double> within = new TreeMap<>();
    private final List<String> consistent = new ArrayList<>();
    private final boolean[] counts;
    private double between;

    Side(Look look, double[][] means, Census services) {
      this.look = look;
      this.counts = new boolean[means.length];
      for (int team = 0; team < means.length; team++) {
        if (means[team] != null) add(team, services.teams().get(team), means[team][look.view()]);
      }
    }

    private void add(int index, String team, double mean) {
      within.put(team, mean);
      counts[index] = Divergence.upTo(look.cut(), mean);
      if (counts[index]) consistent.add(team);
    }

    Spread spread() {
      int n = consistent.size();
      double sum = consistent.stream().mapToDouble(within::get).sum();
      return new Spread(
          within,
          n == 0 ? null : (Double) (sum / n),
          n < 2 ? null : (Double) (between / (n * (n - 1.0) / 2)),
          List.copyOf(consistent));
    }
  }
}
