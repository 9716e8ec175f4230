package plimsoll.delivery.pull;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import plimsoll.Corpora;
import plimsoll.delivery.fact.ChangeFact;
import plimsoll.delivery.fact.DeploymentFact;
import plimsoll.delivery.fact.Fact;
import plimsoll.delivery.fact.IncidentFact;
import plimsoll.delivery.metric.Deployment.Outcome;
import plimsoll.delivery.source.Delivery;
import plimsoll.delivery.source.GitlabSource;
import plimsoll.delivery.source.Rules;

class GitlabPastTest {
  private static final String PATH = "/api/v4/projects/acme%2Fshop%2Fpay";
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-20T12:00:00Z"), ZoneOffset.UTC);

  private final LocalForge local = new LocalForge(2);

  @BeforeEach
  void fill() {
    local.give(
        PATH,
        "{\"id\":7,\"path_with_namespace\":\"acme/shop/pay\",\"default_branch\":\"main\","
            + "\"owner\":{\"name\":\"ada\"}}");
    local.give(
        PATH + "/environments",
        "[{\"name\":\"blue\",\"tier\":\"production\"},{\"name\":\"review/1\",\"tier\":\"development\"}]");
    local.list(
        PATH + "/deployments",
        List.of(
            deployment(1, "success", "blue", "2026-03-01T09:05:00.123Z"),
            deployment(2, "failed", "blue", "2026-03-02T09:05:00.123Z"),
            deployment(3, "success", "review/1", "2026-03-03T09:05:00.123Z")));
    local.list(
        PATH + "/merge_requests",
        List.of(
            "{\"iid\":4,\"state\":\"merged\",\"target_branch\":\"main\",\"sha\":\"head4\","
                + "\"merge_commit_sha\":null,\"squash_commit_sha\":\"squash4\","
                + "\"created_at\":\"2026-02-20T09:00:00Z\",\"merged_at\":\"2026-03-01T08:00:00Z\"}"));
    local.list(
        PATH + "/repository/commits",
        List.of(
            commit("m", "2026-03-02T10:00:00.000+01:00", "c2", "x"),
            commit("x", "2026-02-01T10:00:00.000+00:00", "c1"),
            commit("c2", "2026-03-01T08:00:00.000+00:00", "c1"),
            commit("c1", "2025-12-20T08:00:00.000+00:00")));
    local.list(
        PATH + "/issues",
        List.of(
            "{\"iid\":9,\"state\":\"closed\",\"issue_type\":\"incident\",\"labels\":[\"sev1\"],"
                + "\"created_at\":\"2026-03-03T09:00:00Z\",\"closed_at\":\"2026-03-03T10:00:00Z\","
                + "\"updated_at\":\"2026-03-04T10:00:00Z\"}"));
  }

  @AfterEach
  void close() {
    local.close();
  }

  @Test
  void deploymentsAreNamedByTheirJobsAndJudgedByTheTierOfTheirEnvironment() throws Exception {
    var facts = facts(pull(Rules.none()));
    var one = (DeploymentFact) facts.get("acme/shop/pay/job/101");
    assertEquals("pay", one.service());
    assertEquals(Instant.parse("2026-03-01T09:05:00.123Z"), one.finishedAt());
    assertEquals(Instant.parse("2026-03-01T09:00:00Z"), one.startedAt());
    assertEquals("sha1", one.revision());
    assertEquals(Outcome.SUCCEEDED, one.outcome());
    assertTrue(one.production());
    assertEquals(Outcome.FAILED, ((DeploymentFact) facts.get("acme/shop/pay/job/102")).outcome());
    assertFalse(((DeploymentFact) facts.get("acme/shop/pay/job/103")).production());
  }

  @Test
  void changesArriveWithTheirMerges() throws Exception {
    var facts = facts(pull(Rules.none()));
    var merge = Instant.parse("2026-03-02T09:00:00Z");
    assertEquals(merge, ((ChangeFact) facts.get("acme/shop/pay@x")).mergedAt());
    assertEquals("squash4", ((ChangeFact) facts.get("acme/shop/pay@head4")).landedAs());
    assertFalse(facts.containsKey("acme/shop/pay@c1"), "before the time");
  }

  @Test
  void incidentsAreIncidentsWithoutAnyLabel() throws Exception {
    var one = (IncidentFact) facts(pull(Rules.none())).get("acme/shop/pay#9");
    assertEquals(Instant.parse("2026-03-03T10:00:00Z"), one.resolvedAt());
  }

  @Test
  void jobsAndReleasesAreReadWhereTheyWereSaidToDeploy() throws Exception {
    local.list(
        PATH + "/jobs",
        List.of(
            "{\"id\":55,\"name\":\"Ship it\",\"status\":\"success\",\"commit\":{\"id\":\"c2\"},"
                + "\"created_at\":\"2026-03-05T08:00:00Z\",\"started_at\":\"2026-03-05T09:00:00Z\","
                + "\"finished_at\":\"2026-03-05T09:10:00Z\"}",
            "{\"id\":56,\"name\":\"test\",\"status\":\"success\",\"created_at\":\"2026-03-05T08:00:00Z\","
                + "\"started_at\":\"2026-03-05T09:00:00Z\",\"finished_at\":\"2026-03-05T09:10:00Z\"}"));
    local.list(
        PATH + "/releases",
        List.of(
            "{\"tag_name\":\"v1\",\"released_at\":\"2026-03-06T09:00:00Z\",\"commit\":{\"id\":\"c2\"}}"));
    var said = Map.of("deploying-jobs", "Ship it = live", "release-environment", "production");
    var facts = facts(pull(new Rules(said)));
    assertEquals("live", ((DeploymentFact) facts.get("acme/shop/pay/job/55")).environment());
    assertFalse(facts.containsKey("acme/shop/pay/job/56"));
    assertEquals("c2", ((DeploymentFact) facts.get("acme/shop/pay/release/v1")).revision());
  }

