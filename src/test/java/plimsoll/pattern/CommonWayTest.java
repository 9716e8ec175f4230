package plimsoll.pattern;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CommonWayTest {
  /** Sixteen choices, of all eight groups. */
  private static final Map<Feature, String> MADE =
      Map.ofEntries(
          Map.entry(Feature.CI_SYSTEM, "github-actions"),
          Map.entry(Feature.SHARED_WORKFLOW, "true"),
          Map.entry(Feature.MANIFEST_KIND, "helm"),
          Map.entry(Feature.CHART_SOURCE, "shared"),
          Map.entry(Feature.MECHANISM, "argocd"),
          Map.entry(Feature.AUTOMATED_SYNC, "true"),
          Map.entry(Feature.PROMOTION, "overlay"),
          Map.entry(Feature.ENVIRONMENTS, "3"),
          Map.entry(Feature.ROLLOUT, "rolling"),
          Map.entry(Feature.ROLLBACK, "git-revert"),
          Map.entry(Feature.SECRETS, "vault"),
          Map.entry(Feature.CONFIG_SOURCE, "configmap"),
          Map.entry(Feature.METRICS, "prometheus-operator"),
          Map.entry(Feature.TRACING, "true"),
          Map.entry(Feature.AUTOSCALING, "hpa"),
          Map.entry(Feature.RESOURCES_SET, "true"));

  @Test
  void serviceThatMakesManyChoicesOtherwiseLeftAndOneThatMakesFewDidNot() {
    var changed = service("changed", Map.of(Feature.ROLLOUT, "canary"));
    var left =
        service(
            "left",
            Map.of(
                Feature.CI_SYSTEM, "jenkins",
                Feature.MECHANISM, "push",
                Feature.SECRETS, "plain"));
    var way = CommonWay.of(List.of(left, service("a"), service("b"), changed));
    assertEquals(4, way.compared());
    assertEquals(List.of("left"), way.left().stream().map(CommonWay.Left::service).toList());
    // Three of eight groups differ by one choice of two: 3 · ½ / 8.
    assertEquals(0.1875, way.left().get(0).distance(), 1e-12);
    assertEquals(
        List.of(Feature.CI_SYSTEM, Feature.MECHANISM, Feature.SECRETS),
        way.left().get(0).differing());
  }

  @Test
  void ofTwoNobodyCanTellWhichOneLeft() {
    assertNull(CommonWay.of(List.of(service("a"), service("b"))));
    var unknown = new Fingerprint("c", "", Map.of(Feature.CI_SYSTEM, "jenkins"));
    assertNull(CommonWay.of(List.of(service("a"), service("b"), unknown)));
  }

  private static Fingerprint service(String key) {
    return service(key, Map.of());
  }

  private static Fingerprint service(String key, Map<Feature, String> otherwise) {
    var values = new EnumMap<Feature, String>(MADE);
    values.putAll(otherwise);
    return new Fingerprint(key, "", values);
  }
}
