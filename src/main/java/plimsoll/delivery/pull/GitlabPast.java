package plimsoll.delivery.pull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
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
import plimsoll.delivery.source.GitlabSource;

/** The past of a project of GitLab, by its REST interface. */
public final class GitlabPast extends PagedPast {
  private static final Pattern NAME = Pattern.compile("[\\w.+-]+(/[\\w.+-]+)+");

  /** Branches live for some weeks before they are merged, and their commits keep their times. */
  private static final Duration BRANCHES_LIVE = Duration.ofDays(90);

  private static final int ENVIRONMENT_PAGES = 10;

  private final String path;

  public GitlabPast(Forge forge, Wanted wanted, Clock clock) {
    super(forge, wanted, new GitlabSource(), clock);
    if (!isName(wanted.repository())) {
      throw Halt.failed("A project is named as group/project.");
    }
    path = "/projects/" + encoded(wanted.repository());
  }

  /** True for "group/project", with more groups between them or without. */
  public static boolean isName(String project) {
    return NAME.matcher(project).matches() && !project.matches("(.*/)?\\.\\.?(/.*)?");
  }

  @Override
  JsonNode repository() throws InterruptedException {
    var all = forge.get(forge.at(path)).body();
    var kept = JsonNodeFactory.instance.objectNode();
    for (var name : List.of("id", "path_with_namespace", "default_branch")) {
      kept.set(name, all.path(name));
    }
    kept.set("tiers", tiers());
    return kept;
  }

  /** What environments are for, which deployments do not say. */
  private ObjectNode tiers() throws InterruptedException {
    var tiers = JsonNodeFactory.instance.objectNode();
    for (int page = 1; page <= ENVIRONMENT_PAGES; page++) {
      var some = forge.find(path + "/environments?per_page=100&page=" + page);
      some.forEach(one -> tiers.set(one.path("name").asText(), one.path("tier")));
      if (some.size() < 100) break;
    }
    return tiers;
  }

  @Override
  List<Part> parts(JsonNode project) {
    var branch = encoded(project.path("default_branch").asText());
    var time = "&per_page=100&updated_after=" + wanted.from();
    var parts = new ArrayList<Part>();
    parts.add(
        new Part(
            "deployments",
            path + "/deployments?order_by=updated_at&sort=asc" + time,
            this::deployment));
    parts.add(
        new Part(
            "merged merge requests",
            path
                + "/merge_requests?state=merged&scope=all&order_by=updated_at&sort=asc"
                + time
                + "&target_branch="
                + branch,
            this::mergeRequest));
    parts.add(
        new Part(
            "commits of the default branch",
            path
                + "/repository/commits?per_page=100&ref_name="
                + branch
                + "&since="
                + wanted.from().minus(BRANCHES_LIVE),
            this::commit));
    if (!said("release-environment").isEmpty()) {
      parts.add(new Part("releases", path + "/releases?per_page=100", this::release));
    }
    if (!said("deploying-jobs").isEmpty()) {
      parts.add(
          new Part(
              "jobs",
              path + "/jobs?per_page=100&scope[]=success&scope[]=failed".replace("[]", "%5B%5D"),
              "",
              "created_at",
              this::job));
    }
    var issues = path + "/issues?scope=all&order_by=created_at&sort=asc" + time;
    parts.add(new Part("incidents", issues + "&issue_type=incident", this::issue));
    for (var label : labels()) {
      parts.add(
          new Part(
              "issues with the label " + label, issues + "&labels=" + encoded(label), this::issue));
    }
    return parts;
  }

  private void deployment(JsonNode item, Page page) {
    var job = item.path("deployable");
    var changed = first(job.path("finished_at"), item.path("updated_at"));
    if (!wanted.holds(moment(changed))) return;
    var hook = payload("deployment", page);
    var environment = item.path("environment").path("name");
    hook.set("deployment_id", item.path("id"));
    if (job.hasNonNull("id")) hook.set("deployable_id", job.path("id"));
    hook.set("environment", environment);
    hook.set("environment_tier", page.repository.path("tiers").path(environment.asText()));
    hook.set("sha", item.path("sha"));
    if (job.hasNonNull("started_at")) add(page, hook, "running", job.path("started_at"));
    add(page, hook, item.path("status").asText(), changed);
  }

