package plimsoll.pattern;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
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

  /** Over the consistent teams only, because noise inside teams hides what lies between them. */
  static Spread of(List<Fingerprint> services, Group leftOut, double cut) {
    var teams =
        services.stream()
            .collect(Collectors.groupingBy(Fingerprint::team, TreeMap::new, Collectors.toList()));
    var within = new TreeMap<String, Double>();
    var consistent = new ArrayList<String>();
    teams.forEach(
        (team, own) -> {
          double mean = meanAmong(own, leftOut);
          if (!Double.isNaN(mean)) {
            within.put(team, mean);
            // A sum of thirds may miss the cut by the last bit.
            if (mean <= cut + 1e-9) {
              consistent.add(team);
            }
          }
        });
    double meanWithin = consistent.stream().mapToDouble(within::get).average().orElse(Double.NaN);
    double between = meanBetween(consistent.stream().map(teams::get).toList(), leftOut);
    return new Spread(within, known(meanWithin), known(between), consistent.size());
  }

  /** Null with fewer than two consistent teams. */
  Double excess() {
    return between == null ? null : between - meanWithin;
  }

  private static double meanAmong(List<Fingerprint> services, Group leftOut) {
    var mean = new Mean();
    for (int i = 0; i < services.size(); i++) {
      for (int j = 0; j < i; j++) {
        mean.add(Distance.between(services.get(i), services.get(j), leftOut));
      }
    }
    return mean.value();
  }

  private static double meanBetween(List<List<Fingerprint>> teams, Group leftOut) {
    var mean = new Mean();
    for (int i = 0; i < teams.size(); i++) {
      for (int j = 0; j < i; j++) {
        mean.add(meanAcross(teams.get(i), teams.get(j), leftOut));
      }
    }
    return mean.value();
  }

  private static double meanAcross(
      List<Fingerprint> some, List<Fingerprint> others, Group leftOut) {
    var mean = new Mean();
    for (var a : some) {
      for (var b : others) {
        mean.add(Distance.between(a, b, leftOut));
      }
    }
    return mean.value();
  }

  private static Double known(double value) {
    return Double.isNaN(value) ? null : (Double) value;
  }

  /** Leaves out what is unknown. */
  private static final class Mean {
    private double sum;
    private int count;

    void add(double value) {
      if (!Double.isNaN(value)) {
        sum += value;
        count++;
      }
    }

    double value() {
      return count == 0 ? Double.NaN : sum / count;
    }
  }
}
