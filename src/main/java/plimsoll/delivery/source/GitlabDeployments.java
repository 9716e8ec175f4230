package plimsoll.delivery.source;

import static plimsoll.delivery.fact.Fact.first;

import java.time.Instant;
import java.util.List;
import plimsoll.delivery.fact.DeploymentFact;
import plimsoll.delivery.fact.Fields;
import plimsoll.delivery.metric.Deployment.Outcome;
import plimsoll.delivery.metric.Deployment.Trigger;
import plimsoll.delivery.metric.Deployment.Via;
import plimsoll.delivery.source.Rules.Target;

/**
 * What deploys at GitLab: a job that has an environment, or that was said to deploy. The job's own
 * event, its pipeline's and the one of its deployment all tell of one deployment.
 */
record GitlabDeployments(Webhook hook) {
  private static final Setting JOBS =
      new Setting(
          "deploying-jobs",
          "Jobs that deploy",
          "One a line, as job = environment, service. Not needed for jobs that have an environment"
              + " in GitLab.",
          "");
  private static final Setting RELEASES =
      new Setting(
          "release-environment",
          "Environment that a release deploys to",
          "Leave it empty where a release is not a deployment.",
          "");

  static final List<Setting> SETTINGS = List.of(JOBS, RELEASES);

  /**
   * A job, as three kinds of events tell of it.
   *
   * @param tier GitLab's own word for what the environment is for; null in old versions
   * @param service null where no setting names it
   * @param trigger null when not known
   */
  private record Job(
      String id,
      String revision,
      String environment,
      String tier,
      String service,
      String status,
      Instant startedAt,
      Instant finishedAt,
      Trigger trigger) {

    /** As a setting says that it deploys. */
    private Job to(Target target) {
      return new Job(
          id,
          revision,
          target.environment(),
          null,
          target.service(),
          status,
          startedAt,
          finishedAt,
          trigger);
    }
  }

  void deployment() {
    var deployment = hook.payload();
    var job = deployment.text("deployable_id");
    var status = deployment.needed("status");
    var changedAt = hook.needed(deployment, "status_changed_at");
    var environment = deployment.partOrNone("environment").text("name");
    boolean ended = outcome(status) != null;
    add(
        new Job(
            job == null ? "deployment/" + deployment.needed("deployment_id") : "job/" + job,
            revision(deployment),
            environment == null ? deployment.needed("environment") : environment,
            deployment.text("environment_tier"),
            null,
            status,
            ended ? null : changedAt,
            ended ? changedAt : null,
            null));
  }

  /** Only a link holds the whole name of the commit. */
  private static String revision(Fields deployment) {
    var link = deployment.prose("commit_url");
    var last = link.substring(link.lastIndexOf('/') + 1);
    var sha = deployment.text("sha");
    return sha != null ? sha : last.matches("[0-9a-f]{40}|[0-9a-f]{64}") ? last : null;
  }

  void job() {
    var job = hook.payload();
    var before = job.has("job_id") ? "job_" : "build_";
    deploys(
        new Job(
            "job/" + job.needed(before + "id"),
            job.text("sha"),
            job.partOrNone("environment").text("name"),
            tier(job),
            null,
            job.needed(before + "status"),
            ifGiven(job, before + "started_at"),
            ifGiven(job, before + "finished_at"),
            null),
        job.text(before + "name"),
        job);
  }

  void pipeline() {
    var pipeline = hook.payload().part("object_attributes");
    var jobs = hook.payload().parts(hook.payload().has("builds") ? "builds" : "jobs");
    if (jobs.isEmpty()) {
      hook.ignore("The pipeline has no job.");
    }
    hook.each(jobs, job -> job(job, pipeline));
  }

  private void job(Fields job, Fields pipeline) {
    deploys(
        new Job(
            "job/" + job.needed("id"),
            pipeline.text("sha"),
            job.partOrNone("environment").text("name"),
            tier(job),
            null,
            job.needed("status"),
            ifGiven(job, "started_at"),
            ifGiven(job, "finished_at"),
            trigger(job, pipeline)),
        job.text("name"),
        job);
  }

  /** Only what a person surely set off, or surely did not. */
  private static Trigger trigger(Fields job, Fields pipeline) {
    var source = pipeline.text("source");
    return switch (job.flag("manual") ? "web" : source == null ? "" : source) {
      case "web" -> Trigger.MANUAL;
      case "push", "schedule", "merge_request_event" -> Trigger.AUTOMATIC;
      default -> null;
    };
  }

  private static String tier(Fields job) {
    return job.partOrNone("environment").text("deployment_tier");
  }

  private Instant ifGiven(Fields job, String name) {
    return job.has(name) ? hook.needed(job, name) : null;
  }

  private void deploys(Job job, String name, Fields told) {
    var target = hook.rules().target(JOBS, name);
    var action = told.partOrNone("environment").text("action");
    if (target != null) {
      add(job.to(target));
    } else if (job.environment == null) {
      hook.ignore("The job has no environment, and no setting says that it deploys.");
    } else if (action != null && !action.equals("start")) {
      hook.ignore("The job does not deploy: its action on the environment is " + action + ".");
    } else {
      add(job);
    }
  }

  private static Outcome outcome(String status) {
    return switch (status) {
      case "success" -> Outcome.SUCCEEDED;
      case "failed" -> Outcome.FAILED;
      default -> null;
    };
  }

  private void add(Job job) {
    var outcome = outcome(job.status);
    if (outcome == null && !job.status.equals("running") && !job.status.equals("blocked")) {
      hook.ignore("The status " + Fields.cut(job.status) + " says nothing that counts.");
    } else if ((outcome == null ? job.startedAt : job.finishedAt) == null) {
      hook.ignore("The job does not say when it came to the status " + job.status + ".");
    } else {
      add(job, outcome);
    }
  }

  /** A deployment that is blocked waits for a person. */
  private void add(Job job, Outcome outcome) {
    var path = GitlabSource.path(hook.payload());
    hook.add(
        new DeploymentFact(
            path + "/" + job.id,
            first(job.service, GitlabSource.service(path)),
            path,
            job.revision,
            job.environment,
            servesUsers(job),
            job.startedAt,
            outcome == null ? null : job.finishedAt,
            outcome,
            null,
            job.trigger,
            Via.PIPELINE,
            null,
            List.of(),
            job.status.equals("blocked") ? 1 : null,
            null));
  }

  private boolean servesUsers(Job job) {
    return job.tier == null
        ? hook.rules().serveUsers(job.environment)
        : job.tier.equals("production") || hook.rules().names(Rules.PRODUCTION, job.environment);
  }

  void release() {
    var release = hook.payload();
    var environment = hook.rules().text(RELEASES);
    if (environment.isEmpty()) {
      hook.ignore("No setting says that a release is a deployment.");
    } else if (!"create".equals(release.text("action"))) {
      hook.ignore("Only the making of a release counts.");
    } else {
      var at = hook.needed(release, release.has("released_at") ? "released_at" : "created_at");
      var revision = release.partOrNone("commit").text("id");
      add(
          new Job(
              "release/" + release.needed("tag"),
              revision,
              environment,
              null,
              null,
              "success",
              null,
              at,
              null));
    }
  }
}
