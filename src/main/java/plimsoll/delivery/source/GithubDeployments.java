package plimsoll.delivery.source;

import static plimsoll.delivery.fact.Fact.first;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import plimsoll.delivery.fact.BadEvent;
import plimsoll.delivery.fact.DeploymentFact;
import plimsoll.delivery.fact.Fields;
import plimsoll.delivery.metric.Deployment.Kind;
import plimsoll.delivery.metric.Deployment.Outcome;
import plimsoll.delivery.metric.Deployment.Via;

/**
 * Deployments that GitHub itself knows, and releases that were said to be some. A workflow's run
 * that deploys to an environment is one deployment, however many of its events tell of it: GitHub's
 * own deployment, the run, its job, the approval.
 */
record GithubDeployments(Webhook hook) {
  private static final Setting RELEASES =
      new Setting(
          "release-environment",
          "Environment that a published release deploys to",
          "Leave it empty where a release is not a deployment.",
          "");
  static final Setting ROLLBACKS =
      new Setting(
          "rollback-tasks",
          "Tasks of deployments that roll back",
          "What the field task of a deployment says where it brings back an earlier version. Divide"
              + " them by commas.",
          "rollback, deploy:rollback");

  static final List<Setting> SETTINGS = List.of(GithubRuns.WORKFLOWS, RELEASES, ROLLBACKS);

  /** What one event states of a deployment's course. */
  record Course(Instant startedAt, Instant finishedAt, Outcome outcome) {}

  void deployment() {
    var created = hook.needed(hook.payload().part("deployment"), "created_at");
    add(new Course(created, null, null));
  }

  void status() {
    var status = hook.payload().part("deployment_status");
    var state = status.text("state");
    var at = hook.needed(status, "created_at");
    switch (state == null ? "" : state.toLowerCase(Locale.ROOT)) {
      case "success" -> add(new Course(null, at, Outcome.SUCCEEDED));
      case "failure", "error" -> add(new Course(null, at, Outcome.FAILED));
      case "in_progress" -> add(new Course(at, null, null));
      case "pending", "queued", "waiting", "inactive", "destroyed" ->
          hook.ignore("The deployment status " + state + " says nothing that counts.");
      case "" -> throw new BadEvent("The deployment status has no state.");
      default -> hook.ignore("The deployment status " + Fields.cut(state) + " is not known here.");
    }
  }

  private void add(Course course) {
    var deployment = hook.payload().part("deployment");
    var said = deployment.partOrNone("payload");
    var run = hook.payload().partOrNone("workflow_run");
    var environment = deployment.text("environment");
    hook.add(
        new DeploymentFact(
            said.has("service") || !run.has("id")
                ? deployment.needed("id")
                : GithubRuns.id(run, environment),
            first(said.text("service"), service()),
            repository(),
            deployment.text("sha"),
            environment,
            deployment.flag("production_environment") || hook.rules().serveUsers(environment),
            course.startedAt(),
            course.finishedAt(),
            course.outcome(),
            hook.rules().names(ROLLBACKS, deployment.text("task")) ? Kind.ROLLBACK : null,
            GithubRuns.trigger(run),
            run.has("id") ? Via.PIPELINE : null,
            said.text("ticket"),
            List.of(),
            null,
            said.text("remediates")));
  }

  void release() {
    var release = hook.payload().part("release");
    var environment = hook.rules().text(RELEASES);
    if (environment.isEmpty()) {
      hook.ignore("No setting says that a release is a deployment.");
    } else if (!"published".equals(hook.payload().text("action"))
        || release.flag("draft")
        || release.flag("prerelease")) {
      hook.ignore("Only releases that are published for everybody count.");
    } else {
      hook.add(released(release, environment));
    }
  }

  /** The release names the branch that it was cut from, or the commit; only that is a revision. */
  private DeploymentFact released(Fields release, String environment) {
    var target = release.text("target_commitish");
    return new DeploymentFact(
        "release/" + release.needed("id"),
        service(),
        repository(),
        target != null && target.matches("[0-9a-f]{40}|[0-9a-f]{64}") ? target : null,
        environment,
        hook.rules().serveUsers(environment),
        null,
        hook.needed(release, "published_at"),
        Outcome.SUCCEEDED,
        null,
        null,
        null,
        null,
        List.of(),
        null,
        null);
  }

  private String service() {
    return hook.payload().part("repository").needed("name");
  }

  private String repository() {
    return hook.payload().part("repository").needed("full_name");
  }
}
