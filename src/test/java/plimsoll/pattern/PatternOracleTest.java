package plimsoll.pattern;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Values worked out outside this project: in R (vegan) and SciPy, from four services by hand. */
class PatternOracleTest {
  private static final List<Fingerprint> SERVICES =
      List.of(
          service("a1", "a", "gha", "helm", "argo", "canary"),
          service("a2", "a", "gha", "helm", "argo", "rolling"),
          service("b1", "b", "jenkins", "raw", "push", "rolling"),
          service("b2", "b", "jenkins", "helm", "push", "rolling"));
  private static final int[] TEAMS = {0, 0, 1, 1};

  @Test
  void distancesCountTheShareOfDifferentChoices() {
    assertArrayEquals(
        new double[][] {{0, .25, 1, .75}, {.25, 0, .75, .5}, {1, .75, 0, .25}, {.75, .5, .25, 0}},
        Distance.matrix(SERVICES));
  }

  @Test
  void divergenceIsTheDistanceBetweenTeamsBeyondThatWithin() {
    var spread = Spread.of(SERVICES, null, Divergence.CONSISTENT);
    assertEquals(Map.of("a", .25, "b", .25), spread.within());
    assertEquals(.25, spread.meanWithin());
    assertEquals(.75, spread.between());
    assertEquals(.5, spread.excess());
  }

  @Test
  void nearPatternsCountAsNear() {
    var diversity = Diversity.of(Distance.matrix(SERVICES), TEAMS);
    assertEquals(1.7888543819998317, diversity.gamma(), 1e-12);
    assertEquals(1.1428571428571428, diversity.alpha(), 1e-12);
    assertEquals(1.5652475842498528, diversity.beta(), 1e-12);
  }

  @Test
  void analysisOfVarianceOnDistancesAgreesWithVegan() {
    var test = Permanova.of(Distance.matrix(SERVICES), TEAMS, 1);
    assertEquals(18, test.f(), 1e-12);
    assertEquals(.9, test.r2(), 1e-12);
    assertEquals(2 / 6.0, test.p(), 1e-15);
  }

  @Test
  void choicesDifferByTheirMix() {
    var mixed = new double[][] {{.75, .25}, {.25, .75}};
    assertEquals(0.18872187554086717, Diversity.jensenShannon(mixed), 1e-12);
    assertEquals(1, Diversity.jensenShannon(new double[][] {{1, 0}, {0, 1}}), 1e-12);
  }

  @Test
  void oneCommonAndTwoRarerPatternsAreLessThanThree() {
    assertEquals(2.82842712474619, Diversity.hill(new double[] {.5, .25, .25}), 1e-12);
  }

  @Test
  void nearServicesFormOneCluster() {
    var shares = Clusters.shares(Distance.matrix(SERVICES), .25);
    assertArrayEquals(new double[] {.5, .5}, shares);
  }

  private static Fingerprint service(String key, String team, String... choices) {
    var features =
        List.of(Feature.CI_SYSTEM, Feature.MANIFEST_KIND, Feature.MECHANISM, Feature.ROLLOUT);
    var values = new EnumMap<Feature, String>(Feature.class);
    for (int i = 0; i < choices.length; i++) {
      values.put(features.get(i), choices[i]);
    }
    return new Fingerprint(key, team, values);
  }
}
