package plimsoll.delivery.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
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
import plimsoll.delivery.metric.Ticket;
import plimsoll.json.Json;

public class GithubSourceTest {
  static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");

  static final Rules RULES =
      new Rules(
          Map.of(
              "deploying-workflows", "deploy.yml = production\nRelease / to users = live-eu, cart",
              "release-environment", "production",
              "incident-labels", "incident",
              "ticket-labels", "needs-dba = data platform, access"));

  private static final String REPOSITORY =
      "\"repository\":{\"full_name\":\"shop/cart\",\"name\":\"cart\",\"default_branch\":\"main\","
          + "\"pushed_at\":1774256400}";
  private static final String RUN =
      "{\"id\":71,\"run_attempt\":2,\"name\":\"Deploy\",\"path\":\".github/workflows/deploy.yml\","
          + "\"event\":\"push\",\"status\":\"completed\",\"conclusion\":\"success\","
          + "\"head_sha\":\"aaa\",\"created_at\":\"2026-03-23T09:00:00Z\","
          + "\"run_started_at\":\"2026-03-23T09:01:00Z\",\"updated_at\":\"2026-03-23T09:20:00Z\"}";

  /** One of each event that counts. */
  static final Map<String, String> PAYLOADS =
      Map.of(
          "deployment_status",
          "{\"deployment_status\":{\"state\":\"success\",\"created_at\":\"2026-03-23T09:19:00Z\"},"
              + "\"deployment\":{\"id\":5,\"sha\":\"aaa\",\"environment\":\"production\",\"payload\":{}},"
              + "\"workflow_run\":"
              + RUN
              + ","
              + REPOSITORY
              + "}",
          "deployment_review",
          "{\"action\":\"approved\",\"environment\":\"production\",\"workflow_run\":"
              + RUN
              + ","
              + REPOSITORY
              + "}",
          "workflow_run",
          "{\"action\":\"completed\",\"workflow_run\":" + RUN + "," + REPOSITORY + "}",
          "release",
          "{\"action\":\"published\",\"release\":{\"id\":9,\"draft\":false,\"prerelease\":false,"
              + "\"target_commitish\":\"main\",\"published_at\":\"2026-03-23T09:00:00Z\"},"
              + REPOSITORY
              + "}",
          "pull_request",
          "{\"action\":\"closed\",\"pull_request\":{\"merged\":true,\"merge_commit_sha\":\"aaa\","
              + "\"merged_at\":\"2026-03-23T09:00:00Z\",\"created_at\":\"2026-03-20T09:00:00Z\","
              + "\"base\":{\"ref\":\"main\"},\"head\":{\"sha\":\"bbb\"}},"
              + REPOSITORY
              + "}",
          "push",
          "{\"ref\":\"refs/heads/main\",\"deleted\":false,\"forced\":true,\"commits\":["
              + "{\"id\":\"aaa\",\"timestamp\":\"2026-03-22T08:00:00+01:00\",\"message\":\"Squashed\","
              + "\"added\":[\"services/cart/src/A.java\"],\"modified\":[\"README.md\"],"
              + "\"removed\":[\"services/cart/old/B.java\"]}],"
              + "\"head_commit\":{\"id\":\"ccc\",\"timestamp\":\"2026-03-22T09:00:00Z\","
              + "\"message\":\"Revert it\\n\\nThis reverts commit 1234567.\"},"
              + REPOSITORY
              + "}",
          "issues",
          "{\"action\":\"closed\",\"issue\":{\"number\":3,\"state\":\"closed\",\"labels\":["
              + "{\"name\":\"Incident\"},{\"name\":\"service:basket\"}],"
              + "\"created_at\":\"2026-03-23T10:00:00Z\",\"closed_at\":\"2026-03-23T11:00:00Z\"},"
              + REPOSITORY
              + "}");

  private final GithubSource github = new GithubSource();

  /** The example that GitHub's own documentation of webhook signatures gives. */
  @Test
  void documentedSignatureFits() {
    var body = "Hello, World!".getBytes(StandardCharsets.UTF_8);
    var secret = "It's a Secret to Everybody";
    var signature = "sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17";
    assertTrue(github.signed(sent(body, Map.of("X-Hub-Signature-256", signature)), secret));
    assertFalse(github.signed(sent(body, Map.of("X-Hub-Signature-256", signature)), secret + "!"));
    assertFalse(github.signed(sent(body, Map.of("X-Hub-Signature-256", "sha256=")), secret));
    assertFalse(github.signed(sent(body, Map.of()), secret));
  }

