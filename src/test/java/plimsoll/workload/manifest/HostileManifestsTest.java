package plimsoll.workload.manifest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import plimsoll.pattern.Trait;

/** Files that mean harm, or that nobody would write. */
class HostileManifestsTest {

  @TestFactory
  Stream<DynamicTest> nothingIsReadWithoutALimit() {
    var bomb = new StringBuilder("apiVersion: v1\nkind: ConfigMap\na0: &a0 [x]\n");
    for (int i = 1; i < 40; i++) {
      bomb.append("a%d: &a%d [*a%d, *a%d, *a%d]\n".formatted(i, i, i - 1, i - 1, i - 1));
    }
    return Stream.of(
        file("a bomb", "x.yaml", bomb.toString()),
        file("deep", "x.yaml", "apiVersion: v1\nkind: X\na: " + "[".repeat(20_000)),
        file("a circle", "x.yaml", "apiVersion: v1\nkind: X\nmetadata: &a {name: *a}\n"),
        file("ten thousand", "x.yaml", (Read.WEB + "---\n").repeat(10_000)),
        file("control", "x.yaml", "apiVersion: v1\nkind: X\nmetadata: {name: \"\u0001\u0000\"}\n"),
        file("duplicate keys", "x.yaml", "apiVersion: v1\nkind: X\nkind: Y\n"),
        file("wrong types", "x.yaml", Read.WEB.replace("spec:", "spec: []\nx:")),
        file("nulls", "x.yaml", "apiVersion: apps/v1\nkind: Deployment\nmetadata:\nspec:\n"),
        file("a list of nulls", "x.yaml", "apiVersion: v1\nkind: List\nitems: [~, 1, [], {}]\n"),
        file("braces", "c/templates/x.yaml", "kind: X\n" + "{{ if x }}".repeat(5_000)),
        file("more braces", "c/templates/x.yaml", "kind: X\n" + "{{".repeat(50_000)),
        file("brackets", "c/templates/x.yaml", "a: {{ " + "(".repeat(20_000) + " }}"),
        file("growth", "c/templates/x.yaml", growth()),
        file("an endless action", "c/templates/x.yaml", "{{ \"" + "a".repeat(100_000)));
  }

  private static String growth() {
    var text = new StringBuilder("{{ $a := \"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx\" }}\n");
    text.append("{{ $a := printf \"%s%s%s%s\" $a $a $a $a }}\n".repeat(40));
    return text.append("x: {{ $a }}\n").toString();
  }

  private static DynamicTest file(String name, String path, String text) {
    return DynamicTest.dynamicTest(
        name,
        () ->
            assertTimeoutPreemptively(
                Duration.ofSeconds(60),
                () ->
                    new Read()
                        .file("c/Chart.yaml", "apiVersion: v2\nname: c\n")
                        .file("c/values.yaml", "{}")
                        .file(path, text)
                        .profile()));
  }

  @Test
  void brokenThingsBesideGoodOnesCostOnlyThemselves() {
    var read = Read.of(Read.WEB, "apiVersion: v1\nkind: ConfigMap\na: {{ b }}\n", "\u0000\u0001");
    assertEquals("NO", read.answer(Trait.AUTOSCALING));
    assertEquals(1, read.profile().gaps().size());
  }

  @Test
  void workloadsBeyondAFewHundredAreCountedAsUnread() {
    var many = new StringBuilder();
    for (int i = 0; i < 302; i++) many.append(Read.WEB.replace("web", "web" + i)).append("---\n");
    var profile = Read.of(many.toString()).profile();
    assertEquals(300, profile.workloads().size());
    assertTrue(profile.gaps().get(0).why().startsWith("Of 302 workloads"));
  }

  @Test
  void fileOfOtherToolsArePassedOver() {
    var profile =
        new Read()
            .file("docker-compose.yml", "services: {web: {image: w}}\n")
            .file(".github/workflows/ci.yaml", "on: push\njobs: {a: {steps: [{run: x}]}}\n")
            .file("readme.md", "apiVersion: v1\nkind: Pod\n")
            .profile();
    assertEquals(0, profile.files());
    assertTrue(profile.gaps().isEmpty());
    assertFalse(profile.choices().containsKey(plimsoll.pattern.Feature.MANIFEST_KIND));
  }

  @Test
  void byteOrderMarksCarriageReturnsTabsAndLicencesAreNoMatter() {
    var service =
        "\uFEFF# Licensed to nobody\r\n#\r\n"
            + Read.WEB.replace("\n", "\t\r\n").replace("kind: Deployment\t", "kind: Deployment");
    assertEquals(1, Read.of(service).profile().workloads().size());
    var json =
        "{\n\t\"apiVersion\": \"apps/v1\",\n\t\"kind\": \"Deployment\",\n\t\"metadata\":"
            + " {\"name\": \"web\"},\n\t\"spec\": {\"replicas\": 2}\n}\n";
    assertEquals("YES", new Read().file("web.json", json).answer(Trait.REPLICAS));
  }
}
