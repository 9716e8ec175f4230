package plimsoll.delivery.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
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
import plimsoll.delivery.fact.Batch;
import plimsoll.delivery.fact.ChangeFact;
import plimsoll.delivery.fact.DeploymentFact;
import plimsoll.delivery.fact.Fact;
import plimsoll.delivery.fact.IncidentFact;
import plimsoll.delivery.fact.TicketFact;
import plimsoll.delivery.metric.Deployment.Outcome;
import plimsoll.delivery.metric.Deployment.Trigger;
import plimsoll.json.Json;

public class GitlabSourceTest {
  static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");
  static final Rules RULES =
      new Rules(
          Map.of(
              "deploying-jobs", "ship it = live, basket",
              "release-environment", "production",
              "ticket-labels", "needs-dba = data platform"));

  private static final String PROJECT =
      "\"project\":{\"name\":\"The Cart\",\"path_with_namespace\":\"shop/web/cart\","
          + "\"default_branch\":\"main\"}";
  private static final String SHA = "279484c09fbe69ededfced8c1bb6e6d24616b468";

  /** One of each event that counts. */
  static final Map<String, String> PAYLOADS =
      Map.of(
          "deployment",
          "{\"object_kind\":\"deployment\",\"status\":\"success\","
              + "\"status_changed_at\":\"2026-03-23 10:20:00 +0100\",\"deployment_id\":15,"
              + "\"deployable_id\":796,\"environment\":\"eu\",\"environment_tier\":\"production\","
              + "\"commit_url\":\"http://git.example/shop/web/cart/-/commit/"
              + SHA
              + "\","
              + PROJECT
              + "}",
          "build",
          "{\"object_kind\":\"build\",\"build_id\":796,\"build_name\":\"to users\","
              + "\"build_status\":\"running\",\"build_started_at\":\"2026-03-23 09:10:00 UTC\","
              + "\"build_finished_at\":null,\"sha\":\""
              + SHA
              + "\",\"project_name\":\"shop / web / cart\",\"environment\":{\"name\":\"eu\","
              + "\"action\":\"start\",\"deployment_tier\":\"production\"}}",
          "pipeline",
          "{\"object_kind\":\"pipeline\",\"object_attributes\":{\"id\":31,\"source\":\"push\","
              + "\"sha\":\""
              + SHA
              + "\"},"
              + PROJECT
              + ",\"builds\":[{\"id\":796,\"name\":\"to users\",\"status\":\"success\","
              + "\"manual\":true,\"started_at\":\"2026-03-23 09:10:00 UTC\","
              + "\"finished_at\":\"2026-03-23 09:19:59 UTC\",\"environment\":{\"name\":\"eu\","
              + "\"action\":\"start\",\"deployment_tier\":\"production\"}},"
              + "{\"id\":797,\"name\":\"tests\",\"status\":\"success\"}]}",
          "release",
          "{\"object_kind\":\"release\",\"id\":4,\"tag\":\"v4\",\"action\":\"create\","
              + "\"released_at\":\"2026-03-23 09:00:00 UTC\",\"commit\":{\"id\":\""
              + SHA
              + "\"},"
              + PROJECT
              + "}",
          "merge_request",
          "{\"object_kind\":\"merge_request\",\"object_attributes\":{\"action\":\"merge\","
              + "\"state\":\"merged\",\"target_branch\":\"main\",\"merge_commit_sha\":\"mmm\","
              + "\"squash_commit_sha\":\"sss\",\"last_commit\":{\"id\":\"lll\"},"
              + "\"created_at\":\"2026-03-20 09:00:00 UTC\","
              + "\"updated_at\":\"2026-03-23 09:00:00 UTC\"},"
              + PROJECT
              + "}",
          "push",
          "{\"object_kind\":\"push\",\"event_name\":\"push\",\"ref\":\"refs/heads/main\","
              + "\"after\":\"mmm\",\"checkout_sha\":\"mmm\",\"total_commits_count\":30,\"commits\":["
              + "{\"id\":\"sss\",\"timestamp\":\"2026-03-21T09:00:00+01:00\",\"message\":\"x\","
              + "\"added\":[\"svc/cart/a/b.rb\"],\"modified\":[],\"removed\":[]},"
              + "{\"id\":\"mmm\",\"timestamp\":\"2026-03-23T10:00:00+01:00\",\"message\":"
              + "\"Revert\\n\\nThis reverts commit abcdef1.\"}],"
              + PROJECT
              + "}",
          "issue",
          "{\"object_kind\":\"work_item\",\"object_attributes\":{\"iid\":3,\"type\":\"Incident\","
              + "\"state\":\"closed\",\"created_at\":\"2026-03-23T09:00:00Z\","
              + "\"closed_at\":\"2026-03-23T10:00:00.123Z\"},"
              + "\"labels\":[{\"title\":\"needs-dba\"},{\"title\":\"from:checkout\"}],"
              + PROJECT
              + "}");

  private final GitlabSource gitlab = new GitlabSource();

