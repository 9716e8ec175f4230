package plimsoll.workload.manifest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static plimsoll.workload.manifest.Read.SERVICE;
import static plimsoll.workload.manifest.Read.WEB;
import static plimsoll.workload.manifest.Read.of;
import static plimsoll.workload.manifest.Read.web;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import plimsoll.pattern.Trait;

/** Traits that other objects give: doors, meshes, rules and agents. */
class DoorsAndAlertsTest {
  private static final String INGRESS =
      """
      apiVersion: networking.k8s.io/v1
      kind: Ingress
      metadata: {name: web, annotations: {%s}}
      spec:
        %s
        rules: [{http: {paths: [{backend: {service: {name: %s, port: {number: 80}}}}]}}]
      """;
  private static final String RULES =
      """
      apiVersion: monitoring.coreos.com/v1
      kind: PrometheusRule
      metadata: {name: r}
      spec:
        groups:
        - name: g
          rules: [{alert: Down, expr: '%s', labels: {severity: page%s}}]
      """;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a: b | 'tls: [{secretName: s}]' | web | YES",
        "a: b | 'ingressClassName: x' | web | NO",
        "networking.gke.io/managed-certificates: c | 'ingressClassName: x' | web | YES",
        "cert-manager.io/cluster-issuer: c | 'ingressClassName: x' | web | NO",
        "a: b | 'tls: [{secretName: s}]' | other | UNKNOWN"
      })
  void anIngressEndsTlsForTheServiceThatItLeadsTo(
      String note, String tls, String service, String answer) {
    assertEquals(answer, of(WEB, SERVICE, INGRESS.formatted(note, tls, service)).answer(Trait.TLS));
  }

  @ParameterizedTest
  @CsvSource({"HTTPS,true,YES", "HTTP,false,NO"})
  void aRouteIsAsSafeAsItsGateway(String protocol, boolean tls, String answer) {
    var route =
        """
        apiVersion: gateway.networking.k8s.io/v1
        kind: HTTPRoute
        metadata: {name: web}
        spec: {parentRefs: [{name: gate}], rules: [{backendRefs: [{name: web, port: 80}]}]}
        """;
    var gateway =
        """
        apiVersion: gateway.networking.k8s.io/v1
        kind: Gateway
        metadata: {name: gate, namespace: infra}
        spec: {listeners: [{name: l, protocol: %s%s}]}
        """
            .formatted(protocol, tls ? ", tls: {certificateRefs: [{name: c}]}" : "");
    assertEquals(answer, of(WEB, SERVICE, route).around(gateway).answer(Trait.TLS));
    assertEquals("UNKNOWN", of(WEB, SERVICE, route).answer(Trait.TLS));
  }

  @Test
  void aStrictMeshEncryptsWhatStaysInside() {
    var mesh =
        """
        apiVersion: security.istio.io/v1
        kind: PeerAuthentication
        metadata: {name: default, namespace: istio-system}
        spec: {mtls: {mode: %s}}
        """;
    assertEquals("YES", of(WEB, SERVICE).around(mesh.formatted("STRICT")).answer(Trait.TLS));
    assertEquals("NO", of(WEB, SERVICE).around(mesh.formatted("PERMISSIVE")).answer(Trait.TLS));
  }

  @Test
  void whatListensToNobodyNeedsNoTls() {
    assertEquals("NOT_APPLICABLE", web("containers: [{name: worker}]").answer(Trait.TLS));
  }

  @Test
  void aLoadBalancerLetsPlainTrafficIn() {
    var service = SERVICE.replace("spec: {", "spec: {type: LoadBalancer, ");
    assertEquals("NO", of(WEB, service).answer(Trait.TLS));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "up{job=\"web\"} == 0;, team: shop;YES",
        "up{job=\"web\"} == 0;'';UNKNOWN",
        "up{job=\"other\"} == 0;, team: shop;UNKNOWN",
        "up{pod=~\"web-.*\"} == 0;, team: shop;YES",
        "up{pod=~\".*\"} == 0;, team: shop;UNKNOWN",
        "up{job=~\"a|web|b\"} == 0;, team: shop;YES"
      })
  void anAlertSelectsByNameAndGoesToATeam(String expression, String label, String answer) {
    assertEquals(
        answer,
        of(WEB, SERVICE, RULES.formatted(expression, label == null ? "" : label))
            .answer(Trait.ALERTING));
  }

  @ParameterizedTest
  @CsvSource({"severity = page,pager,YES", "severity = info,pager,NO", "severity = page,void,NO"})
  void alertmanagerSendsItDownABranch(String matcher, String receiver, String answer) {
    var config =
        """
        apiVersion: v1
        kind: ConfigMap
        metadata: {name: am}
        data:
          alertmanager.yml: |
            route:
              receiver: all
              routes: [{matchers: ['%s'], receiver: %s}]
            receivers:
            - {name: all, slack_configs: [{channel: c}]}
            - {name: pager, pagerduty_configs: [{}]}
            - {name: void}
        """;
    assertEquals(
        answer,
        of(WEB, SERVICE, RULES.formatted("up{job=\"web\"} == 0", ""))
            .around(config.formatted(matcher, receiver))
            .answer(Trait.ALERTING));
  }

  @Test
  void anAgentOnEachNodeCollectsWhatAllLog() {
    var agent =
        """
        apiVersion: apps/v1
        kind: DaemonSet
        metadata: {name: agent, namespace: logging}
        spec: {template: {spec: {containers: [{name: a, image: '%s'}]}}}
        """;
    assertEquals(
        "YES",
        of(WEB)
            .around(agent.formatted("cr.fluentbit.io/fluent/fluent-bit:3"))
            .answer(Trait.LOGGING));
    assertEquals("NO", of(WEB).around(agent.formatted("kube-proxy:1")).answer(Trait.LOGGING));
    assertEquals(
        "YES",
        web("containers: [{name: w, image: w}, {name: l, image: grafana/promtail:2}]")
            .answer(Trait.LOGGING));
  }
}
