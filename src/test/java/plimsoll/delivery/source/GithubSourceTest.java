package plimsoll.delivery.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import plimsoll.Corpora;
import plimsoll.delivery.fact.Batch;
import plimsoll.delivery.fact.ChangeFact;
import plimsoll.delivery.fact.DeploymentFact;
import plimsoll.delivery.metric.Deployment.Outcome;

public class GithubSourceTest {
  static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");

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
    var body =
        "{\"action\":\"closed\",\"pull_request\":{\"merged\":true,\"merge_commit_sha\":\"aaa\","
            + "\"merged_at\":\"2026-03-23T09:00:00Z\",\"base\":{\"ref\":\"main\"},"
            + "\"head\":{\"sha\":\"bbb\"}},"
            + "\"repository\":{\"full_name\":\"shop/cart\",\"name\":\"cart\","
            + "\"default_branch\":\"main\"}}";
    var bytes = body.getBytes(StandardCharsets.UTF_8);
    var batch = github.read(sent(bytes, Map.of("X-GitHub-Event", "pull_request")));
    var squashed = (ChangeFact) batch.facts().get(1);
    assertEquals("bbb", squashed.sha());
    assertEquals("aaa", squashed.landedAs());
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
    var batch = github.read(sent(Files.readAllBytes(file), Map.of("X-GitHub-Event", event(file))));
    assertTrue(
        batch.facts().size() + batch.ignored() + batch.problems().size() > 0, "nothing was said");
  }

  private Batch read(String file, String event) throws IOException {
    var body = Files.readAllBytes(Corpora.file("github-webhooks/" + file));
    return github.read(sent(body, Map.of("X-GitHub-Event", event)));
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