  @Test
  void secretTokenFits() {
    assertTrue(gitlab.signed(with(Map.of("X-Gitlab-Token", "quite a secret")), "quite a secret"));
    assertFalse(gitlab.signed(with(Map.of("X-Gitlab-Token", "another")), "quite a secret"));
    assertFalse(gitlab.signed(with(Map.of()), "quite a secret"));
  }

  /** The example of the Standard Webhooks specification, by which GitLab signs. */
  @Test
  void signatureOfTheStandardFits() {
    var body = "{\"test\": 2432232314}".getBytes(StandardCharsets.UTF_8);
    var headers =
        Map.of(
            "webhook-id",
            "msg_p5jXN8AQM9LWM0D4loKWxJek",
            "webhook-timestamp",
            "1614265330",
            "webhook-signature",
            "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE= v1,of-an-older-key");
    var secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    assertTrue(gitlab.signed(new Delivery(body, headers, Rules.none(), NOW), secret));
    assertFalse(gitlab.signed(new Delivery(body, headers, Rules.none(), NOW), "whsec_MfKQ"));
    assertFalse(gitlab.signed(new Delivery(body, headers, Rules.none(), NOW), "whsec_%"));
  }

  @Test
  void deploymentItsJobAndItsPipelineAreOneDeployment() {
    var all =
        Stream.of("deployment", "build", "pipeline").map(event -> facts(event).get(0)).toList();
    assertEquals(1, all.stream().map(Fact::id).distinct().count());
    var whole = (DeploymentFact) Fact.of(all);
    assertEquals("cart", whole.service());
    assertEquals("shop/web/cart", whole.repository());
    assertEquals(SHA, whole.revision());
    assertTrue(whole.production());
    assertEquals(Trigger.MANUAL, whole.trigger());
    assertEquals(Outcome.SUCCEEDED, whole.outcome());
    assertEquals(Instant.parse("2026-03-23T09:10:00Z"), whole.startedAt());
    assertEquals(Instant.parse("2026-03-23T09:20:00Z"), whole.finishedAt());
  }

  @Test
  void tierDecidesAndNotTheName() {
    var body = PAYLOADS.get("deployment").replace("\"production\"", "\"staging\"");
    var named = body.replace("\"eu\"", "\"production\"");
    assertFalse(((DeploymentFact) gitlab.read(sent(body, RULES)).facts().get(0)).production());
    assertFalse(((DeploymentFact) gitlab.read(sent(named, RULES)).facts().get(0)).production());
  }

  @Test
  void blockedDeploymentWaitsForAPerson() {
    var body = PAYLOADS.get("deployment").replace("success", "blocked");
    var fact = (DeploymentFact) gitlab.read(sent(body, RULES)).facts().get(0);
    assertEquals(1, fact.manualSteps());
    assertNull(fact.finishedAt());
  }

  @Test
  void jobWithoutAnEnvironmentDeploysOnlyWhereItWasSaid() {
    var body =
        PAYLOADS
            .get("build")
            .replaceFirst("\"environment\":\\{[^}]*}", "\"environment\":null")
            .replace("to users", "Ship it");
    var fact = (DeploymentFact) gitlab.read(sent(body, RULES)).facts().get(0);
    assertEquals("basket", fact.service());
    assertEquals("live", fact.environment());
    assertEquals(1, gitlab.read(sent(body, Rules.none())).ignored());
  }

  @Test
  void jobThatStopsAnEnvironmentDoesNotDeploy() {
    var body = PAYLOADS.get("build").replace("\"start\"", "\"stop\"");
    assertEquals(1, gitlab.read(sent(body, RULES)).ignored());
  }

  @Test
  void releaseIsADeploymentOnlyWhereItWasSaid() {
    assertEquals(SHA, ((DeploymentFact) facts("release").get(0)).revision());
    assertEquals(1, gitlab.read(sent(PAYLOADS.get("release"), Rules.none())).ignored());
  }

  @Test
  void squashedAndMergedRequestIsKnownByAllItsNames() {
    var names =
        facts("merge_request").stream()
            .map(ChangeFact.class::cast)
            .map(fact -> fact.sha() + ">" + fact.landedAs())
            .toList();
    assertEquals(List.of("mmm>mmm", "sss>sss", "lll>sss"), names);
  }

  @Test
  void requestThatOnlyMovedTheBranchForwardLandsAsItself() {
    var body = PAYLOADS.get("merge_request").replace("\"mmm\"", "null").replace("\"sss\"", "null");
    var fact = (ChangeFact) gitlab.read(sent(body, RULES)).facts().get(0);
    assertEquals("lll", fact.landedAs());
    assertEquals(Instant.parse("2026-03-23T09:00:00Z"), fact.mergedAt());
  }

  @Test
  void laterChangeOfAMergedRequestIsNoMerging() {
    var body = PAYLOADS.get("merge_request").replace("\"merge\"", "\"update\"");
    assertEquals(1, gitlab.read(sent(body, RULES)).ignored());
  }

