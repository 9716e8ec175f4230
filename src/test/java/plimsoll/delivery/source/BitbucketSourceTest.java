package plimsoll.delivery.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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
import plimsoll.delivery.fact.ChangeFact;
import plimsoll.delivery.fact.DeploymentFact;
import plimsoll.delivery.fact.Fact;
import plimsoll.delivery.fact.IncidentFact;
import plimsoll.delivery.metric.Deployment.Outcome;
import plimsoll.json.Json;

public class BitbucketSourceTest {
  static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");
  static final Rules RULES =
      new Rules(
          Map.of(
              "deploying-builds", "Pipeline for main = production", "incident-labels", "outage"));

  private static final String A = "a".repeat(40);
  private static final String B = "b".repeat(40);
  private static final String CLOUD =
      "\"repository\":{\"full_name\":\"shop/cart\",\"name\":\"Cart\"}";
  private static final String SERVER =
      "\"repository\":{\"slug\":\"cart\",\"project\":{\"key\":\"SHOP\"}}";

  /** One of each event that counts. */
  static final Map<String, String> PAYLOADS =
      Map.of(
          "repo:push",
          "{\"push\":{\"changes\":[{\"closed\":false,\"truncated\":true,\"new\":{\"type\":\"branch\","
              + "\"name\":\"main\",\"target\":{\"hash\":\""
              + A
              + "\",\"date\":\"2026-03-23T09:00:00+00:00\"}},\"commits\":[{\"hash\":\""
              + B
              + "\",\"date\":\"2026-03-20T09:00:00+00:00\",\"message\":\"This reverts commit 1234567.\"}]},"
              + "{\"closed\":true,\"new\":null,\"old\":{\"type\":\"branch\",\"name\":\"main\"}}]},"
              + CLOUD
              + "}",
          "pullrequest:fulfilled",
          "{\"pullrequest\":{\"state\":\"MERGED\",\"merge_commit\":{\"hash\":\""
              + A
              + "\"},\"source\":{\"commit\":{\"hash\":\""
              + B
              + "\"}},\"destination\":{\"branch\":{\"name\":\"main\"}},"
              + "\"created_on\":\"2026-03-20T09:00:00+00:00\",\"updated_on\":\"2026-03-23T09:00:00+00:00\"},"
              + CLOUD
              + "}",
          "repo:commit_status_updated",
          "{\"commit_status\":{\"key\":\"33\",\"name\":\"Pipeline #4 for main\",\"state\":\"SUCCESSFUL\","
              + "\"commit\":{\"hash\":\""
              + A
              + "\"},\"created_on\":\"2026-03-23T09:00:00+00:00\","
              + "\"updated_on\":\"2026-03-23T09:05:00+00:00\"},"
              + CLOUD
              + "}",
          "issue:updated",
          "{\"issue\":{\"id\":5,\"state\":\"resolved\",\"kind\":\"bug\",\"component\":{\"name\":\"Outage\"},"
              + "\"created_on\":\"2026-03-23T09:00:00+00:00\",\"updated_on\":\"2026-03-23T10:00:00+00:00\"},"
              + CLOUD
              + "}",
          "repo:refs_changed",
          "{\"eventKey\":\"repo:refs_changed\",\"date\":\"2026-03-23T10:00:00+0100\",\"changes\":[{\"type\":"
              + "\"UPDATE\",\"toHash\":\""
              + A
              + "\",\"ref\":{\"type\":\"BRANCH\",\"displayId\":\"master\"}}],\"commits\":[{\"id\":\""
              + B
              + "\",\"authorTimestamp\":1774000000000,\"message\":\"x\"}],"
              + SERVER
              + "}",
          "pr:merged",
          "{\"eventKey\":\"pr:merged\",\"pullRequest\":{\"closedDate\":1774256400000,\"createdDate\":"
              + "1774000000000,\"fromRef\":{\"latestCommit\":\""
              + B
              + "\"},\"toRef\":{\"displayId\":\"master\","
              + SERVER
              + "},\"properties\":{\"mergeCommit\":{\"id\":\""
              + A
              + "\"}}}}");

  private final BitbucketSource bitbucket = new BitbucketSource();

  /** The example that Bitbucket's documentation shares with GitHub's. */
  @Test
  void signatureFits() {
    var hex = "757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17";
    var delivery =
        new Delivery(
            "Hello, World!".getBytes(StandardCharsets.UTF_8),
            Map.of("X-Hub-Signature", "sha256=" + hex),
            Rules.none(),
            NOW);
    assertTrue(bitbucket.signed(delivery, "It's a Secret to Everybody"));
    assertFalse(bitbucket.signed(delivery, "It's no Secret"));
  }

  @Test
  void pushBringsItsListAndItsLastCommit() {
    var batch = bitbucket.read(sent("repo:push", RULES));
    assertEquals(
        List.of("shop/cart@" + B, "shop/cart@" + A), batch.facts().stream().map(Fact::id).toList());
    var first = (ChangeFact) batch.facts().get(0);
    assertEquals(Instant.parse("2026-03-23T09:00:00Z"), first.mergedAt());
    assertEquals(Instant.parse("2026-03-20T09:00:00Z"), first.firstCommitAt());
    assertEquals("1234567", first.reverts());
    assertEquals(2, batch.ignored(), "one branch deleted, and commits that are not listed");
  }

