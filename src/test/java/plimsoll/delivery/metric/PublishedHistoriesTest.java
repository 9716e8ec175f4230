package plimsoll.delivery.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import plimsoll.Corpora;
import plimsoll.delivery.metric.Deployment.Commit;
import plimsoll.delivery.metric.Deployment.Kind;
import plimsoll.delivery.metric.Deployment.Outcome;

/**
 * Numbers that other tools' own tests expect, and histories of real projects. Where our definition
 * and theirs agree, the numbers are equal; where they differ, a test says how, and docs/method.md
 * why.
 */
class PublishedHistoriesTest {
  private static final String ROOT = "dora-histories/";
  private static final Instant LATER = Instant.parse("2100-01-01T00:00:00Z");
  private static final Ownership ONE =
      new Ownership() {
        @Override
        public String teamAt(String service, Instant at) {
          return "team";
        }

        @Override
        public Set<String> teams() {
          return Set.of("team");
        }
      };

  /** Of each merged request the minutes from its merge to its deployment, rounded up. */
  @Test
  void timeFromMergeToDeploymentIsDevLakes() {
    var minutes = new HashMap<String, Double>();
    var judged = devLake();
    for (var one : judged) {
      for (var lead : one.leadTimes()) {
        minutes.put(lead.commit(), Math.ceil(lead.seconds() / 60));
      }
    }
    assertEquals(2978.0, minutes.get("pr_merge_commit1"));
    assertEquals(1538.0, minutes.get("pr_merge_commit2"));
    assertTrue(minutes.get("pr_merge_commit3") < 0, "theirs is empty, ours is left out and said");
    assertNull(minutes.get("pr_merge_commit4"), "staging");
    assertNull(minutes.get("pr_merge_commit5"), "a deployment that failed");
    for (var row : csv("devlake-dora/change_lead_time__project_pr_metrics.csv")) {
      var found = minutes.get("pr_merge_commit" + row.get("id").substring(2));
      var expected = row.get("pr_deploy_time");
      if (!expected.isEmpty()) assertEquals(Double.parseDouble(expected), found);
    }
  }

  /** They have no lead time for what the first deployment brought; ours believes its list. */
  @Test
  void whatTheFirstDeploymentListsIsTimedHereAndNotThere() {
    var first =
        devLake().stream()
            .flatMap(one -> one.leadTimes().stream())
            .filter(one -> one.commit().equals("pr_merge_commit0"))
            .findFirst()
            .orElseThrow();
    assertEquals(424.08, first.seconds() / 86_400, 0.01);
  }

  /** Theirs begins at the first commit too, but at the request where the commit is younger. */
  @Test
  void timeFromTheFirstCommitIsDevLakesCycleTime() {
    var fromFirst = new HashMap<String, Double>();
    devLake()
        .forEach(
            one ->
                one.leadTimes()
                    .forEach(
                        lead ->
                            fromFirst.put(
                                lead.commit(), Math.ceil(lead.secondsFromFirstCommit() / 60))));
    assertEquals(4478.0, fromFirst.get("pr_merge_commit1"));
    assertNotEquals(1598.0, fromFirst.get("pr_merge_commit2"), "its first commit is younger");
  }

  @Test
  void theDeploymentBeforeIsDevLakesPreviousSuccess() {
    var rows =
        csv("devlake-dora/prev_success_deployment_commit__cicd_deployment_commits_after.csv");
    var deployments =
        rows.stream()
            .filter(row -> !row.get("environment").isEmpty())
            .map(this::ofDevLake)
            .toList();
    var before = new HashMap<String, String>();
    var last = new HashMap<String, String>();
    for (var one : ledger(deployments, List.of()).production()) {
      before.put(
          one.deployment().id(), last.put(one.deployment().service(), one.deployment().id()));
    }
    int compared = 0;
    for (var row : rows) {
      var expected = row.get("prev_success_deployment_commit_id");
      if (expected.isEmpty()) {
        assertNull(before.get(row.get("id")), row.get("id"));
      } else {
        assertEquals(expected, before.get(row.get("id")), row.get("id"));
        compared++;
      }
    }
    assertEquals(7, compared);
  }

