package plimsoll.workload.crossplane;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import plimsoll.Corpora;
import plimsoll.pattern.Profile;
import plimsoll.pattern.Slot;
import plimsoll.workload.file.Sketch;
import plimsoll.workload.file.SourceFile;

class CrossplaneReaderTest {
  private static final String DEFINITION =
      """
      apiVersion: apiextensions.crossplane.io/v2
      kind: CompositeResourceDefinition
      metadata: {name: queues.acme.example}
      spec: {group: acme.example, names: {kind: Queue}}
      """;

  @Test
  void aKindThatAPlatformDefinesIsUsedByReference() {
    var claim = "metadata: {name: orders}\napiVersion: acme.example/v3\nkind: Queue\n";
    var profile = read(List.of(file("q.yaml", claim)), List.of(file("x.yaml", DEFINITION)));
    assertEquals(List.of("acme.example/Queue"), sources(profile));
    assertEquals(3, profile.implementations().get(0).evidence().line());
    assertEquals(List.of(), profile.gaps());
  }

  @Test
  void aKindThatLooksLikeAClaimAndIsNotDefinedIsUsedAndAGap() {
    var claim =
        "apiVersion: a.example/v1\nkind: Bucket\nmetadata: {name: b}\n"
            + "spec: {compositionSelector: {matchLabels: {size: s}}}\n";
    var profile = read(List.of(file("b.yaml", claim)), List.of());
    assertEquals(List.of("a.example/Bucket"), sources(profile));
    assertEquals(1, profile.gaps().size());
  }

  @Test
  void managedResourcesAndCompositionsAreOnesOwn() {
    var managed =
        "apiVersion: s3.aws.upbound.io/v1beta1\nkind: Bucket\nmetadata: {name: b}\n"
            + "spec: {forProvider: {region: eu-central-1}}\n";
    var profile = read(List.of(file("b.yaml", managed)), List.of());
    assertEquals(1, profile.implementations().size());
    assertEquals(null, profile.implementations().get(0).source());
  }

  @Test
  void whatIsNothingToCrossplaneIsPassedOver() {
    var other =
        "apiVersion: apps/v1\nkind: Deployment\n---\napiVersion: cert-manager.io/v1\n"
            + "kind: Certificate\nspec: {secretName: a}\n";
    var profile = read(List.of(file("d.yaml", other)), List.of(file("x.yaml", DEFINITION)));
    assertEquals(List.of(), profile.implementations());
    assertEquals(0, profile.files());
  }

  @Test
  void terraformHasResourcesOfItsOwnAndModulesOfOthers() {
    var text =
        """
        resource "aws_s3_bucket" "a" {
        }
        module "queue" {
          source = "git::https://git.example.org/acme/queue.git?ref=v1.2"
        }
        module "near" {
          source = "./queue"
        }
        module "hidden" {
          source = "${var.base}/queue"
        }
        """;
    var profile = read(List.of(file("main.tf", text)), List.of());
    var sources = new ArrayList<String>();
    profile.implementations().forEach(one -> sources.add("" + one.source()));
    assertEquals(List.of("null", "git::https://git.example.org/acme/queue.git"), sources);
    assertEquals(9, profile.gaps().get(0).evidence().line());
  }

  @ParameterizedTest
  @ValueSource(strings = {"crossplane", "argocd", "backstage", "kubernetes-apps", "ci-pipelines"})
  void everyRealFileGoesThrough(String corpus) throws IOException {
    var files = new ArrayList<SourceFile>();
    for (var path : Corpora.filesBelow(corpus)) {
      files.add(
          file(path.toString(), new String(Files.readAllBytes(path), StandardCharsets.UTF_8)));
    }
    var profile = read(files, List.of());
    var used = profile.implementations().stream().filter(one -> one.source() != null).count();
    assertTrue(corpus.equals("crossplane") ? used > 10 : used < 10, () -> "" + sources(profile));
  }

  private static List<String> sources(Profile profile) {
    return profile.implementations().stream()
        .filter(one -> one.slot() == Slot.PROVISIONING)
        .map(one -> one.source())
        .toList();
  }

  private static Profile read(List<SourceFile> files, List<SourceFile> surroundings) {
    var sketch = new Sketch();
    new CrossplaneReader().read(files, surroundings, sketch);
    return sketch.profile("orders");
  }

  private static SourceFile file(String path, String text) {
    return new SourceFile("upload", path, text);
  }
}
