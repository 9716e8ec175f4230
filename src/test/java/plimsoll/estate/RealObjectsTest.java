package plimsoll.estate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import plimsoll.Corpora;
import plimsoll.access.Refusal;
import plimsoll.delivery.fact.Moments;
import plimsoll.estate.ClusterObject.NoObjectException;
import plimsoll.json.Json;

/** The counts were made by other means, by reading the files. */
class RealObjectsTest {

  @ParameterizedTest
  @CsvSource({"crossplane", "argocd", "backstage", "kubernetes-apps"})
  void everyFileGoesThroughWithoutAFault(String corpus) throws IOException {
    for (var file : Corpora.filesBelow(corpus)) {
      for (var one : objects(file)) {
        var part = Part.of(one, List.of());
        if (part != null) {
          Json.write(part.facts(one));
        }
      }
    }
  }

  @Test
  void whatTheFilesOfCrossplaneHoldIsWhatACountOfTheirKindsSays() throws IOException {
    var all = new ArrayList<ClusterObject>();
    for (var file : Corpora.filesBelow("crossplane")) all.addAll(objects(file));
    var definitions = new HashSet<Definition>();
    for (var one : all) {
      if (Part.of(one, List.of()) == Part.DEFINITION) definitions.add(Definition.of(one));
    }
    var parts = new TreeMap<String, Integer>();
    for (var one : all) parts.merge("" + Part.of(one, definitions), 1, Integer::sum);
    long byKind =
        all.stream().filter(one -> one.kind().equals("CompositeResourceDefinition")).count();
    assertEquals(byKind, (long) parts.get("DEFINITION"), parts::toString);
    assertTrue(parts.get("CLAIM") > 20, parts::toString);
    assertTrue(parts.get("COMPOSITION") > 20, parts::toString);
  }

  @ParameterizedTest
  @CsvSource({
    "crossplane/e2e/composition__legacy__claim.yaml, "
        + "crossplane/e2e/composition__legacy__setup__definition.yaml, CLAIM",
    "crossplane/e2e/composition__legacy-bind-existing-xr__xr.yaml, "
        + "crossplane/e2e/composition__legacy-bind-existing-xr__setup__definition.yaml, COMPOSITE",
    "crossplane/e2e/composition__basic-namespaced__xr.yaml, "
        + "crossplane/e2e/composition__basic-namespaced__setup__definition.yaml, COMPOSITE",
    "crossplane/crossplane-on-eks/examples__aws-provider__managed-resources__s3.yaml, "
        + "crossplane/crossplane-on-eks/aws-provider__s3__definition.yaml, MANAGED",
  })
  void aRealObjectIsWhatItsDefinitionSays(String file, String definition, Part part)
      throws IOException {
    var known = Definition.of(objects(Corpora.file(definition)).get(0));
    assertTrue(
        objects(Corpora.file(file)).stream().anyMatch(one -> Part.of(one, Set.of(known)) == part));
  }

  @Test
  void aRealResourceThatCannotBeMadeFailsSinceItSaysSo() throws IOException {
    var file = "crossplane/status/cloudfront.aws.crossplane.io__Distribution__";
    var failing = Requested.of(objects(Corpora.file(file + "degraded_reconcileError.yaml")).get(0));
    assertEquals("ReconcileError", failing.reason());
    assertEquals("2024-01-17T07:26:02Z", failing.failedAt().toString());
    assertTrue(Requested.of(objects(Corpora.file(file + "healthy.yaml")).get(0)).readyAt() != null);
    assertEquals(
        null, Requested.of(objects(Corpora.file(file + "progressing.yaml")).get(0)).readyAt());
  }

  /**
   * What others' tests expect of each: healthy is ready, degraded can't be made, and the rest
   * waits. Packages and definitions are nothing that a team asks for.
   */
  @ParameterizedTest
  @MethodSource("healths")
  void whatOthersFindHealthyIsReadyHereAndWhatTheyFindDegradedFails(String file, String health)
      throws IOException {
    var object = objects(Corpora.file("crossplane/" + file)).get(0);
    var part = Part.of(object, List.of());
    if (object.group().startsWith("pkg.") || object.group().startsWith("apiextensions.")) {
      assertTrue(part == null || part == Part.COMPOSITION, () -> file + " is " + part);
      return;
    }
    if (part == null) return;
    var requested = (Requested) part.facts(object);
    assertEquals(health.equals("Degraded"), requested.failedAt() != null, file);
    if (health.equals("Healthy")) assertTrue(requested.readyAt() != null, file);
    if (health.equals("Progressing")) assertNull(requested.readyAt(), file);
  }

  static List<Arguments> healths() throws IOException {
    return table("crossplane/status/expected.csv");
  }

  @ParameterizedTest
  @MethodSource("validities")
  void whatCrossplaneItselfTakesIsUnderstood(String file, String valid) throws IOException {
    var object = objects(Corpora.file("crossplane/" + file)).get(0);
    var facts = Part.of(object, List.of()).facts(object);
    assertEquals(valid.equals("true"), facts != null);
    if (facts instanceof Definition definition) assertFalse(definition.versions().isEmpty());
    if (facts instanceof Composed composed) assertFalse(composed.lines().isEmpty());
  }

  static List<Arguments> validities() throws IOException {
    return table("crossplane/e2e/expected-validity.csv");
  }

  /**
   * Of what Argo CD judges only sets of applications are kept here; all the rest is passed over.
   */
  @ParameterizedTest
  @MethodSource("judged")
  void whatArgoCdJudgesGoesThroughAndCountsAsNoApplication(String file, String health)
      throws IOException {
    for (var object : objects(Corpora.file("argocd/" + file))) {
      var part = Part.of(object, List.of());
      boolean set = object.kind().equals("ApplicationSet");
      assertEquals(set ? Part.APPLICATION_SET : null, part, file);
      if (set) {
        var facts = (Generated) part.facts(object);
        assertEquals(health.equals("Degraded"), facts.broken(), file);
      }
    }
  }

  static List<Arguments> judged() throws IOException {
    return table("argocd/health/expected.csv");
  }

  /** The file of each row and what is expected of it; a cell may go over several lines. */
  private static List<Arguments> table(String name) throws IOException {
    return Files.readString(Corpora.file(name))
        .lines()
        .skip(1)
        .map(line -> line.split(","))
        .filter(cells -> cells[0].endsWith(".yaml"))
        .map(cells -> Arguments.of(cells[0], cells[name.contains("argocd") ? 2 : 1]))
        .toList();
  }

  private static List<ClusterObject> objects(Path file) throws IOException {
    var found = new ArrayList<ClusterObject>();
    for (var one : sent(file)) {
      try {
        found.add(ClusterObject.of(one, new Moments(Objects.NOW)));
      } catch (NoObjectException passedOver) {
        assertTrue(passedOver.getMessage().endsWith("."));
      }
    }
    return found;
  }

  private static List<String> sent(Path file) throws IOException {
    try {
      var sent = Sent.of(Files.readAllBytes(file));
      return sent.objects().stream().map(one -> one.json()).toList();
    } catch (Refusal refusal) {
      assertTrue(refusal.status() == 400, refusal::getMessage);
      return List.of();
    }
  }
}
