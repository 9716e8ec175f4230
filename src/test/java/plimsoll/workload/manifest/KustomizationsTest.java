package plimsoll.workload.manifest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static plimsoll.workload.manifest.Read.SERVICE;
import static plimsoll.workload.manifest.Read.WEB;

import org.junit.jupiter.api.Test;
import plimsoll.pattern.Evidence;
import plimsoll.pattern.Feature;
import plimsoll.pattern.Trait;

/** Bases, overlays and patches, put together without kustomize. */
class KustomizationsTest {
  private static final String PRODUCTION = "overlays/production/kustomization.yaml";

  private static Read base() {
    return new Read()
        .file("base/kustomization.yaml", "resources: [web.yaml, service.yaml]\n")
        .file("base/web.yaml", WEB)
        .file("base/service.yaml", SERVICE)
        .file("overlays/dev/kustomization.yaml", "resources: [../../base]\n");
  }

  @Test
  void productionIsTheOverlayThatIsCalledSo() {
    var read =
        base().file(PRODUCTION, "resources: [../../base]\nreplicas:\n- name: web\n  count: 3\n");
    assertEquals("YES", read.answer(Trait.REPLICAS));
    assertEquals(1, read.profile().workloads().size());
    assertEquals(new Evidence(PRODUCTION, 4, "count: 3"), read.finding(Trait.REPLICAS).evidence());
    assertEquals("kustomize", read.choice(Feature.MANIFEST_KIND));
    assertEquals("overlay", read.choice(Feature.PROMOTION));
    assertEquals("2", read.choice(Feature.ENVIRONMENTS));
    assertTrue(read.profile().gaps().isEmpty());
  }

  @Test
  void strategicPatchesMergeContainersByNameAndStandOnTheirOwnLines() {
    var read =
        base()
            .file(PRODUCTION, "resources: [../../base]\npatches:\n- path: limits.yaml\n")
            .file(
                "overlays/production/limits.yaml",
                """
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: web}
                spec:
                  template:
                    spec:
                      containers:
                      - name: web
                        resources:
                          limits: {cpu: 1, memory: 1Gi}
                        readinessProbe: {tcpSocket: {port: 80}}
                """);
    assertEquals("YES", read.answer(Trait.REQUESTS_AND_LIMITS));
    assertEquals("YES", read.answer(Trait.READINESS));
    var evidence = read.finding(Trait.READINESS).evidence();
    assertEquals("overlays/production/limits.yaml", evidence.path());
    assertEquals(11, evidence.line());
  }

  @Test
  void aPatchMayDeleteAnObject() {
    var read =
        base()
            .file(
                PRODUCTION,
                """
                resources: [../../base]
                patches:
                - patch: |
                    $patch: delete
                    apiVersion: apps/v1
                    kind: Deployment
                    metadata: {name: web}
                """);
    assertTrue(read.profile().workloads().isEmpty());
  }

  @Test
  void jsonPatchesChangeByPath() {
    var read =
        base()
            .file(
                PRODUCTION,
                """
                resources: [../../base]
                patches:
                - target: {kind: Deployment, name: web}
                  patch: |-
                    - op: add
                      path: /spec/template/spec/securityContext
                      value: {runAsNonRoot: true}
                    - op: add
                      path: /spec/replicas
                      value: 2
                """);
    assertEquals("YES", read.answer(Trait.NON_ROOT));
    assertEquals("YES", read.answer(Trait.REPLICAS));
    assertEquals(new Evidence(PRODUCTION, 10, "value: 2"), read.finding(Trait.REPLICAS).evidence());
  }

  @Test
  void componentsChangeWhatIsThere() {
    var read =
        base()
            .file(PRODUCTION, "resources: [../../base]\ncomponents: [../../components/safe]\n")
            .file(
                "components/safe/kustomization.yaml",
                """
                kind: Component
                patches:
                - target: {kind: Deployment}
                  patch: |
                    - {op: add, path: /spec/template/spec/securityContext, value: {runAsUser: 5}}
                """);
    assertEquals("YES", read.answer(Trait.NON_ROOT));
  }

  @Test
  void aBaseElsewhereLeavesOpenWhatItMayHold() {
    var read =
        base()
            .file(
                PRODUCTION,
                "resources: [../../base, 'https://github.com/acme/bases//web?ref=v1']\n");
    assertEquals("UNKNOWN", read.answer(Trait.AUTOSCALING));
    assertEquals("shared", read.choice(Feature.CHART_SOURCE));
    assertEquals(1, read.profile().gaps().size());
    assertTrue(
        read.profile().implementations().stream()
            .anyMatch(one -> "github.com/acme/bases/web".equals(one.source())));
  }

  @Test
  void imagesAreRenamedAndPinned() {
    var digest = "sha256:" + "a".repeat(64);
    var read =
        base()
            .file(
                PRODUCTION,
                "resources: [../../base]\nimages: [{name: acme/web, digest: '%s'}]\n"
                    .formatted(digest));
    assertEquals("true", read.choice(Feature.DIGEST_PINNED));
  }

  @Test
  void kustomizationsInACircleEnd() {
    var read =
        new Read()
            .file("top/kustomization.yaml", "resources: [../a]\n")
            .file("a/kustomization.yaml", "resources: [../b]\n")
            .file("b/kustomization.yaml", "resources: [../a]\n");
    assertEquals(1, read.profile().gaps().size());
  }
}
