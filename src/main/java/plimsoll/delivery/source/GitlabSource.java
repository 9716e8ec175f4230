package plimsoll.delivery.source;

import static plimsoll.delivery.fact.Fact.first;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import plimsoll.delivery.fact.Batch;
import plimsoll.delivery.fact.Fields;
import plimsoll.delivery.source.Issues.Issue;

/**
 * GitLab, by the hooks of projects, of groups and of whole servers: deployments, the jobs and
 * pipelines that deploy, releases that were said to, merged merge requests, pushes to the default
 * branch, incidents, and issues that were said to be incidents or tickets.
 */
@ApplicationScoped
public class GitlabSource implements Source {

  @Override
  public String key() {
    return "gitlab";
  }

  @Override
  public String title() {
    return "GitLab";
  }

  @Override
  public List<String> steps() {
    return List.of(
        "Set a secret below, or in PLIMSOLL_GITLAB_SECRET.",
        "In the project or the group, open Settings, Webhooks, Add new webhook.",
        "Paste the address, and the same secret as the secret token or the signing token.",
        "Choose the events Deployment, Job, Merge request and Push; Release, and Issue or Work item,"
            + " where a setting below speaks of them.");
  }

  @Override
  public List<Setting> settings() {
    var all = new ArrayList<>(GitlabDeployments.SETTINGS);
    all.add(Rules.PRODUCTION);
    all.addAll(Issues.SETTINGS);
    return List.copyOf(all);
  }

  @Override
  public boolean signed(Delivery delivery, String secret) {
    return Proof.token(delivery.header("X-Gitlab-Token"), secret)
        | Proof.standard(delivery, secret);
  }

  @Override
  public String what(Delivery delivery) {
    var event = delivery.header("X-Gitlab-Event");
    return event == null ? "event" : Fields.cut(event);
  }

  @Override
  public Sample sample(String secret, Instant now) {
    var body =
        """
        {"object_kind": "deployment", "status": "success", "status_changed_at": "%s",
          "deployment_id": 15, "deployable_id": 796, "environment": "production",
          "environment_tier": "production", "environment_slug": "production",
          "project": {"id": 30, "name": "checkout", "path_with_namespace": "shop/checkout",
            "default_branch": "main"},
          "short_sha": "53e28ff2", "ref": "main",
          "commit_url": "https://gitlab/shop/checkout/-/commit/53e28ff20cc530b9ada2173fbbd64d48338583ba"}
        """
            .formatted(now);
    return new Sample(body, Map.of("X-Gitlab-Event", "Deployment Hook", "X-Gitlab-Token", secret));
  }

  @Override
  public Batch read(Delivery delivery) {
    return Webhook.read(delivery, hook -> read(event(hook.payload()), hook));
  }

  /** Hooks of a whole server name some events in another field than those of a project. */
  private static String event(Fields payload) {
    var kind = first(payload.text("object_kind"), payload.text("event_name"));
    var event = first(kind, payload.text("event_type"));
    return event == null ? payload.needed("object_kind") : event;
  }

  private static void read(String event, Webhook hook) {
    switch (event) {
      case "deployment" -> new GitlabDeployments(hook).deployment();
      case "job", "build" -> new GitlabDeployments(hook).job();
      case "pipeline" -> new GitlabDeployments(hook).pipeline();
      case "release" -> new GitlabDeployments(hook).release();
      case "merge_request" -> new GitlabChanges(hook).mergeRequest();
      case "push" -> new GitlabChanges(hook).push();
      case "issue", "incident", "work_item" -> issue(event, hook);
      default -> hook.ignore("Nothing is counted from " + Fields.cut(event) + ".");
    }
  }

  private static void issue(String event, Webhook hook) {
    var issue = hook.payload().part("object_attributes");
    var type = first(issue.text("type"), issue.text("issue_type"));
    if (issue.has("group_id") && !hook.payload().has("project")) {
      hook.ignore("It belongs to a group and to no project, so it has no service.");
    } else {
      boolean incident =
          event.equals("incident")
              || "incident".equalsIgnoreCase(type)
              || issue.has("escalation_status");
      Issues.read(hook, issue(hook, issue, incident));
    }
  }

  private static Issue issue(Webhook hook, Fields issue, boolean incident) {
    var path = path(hook.payload());
    return new Issue(
        path + "#" + issue.needed("iid"),
        service(path),
        labels(hook.payload(), issue),
        incident,
        hook.needed(issue, "created_at"),
        closedAt(hook, issue),
        "reopen".equals(issue.text("action")) ? hook.ifTrue(issue, "updated_at") : null);
  }

  /** Old versions do not say when it was closed, but then it was changed last. */
  private static Instant closedAt(Webhook hook, Fields issue) {
    if (!"closed".equals(issue.text("state"))) {
      return null;
    }
    return hook.needed(issue, issue.has("closed_at") ? "closed_at" : "updated_at");
  }

  private static List<String> labels(Fields payload, Fields issue) {
    var labels = payload.has("labels") ? payload.parts("labels") : issue.parts("labels");
    return labels.stream().map(label -> label.text("title")).filter(Objects::nonNull).toList();
  }

  /** "group/project"; some events only have it as a name with blanks. */
  static String path(Fields payload) {
    var path = payload.partOrNone("project").text("path_with_namespace");
    return path != null ? path : payload.needed("project_name").replace(" / ", "/");
  }

  /** The last part of the path, because the name of a project is prose. */
  static String service(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
