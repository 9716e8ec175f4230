package plimsoll.delivery.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static plimsoll.delivery.source.Payloads.corpus;
import static plimsoll.delivery.source.Payloads.sent;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import plimsoll.Corpora;
import plimsoll.delivery.fact.Batch;
import plimsoll.delivery.fact.DeploymentFact;
import plimsoll.delivery.fact.Fact;
import plimsoll.delivery.fact.Fields;
import plimsoll.delivery.metric.Deployment.Kind;
import plimsoll.delivery.metric.Deployment.Outcome;
import plimsoll.delivery.metric.Deployment.Trigger;
import plimsoll.delivery.metric.Deployment.Via;
import plimsoll.json.Json;

class ArgocdSourceTest {
  private static final Instant STARTED = Instant.parse("2026-03-23T09:00:00Z");
  private static final Instant FINISHED = Instant.parse("2026-03-23T09:01:00Z");
  private static final String COMMIT = "53e28ff20cc530b9ada2173fbbd64d48338583ba";

  private final ArgocdSource argocd = new ArgocdSource();

  @Test
  void healthySyncIsADeployment() {
    var fact = only(read(application("Succeeded", "\"Healthy\"", "{\"automated\": true}")));
    assertEquals("argocd/checkout@2026-03-23T09:00:00Z", fact.id());
    assertEquals("checkout", fact.service());
    assertEquals("shop/checkout", fact.repository());
    assertEquals(COMMIT, fact.revision());
    assertEquals("production", fact.environment());
    assertTrue(fact.production());
    assertEquals(STARTED, fact.startedAt());
    assertEquals(FINISHED, fact.finishedAt());
    assertEquals(Outcome.SUCCEEDED, fact.outcome());
    assertEquals(Trigger.AUTOMATIC, fact.trigger());
    assertEquals(Via.GITOPS, fact.via());
  }

  @Test
  void personSyncsByHandAndAScrubbedNameChangesNothing() {
    for (var by : List.of("{\"username\": \"ada\"}", "{}")) {
      var fact = only(read(application("Succeeded", "\"Healthy\"", by)));
      assertEquals(Trigger.MANUAL, fact.trigger());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "Running, , ",
    "Terminating, , ",
    "Failed, FAILED, 2026-03-23T09:01:00Z",
    "Error, FAILED, 2026-03-23T09:01:00Z",
  })
  void phaseTellsHowFarItIs(String phase, Outcome outcome, Instant finishedAt) {
    var fact = only(read(application(phase, "\"Progressing\"", "{}")));
    assertEquals(outcome, fact.outcome());
    assertEquals(finishedAt, fact.finishedAt());
  }

  @Test
  void phaseOfTomorrowIsIgnoredWithAWord() {
    var batch = read(application("Rewinding", "\"Healthy\"", "{}"));
    assertEquals(List.of(), batch.facts());
    assertEquals(List.of(), batch.problems());
    assertEquals("The sync's phase Rewinding is not known here.", batch.notes().get(0).message());
  }

  @Test
  void finishedSyncIsNoHealthyDeployment() {
    for (var health : List.of("Degraded", "Missing")) {
      var soon = health + "\", \"lastTransitionTime\": \"2026-03-23T09:05:00Z";
      var fact = only(read(application("Succeeded", "\"" + soon + "\"", "{}")));
      assertEquals(Outcome.FAILED, fact.outcome(), health);
      assertEquals(Instant.parse("2026-03-23T09:05:00Z"), fact.finishedAt());
    }
    for (var health : List.of("Progressing", "Suspended", "Unknown")) {
      var batch = read(application("Succeeded", "\"" + health + "\"", "{}"));
      assertNull(only(batch).outcome(), health);
      assertTrue(batch.notes().get(0).message().contains(health));
    }
  }

  @Test
  void whatDegradesDaysLaterHadBeenDeployed() {
    var later = "\"Degraded\", \"lastTransitionTime\": \"2026-03-25T09:00:00Z\"";
    assertEquals(Outcome.SUCCEEDED, only(read(application("Succeeded", later, "{}"))).outcome());
    var mended = "\"Healthy\", \"lastTransitionTime\": \"2026-03-25T10:00:00Z\"";
    assertEquals(FINISHED, only(read(application("Succeeded", mended, "{}"))).finishedAt());
    var unsaid = read(application("Succeeded", "\"Degraded\"", "{}"));
    assertNull(only(unsaid).outcome());
    assertTrue(unsaid.notes().get(0).message().contains("we can't tell"));
  }