  @Test
  void pushArrivesWithItsNewestCommit() {
    var batch = gitlab.read(sent(PAYLOADS.get("push"), RULES));
    var squash = (ChangeFact) batch.facts().get(0);
    assertEquals(Instant.parse("2026-03-23T09:00:00Z"), squash.mergedAt());
    assertEquals(Instant.parse("2026-03-21T08:00:00Z"), squash.firstCommitAt());
    assertEquals(List.of("svc/cart"), squash.paths());
    assertEquals("abcdef1", ((ChangeFact) batch.facts().get(1)).reverts());
    assertEquals(
        "The push brought 30 commits, of which GitLab lists 2.", batch.notes().get(0).message());
  }

  @Test
  void deletedBranchBringsNothing() {
    var zeros = PAYLOADS.get("push").replace("\"after\":\"mmm\"", "\"after\":\"0000000000\"");
    var nothing = PAYLOADS.get("push").replace("\"checkout_sha\":\"mmm\"", "\"checkout_sha\":null");
    assertEquals(0, gitlab.read(sent(zeros, RULES)).facts().size());
    assertEquals(0, gitlab.read(sent(nothing, RULES)).facts().size());
  }

  @Test
  void incidentNeedsNoLabel() {
    var fact = (IncidentFact) facts("issue").get(0);
    assertEquals("shop/web/cart#3", fact.id());
    var old =
        PAYLOADS
            .get("issue")
            .replace("\"type\":\"Incident\"", "\"escalation_status\":\"triggered\"");
    assertTrue(gitlab.read(sent(old, RULES)).facts().get(0) instanceof IncidentFact);
    assertEquals("cart", fact.service());
    assertEquals(Instant.parse("2026-03-23T10:00:00.123Z"), fact.resolvedAt());
  }

  @Test
  void labelMakesATicketOfAnIssue() {
    var body = PAYLOADS.get("issue").replace("Incident", "Issue");
    var fact = (TicketFact) gitlab.read(sent(body, RULES)).facts().get(0);
    assertEquals("data platform", fact.toTeam());
    assertEquals("checkout", fact.fromTeam());
  }

  @Test
  void pushIsWhatTheGoldenFileSays() throws IOException {
    var golden = golden("push");
    var facts = corpus("push").facts();
    assertEquals(golden.get("Commits").size(), facts.size());
    var fact = (ChangeFact) facts.get(0);
    assertEquals(golden.get("After").asText(), fact.sha());
    assertEquals(path(golden), fact.repository());
  }

  @Test
  void mergedRequestIsWhatTheGoldenFileSays() throws IOException {
    var golden = golden("pull_request_merge");
    var facts = corpus("pull_request_merge").facts();
    assertTrue(golden.at("/PullRequest/Merged").asBoolean());
    var shas = facts.stream().map(fact -> ((ChangeFact) fact).sha()).toList();
    assertTrue(shas.contains(golden.at("/PullRequest/Sha").asText()), shas.toString());
    assertEquals(path(golden), ((ChangeFact) facts.get(0)).repository());
  }

  @Test
  void hookWithoutAKindIsToldTheFieldThatAllHooksHave() {
    var batch = gitlab.read(sent("{\"status\":\"success\"}", RULES));
    assertEquals("object_kind is missing.", batch.problems().get(0).message());
  }

  @TestFactory
  Stream<DynamicTest> everyPayloadGoesThrough() {
    return Corpora.filesBelow("gitlab-webhooks").stream()
        .filter(file -> file.toString().endsWith(".json"))
        .map(
            file ->
                DynamicTest.dynamicTest(
                    file.getParent().getFileName() + "/" + file.getFileName(),
                    () -> goesThrough(file)));
  }

  private void goesThrough(Path file) throws IOException {
    for (var rules : List.of(Rules.none(), RULES)) {
      var delivery = new Delivery(Files.readAllBytes(file), Map.of(), rules, NOW);
      Sound.check(gitlab, delivery);
      Sound.checkWithoutPeople(gitlab, delivery);
    }
  }

  private List<Fact> facts(String event) {
    return gitlab.read(sent(PAYLOADS.get(event), RULES)).facts();
  }

  private static JsonNode golden(String name) throws IOException {
    return Json.MAPPER.readTree(
        Corpora.file("gitlab-webhooks/go-scm/" + name + ".golden.json").toFile());
  }

  private static String path(JsonNode golden) {
    return golden.at("/Repo/Namespace").asText() + "/" + golden.at("/Repo/Name").asText();
  }

  private Batch corpus(String name) throws IOException {
    var body = Files.readAllBytes(Corpora.file("gitlab-webhooks/go-scm/" + name + ".json"));
    return gitlab.read(new Delivery(body, Map.of(), RULES, NOW));
  }

  private static Delivery with(Map<String, String> headers) {
    return new Delivery(new byte[0], headers, Rules.none(), NOW);
  }

  private static Delivery sent(String body, Rules rules) {
    return new Delivery(body.getBytes(StandardCharsets.UTF_8), Map.of(), rules, NOW);
  }
}
