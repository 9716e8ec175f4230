package plimsoll.pattern;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import plimsoll.pattern.Divergence.Choice;

/**
 * Names the choices in which teams differ. The shares of pairs that differ are Nei's gene diversity
 * within and between groups, free of bias for small groups (M. Nei and R. K. Chesser, Annals of
 * Human Genetics 47, 1983), which here is the divergence D of one feature by itself.
 */
final class Choices {
  private Choices() {}

  /** Those in which teams differ most first; a feature that one team alone tells of is left out. */
  static List<Choice> of(Census services) {
    var found = new ArrayList<Choice>();
    for (Feature feature : Feature.values()) {
      var counts = counts(feature, services);
      if (counts.size() > 1) found.add(choice(feature, counts));
    }
    found.sort(Comparator.comparingDouble(Choices::beyondTeams).reversed());
    return List.copyOf(found);
  }

  private static double beyondTeams(Choice choice) {
    return choice.between() - (choice.within() == null ? 0 : choice.within());
  }

  private static Choice choice(Feature feature, List<Map<Integer, Integer>> teams) {
    return new Choice(
        feature, Diversity.jensenShannon(teams), differingWithin(teams), differingBetween(teams));
  }

  /** Null where no team tells of two services. */
  private static Double differingWithin(List<Map<Integer, Integer>> teams) {
    var shares =
        teams.stream()
            .filter(team -> total(team) > 1)
            .mapToDouble(
                team -> {
                  double n = total(team);
                  double alike = team.values().stream().mapToDouble(c -> c * (c - 1.0)).sum();
                  return 1 - alike / (n * (n - 1));
                })
            .average();
    return shares.isPresent() ? (Double) shares.getAsDouble() : null;
  }

  /** All pairs of teams at once: Σ p q over pairs is half of (Σ p)² − Σ p². */
  private static double differingBetween(List<Map<Integer, Integer>> teams) {
    var sums = new HashMap<Integer, Double>();
    double own = 0;
    for (var team : teams) {
      double n = total(team);
      for (var each : team.entrySet()) {
        double share = each.getValue() / n;
        sums.merge(each.getKey(), share, Double::sum);
        own += share * share;
      }
    }
    double all = sums.values().stream().mapToDouble(sum -> sum * sum).sum();
    double pairs = teams.size() * (teams.size() - 1.0);
    return Math.min(1, Math.max(0, 1 - (all - own) / pairs));
  }

  private static int total(Map<Integer, Integer> team) {
    return team.values().stream().mapToInt(count -> count).sum();
  }

  /** How often each team makes each choice: one for each team that is known to make one. */
  private static List<Map<Integer, Integer>> counts(Feature feature, Census services) {
    var counts = new ArrayList<Map<Integer, Integer>>();
    for (int team = 0; team < services.teams().size(); team++) {
      var own = new HashMap<Integer, Integer>();
      for (int i = services.start(team); i < services.start(team + 1); i++) {
        int choice = services.choice(i, feature);
        if (choice >= 0) own.merge(choice, 1, Integer::sum);
      }
      if (!own.isEmpty()) counts.add(own);
    }
    return counts;
  }
}
