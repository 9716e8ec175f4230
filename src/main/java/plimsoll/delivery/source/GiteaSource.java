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

/**
 * Gitea, Forgejo and Gogs, which speak much as GitHub does: merged pull requests, pushes to the
 * default branch, runs and releases that were said to deploy, and issues.
 */
@ApplicationScoped
public class GiteaSource implements Source {
  private static final List<String> EVENTS =
      List.of("X-Forgejo-Event", "X-Gitea-Event", "X-Gogs-Event", "X-GitHub-Event");
  private static final List<String> SIGNATURES =
      List.of("X-Forgejo-Signature", "X-Gitea-Signature", "X-Gogs-Signature");

  @Override
  public String key() {
    return "gitea";
  }

  @Override
  public String title() {
    return "Gitea and Forgejo";
  }

  @Override
  public List<String> steps() {
    return List.of(
        "Set a secret below, or in PLIMSOLL_GITEA_SECRET.",
        "In the repository or the organisation, open Settings, Webhooks, Add webhook, and choose"
            + " Gitea or Forgejo.",
        "Paste the address, choose POST and application/json, and paste the same secret.",
        "Choose the events Push and Pull request; Workflow or Action runs, Release and Issues where"
            + " a setting below speaks of them.");
  }

  @Override
  public List<Setting> settings() {
    var all = new ArrayList<>(GithubDeployments.SETTINGS);
    all.remove(GithubDeployments.ROLLBACKS);
    all.add(Rules.PRODUCTION);
    all.addAll(Issues.SETTINGS);
    return List.copyOf(all);
  }

  /** Every header is looked at, so that the time tells nothing of which one fits. */
  @Override
  public boolean signed(Delivery delivery, String secret) {
    var whole = delivery.header("X-Hub-Signature-256");
    boolean signed = Proof.hmac(whole, "sha256=", delivery.body(), secret);
    for (var header : SIGNATURES) {
      signed |= Proof.hmac(delivery.header(header), "", delivery.body(), secret);
    }
    return signed;
  }

  @Override
  public boolean needs(String header) {
    return EVENTS.stream().anyMatch(header::equalsIgnoreCase);
  }

  @Override
  public String what(Delivery delivery) {
    var event = event(delivery);
    return event == null ? "no event" : Fields.cut(event);
  }

  @Override
  public Batch read(Delivery delivery) {
    var event = event(delivery);
    if (event == null) {
      throw new Refusal(400, "The header X-Gitea-Event is missing, so nobody knows what this is.");
    }
    return Webhook.read(delivery, hook -> read(event, hook));
  }

  @Override
  public Sample sample(String secret, Instant now) {
    var body =
        """
        {"action": "closed", "pull_request": {"merged": true, "merged_at": "%1$s",
            "merge_commit_sha": "a148a755b627ac79f86bf3447e41927e1f4ad259",
            "base": {"ref": "main"},
            "head": {"sha": "2eba238e33607c1fa49253182e9fff42baafa1eb"}},
          "repository": {"name": "checkout", "full_name": "shop/checkout",
            "default_branch": "main"}}
        """
            .formatted(now);
    var signature = Proof.sign(body.getBytes(StandardCharsets.UTF_8), secret);
    return new Sample(
        body, Map.of("X-Gitea-Signature", signature, "X-Gitea-Event", "pull_request"));
  }

  private static String event(Delivery delivery) {
    return EVENTS.stream()
        .map(delivery::header)
        .filter(event -> event != null && !event.isBlank())
        .map(String::strip)
        .findFirst()
        .orElse(null);
  }

  private static void read(String event, Webhook hook) {
    switch (event) {
      case "pull_request" -> new GithubChanges(hook).pullRequest();
      case "push" -> new GithubChanges(hook).push();
      case "release" -> new GithubDeployments(hook).release();
      case "workflow_run" -> new GithubRuns(hook).run();
      case "workflow_job" -> new GithubRuns(hook).job();
      case "action_run_success", "action_run_failure", "action_run_recover" ->
          new GithubRuns(hook).forgejo(!event.endsWith("failure"));
      case "issues", "issue_label" -> GithubSource.issue(hook);
      default -> hook.ignore("Nothing is counted from " + Fields.cut(event) + ".");
    }
  }
}