  @Test
  void healthThatComesLaterEndsTheDeployment() {
    var running = only(read(application("Running", "\"Progressing\"", "{}")));
    var broken =
        only(
            read(
                application(
                    "Succeeded",
                    "\"Degraded\", \"lastTransitionTime\": \"2026-03-23T09:05:00Z\"",
                    "{}")));
    var healthy =
        only(
            read(
                application(
                    "Succeeded",
                    "\"Healthy\", \"lastTransitionTime\": \"2026-03-23T09:08:00Z\"",
                    "{}")));
    assertEquals(running.id(), healthy.id());
    for (var order :
        List.of(List.of(running, broken, healthy), List.of(healthy, broken, running))) {
      var fact = (DeploymentFact) Fact.of(List.copyOf(order));
      assertEquals(Outcome.SUCCEEDED, fact.outcome());
      assertEquals(Instant.parse("2026-03-23T09:08:00Z"), fact.finishedAt());
    }
  }

  @Test
  void dryRunsAndPartsAndEmptyStatesAreIgnoredWithAWord() {
    var body = application("Succeeded", "\"Healthy\"", "{}");
    var dry = read(body.replace("\"sync\": {}", "\"sync\": {\"dryRun\": true}"));
    assertEquals("A dry run deploys nothing.", dry.notes().get(0).message());
    var part =
        read(body.replace("\"sync\": {}", "\"sync\": {\"resources\": [{\"kind\": \"Pod\"}]}"));
    assertTrue(part.notes().get(0).message().startsWith("Only some resources"));
    var none = read("{\"kind\": \"Application\", \"metadata\": {\"name\": \"a\"}, \"status\": {}}");
    assertEquals("Argo CD has synced nothing of it yet.", none.notes().get(0).message());
    var other = read("{\"kind\": \"AppProject\", \"metadata\": {\"name\": \"a\"}}");
    assertEquals("Nothing is counted from AppProject.", other.notes().get(0).message());
  }

  @Test
  void historyAndStateSpeakOfTheSameSync() {
    var batch = read(corpus("argocd/api/roadie-applications-test-app.json"));
    assertEquals(
        2, batch.facts().size(), "two entries of history, the later of which is the state");
    var first = (DeploymentFact) batch.facts().get(0);
    var second = (DeploymentFact) batch.facts().get(1);
    assertEquals(Instant.parse("2021-03-04T17:39:06Z"), first.startedAt());
    assertEquals(Instant.parse("2021-03-04T17:39:07Z"), first.finishedAt());
    assertEquals("argoproj/argocd-example-apps", first.repository());
    assertEquals(Trigger.MANUAL, second.trigger(), "iain synced it");
    assertEquals(Kind.REBUILD, second.kind(), "the same revision again");
    assertEquals("default", second.environment());
    assertFalse(second.production(), "nobody said that the namespace default serves users");
  }

  /** The state has neither times nor more than a phase; the last sync is the one in the history. */
  @Test
  void lastSyncOfWhatIsDegradedIsNoHealthyDeployment() {
    var three = read(corpus("argocd/api/janus-applications.json")).facts();
    var outcomes = three.stream().map(fact -> ((DeploymentFact) fact).outcome()).toList();
    var good = Outcome.SUCCEEDED;
    assertEquals(6, outcomes.size());
    assertEquals(List.of(good, good), outcomes.subList(0, 2), "Healthy");
    assertEquals(java.util.Arrays.asList(good, null), outcomes.subList(2, 4), "Degraded");
    assertEquals(java.util.Arrays.asList(good, null), outcomes.subList(4, 6), "Missing");
  }

  @Test
  void stateThatIsMissingIsNoFault() {
    var batch = read(corpus("argocd/api/roadie-getResponseStubScanning.json"));
    assertEquals(List.of(), batch.problems());
  }

  @Test
  void severalApplicationsComeInSeveralForms() {
    var one = application("Succeeded", "\"Healthy\"", "{}");
    for (var body :
        List.of(
            "[" + one + "," + one.replace("checkout\", \"name", "cart\", \"name") + "]",
            "{\"kind\": \"ApplicationList\", \"items\": [" + one + ",null,7]}",
            "{\"result\": {\"type\": \"MODIFIED\", \"application\": " + one + "}}",
            "{\"a\": " + one + ", \"b\": 7}")) {
      assertTrue(read(body).facts().size() >= 1, body);
    }
    var three = read(corpus("argocd/api/janus-applications.json"));
    assertEquals(List.of(), three.problems());
    assertEquals(
        3,
        three.facts().stream().map(fact -> ((DeploymentFact) fact).service()).distinct().count());
  }

