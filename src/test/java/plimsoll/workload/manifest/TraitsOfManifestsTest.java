package plimsoll.workload.manifest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static plimsoll.workload.manifest.Read.SERVICE;
import static plimsoll.workload.manifest.Read.WEB;
import static plimsoll.workload.manifest.Read.of;
import static plimsoll.workload.manifest.Read.web;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import plimsoll.pattern.Evidence;
import plimsoll.pattern.Trait;

/** Each rule by a manifest that it turns on. */
class TraitsOfManifestsTest {
  private static final String SCALED =
      """
      apiVersion: autoscaling/%s
      kind: HorizontalPodAutoscaler
      metadata: {name: web}
      spec:
        scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: %s}
        minReplicas: %s
        maxReplicas: %s
      """;

  @Test
  void aBareDeploymentHasNothingOfAProductionWorkload() {
    var traits = of(WEB).profile().traits();
    for (var trait :
        new Trait[] {
          Trait.AUTOSCALING,
          Trait.READINESS,
          Trait.LIVENESS,
          Trait.DISRUPTION_BUDGET,
          Trait.REQUESTS_AND_LIMITS,
          Trait.NETWORK_POLICY,
          Trait.NON_ROOT,
          Trait.REPLICAS,
          Trait.TOPOLOGY_SPREAD
        }) {
      assertEquals("NO", traits.get(trait).answer().name(), trait.name());
    }
  }

  @Test
  void whatMayLieElsewhereIsUnknown() {
    assertEquals("UNKNOWN", of(WEB).answer(Trait.LOGGING));
    assertEquals("UNKNOWN", of(WEB).answer(Trait.ALERTING));
    assertEquals("UNKNOWN", of(WEB, SERVICE).answer(Trait.TLS));
  }

  @Test
  void aFindingSaysOnWhichLineItStands() {
    var found = of(WEB, SCALED.formatted("v2", "web", 2, 5)).finding(Trait.AUTOSCALING);
    assertEquals(new Evidence("k8s/f1.yaml", 7, "maxReplicas: 5"), found.evidence());
    assertEquals("HorizontalPodAutoscaler web scales Deployment web from 2 to 5.", found.why());
  }

  @ParameterizedTest
  @CsvSource({
    "v1,web,2,5,YES",
    "v2beta2,web,1,2,YES",
    "v2,web,3,3,NO",
    "v2,other,2,5,NO",
    "v2,web,2,'{{ x }}',UNKNOWN"
  })
  void anAutoscalerScalesItsTargetBetweenTwoNumbers(
      String version, String target, String least, String most, String answer) {
    var most1 = most.startsWith("{") ? "⟦x⟧" : most;
    assertEquals(
        answer, of(WEB, SCALED.formatted(version, target, least, most1)).answer(Trait.AUTOSCALING));
  }

  @Test
  void kedaScalesAndAVerticalAutoscalerThatOnlyRecommendsDoesNot() {
    var keda =
        """
        apiVersion: keda.sh/v1alpha1
        kind: ScaledObject
        metadata: {name: web}
        spec: {scaleTargetRef: {name: web}, minReplicaCount: 2, maxReplicaCount: 9}
        """;
    assertEquals("YES", of(WEB, keda).answer(Trait.AUTOSCALING));
    assertEquals("YES", of(WEB, keda).answer(Trait.REPLICAS));
    var vpa =
        """
        apiVersion: autoscaling.k8s.io/v1
        kind: VerticalPodAutoscaler
        metadata: {name: web}
        spec:
          targetRef: {apiVersion: apps/v1, kind: Deployment, name: web}
          updatePolicy: {updateMode: "%s"}
        """;
    assertEquals("NO", of(WEB, vpa.formatted("Off")).answer(Trait.AUTOSCALING));
    assertEquals("YES", of(WEB, vpa.formatted("Auto")).answer(Trait.AUTOSCALING));
  }

