package plimsoll.workload.manifest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import plimsoll.pattern.Feature;
import plimsoll.pattern.Trait;

/** Charts as people write them, read with what their values state. */
class ChartsTest {
  private static final String CHART = "apiVersion: v2\nname: web\nversion: 1.2.3\n";
  private static final String HELPERS =
      """
      {{/* Names. */}}
      {{- define "web.fullname" -}}
      {{- if contains .Chart.Name .Release.Name }}
      {{- .Release.Name | trunc 63 | trimSuffix "-" }}
      {{- else }}
      {{- printf "%s-%s" .Release.Name .Chart.Name | trunc 63 | trimSuffix "-" }}
      {{- end }}
      {{- end }}
      {{- define "web.selectorLabels" -}}
      app.kubernetes.io/name: {{ .Chart.Name }}
      app.kubernetes.io/instance: {{ .Release.Name }}
      {{- end }}
      """;
  private static final String DEPLOYMENT =
      """
      apiVersion: apps/v1
      kind: Deployment
      metadata:
        name: {{ include "web.fullname" . }}
      spec:
        {{- if not .Values.autoscaling.enabled }}
        replicas: {{ .Values.replicaCount }}
        {{- end }}
        selector:
          matchLabels:
            {{- include "web.selectorLabels" . | nindent 6 }}
        template:
          metadata:
            {{- with .Values.podAnnotations }}
            annotations:
              {{- toYaml . | nindent 8 }}
            {{- end }}
            labels:
              {{- include "web.selectorLabels" . | nindent 8 }}
          spec:
            containers:
              - name: {{ .Chart.Name }}
                image: "{{ .Values.image.repository }}:{{ .Values.image.tag | default .Chart.AppVersion }}"
                livenessProbe:
                  httpGet: {path: /, port: http}
                resources:
                  {{- toYaml .Values.resources | nindent 12 }}
            {{- if .Values.spread }}
            topologySpreadConstraints:
              - topologyKey: zone
            {{- end }}
      """;
  private static final String SCALER =
      """
      {{- if .Values.autoscaling.enabled }}
      apiVersion: autoscaling/v2
      kind: HorizontalPodAutoscaler
      metadata:
        name: {{ include "web.fullname" . }}
      spec:
        scaleTargetRef:
          apiVersion: apps/v1
          kind: Deployment
          name: {{ include "web.fullname" . }}
        minReplicas: {{ .Values.autoscaling.minReplicas }}
        maxReplicas: {{ .Values.autoscaling.maxReplicas }}
      {{- end }}
      """;
  private static final String BUDGET =
      """
      apiVersion: policy/v1
      kind: PodDisruptionBudget
      metadata: {name: web}
      spec:
        minAvailable: 1
        selector:
          matchLabels:
            {{- include "web.selectorLabels" . | nindent 6 }}
      """;

  private static Read chart(String values) {
    return new Read()
        .file("chart/Chart.yaml", CHART)
        .file("chart/values.yaml", values)
        .file("chart/templates/_helpers.tpl", HELPERS)
        .file("chart/templates/deployment.yaml", DEPLOYMENT)
        .file("chart/templates/hpa.yaml", SCALER);
  }

  private static final String OFF =
      """
      replicaCount: 3
      image: {repository: acme/web, tag: ""}
      podAnnotations: {}
      resources: {}
      autoscaling: {enabled: false}
      spread: false
      """;

  @Test
  void whatValuesStateIsDecided() {
    var off = chart(OFF);
    assertEquals("YES", off.answer(Trait.REPLICAS));
    assertEquals("NO", off.answer(Trait.AUTOSCALING));
    assertEquals("NO", off.answer(Trait.REQUESTS_AND_LIMITS));
    assertEquals("YES", off.answer(Trait.LIVENESS));
    assertEquals("NO", off.answer(Trait.READINESS));
    assertEquals("NO", off.answer(Trait.TOPOLOGY_SPREAD));
    assertTrue(off.profile().gaps().isEmpty(), off.profile().gaps().toString());
    assertEquals("helm", off.choice(Feature.MANIFEST_KIND));
    assertEquals("own", off.choice(Feature.CHART_SOURCE));
  }

