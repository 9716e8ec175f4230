package plimsoll.delivery.source;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import plimsoll.access.Refusal;
import plimsoll.delivery.fact.Batch;
import plimsoll.delivery.fact.Fields;
import plimsoll.delivery.source.Issues.Issue;

/**
 * GitHub, also on servers of one's own: deployments with their statuses and approvals, workflow
 * runs and releases that were said to deploy, merged pull requests, pushes to the default branch,
 * and issues that were said to be incidents or tickets.
 */
@ApplicationScoped
public class GithubSource implements Source {
  private static final String SIGNATURE = "sha256=";

  @Override
  public String key() {
    return "github";
  }

  @Override
  public String title() {
    return "GitHub";
  }

  @Override
  public List<String> steps() {
    return List.of(
        "Set a secret below, or in PLIMSOLL_GITHUB_SECRET.",
        "In the repository or the organisation, open Settings, Webhooks, Add webhook.",
        "Paste the address, choose the content type application/json, and paste the same secret.",
        "Choose the events Deployments, Deployment statuses, Deployment reviews, Pull requests and"
            + " Pushes; Workflow runs, Workflow jobs, Releases and Issues where a setting below"
            + " speaks of them.");
  }

  @Override
  public List<Setting> settings() {
    var all = new ArrayList<>(GithubDeployments.SETTINGS);
    all.add(Rules.PRODUCTION);
    all.addAll(Issues.SETTINGS);
    return List.copyOf(all);
  }

  @Override
  public boolean signed(Delivery delivery, String secret) {
    return Proof.hmac(delivery.header("X-Hub-Signature-256"), SIGNATURE, delivery.body(), secret);
  }

  @Override
  public boolean needs(String header) {
    return header.equals("x-github-event");
  }

  @Override
  public String what(Delivery delivery) {
    var event = delivery.header("X-GitHub-Event");
    return event == null ? "no event" : Fields.cut(event);
  }

  @Override
  public Sample sample(String secret, Instant now) {
    var body =
        """
        {"action": "created",
          "deployment_status": {"id": 2, "state": "success", "created_at": "%1$s",
            "environment": "production"},
          "deployment": {"id": 1, "sha": "53e28ff20cc530b9ada2173fbbd64d48338583ba",
            "task": "deploy", "environment": "production", "production_environment": true,
            "created_at": "%1$s", "payload": {}},
          "repository": {"full_name": "shop/checkout", "name": "checkout",
            "default_branch": "main"}}
        """
            .formatted(now);
    var signature = SIGNATURE + Proof.sign(body.getBytes(StandardCharsets.UTF_8), secret);
    return new Sample(
        body, Map.of("X-GitHub-Event", "deployment_status", "X-Hub-Signature-256", signature));
  }

  @Override
  public Batch read(Delivery delivery) {
    var event = delivery.header("X-GitHub-Event");
    if (event == null || event.isBlank()) {
      throw new Refusal(400, "The header X-GitHub-Event is missing, so nobody knows what this is.");
    }
    return Webhook.read(delivery, hook -> read(event.strip(), hook));
  }

  private static void read(String event, Webhook hook) {
    switch (event) {
      case "deployment" -> new GithubDeployments(hook).deployment();
      case "deployment_status" -> new GithubDeployments(hook).status();
      case "deployment_review" -> new GithubRuns(hook).review();
      case "workflow_run" -> new GithubRuns(hook).run();
      case "workflow_job" -> new GithubRuns(hook).job();
      case "release" -> new GithubDeployments(hook).release();
      case "pull_request" -> new GithubChanges(hook).pullRequest();
      case "push" -> new GithubChanges(hook).push();
      case "issues" -> issue(hook);
      case "ping" -> hook.ignore("ping: the webhook is connected.");
      default -> hook.ignore("Nothing is counted from " + Fields.cut(event) + ".");
    }
  }

  static void issue(Webhook hook) {
    var action = hook.payload().text("action");
    var issue = hook.payload().part("issue");
    if ("deleted".equals(action) || "transferred".equals(action)) {
      hook.ignore("The issue was " + action + "; what was known of it stays.");
    } else if (issue.has("pull_request")) {
      hook.ignore("This is a pull request, not an issue.");
    } else {
      Issues.read(hook, issue(hook, issue));
    }
  }

  private static Issue issue(Webhook hook, Fields issue) {
    var repository = hook.payload().part("repository");
    var closed = "closed".equals(issue.text("state"));
    return new Issue(
        repository.needed("full_name") + "#" + issue.needed("number"),
        repository.needed("name"),
        labels(issue),
        false,
        hook.needed(issue, "created_at"),
        !closed ? null : hook.needed(issue, issue.has("closed_at") ? "closed_at" : "updated_at"),
        "reopened".equals(hook.payload().text("action")) ? hook.ifTrue(issue, "updated_at") : null);
  }

  private static List<String> labels(Fields issue) {
    return issue.parts("labels").stream()
        .map(label -> label.text("name"))
        .filter(name -> name != null)
        .toList();
  }
}