  @Test
  void statusOfADeploymentGivesItsEnd() throws IOException {
    var batch = read("octokit/deployment_status__payload.json", "deployment_status");
    var fact = (DeploymentFact) batch.facts().get(0);
    assertEquals("145988746", fact.id());
    assertEquals("Hello-World", fact.service());
    assertEquals("Codertocat/Hello-World", fact.repository());
    assertEquals("f95f852bd8fca8fcc58a9a2d6c842781e32a215e", fact.revision());
    assertEquals(Outcome.SUCCEEDED, fact.outcome());
    assertEquals(Instant.parse("2019-05-15T15:20:55Z"), fact.finishedAt());
    assertTrue(fact.production());
  }

  @Test
  void pushToTheDefaultBranchArrivesWhenItWasPushed() throws IOException {
    var batch = read("go-scm/push.json", "push");
    var fact = (ChangeFact) batch.facts().get(0);
    assertEquals(Instant.ofEpochSecond(1527711528), fact.mergedAt());
    assertEquals(fact.sha(), fact.landedAs());
  }

  @Test
  void mergedPullRequestLandsAsItsMergeCommit() {
    var facts = facts("pull_request");
    var landed = (ChangeFact) facts.get(0);
    var squashed = (ChangeFact) facts.get(1);
    assertEquals("aaa", landed.sha());
    assertEquals("bbb", squashed.sha());
    assertEquals("aaa", squashed.landedAs());
    assertEquals(Instant.parse("2026-03-20T09:00:00Z"), landed.firstCommitAt());
  }

  @Test
  void squashIsAsOldAsItsRequestAndNotAsItsOwnCommit() {
    var both = List.of(facts("push").get(0), facts("pull_request").get(0));
    var change = (ChangeFact) Fact.of(both);
    assertEquals(Instant.parse("2026-03-20T09:00:00Z"), change.firstCommitAt());
    assertEquals(List.of("README.md", "services/cart"), change.paths());
  }

  @Test
  void mergedCommitThatAPushListsLandsAsItself() {
    var push =
        new ChangeFact("shop/cart", "bbb", "bbb", NOW.minusSeconds(9), null, null, List.of());
    var request = new ChangeFact("shop/cart", "bbb", "aaa", NOW, null, null, null);
    assertEquals("bbb", ((ChangeFact) Fact.of(List.of(push, request))).landedAs());
    var late = new ChangeFact("shop/cart", "bbb", "bbb", NOW.plusSeconds(9), null, null, null);
    assertEquals("bbb", ((ChangeFact) Fact.of(List.of(late, request))).landedAs());
  }

  @Test
  void lastCommitCountsWhereTheListWasCutShort() {
    var last = (ChangeFact) facts("push").get(1);
    assertEquals("ccc", last.sha());
    assertEquals("1234567", last.reverts());
    assertEquals(Instant.ofEpochSecond(1774256400), last.mergedAt());
  }

  @Test
  void runOfAWorkflowDeploysOnlyWhereItWasSaid() {
    var fact = (DeploymentFact) facts("workflow_run").get(0);
    assertEquals("run/71/2/production", fact.id());
    assertEquals("cart", fact.service());
    assertEquals("aaa", fact.revision());
    assertEquals(Instant.parse("2026-03-23T09:01:00Z"), fact.startedAt());
    assertEquals(Instant.parse("2026-03-23T09:20:00Z"), fact.finishedAt());
    assertEquals(Trigger.AUTOMATIC, fact.trigger());
    assertTrue(fact.production());
    assertEquals(1, github.read(sent("workflow_run", Rules.none())).ignored());
  }

  @Test
  void jobDeploysForTheServiceThatItsLineNames() {
    var body =
        "{\"action\":\"completed\",\"workflow_job\":{\"id\":8,\"run_id\":71,\"run_attempt\":1,"
            + "\"workflow_name\":\"release\",\"name\":\"To users\",\"status\":\"completed\","
            + "\"conclusion\":\"timed_out\",\"started_at\":\"2026-03-23T09:00:00Z\","
            + "\"completed_at\":\"2026-03-23T09:30:00Z\"},\"repository\":{\"name\":\"mono\","
            + "\"full_name\":\"shop/mono\"}}";
    var fact = (DeploymentFact) github.read(sent("workflow_job", body, RULES)).facts().get(0);
    assertEquals("run/71/1/live-eu", fact.id());
    assertEquals("cart", fact.service());
    assertEquals(Outcome.FAILED, fact.outcome());
  }

