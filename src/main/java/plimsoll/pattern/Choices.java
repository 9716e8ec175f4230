package plimsoll.pattern;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import plimsoll.pattern.Divergence.Choice;

/** Names the choices in which teams differ. */
final class Choices {
  private Choices() {}

  /** Largest first; a feature that only one team is known to choose is left out. */
  static List<Choice> of(List<Fingerprint> services) {
    var found = new ArrayList<Choice>();
    for (Feature feature : Feature.values()) {
      var counts = counts(feature, services);
      if (counts.length > 1) {
        found.add(new Choice(feature, Diversity.jensenShannon(counts)));
      }
    }
    found.sort(Comparator.comparingDouble(Choice::divergence).reversed());
    return List.copyOf(found);
  }

  /** How often each team makes each choice: one row a team that is known to make one. */
  private static double[][] counts(Feature feature, List<Fingerprint> services) {
    var known = services.stream().filter(s -> s.values().containsKey(feature)).toList();
    var values = known.stream().map(s -> s.values().get(feature)).distinct().toList();
    var rows = new TreeMap<String, double[]>();
    for (var service : known) {
      var row = rows.computeIfAbsent(service.team(), key -> new double[values.size()]);
      row[values.indexOf(service.values().get(feature))]++;
    }
    return rows.values().toArray(double[][]::new);
  }
}
