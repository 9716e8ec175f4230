package plimsoll.delivery.pull;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import plimsoll.delivery.fact.ChangeFact;
import plimsoll.delivery.fact.DeploymentFact;
import plimsoll.delivery.fact.Fact;
import plimsoll.delivery.fact.IncidentFact;
import plimsoll.delivery.metric.Deployment.Outcome;
import plimsoll.delivery.source.Delivery;
import plimsoll.delivery.source.GithubSource;
import plimsoll.delivery.source.Rules;
import plimsoll.json.Json;

class GithubPastTest {
  private static final String TOKEN = "a-token-that-nobody-may-see";
  private static final String PATH = "/api/v3/repos/acme/pay";
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-20T12:00:00Z"), ZoneOffset.UTC);
  private static final Instant FROM = Instant.parse("2026-01-01T00:00:00Z");
  private static final Instant UNTIL = Instant.parse("2026-04-01T00:00:00Z");

  private final LocalForge local = new LocalForge(2);

  @BeforeEach
  void fill() {
    local.give(
        PATH,
        "{\"id\":1,\"name\":\"pay\",\"full_name\":\"acme/pay\",\"default_branch\":\"main\","
            + "\"private\":true,\"owner\":{\"login\":\"ada\"}}");
    local.list(
        PATH + "/deployments",
        List.of(
            deployment(15, "2026-04-02T09:00:00Z"),
            deployment(14, "2026-03-03T09:00:00Z"),
            deployment(13, "2026-03-02T09:00:00Z"),
            deployment(12, "2026-03-01T09:00:00Z"),
            deployment(11, "2025-12-01T09:00:00Z"),
            deployment(10, "2025-11-01T09:00:00Z")));
    for (int id = 12; id <= 14; id++) {
      local.list(
          PATH + "/deployments/" + id + "/statuses",
          List.of(
              status("inactive", "2026-03-09T09:00:00Z", ""),
              status(
                  id == 13 ? "failure" : "success", "2026-03-0" + (id - 11) + "T09:05:00Z", "")));
    }
    local.list(
        PATH + "/pulls",
        List.of(
            "{\"number\":3,\"updated_at\":\"2026-03-03T00:00:00Z\",\"merged_at\":null}",
            "{\"number\":2,\"updated_at\":\"2026-03-02T00:00:00Z\",\"created_at\":\"2026-02-27T00:00:00Z\","
                + "\"merged_at\":\"2026-03-01T08:00:00Z\",\"merge_commit_sha\":\"c2\","
                + "\"head\":{\"sha\":\"b2\"},\"base\":{\"ref\":\"main\"},\"user\":{\"login\":\"ada\"}}",
            "{\"number\":1,\"updated_at\":\"2025-12-02T00:00:00Z\",\"merged_at\":\"2025-12-02T00:00:00Z\"}"));
    local.list(
        PATH + "/commits",
        List.of(
            commit("m", "2026-03-02T10:00:00Z", "c2", "x"),
            commit("x", "2026-02-01T10:00:00Z", "c1"),
            commit("c2", "2026-03-01T08:00:00Z", "c1"),
            commit("c1", "2025-12-20T08:00:00Z")));
  }

  @AfterEach
  void close() {
    local.close();
  }

  @Test
  void deploymentsOfTheTimeComeWithTheirStatuses() throws Exception {
    var facts = facts(pull());
    var one = (DeploymentFact) facts.get("12");
    assertEquals("pay", one.service());
    assertEquals("acme/pay", one.repository());
    assertEquals(Instant.parse("2026-03-01T09:00:00Z"), one.startedAt());
    assertEquals(Instant.parse("2026-03-01T09:05:00Z"), one.finishedAt());
    assertEquals(Outcome.SUCCEEDED, one.outcome());
    assertEquals(Outcome.FAILED, ((DeploymentFact) facts.get("13")).outcome());
    assertFalse(facts.containsKey("15"), "after the time");
    assertFalse(facts.containsKey("11"), "before the time");
    assertFalse(local.asked.toString().contains("/deployments/10/"), "nothing older is asked for");
  }