  @Test
  void runItsDeploymentAndItsApprovalAreOneDeploymentWithAStepByHand() {
    var all =
        Stream.of("workflow_run", "deployment_status", "deployment_review")
            .map(event -> facts(event).get(0))
            .toList();
    assertEquals(1, all.stream().map(Fact::id).distinct().count());
    var whole = (DeploymentFact) Fact.of(all);
    assertEquals(1, whole.manualSteps());
    assertEquals(Outcome.SUCCEEDED, whole.outcome());
  }

  @Test
  void releaseIsADeploymentOnlyWhereItWasSaid() {
    var fact = (DeploymentFact) facts("release").get(0);
    assertEquals(Instant.parse("2026-03-23T09:00:00Z"), fact.finishedAt());
    assertNull(fact.revision(), "a branch is no revision");
    for (var kind : List.of("draft", "prerelease")) {
      var body = PAYLOADS.get("release").replace(kind + "\":false", kind + "\":true");
      assertEquals(1, github.read(sent("release", body, RULES)).ignored(), kind);
    }
    assertEquals(1, github.read(sent("release", Rules.none())).ignored());
  }

  @Test
  void labelMakesAnIncidentOfAnIssue() {
    var fact = (IncidentFact) facts("issues").get(0);
    assertEquals("shop/cart#3", fact.id());
    assertEquals("basket", fact.service());
    assertEquals(Instant.parse("2026-03-23T11:00:00Z"), fact.resolvedAt());
  }

  @Test
  void reopenedIssueIsASecondOutage() {
    var reopened =
        PAYLOADS
            .get("issues")
            .replace("\"action\":\"closed\"", "\"action\":\"reopened\"")
            .replace(
                "\"state\":\"closed\"",
                "\"state\":\"open\",\"updated_at\":\"2026-03-23T12:00:00Z\"");
    var again = PAYLOADS.get("issues").replace("T11:00:00Z", "T13:00:00Z");
    var all =
        Stream.of(again, reopened, PAYLOADS.get("issues"))
            .map(body -> github.read(sent("issues", body, RULES)).facts().get(0))
            .toList();
    var outages = ((IncidentFact) Fact.of(all)).outages();
    assertEquals(
        List.of(Instant.parse("2026-03-23T11:00:00Z"), Instant.parse("2026-03-23T13:00:00Z")),
        outages.stream().map(IncidentFact::resolvedAt).toList());
    assertEquals(Instant.parse("2026-03-23T12:00:00Z"), outages.get(1).startedAt());
  }

  @Test
  void labelMakesATicketOfAnIssue() {
    var body =
        PAYLOADS
            .get("issues")
            .replace("\"Incident\"", "\"Needs-DBA\"")
            .replace("service:basket", "from:checkout");
    var fact = (TicketFact) github.read(sent("issues", body, RULES)).facts().get(0);
    assertEquals("data platform", fact.toTeam());
    assertEquals("checkout", fact.fromTeam());
    assertEquals(Ticket.Kind.ACCESS, fact.kind());
  }

  @Test
  void issueWithoutSuchALabelIsIgnored() {
    var body = PAYLOADS.get("issues").replace("\"Incident\"", "\"bug\"");
    assertEquals(1, github.read(sent("issues", body, RULES)).ignored());
  }

  @Test
  void tagsDeletedBranchesAndTheMergeQueueBringNothing() {
    for (var ref : List.of("refs/tags/main", "refs/heads/gh-readonly-queue/main/pr-1-a")) {
      var body = PAYLOADS.get("push").replace("refs/heads/main", ref);
      assertEquals(1, github.read(sent("push", body, RULES)).ignored(), ref);
    }
    var deleted = PAYLOADS.get("push").replace("\"deleted\":false", "\"deleted\":true");
    assertEquals(1, github.read(sent("push", deleted, RULES)).ignored());
  }

  @Test
  void stateOfTomorrowIsIgnoredWithAWord() {
    var body = PAYLOADS.get("deployment_status");
    var batch =
        github.read(
            sent("deployment_status", body.replaceFirst("success", "canary_passed"), RULES));
    assertEquals(List.of(), batch.facts());
    assertEquals(List.of(), batch.problems());
    assertEquals(
        "The deployment status canary_passed is not known here.", batch.notes().get(0).message());
  }