  private static void add(Page page, ObjectNode hook, String status, JsonNode at) {
    var one = hook.deepCopy().put("status", status);
    one.set("status_changed_at", at);
    add(page, one);
  }

  private void mergeRequest(JsonNode item, Page page) {
    if (!wanted.holds(moment(item, "merged_at"))) return;
    var hook = payload("merge_request", page);
    var request = hook.putObject("object_attributes").put("action", "merge");
    for (var name :
        List.of(
            "state",
            "target_branch",
            "merge_commit_sha",
            "squash_commit_sha",
            "merged_at",
            "created_at")) {
      request.set(name, item.path(name));
    }
    request.putObject("last_commit").set("id", item.path("sha"));
    add(page, hook);
  }

  private void commit(JsonNode item, Page page) {
    var committedAt = moment(item, "committed_date");
    if (committedAt == null) return;
    var parents =
        StreamSupport.stream(item.path("parent_ids").spliterator(), false)
            .map(JsonNode::asText)
            .toList();
    var arrived = page.arrival(item.path("id").asText(), parents, committedAt);
    if (!wanted.holds(arrived)) return;
    var hook = payload("push", page);
    hook.put("ref", "refs/heads/" + page.repository.path("default_branch").asText());
    hook.put("pushed_at", arrived.toString());
    hook.set("after", item.path("id"));
    hook.set("checkout_sha", item.path("id"));
    var commit = hook.putArray("commits").addObject();
    commit.set("id", item.path("id"));
    commit.set("message", item.path("message"));
    commit.set("timestamp", first(item.path("authored_date"), item.path("committed_date")));
    add(page, hook);
  }

  private void release(JsonNode item, Page page) {
    if (!wanted.holds(moment(first(item.path("released_at"), item.path("created_at"))))) return;
    var hook = payload("release", page).put("action", "create");
    hook.set("tag", item.path("tag_name"));
    hook.set("released_at", first(item.path("released_at"), item.path("created_at")));
    hook.set("commit", item.path("commit"));
    add(page, hook);
  }

  /** Only jobs that a setting names; those with an environment come as deployments. */
  private void job(JsonNode item, Page page) {
    var name = item.path("name").asText().strip().toLowerCase(Locale.ROOT);
    boolean named =
        said("deploying-jobs")
            .toLowerCase(Locale.ROOT)
            .lines()
            .anyMatch(line -> line.split("=", 2)[0].strip().equals(name));
    if (!named || !wanted.holds(moment(item, "finished_at"))) return;
    var hook = payload("build", page);
    hook.set("sha", item.path("commit").path("id"));
    for (var field : List.of("id", "name", "status", "started_at", "finished_at")) {
      hook.set("build_" + field, item.path(field));
    }
    add(page, hook);
  }

  private void issue(JsonNode item, Page page) {
    var opened = moment(item, "created_at");
    if (opened == null || !opened.isBefore(wanted.until())) return;
    var hook = payload("issue", page);
    var issue = hook.putObject("object_attributes");
    for (var name : List.of("iid", "state", "created_at", "closed_at", "updated_at")) {
      issue.set(name, item.path(name));
    }
    issue.put("type", item.path("issue_type").asText("issue"));
    var labels = hook.putArray("labels");
    item.path("labels").forEach(label -> labels.addObject().put("title", label.asText()));
    add(page, hook);
  }

  private static ObjectNode payload(String kind, Page page) {
    var payload = JsonNodeFactory.instance.objectNode().put("object_kind", kind);
    var project = payload.putObject("project");
    project.set("path_with_namespace", page.repository.path("path_with_namespace"));
    project.set("default_branch", page.repository.path("default_branch"));
    return payload;
  }

  private static void add(Page page, ObjectNode payload) {
    page.hooks.add(new Hook(Map.of(), payload));
  }

  private static JsonNode first(JsonNode one, JsonNode other) {
    return one.isTextual() ? one : other;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