  @Test
  void commitsArriveWithTheMergeThatBroughtThem() throws Exception {
    var facts = facts(pull());
    var merge = Instant.parse("2026-03-02T10:00:00Z");
    assertEquals(merge, ((ChangeFact) facts.get("acme/pay@m")).mergedAt());
    assertEquals(merge, ((ChangeFact) facts.get("acme/pay@x")).mergedAt());
    assertEquals("c2", ((ChangeFact) facts.get("acme/pay@b2")).landedAs());
    assertFalse(facts.containsKey("acme/pay@c1"), "before the time");
  }

  /** The same deployment by webhooks: the facts must be equal to the letter. */
  @Test
  void whatIsPulledIsWhatWebhooksTell() throws Exception {
    var pulled = pull().stream().filter(DeploymentFact.class::isInstance).map(Json::write).toList();
    var repository = "\"repository\":{\"name\":\"pay\",\"full_name\":\"acme/pay\"}";
    var hooked = new ArrayList<Fact>();
    hooked.addAll(
        hook(
            "deployment",
            "{\"deployment\":" + deployment(12, "2026-03-01T09:00:00Z") + "," + repository + "}"));
    hooked.addAll(
        hook(
            "deployment_status",
            "{\"deployment\":"
                + deployment(12, "2026-03-01T09:00:00Z")
                + ",\"deployment_status\":"
                + status("success", "2026-03-01T09:05:00Z", "")
                + ","
                + repository
                + "}"));
    assertEquals(2, hooked.size());
    hooked.forEach(one -> assertTrue(pulled.contains(Json.write(one)), Json.write(one)));
  }

  @Test
  void deploymentOfAWorkflowIsCountedWithItsRun() throws Exception {
    local.list(
        PATH + "/deployments/12/statuses",
        List.of(
            status(
                "success",
                "2026-03-01T09:05:00Z",
                "https://github.com/acme/pay/actions/runs/77/job/770")));
    local.give(
        PATH + "/actions/runs/77",
        "{\"id\":77,\"run_attempt\":2,\"event\":\"push\",\"name\":\"deploy\"}");
    local.give(PATH + "/actions/jobs/770", "{\"id\":770,\"run_id\":77,\"run_attempt\":1}");
    assertTrue(facts(pull()).containsKey("run/77/1/production"), "as its webhooks name it");
  }

  @Test
  void deploymentWhoseRunIsForgottenKeepsItsOwnName() throws Exception {
    local.list(
        PATH + "/deployments/12/statuses",
        List.of(
            status(
                "success",
                "2026-03-01T09:05:00Z",
                "https://github.com/acme/pay/actions/runs/77/job/770")));
    assertTrue(facts(pull()).containsKey("12"));
  }

  @Test
  void limitInTheMiddleLosesNothingAcrossARestart() throws Exception {
    var whole = texts(pull());
    var facts = new ArrayList<Fact>();
    String kept = Cursor.start().text();
    int pages = 0;
    while (kept != null) {
      // Each page by a new process, and every second one is limited at first.
      var past = past(Rules.none());
      if (pages++ % 2 == 1) {
        local.give(PATH + "/commits", 429, "{}", "Retry-After", "30");
        local.give(PATH + "/pulls", 429, "{}", "Retry-After", "30");
        local.give(PATH + "/deployments/13/statuses", 429, "{}", "Retry-After", "30");
        try {
          past.step(Cursor.of(kept));
        } catch (Halt e) {
          assertEquals(Instant.parse("2026-11-20T12:00:30Z"), e.until());
        }
        local.takeBack(PATH + "/commits");
        local.takeBack(PATH + "/pulls");
        local.takeBack(PATH + "/deployments/13/statuses");
      }
      var step = past.step(Cursor.of(kept));
      facts.addAll(step.batch().facts());
      kept = step.next() == null ? null : step.next().text();
      assertFalse(String.valueOf(kept).contains(TOKEN), "the token stands in no cursor");
      assertFalse(String.valueOf(kept).contains("ada"), "people stand in no cursor");
    }
    assertTrue(pages > 6, "pages: " + pages);
    assertEquals(whole, texts(facts));
  }

