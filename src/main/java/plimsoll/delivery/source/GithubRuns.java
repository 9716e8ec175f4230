package plimsoll.delivery.source;

import static plimsoll.delivery.fact.Fact.first;

import java.util.List;
import plimsoll.delivery.fact.BadEvent;
import plimsoll.delivery.fact.DeploymentFact;
import plimsoll.delivery.fact.Fields;
import plimsoll.delivery.metric.Deployment.Outcome;
import plimsoll.delivery.metric.Deployment.Trigger;
import plimsoll.delivery.metric.Deployment.Via;
import plimsoll.delivery.source.GithubDeployments.Course;
import plimsoll.delivery.source.Rules.Target;

/**
 * Runs of workflows and their jobs that an administrator said to deploy, and the approvals that
 * they wait for.
 */
record GithubRuns(Webhook hook) {
  static final Setting WORKFLOWS =
      new Setting(
          "deploying-workflows",
          "Workflows and jobs that deploy",
          "One a line, as workflow = environment, service; the workflow by its name or its file,"
              + " such as deploy.yml, and a job as workflow / job. Not needed for workflows whose"
              + " jobs name an environment, because GitHub tells of those deployments itself.",
          "");

  /** A person who lets a run deploy does a step by hand. */
  void review() {
    var action = hook.payload().text("action");
    if (!"approved".equals(action)) {
      hook.ignore("Only approvals count: a review that was " + action + " is no step by hand.");
      return;
    }
    var run = hook.payload().part("workflow_run");
    var environment = first(hook.payload().text("environment"), reviewed());
    if (environment == null) {
      throw new BadEvent("environment is missing.");
    }
    var target = new Target(environment, null);
    hook.add(fact(run, target, new Course(hook.needed(run, "updated_at"), null, null), 1));
  }

  /** The environment of the job that waited, which some versions name in the job alone. */
  private String reviewed() {
    return hook.payload().parts("workflow_job_runs").stream()
        .map(job -> job.text("environment"))
        .filter(name -> name != null)
        .findFirst()
        .orElseGet(() -> hook.payload().partOrNone("workflow_job_run").text("environment"));
  }

  void run() {
    var run = hook.payload().part("workflow_run");
    var workflow = hook.payload().partOrNone("workflow");
    var path = first(run.text("path"), workflow.text("path"));
    var target =
        hook.rules().target(WORKFLOWS, run.text("name"), workflow.text("name"), path, file(path));
    if (target == null) {
      hook.ignore("No setting says that this workflow deploys.");
    } else {
      went(
          run,
          target,
          run.has("run_started_at") ? "run_started_at" : "started_at",
          run.has("updated_at") ? "updated_at" : "completed_at");
    }
  }

  void job() {
    var job = hook.payload().part("workflow_job");
    var target =
        hook.rules().target(WORKFLOWS, job.text("workflow_name") + " / " + job.text("name"));
    if (target == null) {
      hook.ignore("No setting says that this job deploys.");
    } else {
      went(job, target, "started_at", "completed_at");
    }
  }

  private void went(Fields run, Target target, String start, String end) {
    var status = run.text("status");
    var conclusion = run.text("conclusion");
    var startedAt = hook.needed(run, run.has(start) ? start : "created_at");
    if ("in_progress".equals(status)) {
      hook.add(fact(run, target, new Course(startedAt, null, null), null));
    } else if ("completed".equals(status) && outcome(conclusion) != null) {
      var course = new Course(startedAt, hook.needed(run, end), outcome(conclusion));
      hook.add(fact(run, target, course, null));
    } else {
      hook.ignore("The run is " + first(conclusion, status) + ", which is no end of a deployment.");
    }
  }

  /** Forgejo tells of a run's end alone, in words of its own. */
  void forgejo(boolean well) {
    var run = hook.payload().part("run");
    var repository =
        run.has("repository") ? run.part("repository") : hook.payload().part("repository");
    var target = hook.rules().target(WORKFLOWS, run.text("workflow_id"), run.text("title"));
    if (target == null) {
      hook.ignore("No setting says that this workflow deploys.");
      return;
    }
    hook.add(
        new DeploymentFact(
            id(run, target.environment()),
            target.serviceOr(repository.needed("name")),
            repository.needed("full_name"),
            run.text("commit_sha"),
            target.environment(),
            hook.rules().serveUsers(target.environment()),
            hook.ifTrue(run, "started"),
            hook.needed(run, "stopped"),
            well ? Outcome.SUCCEEDED : Outcome.FAILED,
            null,
            trigger(run),
            Via.PIPELINE,
            null,
            List.of(),
            null,
            null));
  }

  private static Outcome outcome(String conclusion) {
    return switch (conclusion == null ? "" : conclusion) {
      case "success" -> Outcome.SUCCEEDED;
      case "failure", "timed_out", "startup_failure" -> Outcome.FAILED;
      default -> null;
    };
  }

  private DeploymentFact fact(Fields run, Target target, Course course, Integer manualSteps) {
    return new DeploymentFact(
        id(run, target.environment()),
        target.serviceOr(service()),
        repository(),
        run.text("head_sha"),
        target.environment(),
        hook.rules().serveUsers(target.environment()),
        course.startedAt(),
        course.finishedAt(),
        course.outcome(),
        null,
        trigger(run),
        Via.PIPELINE,
        null,
        List.of(),
        manualSteps,
        null);
  }

  /** A run that is tried again deploys again. */
  static String id(Fields run, String environment) {
    return "run/"
        + first(run.text("run_id"), run.needed("id"))
        + "/"
        + first(run.text("run_attempt"), "1")
        + "/"
        + environment;
  }

  /** Only what a person surely set off, or surely did not. */
  static Trigger trigger(Fields run) {
    var event = run.text("event");
    return switch (event == null ? "" : event) {
      case "workflow_dispatch" -> Trigger.MANUAL;
      case "push", "schedule", "pull_request", "merge_group", "workflow_run" -> Trigger.AUTOMATIC;
      default -> null;
    };
  }

  /** The path of a workflow may carry the branch that it was read from. */
  private static String file(String path) {
    return path == null ? null : path.replaceFirst("@.*", "").replaceFirst(".*/", "");
  }

  private String service() {
    return hook.payload().part("repository").needed("name");
  }

  private String repository() {
    return hook.payload().part("repository").needed("full_name");
  }
}
