package plimsoll.delivery.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import plimsoll.Corpora;
import plimsoll.access.Refusal;
import plimsoll.delivery.fact.ChangeFact;
import plimsoll.delivery.fact.DeploymentFact;
import plimsoll.delivery.fact.Fact;
import plimsoll.delivery.fact.IncidentFact;
import plimsoll.delivery.metric.Deployment.Outcome;
import plimsoll.json.Json;

public class GiteaSourceTest {
  static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");
  static final Rules RULES =
      new Rules(
          Map.of("deploying-workflows", "ship.yaml = production", "release-environment", "live"));

  private static final String REPOSITORY =
      "\"repository\":{\"full_name\":\"shop/cart\",\"name\":\"cart\",\"default_branch\":\"main\"}";

  /** One of each event that counts. */
  static final Map<String, String> PAYLOADS =
      Map.of(
          "push",
          "{\"ref\":\"refs/heads/main\",\"total_commits\":2,\"commits\":["
              + "{\"id\":\"bbb\",\"timestamp\":\"2026-03-23T10:00:00+01:00\",\"message\":\"b\",\"added\":[],"
              + "\"removed\":[],\"modified\":[\"svc/cart/go.mod\"]},"
              + "{\"id\":\"aaa\",\"timestamp\":\"2026-03-21T10:00:00+01:00\",\"message\":\"a\"}],"
              + REPOSITORY
              + "}",
          "pull_request",
          "{\"action\":\"closed\",\"pull_request\":{\"merged\":true,\"merge_commit_sha\":\"mmm\","
              + "\"merged_at\":\"2026-03-23T09:00:00Z\",\"base\":{\"ref\":\"main\"},\"head\":{\"sha\":\"hhh\"}},"
              + REPOSITORY
              + "}",
          "action_run_failure",
          "{\"action\":\"failure\",\"prior_status\":\"running\",\"run\":{\"id\":7,\"workflow_id\":\"ship.yaml\","
              + "\"commit_sha\":\"aaa\",\"event\":\"push\",\"started\":\"2026-03-23T09:00:00+01:00\","
              + "\"stopped\":\"2026-03-23T09:30:00+01:00\","
              + REPOSITORY
              + "}}",
          "workflow_run",
          "{\"action\":\"completed\",\"workflow_run\":{\"id\":8,\"path\":\"ship.yaml@refs/heads/main\","
              + "\"status\":\"completed\",\"conclusion\":\"success\",\"head_sha\":\"aaa\",\"run_attempt\":1,"
              + "\"event\":\"workflow_dispatch\",\"started_at\":\"2026-03-23T09:00:00Z\","
              + "\"completed_at\":\"2026-03-23T09:10:00Z\"},"
              + REPOSITORY
              + "}",
          "release",
          "{\"action\":\"published\",\"release\":{\"id\":3,\"tag_name\":\"v1\",\"target_commitish\":\"main\","
              + "\"published_at\":\"2026-03-23T09:00:00Z\"},"
              + REPOSITORY
              + "}",
          "issues",
          "{\"action\":\"label_updated\",\"issue\":{\"number\":2,\"state\":\"closed\",\"pull_request\":null,"
              + "\"labels\":[{\"name\":\"incident\"}],\"created_at\":\"2026-03-23T09:00:00Z\","
              + "\"updated_at\":\"2026-03-23T11:00:00Z\"},"
              + REPOSITORY
              + "}");

  private final GiteaSource gitea = new GiteaSource();

  /** The signature is the one that GitHub's documentation gives for this body and secret. */
  @Test
  void signatureFitsByEveryHeader() {
    var hex = "757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17";
    for (var header :
        Map.of(
                "X-Gitea-Signature", hex,
                "X-Forgejo-Signature", hex,
                "X-Hub-Signature-256", "sha256=" + hex)
            .entrySet()) {
      var delivery =
          new Delivery(
              "Hello, World!".getBytes(StandardCharsets.UTF_8),
              Map.of(header.getKey(), header.getValue()),
              Rules.none(),
              NOW);
      assertTrue(gitea.signed(delivery, "It's a Secret to Everybody"), header.getKey());
      assertFalse(gitea.signed(delivery, "It's a Secret"), header.getKey());
    }
  }

