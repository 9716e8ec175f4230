package plimsoll.workload.manifest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static plimsoll.workload.manifest.Read.SERVICE;
import static plimsoll.workload.manifest.Read.WEB;
import static plimsoll.workload.manifest.Read.of;
import static plimsoll.workload.manifest.Read.web;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import plimsoll.pattern.Feature;
import plimsoll.pattern.Implementation;
import plimsoll.pattern.Slot;

/** Each choice by a manifest that makes it. */
class FeaturesOfManifestsTest {
  private static final String APPLICATION =
      """
      apiVersion: argoproj.io/v1alpha1
      kind: Application
      metadata: {name: web}
      spec:
        destination: {namespace: shop}
        source: {repoURL: 'https://git.acme.test/web', path: k8s, targetRevision: main}
      """;

  @Test
  void aBareDeploymentChoosesLittleAndSaysSo() {
    var read = of(WEB);
    assertEquals("raw", read.choice(Feature.MANIFEST_KIND));
    assertEquals("own", read.choice(Feature.CHART_SOURCE));
    assertEquals("false", read.choice(Feature.DIGEST_PINNED));
    assertEquals("rolling", read.choice(Feature.ROLLOUT));
    assertEquals("none", read.choice(Feature.SECRETS));
    assertEquals("none", read.choice(Feature.CONFIG_SOURCE));
    assertEquals("none", read.choice(Feature.METRICS));
    assertEquals("false", read.choice(Feature.TRACING));
    assertEquals("false", read.choice(Feature.ALERT_RULES));
    assertEquals("none", read.choice(Feature.AUTOSCALING));
    assertEquals("none", read.choice(Feature.TLS));
    assertEquals("false", read.choice(Feature.RESOURCES_SET));
    for (var feature :
        List.of(
            Feature.MECHANISM,
            Feature.AUTOMATED_SYNC,
            Feature.SELF_HEAL,
            Feature.PROMOTION,
            Feature.ENVIRONMENTS,
            Feature.ROLLBACK,
            Feature.MIGRATION_STEP,
            Feature.FEATURE_FLAGS,
            Feature.CI_SYSTEM)) {
      assertNull(read.choice(feature), feature.name());
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | false | false",
        "syncPolicy: {automated: {}} | true | false",
        "syncPolicy: {automated: {selfHeal: true}} | true | true",
        "syncPolicy: {automated: {enabled: false, selfHeal: true}} | false | false",
        "syncPolicy: {syncOptions: [x]} | false | false"
      })
  void anApplicationSaysWhetherItSyncsAndHeals(String policy, String syncs, String heals) {
    var read = of(APPLICATION + "  " + policy + "\n");
    assertEquals("argocd", read.choice(Feature.MECHANISM));
    assertEquals(syncs, read.choice(Feature.AUTOMATED_SYNC));
    assertEquals(heals, read.choice(Feature.SELF_HEAL));
  }

  @Test
  void anApplicationOfSeveralSourcesNamesItsChart() {
    var read =
        of(
            """
            apiVersion: argoproj.io/v1alpha1
            kind: Application
            metadata: {name: web}
            spec:
              sources:
              - {repoURL: registry.acme.test/charts, chart: service, targetRevision: 1.2.3}
              - {repoURL: 'https://git.acme.test/values', targetRevision: main, ref: values}
            """);
    assertEquals("helm", read.choice(Feature.MANIFEST_KIND));
    assertEquals("shared", read.choice(Feature.CHART_SOURCE));
    assertEquals("registry.acme.test/charts/service", slot(read, Slot.DEPLOY));
  }

  @Test
  void anApplicationSetIsReadByItsTemplateAndItsElements() {
    var read =
        of(
            """
            apiVersion: argoproj.io/v1alpha1
            kind: ApplicationSet
            metadata: {name: web}
            spec:
              generators:
              - matrix:
                  generators:
                  - list: {elements: [{cluster: eu-dev}, {cluster: eu-prod}, {cluster: us-prod}]}
              syncPolicy: {preserveResourcesOnDeletion: true}
              template:
                spec: {syncPolicy: {automated: {selfHeal: true}}}
            """);
    assertEquals("true", read.choice(Feature.AUTOMATED_SYNC));
    assertEquals("true", read.choice(Feature.SELF_HEAL));
    assertEquals("2", read.choice(Feature.ENVIRONMENTS));
  }