  private List<Judged> devLake() {
    var brought = new HashMap<String, List<String>>();
    for (var row : csv("devlake-dora/change_lead_time__commits_diffs.csv")) {
      brought
          .computeIfAbsent(row.get("new_commit_sha"), key -> new ArrayList<>())
          .add(row.get("commit_sha"));
    }
    var first = new HashMap<String, Instant>();
    for (var row : csv("devlake-dora/change_lead_time__pull_request_commits.csv")) {
      first.merge(
          row.get("pull_request_id"),
          moment(row.get("commit_authored_date")),
          (a, b) -> a.isBefore(b) ? a : b);
    }
    var changes = new ArrayList<Change>();
    for (var row : csv("devlake-dora/change_lead_time__pull_requests.csv")) {
      if (row.get("merged_date").isEmpty()) continue;
      var sha = row.get("merge_commit_sha");
      var merged = moment(row.get("merged_date"));
      changes.add(new Change("r", sha, sha, merged, first.get(row.get("id")), null));
    }
    var deployments =
        csv("devlake-dora/change_lead_time__cicd_deployment_commits.csv").stream()
            .map(
                row ->
                    deployment(
                        row.get("id"),
                        row.get("cicd_scope_id") + "/" + row.get("repo_url"),
                        row.get("environment").equals("PRODUCTION"),
                        row.get("result").equals("SUCCESS") ? Outcome.SUCCEEDED : Outcome.FAILED,
                        moment(row.get("finished_date")),
                        brought.getOrDefault(row.get("commit_sha"), List.of()).stream()
                            .map(sha -> new Commit(sha, null, null))
                            .toList(),
                        null))
            .toList();
    return ledger(deployments, changes).production();
  }

  private Deployment ofDevLake(CSVRecord row) {
    var service =
        row.get("cicd_scope_id") + "/" + row.get("repo_url") + "/" + row.get("environment");
    var outcome = row.get("result").equals("SUCCESS") ? Outcome.SUCCEEDED : Outcome.FAILED;
    return deployment(
        row.get("id"), service, true, outcome, moment(row.get("finished_date")), List.of(), null);
  }

  /**
   * Metrik tells no incidents: what fails there is a deployment step. Told here as a deployment
   * that was rolled back and mended by the next one that succeeds, the same numbers come out. A
   * step that stopped before users were served is no failed change here, and then they differ.
   */
  @TestFactory
  Stream<DynamicTest> metriksCases() {
    var expected = json("metrik/expected.json");
    var cases = new ArrayList<DynamicTest>();
    expected
        .fields()
        .forEachRemaining(
            file ->
                file.getValue()
                    .forEach(
                        one ->
                            cases.add(
                                DynamicTest.dynamicTest(
                                    file.getKey() + ": " + one.get("test").textValue(),
                                    () -> metrik(json("metrik/" + file.getKey()), one)))));
    assertEquals(15, cases.size());
    return cases.stream();
  }

  private static void metrik(JsonNode builds, JsonNode expected) {
    var production = ledger(ofMetrik(builds, expected), List.of()).production();
    var from = Instant.ofEpochMilli(expected.get("start").longValue());
    var to = Instant.ofEpochMilli(expected.get("end").longValue());
    Function<Instant, Boolean> within = at -> !at.isBefore(from) && !at.isAfter(to);
    var deployed =
        production.stream()
            .filter(
                one -> within.apply(one.at()) && one.deployment().outcome() == Outcome.SUCCEEDED)
            .toList();
    var all = production.stream().filter(one -> within.apply(one.at())).toList();
    Double found =
        switch (expected.get("metric").textValue()) {
          case "deployment_count" -> (double) deployed.size();
          case "change_failure_rate" ->
              all.isEmpty()
                  ? null
                  : (Double) (100.0 * all.stream().filter(Judged::failed).count() / all.size());
          case "lead_time_for_changes" ->
              mean(
                  deployed.stream()
                      .flatMap(one -> one.leadTimes().stream())
                      .map(LeadTime::seconds));
          default ->
              mean(
                  production.stream()
                      .filter(one -> one.recoveredAt() != null && within.apply(one.recoveredAt()))
                      .map(Judged::recoverySeconds));
        };
    var value = expected.get("expected");
    if (value.isTextual()) {
      assertNull(found);
    } else {
      boolean milliseconds = expected.get("unit").textValue().startsWith("milliseconds");
      assertEquals(value.doubleValue(), found * (milliseconds ? 1000 : 1), 1e-6);
    }
  }