  @Test
  void pushArrivesWithItsNewestCommit() {
    var older = (ChangeFact) facts("push").get(1);
    assertEquals(Instant.parse("2026-03-23T09:00:00Z"), older.mergedAt());
    assertEquals(Instant.parse("2026-03-21T09:00:00Z"), older.firstCommitAt());
    assertEquals(List.of("svc/cart"), ((ChangeFact) facts("push").get(0)).paths());
  }

  @Test
  void mergedRequestIsKnownByItsOldName() {
    assertEquals("mmm", ((ChangeFact) facts("pull_request").get(1)).landedAs());
  }

  @Test
  void runsOfBothDeployWhereItWasSaid() {
    var forgejo = (DeploymentFact) facts("action_run_failure").get(0);
    assertEquals(Outcome.FAILED, forgejo.outcome());
    assertEquals(Instant.parse("2026-03-23T08:30:00Z"), forgejo.finishedAt());
    var gitea = (DeploymentFact) facts("workflow_run").get(0);
    assertEquals(Instant.parse("2026-03-23T09:10:00Z"), gitea.finishedAt());
    assertEquals("cart", gitea.service());
  }

  @Test
  void issueWithoutATimeOfClosingWasClosedWhenItWasChanged() {
    var fact = (IncidentFact) facts("issues").get(0);
    assertEquals(Instant.parse("2026-03-23T11:00:00Z"), fact.resolvedAt());
  }

  @Test
  void deliveryWithoutAnEventIsRefused() {
    var delivery = new Delivery("{}".getBytes(StandardCharsets.UTF_8), Map.of(), RULES, NOW);
    assertEquals(400, assertThrows(Refusal.class, () -> gitea.read(delivery)).status());
  }

  @Test
  void payloadsAreWhatTheGoldenFilesSay() throws IOException {
    var push = golden("push");
    var facts = corpus("push", "push");
    assertEquals(push.get("Commits").size(), facts.size());
    assertEquals(push.at("/Commit/Sha").asText(), ((ChangeFact) facts.get(0)).sha());
    var merged = golden("pull_request_merged");
    var heads = corpus("pull_request_merged", "pull_request").stream().map(Fact::id).toList();
    var repository = merged.at("/Repo/Namespace").asText() + "/" + merged.at("/Repo/Name").asText();
    assertTrue(
        heads.contains(repository + "@" + merged.at("/PullRequest/Sha").asText()),
        heads.toString());
  }

  @TestFactory
  Stream<DynamicTest> everyPayloadGoesThrough() {
    return Corpora.filesBelow("other-forges").stream()
        .filter(file -> file.toString().contains("gitea") && file.toString().endsWith(".json"))
        .map(
            file ->
                DynamicTest.dynamicTest(file.getFileName().toString(), () -> goesThrough(file)));
  }

  private void goesThrough(Path file) throws IOException {
    var name = file.getFileName().toString();
    var event =
        name.startsWith("issue") ? "issues" : name.startsWith("pull") ? "pull_request" : "push";
    var delivery =
        new Delivery(Files.readAllBytes(file), Map.of("X-Gitea-Event", event), RULES, NOW);
    Sound.check(gitea, delivery);
    Sound.checkWithoutPeople(gitea, delivery);
  }

  private static JsonNode golden(String name) throws IOException {
    return Json.MAPPER.readTree(
        Corpora.file("other-forges/go-scm-gitea/" + name + ".golden.json").toFile());
  }

  private List<Fact> corpus(String name, String event) throws IOException {
    var body = Files.readAllBytes(Corpora.file("other-forges/go-scm-gitea/" + name + ".json"));
    return gitea.read(new Delivery(body, Map.of("X-Gitea-Event", event), RULES, NOW)).facts();
  }

  private List<Fact> facts(String event) {
    var body = PAYLOADS.get(event).getBytes(StandardCharsets.UTF_8);
    return gitea.read(new Delivery(body, Map.of("X-Forgejo-Event", event), RULES, NOW)).facts();
  }
}