  @Test
  void fluxReconcilesUnlessItIsSuspended() {
    var flux =
        """
        apiVersion: kustomize.toolkit.fluxcd.io/v1
        kind: Kustomization
        metadata: {name: web}
        spec: {interval: 5m, path: ./deploy, suspend: %s, decryption: {provider: sops}}
        """;
    assertEquals("flux", of(flux.formatted("false")).choice(Feature.MECHANISM));
    assertEquals("true", of(flux.formatted("false")).choice(Feature.AUTOMATED_SYNC));
    assertEquals("false", of(flux.formatted("true")).choice(Feature.AUTOMATED_SYNC));
    assertEquals("sops", of(flux.formatted("false")).choice(Feature.SECRETS));
  }

  @Test
  void aReleaseOfFluxGoesBackByHelmAndHealsWhereDriftIsLookedFor() {
    var release =
        """
        apiVersion: helm.toolkit.fluxcd.io/v2
        kind: HelmRelease
        metadata: {name: web}
        spec:
          interval: 5m
          chart: {spec: {chart: podinfo, sourceRef: {kind: HelmRepository, name: podinfo}}}
          upgrade: {remediation: {retries: 3}}
          driftDetection: {mode: enabled}
        ---
        apiVersion: source.toolkit.fluxcd.io/v1
        kind: HelmRepository
        metadata: {name: podinfo}
        spec: {url: 'https://stefanprodan.github.io/podinfo'}
        """;
    var read = of(release);
    assertEquals("helm", read.choice(Feature.ROLLBACK));
    assertEquals("true", read.choice(Feature.SELF_HEAL));
    assertEquals("third-party", read.choice(Feature.CHART_SOURCE));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "canary: {steps: [{setWeight: 20}]} | canary",
        "canary: {} | rolling",
        "blueGreen: {activeService: a} | blue-green"
      })
  void aRolloutSaysHow(String strategy, String word) {
    var rollout =
        """
        apiVersion: argoproj.io/v1alpha1
        kind: Rollout
        metadata: {name: web}
        spec:
          strategy: {%s}
          template: {spec: {containers: [{name: web}]}}
        """;
    assertEquals(word, of(rollout.formatted(strategy)).choice(Feature.ROLLOUT));
  }

  @Test
  void anAnalysisTakesAFailedVersionBack() {
    var rollout =
        """
        apiVersion: argoproj.io/v1alpha1
        kind: Rollout
        metadata: {name: web}
        spec:
          strategy:
            canary:
              steps:
              - setWeight: 20
              - analysis: {templates: [{templateName: errors, clusterScope: true}]}
          template: {spec: {containers: [{name: web}]}}
        """;
    assertEquals("automatic", of(rollout).choice(Feature.ROLLBACK));
    assertEquals("ClusterAnalysisTemplate/errors", slot(of(rollout), Slot.ROLLBACK));
  }

  @Test
  void flaggerMovesTrafficByWeightsOrAtOnce() {
    var canary =
        """
        apiVersion: flagger.app/v1beta1
        kind: Canary
        metadata: {name: web}
        spec:
          targetRef: {apiVersion: apps/v1, kind: Deployment, name: web}
          analysis: {%s}
        """;
    assertEquals("canary", of(WEB, canary.formatted("stepWeight: 5")).choice(Feature.ROLLOUT));
    assertEquals("blue-green", of(WEB, canary.formatted("iterations: 5")).choice(Feature.ROLLOUT));
  }

  @Test
  void aMigrationIsWhatIsDeclaredToRunBeforehand() {
    var job =
        """
        apiVersion: batch/v1
        kind: Job
        metadata: {name: %s, annotations: {%s}}
        spec: {template: {spec: {containers: [{name: x, image: '%s'}]}}}
        """;
    assertEquals(
        "job",
        of(WEB, job.formatted("x", "helm.sh/hook: pre-upgrade", "flyway/flyway:10"))
            .choice(Feature.MIGRATION_STEP));
    assertNull(
        of(WEB, job.formatted("x", "helm.sh/hook: pre-upgrade", "alpine"))
            .choice(Feature.MIGRATION_STEP));
    assertNull(
        of(WEB, job.formatted("migrate", "a: b", "flyway/flyway:10"))
            .choice(Feature.MIGRATION_STEP));
    assertEquals(
        "init-container",
        web("initContainers: [{name: m, image: w, args: [alembic, upgrade]}]\ncontainers: [{name: w}]")
            .choice(Feature.MIGRATION_STEP));
  }

  static Stream<Arguments> secrets() {
    return Stream.of(
        Arguments.of("sealed-secrets", "apiVersion: bitnami.com/v1alpha1\nkind: SealedSecret\n"),
        Arguments.of(
            "external-secrets", "apiVersion: external-secrets.io/v1\nkind: ExternalSecret\n"),
        Arguments.of(
            "vault", "apiVersion: secrets.hashicorp.com/v1beta1\nkind: VaultStaticSecret\n"),
        Arguments.of(
            "csi", "apiVersion: secrets-store.csi.x-k8s.io/v1\nkind: SecretProviderClass\n"),
        Arguments.of("plain", "apiVersion: v1\nkind: Secret\nstringData: {a: b}\n"),
        Arguments.of("sops", "apiVersion: v1\nkind: Secret\ndata: {a: ENC}\nsops: {mac: x}\n"));
  }

  @ParameterizedTest
  @MethodSource("secrets")
  void secretsComeInSixWays(String word, String object) {
    assertEquals(word, of(WEB, object + "metadata: {name: s}\n").choice(Feature.SECRETS));
  }

  @Test
  void aSecretThatComesFromNowhereIsBroughtByMeansUnknown() {
    assertNull(
        web("containers: [{name: w, envFrom: [{secretRef: {name: s}}]}]").choice(Feature.SECRETS));
    assertEquals(
        "plain",
        web("containers: [{name: w, env: [{name: DB_PASSWORD, value: hunter}]}]")
            .choice(Feature.SECRETS));
  }

  @Test
  void aStoreOfTheWholeClusterIsUsedByReference() {
    var external =
        """
        apiVersion: external-secrets.io/v1
        kind: ExternalSecret
        metadata: {name: s}
        spec: {secretStoreRef: {kind: ClusterSecretStore, name: vault}}
        """;
    assertEquals("ClusterSecretStore/vault", slot(of(WEB, external), Slot.SECRET_DELIVERY));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "envFrom: [{configMapRef: {name: c}}] | configmap",
        "env: [{name: MODE, value: fast}] | environment",
        "env: [{name: SPRING_CLOUD_CONFIG_URI, value: x}] | config-server",
        "env: [{name: CONSUL_HTTP_ADDR, value: x}] | consul"
      })
  void settingsComeFromWhatContainersTake(String how, String word) {
    assertEquals(
        word, web("containers: [{name: w, %s}]".formatted(how)).choice(Feature.CONFIG_SOURCE));
  }

  @Test
  void metricsAreScrapedByMonitorsOrByAnnotations() {
    var monitor =
        "apiVersion: monitoring.coreos.com/v1\nkind: ServiceMonitor\nmetadata: {name: web}\n";
    assertEquals("prometheus-operator", of(WEB, monitor).choice(Feature.METRICS));
    var noted =
        SERVICE.replace("{name: web}", "{name: web, annotations: {prometheus.io/scrape: 'true'}}");
    assertEquals("prometheus-annotations", of(WEB, noted).choice(Feature.METRICS));
  }

  @Test
  void rulesThatOnlyRecordAlertNobody() {
    var rules =
        """
        apiVersion: monitoring.coreos.com/v1
        kind: PrometheusRule
        metadata: {name: web}
        spec: {groups: [{name: g, rules: [{%s: x, expr: up}]}]}
        """;
    assertEquals("true", of(WEB, rules.formatted("alert")).choice(Feature.ALERT_RULES));
    assertEquals("false", of(WEB, rules.formatted("record")).choice(Feature.ALERT_RULES));
  }

  @Test
  void whatAClusterHoldsBeatsWhatAFileSays() {
    var file = WEB.replace("spec:\n  selector", "spec:\n  strategy: {type: Recreate}\n  selector");
    var read = of(file).live("shop/Deployment/web", WEB);
    assertEquals("rolling", read.choice(Feature.ROLLOUT));
    assertEquals(1, read.profile().workloads().size());
  }

  @Test
  void environmentsAreToldByFoldersAndNamespaces() {
    var read =
        new Read()
            .file("envs/dev/web.yaml", WEB)
            .file("envs/staging/web.yaml", WEB)
            .file("envs/prod/web.yaml", WEB);
    assertEquals("3", read.choice(Feature.ENVIRONMENTS));
    assertEquals(1, read.profile().workloads().size());
    assertEquals(
        "envs/prod/web.yaml", read.finding(plimsoll.pattern.Trait.REPLICAS).evidence().path());
  }

  private static String slot(Read read, Slot slot) {
    return read.profile().implementations().stream()
        .filter(one -> one.slot() == slot)
        .map(Implementation::source)
        .map(String::valueOf)
        .collect(Collectors.joining(","));
  }

  @Test
  void aChoiceStandsOnTheLineThatMakesIt() {
    var chosen = of(APPLICATION + "  syncPolicy: {automated: {}}\n").profile().choices();
    assertEquals(7, chosen.get(Feature.AUTOMATED_SYNC).evidence().line());
    assertTrue(chosen.get(Feature.AUTOMATED_SYNC).evidence().quote().startsWith("syncPolicy"));
  }
}