  @Test
  void progressSaysHowManyOfAboutHowMany() throws Exception {
    var past = past(Rules.none());
    var first = past.step(past.step(Cursor.start()).next());
    assertEquals("deployments", first.doing());
    assertEquals(2, first.next().read());
    assertEquals(3 * 2, first.next().about(), "three pages of two");
  }

  @Test
  void issuesAreAskedForByTheirLabels() throws Exception {
    local.list(
        PATH + "/issues",
        List.of(
            issue(7, "2026-03-05T09:00:00Z", "2026-03-05T11:00:00Z"),
            issue(8, "2026-06-05T09:00:00Z", null)));
    var rules = new Rules(Map.of("incident-labels", "sev 1&2, <b>"));
    var incident = (IncidentFact) facts(pull(rules)).get("acme/pay#7");
    assertEquals(null, incident, "its label is not the one that was said");
    assertTrue(local.asked.toString().contains("labels=sev+1%262"), local.asked.toString());
    incident = (IncidentFact) facts(pull()).get("acme/pay#7");
    assertEquals(Instant.parse("2026-03-05T11:00:00Z"), incident.resolvedAt());
  }

  @Test
  void runsAndReleasesAreReadWhereTheySaidToDeploy() throws Exception {
    local.give(
        PATH + "/actions/runs",
        "{\"total_count\":1,\"workflow_runs\":[{\"id\":5,\"name\":\"Ship\",\"status\":\"completed\","
            + "\"conclusion\":\"success\",\"created_at\":\"2026-03-01T09:00:00Z\",\"head_sha\":\"c2\","
            + "\"run_started_at\":\"2026-03-01T09:00:00Z\",\"updated_at\":\"2026-03-01T09:07:00Z\","
            + "\"run_attempt\":1}]}");
    local.list(
        PATH + "/releases",
        List.of(
            "{\"id\":9,\"tag_name\":\"v9\",\"draft\":false,\"prerelease\":false,"
                + "\"published_at\":\"2026-03-01T10:00:00Z\",\"target_commitish\":\"main\"}"));
    assertFalse(facts(pull()).containsKey("run/5/1/live"));
    var said = Map.of("deploying-workflows", "Ship = live", "release-environment", "production");
    var facts = facts(pull(new Rules(said)));
    assertTrue(facts.containsKey("run/5/1/live"), facts.keySet().toString());
    assertTrue(facts.containsKey("release/9"), facts.keySet().toString());
  }

  @Test
  void emptyRepositoryIsNoError() throws Exception {
    local.list(PATH + "/deployments", List.of());
    local.list(PATH + "/pulls", List.of());
    local.give(PATH + "/commits", 409, "{\"message\":\"Git Repository is empty.\"}");
    assertEquals(List.of(), pull());
  }

  @Test
  void listThatIsNotShownIsNamedAndTheOthersAreRead() throws Exception {
    local.give(PATH + "/deployments", 404, "{}");
    var past = past(Rules.none());
    var step = past.step(past.step(Cursor.start()).next());
    assertEquals(
        "There are no deployments, or the token may not read them.",
        step.batch().problems().get(0).message());
    assertEquals("merged pull requests", step.next().part());
  }

  @Test
  void repositoryThatDoesNotExistIsSaidInWords() {
    var wanted = new Past.Wanted("acme/nothing", FROM, UNTIL, Rules.none());
    var past = new GithubPast(forge(), wanted, CLOCK);
    var halt = assertThrows(Halt.class, () -> past.step(Cursor.start()));
    assertEquals(Halt.Kind.ABSENT, halt.kind());
    assertTrue(halt.getMessage().contains("Look at its name"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"pay", "a/b/c", "../..", "acme/..", "acme/pay?x=1", "", "a b/c", "/pay"})
  void whatIsNoNameOfARepositoryIsRefused(String name) {
    assertFalse(GithubPast.isName(name));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"null", "7", "\"x\"", "{}", "[]", "[null]", "[7,\"x\",[]]", "[{}]", "{\"sha\":1}"})
  void nonsenseInAListIsNoBug(String nonsense) throws Exception {
    for (var list : List.of("/deployments", "/pulls", "/commits", "/deployments/12/statuses")) {
      local.give(PATH + list, nonsense);
      try {
        pull();
      } catch (Halt e) {
        assertEquals(Halt.Kind.FAILED, e.kind());
      }
      local.takeBack(PATH + list);
    }
    local.give(PATH, nonsense);
    try {
      pull();
    } catch (Halt e) {
      assertEquals(Halt.Kind.FAILED, e.kind());
    }
  }