  private static List<Deployment> ofMetrik(JsonNode builds, JsonNode expected) {
    var deployments = new ArrayList<Deployment>();
    var byTime =
        StreamSupport.stream(builds.spliterator(), false)
            .sorted(Comparator.comparing((JsonNode one) -> one.get("timestamp").longValue()))
            .toList();
    expected
        .get("target_stage_by_pipeline")
        .fields()
        .forEachRemaining(
            target ->
                deployments.addAll(
                    ofPipeline(target.getKey(), target.getValue().textValue(), byTime)));
    return deployments;
  }

  /** What a failed build would have brought arrives with the next one that succeeds. */
  private static List<Deployment> ofPipeline(String key, String stage, List<JsonNode> builds) {
    var deployments = new ArrayList<Deployment>();
    var pending = new ArrayList<Commit>();
    String failed = null;
    for (var build : builds) {
      if (!build.get("pipelineId").asText().equals(key)) continue;
      var id = key + "-" + build.get("number").longValue();
      for (var change : build.get("changeSets")) {
        var at = Instant.ofEpochMilli(change.get("timestamp").longValue());
        pending.add(new Commit(id + change.get("commitId").textValue() + pending.size(), at, null));
      }
      for (var step : build.get("stages")) {
        if (!step.get("name").textValue().equals(stage)) continue;
        var end = Instant.ofEpochMilli(end(step));
        if (step.get("status").textValue().equals("SUCCESS")) {
          deployments.add(
              deployment(id, key, true, Outcome.SUCCEEDED, end, List.copyOf(pending), failed));
          pending.clear();
          failed = null;
        } else if (step.get("status").textValue().equals("FAILED")) {
          deployments.add(deployment(id, key, true, Outcome.ROLLED_BACK, end, List.of(), null));
          failed = failed == null ? id : failed;
        }
      }
    }
    return deployments;
  }

  private static long end(JsonNode step) {
    return step.get("startTimeMillis").longValue()
        + step.get("durationMillis").longValue()
        + step.path("pauseDurationMillis").longValue();
  }

  /** 33 deployments in a working week; theirs divides by working days, ours by all days. */
  @Test
  void heartbeatsDeploymentsAndLeadTimes() {
    var deployments = new ArrayList<Deployment>();
    var changes = new ArrayList<Change>();
    for (var row : csv("heartbeat/create-new__pipeline-data.csv")) {
      if (!row.get("Valid").equals("true")) continue;
      var id = row.get("Build Number");
      var committed = moment(row.get("Code Committed Time"));
      var merged = row.get("PR Merged Time");
      var first = row.get("First Code Committed Time In PR");
      changes.add(
          new Change(
              "r",
              "c" + id,
              "c" + id,
              merged.isEmpty() ? committed : moment(merged),
              first.isEmpty() ? committed : moment(first),
              null));
      deployments.add(
          deployment(
              id,
              "heartbeat",
              true,
              Outcome.SUCCEEDED,
              moment(row.get("Deployment Completed Time")),
              List.of(new Commit("c" + id, null, null)),
              null));
    }
    var window =
        new Window(
            Instant.parse("2024-01-15T00:00:00Z"),
            Instant.parse("2024-01-20T00:00:00Z"),
            ZoneOffset.UTC);
    var ledger = ledger(deployments, changes);
    var metrics = DeliveryReport.of(ledger, "team", window).metrics();
    assertEquals(
        6.60, metrics.deploymentFrequency().value(), 1e-9, "five days, all of them worked");
    var leads =
        ledger.slice("team", window).deployments().stream()
            .flatMap(one -> one.leadTimes().stream())
            .toList();
    assertEquals(33, leads.size());
    assertEquals(0.50, mean(leads.stream().map(LeadTime::seconds)) / 3600, 0.005);
    assertEquals(6.62, mean(leads.stream().map(LeadTime::secondsFromFirstCommit)) / 3600, 0.005);
    assertEquals(0.414, metrics.leadTime().value() / 3600, 0.0005, "our figure is the median");
  }

