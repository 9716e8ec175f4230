package plimsoll.delivery.source;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import plimsoll.delivery.fact.Batch;
import plimsoll.delivery.fact.DeploymentFact;
import plimsoll.delivery.fact.Fields;
import plimsoll.delivery.metric.Deployment.Outcome;
import plimsoll.delivery.metric.Deployment.Via;
import plimsoll.delivery.source.Issues.Issue;

/**
 * Bitbucket Cloud, Server and Data Center: merged pull requests, pushes to the default branch,
 * builds that were said to deploy, and issues.
 */
@ApplicationScoped
public class BitbucketSource implements Source {
  static final Setting BRANCHES =
      new Setting(
          "default-branches",
          "Default branches",
          "Bitbucket does not say which branch is a repository's default one. Divide the names by"
              + " commas.",
          "main, master");
  private static final Setting BUILDS =
      new Setting(
          "deploying-builds",
          "Builds that deploy",
          "One a line, as build = environment, service; by the key or the name of its status,"
              + " without its number, such as Pipeline for main.",
          "");
  private static final Set<String> ENDED =
      Set.of("resolved", "closed", "invalid", "duplicate", "wontfix");

  @Override
  public String key() {
    return "bitbucket";
  }

  @Override
  public String title() {
    return "Bitbucket";
  }

  @Override
  public List<String> steps() {
    return List.of(
        "Set a secret below, or in PLIMSOLL_BITBUCKET_SECRET.",
        "In the repository, the project or the workspace, open Settings, Webhooks, and add one.",
        "Paste the address and the same secret.",
        "Choose Push and Pull request merged; Build status created and updated, and the events of"
            + " issues, where a setting below speaks of them.");
  }

  @Override
  public List<Setting> settings() {
    var all = new ArrayList<>(List.of(BRANCHES, BUILDS, Rules.PRODUCTION));
    all.addAll(Issues.SETTINGS);
    return List.copyOf(all);
  }

  @Override
  public boolean signed(Delivery delivery, String secret) {
    return Proof.hmac(delivery.header("X-Hub-Signature"), "sha256=", delivery.body(), secret);
  }

  @Override
  public boolean needs(String header) {
    return header.equals("x-event-key");
  }

  @Override
  public String what(Delivery delivery) {
    var event = delivery.header("X-Event-Key");
    return event == null ? "event" : Fields.cut(event);
  }

  @Override
  public Batch read(Delivery delivery) {
    var key = delivery.header("X-Event-Key");
    return Webhook.read(
        delivery, hook -> read(key == null ? shape(hook.payload()) : key.strip(), hook));
  }

  @Override
  public Sample sample(String secret, Instant now) {
    var body =
        """
        {"push": {"changes": [{"closed": false, "truncated": false, "new": {"type": "branch",
            "name": "main", "target": {"hash": "141977fedf5cf35aa290ac87d4b5177ac4cd9de1",
              "date": "%1$s"}}}]},
          "repository": {"name": "checkout", "full_name": "shop/checkout"}}
        """
            .formatted(now);
    var signature = "sha256=" + Proof.sign(body.getBytes(StandardCharsets.UTF_8), secret);
    return new Sample(body, Map.of("X-Hub-Signature", signature, "X-Event-Key", "repo:push"));
  }

  /** What it is by its own fields, where the header got lost. */
  private static String shape(Fields payload) {
    var said = payload.text("eventKey");
    if (said != null) {
      return said;
    }
    return Stream.of("push", "pullrequest", "commit_status", "issue")
        .filter(payload::has)
        .findFirst()
        .orElse("no event that is known");
  }

  private static void read(String event, Webhook hook) {
    switch (event) {
      case "repo:push", "push" -> new BitbucketChanges(hook).push();
      case "pullrequest:fulfilled", "pullrequest" -> new BitbucketChanges(hook).pullRequest();
      case "repo:refs_changed", "mirror:repo_synchronized" ->
          new BitbucketChanges(hook).refsChanged();
      case "pr:merged" -> new BitbucketChanges(hook).merged();
      case "repo:commit_status_created", "repo:commit_status_updated", "commit_status" ->
          build(hook);
      case "issue:created", "issue:updated", "issue" -> issue(hook);
      default -> hook.ignore("Nothing is counted from " + Fields.cut(event) + ".");
    }
  }

  private static void build(Webhook hook) {
    var status = hook.payload().part("commit_status");
    var name = status.text("name");
    var plain = name == null ? null : name.replaceAll("#\\d+ ?", "").strip();
    var target = hook.rules().target(BUILDS, status.text("key"), name, plain);
    var outcome = outcome(status.needed("state"));
    if (target == null) {
      hook.ignore("No setting says that this build deploys.");
    } else if (outcome == null && !"INPROGRESS".equals(status.text("state"))) {
      hook.ignore("The build was stopped, which is no end of a deployment.");
    } else {
      hook.add(deployment(hook, status, target, outcome));
    }
  }

  private static Outcome outcome(String state) {
    return switch (state) {
      case "SUCCESSFUL" -> Outcome.SUCCEEDED;
      case "FAILED" -> Outcome.FAILED;
      default -> null;
    };
  }

  private static DeploymentFact deployment(
      Webhook hook, Fields status, Rules.Target target, Outcome outcome) {
    var repository = hook.payload().part("repository");
    var commit = commit(status);
    return new DeploymentFact(
        repository.needed("full_name") + "/" + commit + "/" + status.needed("key"),
        target.serviceOr(BitbucketChanges.name(repository.needed("full_name"))),
        repository.needed("full_name"),
        commit,
        target.environment(),
        hook.rules().serveUsers(target.environment()),
        hook.needed(status, "created_on"),
        outcome == null ? null : hook.needed(status, "updated_on"),
        outcome,
        null,
        null,
        Via.PIPELINE,
        null,
        List.of(),
        null,
        null);
  }

  /** Old payloads have the commit in a link alone. */
  private static String commit(Fields status) {
    var hash = status.partOrNone("commit").text("hash");
    var link = status.partOrNone("links").partOrNone("commit").prose("href");
    return hash != null ? hash : link.substring(link.lastIndexOf('/') + 1);
  }

  /** An issue has no labels here, but a kind and a component, which stand for them. */
  private static void issue(Webhook hook) {
    var repository = hook.payload().part("repository").needed("full_name");
    var issue = hook.payload().part("issue");
    var labels =
        Stream.of(issue.text("kind"), issue.partOrNone("component").text("name"))
            .filter(Objects::nonNull)
            .toList();
    Issues.read(
        hook,
        new Issue(
            repository + "#" + issue.needed("id"),
            BitbucketChanges.name(repository),
            labels,
            false,
            hook.needed(issue, "created_on"),
            ENDED.contains(issue.prose("state")) ? hook.needed(issue, "updated_on") : null,
            null));
  }
}