  @Test
  void mergedRequestIsKnownByItsOldName() {
    for (var event : List.of("pullrequest:fulfilled", "pr:merged")) {
      var facts = bitbucket.read(sent(event, RULES)).facts();
      assertEquals(A, ((ChangeFact) facts.get(1)).landedAs(), event);
      assertEquals(B, ((ChangeFact) facts.get(1)).sha(), event);
      assertEquals(
          Instant.parse("2026-03-23T09:00:00Z"), ((ChangeFact) facts.get(0)).mergedAt(), event);
    }
  }

  @Test
  void halfANameIsNotCountedBesideTheWholeOne() {
    var body = PAYLOADS.get("pullrequest:fulfilled").replace(A, "a".repeat(12));
    assertEquals(1, bitbucket.read(sent("pullrequest:fulfilled", body, RULES)).ignored());
  }

  @Test
  void branchIsADefaultOneWhereItWasSaid() {
    var trunk = new Rules(Map.of("default-branches", "trunk"));
    for (var event : List.of("repo:push", "pullrequest:fulfilled", "repo:refs_changed")) {
      assertEquals(0, bitbucket.read(sent(event, trunk)).facts().size(), event);
    }
  }

  @Test
  void buildDeploysOnlyWhereItWasSaid() {
    var fact =
        (DeploymentFact) bitbucket.read(sent("repo:commit_status_updated", RULES)).facts().get(0);
    assertEquals("shop/cart/" + A + "/33", fact.id());
    assertEquals("cart", fact.service());
    assertEquals(Outcome.SUCCEEDED, fact.outcome());
    assertEquals(Instant.parse("2026-03-23T09:05:00Z"), fact.finishedAt());
    assertEquals(1, bitbucket.read(sent("repo:commit_status_updated", Rules.none())).ignored());
  }

  @Test
  void componentStandsForALabel() {
    var fact = (IncidentFact) bitbucket.read(sent("issue:updated", RULES)).facts().get(0);
    assertEquals(Instant.parse("2026-03-23T10:00:00Z"), fact.resolvedAt());
  }

  @Test
  void serverNamesTheMomentOfThePush() {
    var facts = bitbucket.read(sent("repo:refs_changed", RULES)).facts();
    assertEquals(
        List.of("SHOP/cart@" + B, "SHOP/cart@" + A), facts.stream().map(Fact::id).toList());
    assertEquals(Instant.parse("2026-03-23T09:00:00Z"), ((ChangeFact) facts.get(1)).mergedAt());
    assertEquals(Instant.ofEpochMilli(1774000000000L), ((ChangeFact) facts.get(0)).firstCommitAt());
  }

  @Test
  void eventIsKnownByItsShapeToo() {
    for (var body : PAYLOADS.values()) {
      var delivery = new Delivery(body.getBytes(StandardCharsets.UTF_8), Map.of(), RULES, NOW);
      assertFalse(bitbucket.read(delivery).facts().isEmpty(), body);
    }
  }

  @Test
  void pushIsWhatTheGoldenFileSays() throws IOException {
    var golden = golden("push");
    var body = Files.readAllBytes(Corpora.file("other-forges/go-scm-bitbucket/push.json"));
    var facts =
        bitbucket.read(new Delivery(body, Map.of("X-Event-Key", "repo:push"), RULES, NOW)).facts();
    assertEquals(golden.get("Commits").size(), facts.size());
    assertEquals(golden.at("/Commit/Sha").asText(), ((ChangeFact) facts.get(0)).sha());
    assertEquals(
        golden.at("/Repo/Namespace").asText() + "/" + golden.at("/Repo/Name").asText(),
        ((ChangeFact) facts.get(0)).repository());
  }

  /** Those of other tools are no events of Bitbucket, and are told so. */
  @TestFactory
  Stream<DynamicTest> everyPayloadGoesThrough() {
    return Corpora.filesBelow("other-forges").stream()
        .map(file -> DynamicTest.dynamicTest(file.toString(), () -> goesThrough(file)));
  }

  private void goesThrough(Path file) throws IOException {
    var delivery = new Delivery(Files.readAllBytes(file), Map.of(), RULES, NOW);
    Sound.check(bitbucket, delivery);
    if (file.toString().contains("bitbucket")) {
      Sound.checkWithoutPeople(bitbucket, delivery);
    }
  }

  private static JsonNode golden(String name) throws IOException {
    return Json.MAPPER.readTree(
        Corpora.file("other-forges/go-scm-bitbucket/" + name + ".golden.json").toFile());
  }

  private static Delivery sent(String event, Rules rules) {
    return sent(event, PAYLOADS.get(event), rules);
  }

  private static Delivery sent(String event, String body, Rules rules) {
    return new Delivery(
        body.getBytes(StandardCharsets.UTF_8), Map.of("X-Event-Key", event), rules, NOW);
  }
}