  /** The webhook of GitLab's own documentation, and the same deployment as its interface has it. */
  @Test
  void pulledDeploymentAndItsWebhookAreOne() throws Exception {
    var hook =
        "{\"object_kind\":\"deployment\",\"status\":\"success\",\"status_changed_at\":\"2026-03-01"
            + " 10:05:00 +0100\",\"deployment_id\":1,\"deployable_id\":101,\"environment\":\"blue\","
            + "\"environment_tier\":\"production\",\"project\":{\"path_with_namespace\":\"acme/shop/pay\"},"
            + "\"commit_url\":\"https://x/acme/shop/pay/-/commit/279484c09fbe69ededfced8c1bb6e6d24616b468\"}";
    var fact =
        new GitlabSource()
            .read(
                new Delivery(
                    hook.getBytes(StandardCharsets.UTF_8), Map.of(), Rules.none(), CLOCK.instant()))
            .facts()
            .get(0);
    assertTrue(facts(pull(Rules.none())).containsKey(fact.id()), fact.id());
  }

  /** What GitLab really answered, and what another tool made of it. */
  @Test
  void realDeploymentsAreTheOnesThatAnotherToolFound() throws Exception {
    var folder = Corpora.file("dora-histories/devlake-gitlab");
    var raw = rows(folder.resolve("raw_tables___raw_gitlab_api_deployments.csv"));
    var data = raw.stream().map(row -> row.get("data")).toList();
    local.list(PATH + "/deployments", data);
    local.give(PATH + "/environments", "[]");
    var facts = facts(pull(Rules.none(), Instant.parse("2000-01-01T00:00:00Z")));
    var expected = new HashMap<String, String>();
    for (var row : rows(folder.resolve("snapshot_tables___tool_gitlab_deployments.csv"))) {
      expected.put(row.get("deployable_id"), row.get("status"));
    }
    int ended = 0;
    for (var one : expected.entrySet()) {
      var fact = (DeploymentFact) facts.get("acme/shop/pay/job/" + one.getKey());
      if (one.getValue().equals("success")) {
        assertEquals(Outcome.SUCCEEDED, fact.outcome(), one.getKey());
        ended++;
      } else if (one.getValue().equals("failed")) {
        assertEquals(Outcome.FAILED, fact.outcome(), one.getKey());
        ended++;
      }
    }
    assertTrue(ended > 0 && expected.size() == data.size(), ended + " of " + expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"pay", "../..", "acme/..", "acme/pay?x=1", "", "a b/c", "/pay", "a/b/"})
  void whatIsNoNameOfAProjectIsRefused(String name) {
    assertFalse(GitlabPast.isName(name));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"null", "7", "\"x\"", "{}", "[]", "[null]", "[7,\"x\",[]]", "[{}]", "{\"id\":1}"})
  void nonsenseInAListIsNoBug(String nonsense) throws Exception {
    for (var list :
        List.of(
            "",
            "/deployments",
            "/merge_requests",
            "/repository/commits",
            "/issues",
            "/environments")) {
      local.give(PATH + list, nonsense);
      try {
        pull(Rules.none());
      } catch (Halt e) {
        assertEquals(Halt.Kind.FAILED, e.kind());
      }
      local.takeBack(PATH + list);
      fill();
    }
  }

  private List<Fact> pull(Rules rules) throws InterruptedException {
    return pull(rules, Instant.parse("2026-01-01T00:00:00Z"));
  }

  private List<Fact> pull(Rules rules, Instant from) throws InterruptedException {
    var address = ForgeAddress.gitlab(local.address().toString()).orElseThrow();
    var forge = new Forge(address, "glpat-x", CLOCK, Duration.ofSeconds(20));
    var wanted =
        new Past.Wanted("acme/shop/pay", from, Instant.parse("2026-04-01T00:00:00Z"), rules);
    var facts = new ArrayList<Fact>();
    var cursor = Cursor.start();
    while (cursor != null) {
      var step = new GitlabPast(forge, wanted, CLOCK).step(Cursor.of(cursor.text()));
      facts.addAll(step.batch().facts());
      cursor = step.next();
    }
    return facts;
  }

  private static Map<String, Fact> facts(List<Fact> stated) {
    return stated.stream()
        .collect(Collectors.groupingBy(Fact::id, TreeMap::new, Collectors.toList()))
        .entrySet()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, one -> Fact.of(one.getValue())));
  }

  private static List<CSVRecord> rows(java.nio.file.Path file) throws IOException {
    var format = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();
    try (var parser = format.parse(Files.newBufferedReader(file))) {
      return parser.getRecords();
    }
  }

  private static String deployment(int id, String status, String environment, String at) {
    return "{\"id\":%d,\"iid\":%d,\"sha\":\"sha%d\",\"status\":\"%s\",\"updated_at\":\"%s\",\"user\":{\"name\":\"ada\"},"
            .formatted(id, id, id, status, at)
        + "\"environment\":{\"name\":\"%s\"},\"deployable\":{\"id\":%d,\"finished_at\":\"%s\",\"started_at\":\"%s09:00:00Z\"}}"
            .formatted(environment, id + 100, at, at.substring(0, 11));
  }

  private static String commit(String id, String at, String... parents) {
    return "{\"id\":\"%s\",\"parent_ids\":[%s],\"message\":\"do\",\"authored_date\":\"%s\",\"committed_date\":\"%s\",\"author_name\":\"ada\"}"
        .formatted(
            id,
            List.of(parents).stream().map(one -> '"' + one + '"').collect(Collectors.joining(",")),
            at,
            at);
  }
}