  /** Releases of real projects as deployments that list all that is in them. */
  @TestFactory
  Stream<DynamicTest> eachReleaseBringsWhatNoneBeforeItHeld() {
    return Stream.of("git-cdviz-collector", "git-microservices-demo", "git-platform-ref-aws")
        .map(name -> DynamicTest.dynamicTest(name, () -> releases(name)));
  }

  private static void releases(String name) {
    var commits = new LinkedHashMap<String, CSVRecord>();
    csv(name + "/commits.csv").forEach(row -> commits.put(row.get("sha"), row));
    var deployments = new ArrayList<Deployment>();
    for (var tag : csv(name + "/tags.csv")) {
      deployments.add(
          deployment(
              tag.get("tag"),
              name,
              true,
              Outcome.SUCCEEDED,
              moment(tag.get("tag_time")),
              held(tag.get("sha"), commits),
              null));
    }
    var byTag = new HashMap<String, Judged>();
    ledger(deployments, List.of())
        .production()
        .forEach(one -> byTag.put(one.deployment().id(), one));
    int compared = 0;
    for (var row : csv(name + "/expected-per-release.csv")) {
      var leads =
          byTag.get(row.get("tag")).leadTimes().stream().map(LeadTime::seconds).sorted().toList();
      assertEquals(
          Integer.parseInt(row.get("new_non_merge_commits")), leads.size(), row.get("tag"));
      if (leads.isEmpty()) continue;
      var sorted = Quantiles.sorted(leads);
      assertEquals(
          Double.parseDouble(row.get("median_lead_seconds_author")),
          Quantiles.of(sorted, 50),
          0.51,
          row.get("tag"));
      assertEquals(
          Double.parseDouble(row.get("max_lead_seconds_author")), sorted[sorted.length - 1], 0.51);
      compared++;
    }
    assertTrue(compared > 10, name);
  }

  /** A commit and all before it, without merges, which bring nothing of their own. */
  private static List<Commit> held(String head, Map<String, CSVRecord> commits) {
    var held = new ArrayList<Commit>();
    var seen = new HashSet<String>();
    var next = new ArrayDeque<String>(List.of(head));
    while (!next.isEmpty()) {
      var row = commits.get(next.pop());
      if (row == null || !seen.add(row.get("sha"))) continue;
      var parents = Stream.of(row.get("parents").split(" ")).filter(one -> !one.isEmpty()).toList();
      next.addAll(parents);
      if (parents.size() < 2) {
        held.add(new Commit(row.get("sha"), moment(row.get("author_time")), null));
      }
    }
    return held;
  }

  private static Deployment deployment(
      String id,
      String service,
      boolean production,
      Outcome outcome,
      Instant at,
      List<Commit> commits,
      String remediates) {
    return new Deployment(
        "test",
        id,
        service,
        null,
        null,
        production,
        null,
        at,
        outcome,
        Kind.CHANGE,
        null,
        null,
        null,
        commits,
        null,
        remediates,
        at);
  }

  private static Ledger ledger(List<Deployment> deployments, List<Change> changes) {
    return Ledger.of(new Events(deployments, List.of(), List.of(), changes, LATER), ONE);
  }

  private static Double mean(Stream<Double> values) {
    var found = values.mapToDouble(Double::doubleValue).average();
    return found.isPresent() ? found.getAsDouble() : null;
  }

  /** In the tables of DevLake without zone, which is UTC; else with an offset. */
  private static Instant moment(String text) {
    var parts = text.replace('T', ' ').split(" ");
    if (parts[1].matches(".*[Z+-].*")) return OffsetDateTime.parse(text).toInstant();
    var day = parts[0].split("-");
    var time = parts[1].split(":");
    return OffsetDateTime.of(
            Integer.parseInt(day[0]),
            Integer.parseInt(day[1]),
            Integer.parseInt(day[2]),
            Integer.parseInt(time[0]),
            Integer.parseInt(time[1]),
            Integer.parseInt(time[2]),
            0,
            ZoneOffset.UTC)
        .toInstant();
  }

  private static List<CSVRecord> csv(String name) {
    var format = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();
    try (var reader = Files.newBufferedReader(Corpora.file(ROOT + name));
        var records = format.parse(reader)) {
      return records.getRecords();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonNode json(String name) {
    try {
      return new ObjectMapper().readTree(Files.readString(Corpora.file(ROOT + name)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