  @Test
  void timeThatNoClockHasIsAProblem() {
    var body = PAYLOADS.get("push").replace("1774256400", "9223372036854775807");
    var batch = github.read(sent("push", body, RULES));
    assertEquals(1, batch.problems().size());
  }

  @Test
  void pushesAreWhatTheGoldenFilesSay() throws IOException {
    var golden =
        Json.MAPPER.readTree(Corpora.file("github-webhooks/go-scm/push.golden.json").toFile());
    var batch = read("go-scm/push.json", "push");
    var repo = golden.get("Repo");
    assertEquals(golden.get("Commits").size(), batch.facts().size());
    var fact = (ChangeFact) batch.facts().get(0);
    assertEquals(golden.get("Commit").get("Sha").asText(), fact.sha());
    assertEquals(
        repo.get("Namespace").asText() + "/" + repo.get("Name").asText(), fact.repository());
    assertEquals(
        OffsetDateTime.parse(golden.at("/Commit/Author/Date").asText()).toInstant(),
        fact.firstCommitAt());
  }

  @Test
  void deploymentsAreWhatTheGoldenFilesSay() throws IOException {
    var golden =
        Json.MAPPER.readTree(
            Corpora.file("github-webhooks/go-scm/deployment.golden.json").toFile());
    var fact = (DeploymentFact) read("go-scm/deployment.json", "deployment").facts().get(0);
    assertEquals(golden.get("Number").asText(), fact.id());
    assertEquals(golden.at("/Ref/Sha").asText(), fact.revision());
    assertEquals(golden.get("Target").asText(), fact.environment());
  }

  @Test
  void mergedPullRequestWithoutAMergeCommitIsAProblem() throws IOException {
    var batch = read("zulip/pull_request__merged.json", "pull_request");
    assertEquals("merge_commit_sha is missing.", batch.problems().get(0).message());
  }

  @Test
  void peopleAreNotKept() throws IOException {
    var batch = read("octokit/deployment_status__payload.json", "deployment_status");
    assertNotNull(batch.raw());
    assertFalse(batch.raw().contains("\"login\""), "a login would name a person");
  }

  @TestFactory
  Stream<DynamicTest> everyPayloadGoesThrough() {
    return Corpora.filesBelow("github-webhooks").stream()
        .filter(file -> file.toString().endsWith(".json"))
        .map(
            file ->
                DynamicTest.dynamicTest(
                    file.getParent().getFileName() + "/" + file.getFileName(),
                    () -> goesThrough(file)));
  }

  private void goesThrough(Path file) throws IOException {
    var delivery = sent(Files.readAllBytes(file), Map.of("X-GitHub-Event", event(file)));
    var batch = github.read(delivery);
    Sound.check(github, delivery);
    Sound.checkWithoutPeople(github, delivery);
    assertTrue(
        batch.facts().size() + batch.ignored() + batch.problems().size() > 0, "nothing was said");
  }

  private Batch read(String file, String event) throws IOException {
    var body = Files.readAllBytes(Corpora.file("github-webhooks/" + file));
    return github.read(sent(body, Map.of("X-GitHub-Event", event)));
  }

  private List<Fact> facts(String event) {
    return github.read(sent(event, RULES)).facts();
  }

  private static Delivery sent(String event, Rules rules) {
    return sent(event, PAYLOADS.get(event), rules);
  }

  private static Delivery sent(String event, String body, Rules rules) {
    var bytes = body.getBytes(StandardCharsets.UTF_8);
    return new Delivery(bytes, Map.of("X-GitHub-Event", event), rules, NOW);
  }

  private static Delivery sent(byte[] body, Map<String, String> headers) {
    return new Delivery(body, headers, Rules.none(), NOW);
  }

  /** The event stands in the file's name, not in the payload. */
  public static String event(Path file) {
    var name = file.getFileName().toString().replaceFirst("(\\.golden|\\.payload)?\\.json$", "");
    var event = name.replaceFirst("__.*$", "").replace('-', '_');
    if (event.startsWith("pr_review")) return "pull_request_review";
    if (event.startsWith("pr_")) return "pull_request";
    if (event.startsWith("push_")) return "push";
    return event;
  }
}