  @Test
  void scriptsAndOtherScriptsGoThrough() throws Exception {
    local.list(
        PATH + "/deployments",
        List.of(
            deployment(12, "2026-03-01T09:00:00Z")
                .replace("production", "<script>alert(1)</script> 決済")));
    var one = (DeploymentFact) facts(pull()).get("12");
    assertEquals("<script>alert(1)</script> 決済", one.environment());
  }

  private List<Fact> pull() throws InterruptedException {
    return pull(Rules.none());
  }

  private List<Fact> pull(Rules rules) throws InterruptedException {
    var past = past(rules);
    var facts = new ArrayList<Fact>();
    var cursor = Cursor.start();
    while (cursor != null) {
      var step = past.step(cursor);
      facts.addAll(step.batch().facts());
      cursor = step.next();
    }
    return facts;
  }

  private GithubPast past(Rules rules) {
    return new GithubPast(forge(), new Past.Wanted("acme/pay", FROM, UNTIL, rules), CLOCK);
  }

  private Forge forge() {
    var address = ForgeAddress.github(local.address().toString()).orElseThrow();
    return new Forge(address, TOKEN, CLOCK, Duration.ofSeconds(20));
  }

  private static Map<String, Fact> facts(List<Fact> stated) {
    return stated.stream()
        .collect(Collectors.groupingBy(Fact::id, TreeMap::new, Collectors.toList()))
        .entrySet()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, one -> Fact.of(one.getValue())));
  }

  private static List<String> texts(List<Fact> facts) {
    return facts.stream().map(Json::write).distinct().sorted().toList();
  }

  private static List<Fact> hook(String event, String body) {
    return new GithubSource()
        .read(
            new Delivery(
                body.getBytes(StandardCharsets.UTF_8),
                Map.of("X-GitHub-Event", event),
                Rules.none(),
                CLOCK.instant()))
        .facts();
  }

  private static String deployment(int id, String at) {
    return "{\"id\":%d,\"sha\":\"c%d\",\"ref\":\"main\",\"task\":\"deploy\",\"payload\":{},"
            .formatted(id, id)
        + "\"environment\":\"production\",\"created_at\":\"%s\",\"creator\":{\"login\":\"ada\"}}"
            .formatted(at);
  }

  private static String status(String state, String at, String log) {
    return "{\"state\":\"%s\",\"created_at\":\"%s\",\"log_url\":\"%s\"}".formatted(state, at, log);
  }

  private static String commit(String sha, String at, String... parents) {
    var all = new ArrayList<String>();
    for (var parent : parents) all.add("{\"sha\":\"" + parent + "\"}");
    return "{\"sha\":\"%s\",\"parents\":[%s],\"author\":{\"login\":\"ada\"},\"commit\":{\"message\":\"do\","
            .formatted(sha, String.join(",", all))
        + "\"author\":{\"name\":\"ada\",\"date\":\"%s\"},\"committer\":{\"date\":\"%s\"}}}"
            .formatted(at, at);
  }

  private static String issue(int number, String opened, String closed) {
    return "{\"number\":%d,\"state\":\"%s\",\"labels\":[{\"name\":\"incident\"}],\"created_at\":\"%s\""
            .formatted(number, closed == null ? "open" : "closed", opened)
        + (closed == null ? "}" : ",\"closed_at\":\"" + closed + "\"}");
  }
}
