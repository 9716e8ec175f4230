package plimsoll.delivery.pull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import plimsoll.delivery.source.GithubSource;

/** The past of a repository of GitHub, by its REST interface. */
public final class GithubPast extends PagedPast {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.-]+/[A-Za-z0-9_.-]+");
  private static final Pattern RUN = Pattern.compile("/actions/runs/(\\d+)(?:/job/(\\d+))?");

  /** Branches live for some weeks before they are merged, and their commits keep their times. */
  private static final Duration BRANCHES_LIVE = Duration.ofDays(90);

  private final String path;

  public GithubPast(Forge forge, Wanted wanted, Clock clock) {
    super(forge, wanted, new GithubSource(), clock);
    if (!isName(wanted.repository())) {
      throw Halt.failed("A repository is named as owner/name.");
    }
    path = "/repos/" + wanted.repository();
  }

  /** True for "owner/name". */
  public static boolean isName(String repository) {
    return NAME.matcher(repository).matches() && !repository.matches("(.*/)?\\.\\.?(/.*)?");
  }

  @Override
  JsonNode repository() throws InterruptedException {
    var all = forge.get(forge.at(path)).body();
    var kept = JsonNodeFactory.instance.objectNode();
    for (var name : List.of("id", "name", "full_name", "default_branch")) {
      kept.set(name, all.path(name));
    }
    return kept;
  }

  @Override
  List<Part> parts(JsonNode repository) {
    var branch = encoded(repository.path("default_branch").asText());
    var since = wanted.from().minus(BRANCHES_LIVE);
    var parts = new ArrayList<Part>();
    // Each costs some requests of its own, so that a page of them is small.
    parts.add(
        new Part(
            "deployments", path + "/deployments?per_page=20", "", "created_at", this::deployment));
    parts.add(
        new Part(
            "merged pull requests",
            path + "/pulls?state=closed&sort=updated&direction=desc&per_page=100&base=" + branch,
            "",
            "updated_at",
            this::pullRequest));
    parts.add(
        new Part(
            "commits of the default branch",
            path + "/commits?per_page=100&sha=" + branch + "&since=" + since,
            this::commit));
    if (!said("release-environment").isEmpty()) {
      parts.add(new Part("releases", path + "/releases?per_page=100", this::release));
    }
    if (!said("deploying-workflows").isEmpty()) {
      parts.add(
          new Part(
              "workflow runs",
              path + "/actions/runs?per_page=100",
              "workflow_runs",
              "created_at",
              this::run));
    }
    for (var label : labels()) {
      parts.add(
          new Part(
              "issues with the label " + label,
              path
                  + "/issues?state=all&sort=created&direction=asc&per_page=100&since="
                  + wanted.from()
                  + "&labels="
                  + encoded(label),
              this::issue));
    }
    return parts;
  }

  private void deployment(JsonNode item, Page page) throws InterruptedException {
    if (!wanted.holds(moment(item, "created_at"))) return;
    var id = item.path("id").asText();
    var statuses = forge.find(path + "/deployments/" + id + "/statuses?per_page=100");
    var run = run(statuses);
    add(page, "deployment", "created", Map.of("deployment", item, "workflow_run", run));
    for (var status : statuses) {
      add(
          page,
          "deployment_status",
          "created",
          Map.of("deployment", item, "deployment_status", status, "workflow_run", run));
    }
  }

  /** The run of a workflow that made a deployment, which only its statuses point to. */
  private JsonNode run(JsonNode statuses) throws InterruptedException {
    for (var status : statuses) {
      var links = status.path("log_url").asText("") + " " + status.path("target_url").asText("");
      var found = RUN.matcher(links);
      if (found.find()) return run(found.group(1), found.group(2));
    }
    return NullNode.getInstance();
  }

  /**
   * A run that was tried again has several attempts, and only the job knows which it was of. Runs
   * are deleted after a while; then the deployment goes by its own name.
   */
  private JsonNode run(String id, String job) throws InterruptedException {
    var run = forge.find(path + "/actions/runs/" + id);
    if (job != null && run.path("run_attempt").asInt(1) > 1 && run instanceof ObjectNode object) {
      var attempt = forge.find(path + "/actions/jobs/" + job).path("run_attempt");
      if (attempt.isInt()) object.set("run_attempt", attempt);
    }
    return run;
  }

  private void pullRequest(JsonNode item, Page page) {
    if (!wanted.holds(moment(item, "merged_at"))) return;
    ObjectNode request = item.deepCopy();
    request.put("merged", true);
    add(page, "pull_request", "closed", Map.of("pull_request", request));
  }

  private void commit(JsonNode item, Page page) {
    var commit = item.path("commit");
    var committedAt = moment(commit.path("committer"), "date");
    if (committedAt == null) return;
    var parents =
        StreamSupport.stream(item.path("parents").spliterator(), false)
            .map(one -> one.path("sha").asText())
            .toList();
    var arrived = page.arrival(item.path("sha").asText(), parents, committedAt);
    if (!wanted.holds(arrived)) return;
    var pushed = JsonNodeFactory.instance.objectNode();
    pushed.set("id", item.path("sha"));
    pushed.set("message", commit.path("message"));
    pushed.set("timestamp", commit.path("author").path("date"));
    var repository = (ObjectNode) page.repository.deepCopy();
    repository.put("pushed_at", arrived.getEpochSecond());
    var payload = JsonNodeFactory.instance.objectNode();
    payload.put("ref", "refs/heads/" + repository.path("default_branch").asText());
    payload.set("repository", repository);
    payload.putArray("commits").add(pushed);
    page.hooks.add(hook("push", payload));
  }

  private void release(JsonNode item, Page page) {
    if (wanted.holds(moment(item, "published_at"))) {
      add(page, "release", "published", Map.of("release", item));
    }
  }

  private void run(JsonNode item, Page page) throws InterruptedException {
    if (!wanted.holds(moment(item, "created_at"))) return;
    add(page, "workflow_run", "completed", Map.of("workflow_run", item));
    if (!jobsOf(item)) return;
    var jobs =
        forge.find(path + "/actions/runs/" + item.path("id").asText() + "/jobs?per_page=100");
    for (var job : jobs.path("jobs")) {
      add(page, "workflow_job", "completed", Map.of("workflow_job", job));
    }
  }

  /** Whether a setting speaks of a job of this workflow, as "workflow / job". */
  private boolean jobsOf(JsonNode run) {
    var name = run.path("name").asText("").toLowerCase(Locale.ROOT) + " / ";
    return said("deploying-workflows")
        .toLowerCase(Locale.ROOT)
        .lines()
        .anyMatch(line -> line.strip().startsWith(name));
  }

  private void issue(JsonNode item, Page page) {
    if (item.hasNonNull("pull_request")) return;
    var opened = moment(item, "created_at");
    if (opened != null && opened.isBefore(wanted.until())) {
      var action = item.path("state").asText().equals("closed") ? "closed" : "opened";
      add(page, "issues", action, Map.of("issue", item));
    }
  }

  private static void add(Page page, String event, String action, Map<String, JsonNode> parts) {
    var payload = JsonNodeFactory.instance.objectNode();
    payload.put("action", action);
    payload.set("repository", page.repository);
    parts.forEach(
        (name, part) -> {
          if (!part.isNull()) payload.set(name, part);
        });
    page.hooks.add(hook(event, payload));
  }

  private static Hook hook(String event, ObjectNode payload) {
    return new Hook(Map.of("X-GitHub-Event", event), payload);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