  @Test
  void valuesOfProductionHoldOverTheOthers() {
    var read =
        chart(OFF)
            .file(
                "chart/values-prod.yaml",
                """
                autoscaling: {enabled: true, minReplicas: 2, maxReplicas: 6}
                resources: {limits: {cpu: 1, memory: 1Gi}}
                """);
    assertEquals("YES", read.answer(Trait.AUTOSCALING));
    assertEquals("YES", read.answer(Trait.REQUESTS_AND_LIMITS));
    assertEquals("hpa", read.choice(Feature.AUTOSCALING));
    var evidence = read.finding(Trait.AUTOSCALING).evidence();
    assertEquals("chart/templates/hpa.yaml", evidence.path());
    assertEquals(12, evidence.line());
  }

  @Test
  void whatNobodyStatesStaysOpenAndIsCounted() {
    var read = chart("replicaCount: 1\n");
    assertEquals("UNKNOWN", read.answer(Trait.AUTOSCALING));
    assertEquals("UNKNOWN", read.answer(Trait.REPLICAS));
    assertEquals("UNKNOWN", read.answer(Trait.REQUESTS_AND_LIMITS));
    assertEquals("UNKNOWN", read.answer(Trait.TOPOLOGY_SPREAD));
    assertEquals("YES", read.answer(Trait.LIVENESS));
    assertNull(read.choice(Feature.AUTOSCALING));
    assertTrue(read.profile().gaps().size() >= 3, read.profile().gaps().toString());
  }

  @Test
  void selectorsMadeOfTheSameWordsTakeEachOther() {
    assertEquals(
        "YES", chart(OFF).file("chart/templates/pdb.yaml", BUDGET).answer(Trait.DISRUPTION_BUDGET));
  }

  @Test
  void whatHelmMadeBeatsTheTemplate() {
    var made =
        """
        # Source: web/templates/deployment.yaml
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: shop-web, labels: {helm.sh/chart: web-1.2.3}}
        spec:
          replicas: 1
          template: {spec: {containers: [{name: web}]}}
        """;
    var read = chart(OFF).file("rendered/all.yaml", made);
    assertEquals(1, read.profile().workloads().size());
    assertEquals("NO", read.answer(Trait.REPLICAS));
  }

  @Test
  void aTemplateThatIsNoneHidesWhatItNames() {
    var read = chart(OFF).file("chart/templates/np.yaml", "kind: NetworkPolicy\n{{ if }");
    assertEquals("UNKNOWN", read.answer(Trait.NETWORK_POLICY));
    assertEquals(1, read.profile().gaps().size());
  }

  @Test
  void aTemplateThatNeverEndsIsLeft() {
    var read =
        chart(OFF)
            .file("chart/templates/_loop.tpl", "{{ define \"a\" }}{{ include \"a\" . }}{{ end }}")
            .file("chart/templates/loop.yaml", "kind: Ingress\nx: {{ include \"a\" . }}");
    assertEquals(1, read.profile().gaps().size());
    assertEquals("YES", read.answer(Trait.LIVENESS));
  }

  @Test
  void aLibraryMakesNothing() {
    var library = chart(OFF).file("chart/Chart.yaml", CHART + "type: library\n");
    assertTrue(library.profile().traits().size() >= 0);
    var alone =
        new Read()
            .file("lib/Chart.yaml", CHART + "type: library\n")
            .file("lib/templates/deployment.yaml", DEPLOYMENT);
    assertTrue(alone.profile().workloads().isEmpty());
  }

  @Test
  void aChartOfOthersIsToldFromAnOwnOne() {
    var umbrella =
        new Read()
            .file(
                "Chart.yaml",
                CHART
                    + "dependencies:\n- {name: service, version: 1.0.0, repository:"
                    + " 'oci://registry.acme.test/charts'}\n")
            .file("values.yaml", "service: {replicas: 2}\n");
    assertEquals("shared", umbrella.choice(Feature.CHART_SOURCE));
    assertEquals(
        "registry.acme.test/charts/service", umbrella.profile().implementations().get(0).source());
    var bought =
        new Read()
            .file(
                "Chart.yaml",
                CHART
                    + "dependencies:\n- {name: redis, version: 1.0.0, repository:"
                    + " 'https://charts.bitnami.com/bitnami'}\n");
    assertEquals("third-party", bought.choice(Feature.CHART_SOURCE));
  }
}