  @Test
  void theLeastOfAnAutoscalerHoldsOverTheNumberOfReplicas() {
    var three = WEB.replace("spec:\n  selector", "spec:\n  replicas: 3\n  selector");
    assertEquals("YES", of(three).answer(Trait.REPLICAS));
    assertEquals("NO", of(three, SCALED.formatted("v2", "web", 1, 5)).answer(Trait.REPLICAS));
    assertEquals("YES", of(WEB, SCALED.formatted("v2", "web", 2, 5)).answer(Trait.REPLICAS));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "httpGet: {path: /, port: 80}",
        "grpc: {port: 9000}",
        "exec: {command: [ls]}",
        "tcpSocket: {port: 80}"
      })
  void aProbeAsksInAnyOfFourWays(String how) {
    var read = web("containers: [{name: web, image: w, readinessProbe: {%s}}]".formatted(how));
    assertEquals("YES", read.answer(Trait.READINESS));
    assertEquals("NO", read.answer(Trait.LIVENESS));
  }

  @Test
  void aStartupProbeIsNoLivenessAndAProbeThatAsksNothingIsNone() {
    assertEquals(
        "NO",
        web("containers: [{name: web, startupProbe: {httpGet: {port: 80}}}]")
            .answer(Trait.LIVENESS));
    assertEquals(
        "NO",
        web("containers: [{name: web, livenessProbe: {periodSeconds: 5}}]").answer(Trait.LIVENESS));
  }

  @Test
  void initContainersAndSidecarsAreNotAskedForProbesAndSidecarsAreNamed() {
    var read =
        web(
            """
            initContainers: [{name: init, image: busybox}]
            containers:
            - {name: web, image: w, readinessProbe: {httpGet: {port: 80}}}
            - {name: istio-proxy, image: istio/proxyv2}
            """);
    assertEquals("YES", read.answer(Trait.READINESS));
    assertEquals(
        "The container of Deployment web has a readiness probe;"
            + " sidecars were not asked for one: istio-proxy.",
        read.finding(Trait.READINESS).why());
  }

  @Test
  void everyContainerNeedsRequestsAndLimits() {
    var limits = "resources: {limits: {cpu: 1, memory: 1Gi}}";
    assertEquals(
        "YES",
        web("containers: [{name: a, %s}]".formatted(limits)).answer(Trait.REQUESTS_AND_LIMITS));
    var second = web("containers: [{name: a, %s}, {name: b}]".formatted(limits));
    assertEquals("NO", second.answer(Trait.REQUESTS_AND_LIMITS));
    assertEquals(
        "Container b of Deployment web has no limits.",
        second.finding(Trait.REQUESTS_AND_LIMITS).why());
    assertEquals(
        "NO",
        web("containers: [{name: a, resources: {requests: {cpu: 1}}}]")
            .answer(Trait.REQUESTS_AND_LIMITS));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "securityContext: {runAsNonRoot: true} | {} | YES",
        "securityContext: {runAsNonRoot: true} | {runAsUser: 0} | NO",
        "securityContext: {runAsUser: 0} | {runAsUser: 7} | YES",
        "securityContext: {runAsNonRoot: true} | {runAsNonRoot: false} | NO",
        "securityContext: {} | {runAsNonRoot: true} | YES",
        "securityContext: {} | {readOnlyRootFilesystem: true} | NO"
      })
  void whatAContainerSaysOfItsUserHoldsOverItsPod(String pod, String container, String answer) {
    assertEquals(
        answer,
        web(pod + "\ncontainers: [{name: web, securityContext: %s}]".formatted(container))
            .answer(Trait.NON_ROOT));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "policy/v1 | {matchLabels: {app: web}} | minAvailable: 1 | YES",
        "policy/v1 | {matchLabels: {app: other}} | minAvailable: 1 | NO",
        "policy/v1 | {} | minAvailable: 1 | YES",
        "policy/v1beta1 | {} | minAvailable: 1 | NO",
        "policy/v1 | {matchLabels: {app: web}} | minAvailable: 0 | NO",
        "policy/v1 | {matchExpressions: [{key: app, operator: In, values: [web, x]}]} | maxUnavailable: 1 | YES",
        "policy/v1 | {matchExpressions: [{key: app, operator: NotIn, values: [web]}]} | maxUnavailable: 1 | NO",
        "policy/v1 | {matchExpressions: [{key: tier, operator: Exists}]} | maxUnavailable: 1 | YES",
        "policy/v1 | {matchExpressions: [{key: tier, operator: DoesNotExist}]} | maxUnavailable: 1 | NO"
      })
  void aBudgetCoversWhatItsSelectorTakes(
      String version, String selector, String rule, String answer) {
    var budget =
        """
        apiVersion: %s
        kind: PodDisruptionBudget
        metadata: {name: web}
        spec:
          selector: %s
          %s
        """;
    assertEquals(
        answer, of(WEB, budget.formatted(version, selector, rule)).answer(Trait.DISRUPTION_BUDGET));
  }

  @Test
  void aPolicyOfAnotherNamespaceGuardsNothingHere() {
    var policy =
        """
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata: {name: all, namespace: %s}
        spec: {podSelector: {}}
        """;
    var web = WEB.replace("{name: web}\nspec", "{name: web, namespace: shop}\nspec");
    assertEquals("YES", of(web, policy.formatted("shop")).answer(Trait.NETWORK_POLICY));
    assertEquals("NO", of(web, policy.formatted("bank")).answer(Trait.NETWORK_POLICY));
  }

  @Test
  void podsAreSpreadByConstraintsOrByKeepingAwayFromEachOther() {
    assertEquals(
        "YES",
        web("topologySpreadConstraints: [{topologyKey: zone, maxSkew: 1}]\ncontainers: []")
            .answer(Trait.TOPOLOGY_SPREAD));
    assertEquals(
        "YES",
        web("affinity: {podAntiAffinity: {requiredDuringSchedulingIgnoredDuringExecution:"
                + " [{topologyKey: h}]}}\ncontainers: []")
            .answer(Trait.TOPOLOGY_SPREAD));
  }

  @Test
  void aDaemonSetIsNotAskedHowManyThereAre() {
    var daemon = of(WEB.replace("Deployment", "DaemonSet"));
    for (var trait :
        new Trait[] {
          Trait.AUTOSCALING, Trait.REPLICAS, Trait.TOPOLOGY_SPREAD, Trait.DISRUPTION_BUDGET
        }) {
      assertEquals("NOT_APPLICABLE", daemon.answer(trait), trait.name());
    }
  }

  @Test
  void aBatchJobIsAskedOnlyWhereNothingElseRuns() {
    var job =
        """
        apiVersion: batch/v1
        kind: CronJob
        metadata: {name: nightly}
        spec:
          jobTemplate:
            spec:
              template:
                spec:
                  containers: [{name: nightly, resources: {limits: {cpu: 1}}}]
        """;
    assertEquals("NOT_APPLICABLE", of(job).answer(Trait.AUTOSCALING));
    assertEquals("NOT_APPLICABLE", of(job).answer(Trait.TLS));
    assertEquals("YES", of(job).answer(Trait.REQUESTS_AND_LIMITS));
    assertEquals("NO", of(job, WEB).answer(Trait.REQUESTS_AND_LIMITS));
    assertEquals(1, of(job, WEB).profile().workloads().size());
  }

  @Test
  void anOperatorsResourceIsNoWorkload() {
    var prometheus =
        """
        apiVersion: monitoring.coreos.com/v1
        kind: Prometheus
        metadata: {name: k8s}
        spec: {replicas: 2}
        """;
    assertTrue(of(prometheus).profile().traits().isEmpty());
  }

  @Test
  void aListIsItsItems() {
    var list =
        "apiVersion: v1\nkind: List\nitems:\n" + ("- " + WEB.indent(2).strip() + "\n").indent(0);
    assertEquals(1, of(list).profile().workloads().size());
  }
}
