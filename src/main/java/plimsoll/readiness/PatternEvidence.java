package plimsoll.readiness;

import java.util.List;
import java.util.Map;

/**
 * How alike services are deployed, as distances of 0 to 1 (measurement 4.3).
 *
 * @param within mean distance between the services of one team, for each team with two services or
 *     more; 0.25 or less is a consistent team
 * @param between mean distance between services of different consistent teams; null when there are
 *     fewer than two such teams
 * @param divergence {@code between} less the mean of {@code within}, over consistent teams only;
 *     null when there are fewer than two of them
 * @param services how many services were read, by team
 * @param leftOut the same figures with one group of features left out, one for each group
 */
public record PatternEvidence(
    Map<String, Double> within,
    Double between,
    Double divergence,
    Map<String, Integer> services,
    List<LeftOut> leftOut) {

  public PatternEvidence {
    within = Map.copyOf(within);
    services = Map.copyOf(services);
    leftOut = List.copyOf(leftOut);
    within.values().forEach(PatternEvidence::distance);
    if (between != null) distance(between);
    if (divergence != null) difference(divergence);
  }

  /**
   * @param group the group of features that was left out, such as "deliver"
   * @param within as above; a team that is not in it keeps its full figure
   * @param divergence as above; null when it could not be computed
   */
  public record LeftOut(String group, Map<String, Double> within, Double divergence) {
    public LeftOut {
      within = Map.copyOf(within);
      within.values().forEach(PatternEvidence::distance);
      if (divergence != null) difference(divergence);
    }
  }

  private static void distance(double d) {
    BadCase.unless(d >= 0 && d <= 1, "a distance of %s is not between 0 and 1", d);
  }

  private static void difference(double d) {
    BadCase.unless(d >= -1 && d <= 1, "a divergence of %s is not between -1 and 1", d);
  }
}