  @Test
  void settingsNameServiceAndEnvironment() {
    var rules =
        Map.of(
            "service-labels", "app.kubernetes.io/name",
            "environment-labels", "",
            "production-environments", "shop-eu");
    var body =
        application("Succeeded", "\"Healthy\"", "{}")
            .replace("\"env\": \"production\"", "\"app.kubernetes.io/name\": \"cart\"");
    var fact = only(argocd.read(sent(body, Map.of(), rules)));
    assertEquals("cart", fact.service());
    assertEquals("shop-eu", fact.environment());
    assertTrue(fact.production());
  }

  /** DevLake's cases of which revision to choose. */
  @Test
  void revisionOfSeveralSourcesIsThatOfTheRepository() throws IOException {
    var cases = Json.MAPPER.readTree(corpus("argocd/multi-source-revision-cases.json"));
    for (var one : cases) {
      var revisions = new Fields((ObjectNode) one).hints("revisions");
      var sources =
          StreamSupport.stream(one.get("sources").spliterator(), false)
              .map(source -> new Fields(renamed(source.get("RepoURL"), source.get("Chart"))))
              .toList();
      var chosen = ArgocdApplication.code(revisions, sources).revision();
      assertEquals(one.get("expected").asText(), chosen == null ? "" : chosen, one.toString());
    }
    assertEquals(5, cases.size());
  }

  private static ObjectNode renamed(
      com.fasterxml.jackson.databind.JsonNode address,
      com.fasterxml.jackson.databind.JsonNode chart) {
    ObjectNode source = Json.MAPPER.createObjectNode().set("repoURL", address);
    if (chart != null) source.set("chart", chart);
    return source;
  }

  @Test
  void multiSourceApplicationHasItsRepository() {
    var body =
        application("Succeeded", "\"Healthy\"", "{}")
            .replace(
                "\"revision\": \"" + COMMIT + "\"",
                "\"revisions\": [\"2.6.2\", \""
                    + COMMIT
                    + "\"], \"sources\": ["
                    + "{\"chart\": \"generic\", \"repoURL\": \"https://charts.example.com\"},"
                    + "{\"repoURL\": \"git@gitlab.example.com:shop/eu/config.git\"}]");
    var fact = only(read(body));
    assertEquals("shop/eu/config", fact.repository());
    assertEquals(COMMIT, fact.revision());
  }

  @ParameterizedTest
  @CsvSource({
    "https://github.com/argoproj/argocd-example-apps.git, argoproj/argocd-example-apps",
    "https://user@git.example.com/group/sub/name/, group/sub/name",
    "git@github.com:owner/name.git, owner/name",
    "ssh://git@git.example.com:2222/owner/name, owner/name",
    "oci://registry.example.com/charts, ",
    "not an address, ",
  })
  void addressOfARepositoryGivesItsName(String address, String name) {
    assertEquals(name, ArgocdApplication.repository(address));
  }

  @TestFactory
  Stream<DynamicTest> everyAnswerOfTheApiGoesThrough() {
    return Payloads.goThrough(argocd, "argocd");
  }

  /** Manifests, notification settings, rollouts and health fixtures, as JSON. */
  @TestFactory
  Stream<DynamicTest> everyManifestGoesThrough() {
    return Corpora.filesBelow("argocd").stream()
        .filter(file -> file.toString().endsWith(".yaml"))
        .flatMap(this::documents);
  }

  private Stream<DynamicTest> documents(Path file) {
    try {
      var yaml = new YAMLMapper();
      try (var all = yaml.readerFor(ObjectNode.class).readValues(Files.readString(file))) {
        return all.readAll().stream()
            .map(
                one ->
                    DynamicTest.dynamicTest(
                        file.getFileName().toString(),
                        () -> Payloads.goesThrough(argocd, one.toString())))
            .toList()
            .stream();
      }
    } catch (IOException e) {
      return Stream.empty();
    }
  }

  private static String application(String phase, String health, String initiatedBy) {
    return """
        {"kind": "Application",
          "metadata": {"namespace": "argocd", "name": "checkout", "labels": {"env": "production"}},
          "spec": {"project": "shop", "destination": {"server": "https://kubernetes", "namespace": "shop-eu"},
            "source": {"repoURL": "https://github.com/shop/checkout.git", "path": "deploy"}},
          "status": {"health": {"status": %s},
            "operationState": {"phase": "%s", "startedAt": "%s", "finishedAt": "%s",
              "operation": {"initiatedBy": %s, "sync": {}},
              "syncResult": {"revision": "%s"}}}}
        """
        .formatted(health, phase, STARTED, FINISHED, initiatedBy, COMMIT);
  }

  private Batch read(String body) {
    return argocd.read(sent(body));
  }

  private static DeploymentFact only(Batch batch) {
    assertEquals(1, batch.facts().size(), () -> batch.problems() + " " + batch.notes());
    return (DeploymentFact) batch.facts().get(0);
  }
}
