package plimsoll.delivery.source;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import plimsoll.access.Refusal;
import plimsoll.delivery.fact.BadEvent;
import plimsoll.delivery.fact.Batch;
import plimsoll.delivery.fact.ChangeFact;
import plimsoll.delivery.fact.DeploymentFact;
import plimsoll.delivery.fact.Environments;
import plimsoll.delivery.fact.Fact;
import plimsoll.delivery.fact.Fields;
import plimsoll.delivery.fact.Moments;
import plimsoll.delivery.fact.Scrub;
import plimsoll.delivery.metric.Deployment.Kind;
import plimsoll.delivery.metric.Deployment.Outcome;
import plimsoll.json.Json;

/**
 * GitHub: deployments with their statuses, merged pull requests, and pushes to the default branch.
 * A deployment brings what arrived on the default branch since the one before.
 */
@ApplicationScoped
public class GithubSource implements Source {
  private static final String SIGNATURE = "sha256=";
  private static final Pattern REVERTS = Pattern.compile("This reverts commit ([0-9a-f]{7,64})");

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
        "Choose the events Deployments, Deployment statuses, Pull requests and Pushes.");
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
  public Batch read(Delivery delivery) {
    var event = delivery.header("X-GitHub-Event");
    if (event == null || event.isBlank()) {
      throw new Refusal(400, "The header X-GitHub-Event is missing, so nobody knows what this is.");
    }
    var batch = new Batch();
    var payload = payload(delivery.body());
    try {
      new Webhook(batch, new Moments(delivery.now()), payload).read(event.strip());
    } catch (BadEvent e) {
      batch.problem(1, e.getMessage());
    }
    batch.keep(Scrub.withoutPeople(payload));
    return batch;
  }

  private static ObjectNode payload(byte[] body) {
    try {
      if (Json.MAPPER.readTree(body) instanceof ObjectNode object) {
        return object;
      }
    } catch (JsonProcessingException e) {
      throw new Refusal(400, "The body is not JSON. Choose the content type application/json.");
    } catch (IOException e) {
      throw new Refusal(400, "The body cannot be read.");
    }
    throw new Refusal(400, "A JSON object is expected.");
  }

  /** One webhook. */
  private record Webhook(Batch batch, Moments moments, ObjectNode payload) {

    void read(String event) {
      switch (event) {
        case "deployment" -> deployment();
        case "deployment_status" -> status();
        case "pull_request" -> pullRequest();
        case "push" -> push();
        case "ping" -> batch.ignore(1, "ping: the webhook is connected.");
        default -> batch.ignore(1, "Nothing is counted from " + Fields.cut(event) + ".");
      }
    }

    private void deployment() {
      var deployment = object(payload, "deployment");
      batch.add(fact(moment(deployment, "created_at"), null, null));
    }

    private void status() {
      var status = object(payload, "deployment_status");
      var state = text(status, "state");
      var at = moment(status, "created_at");
      switch (state == null ? "" : state.toLowerCase(Locale.ROOT)) {
        case "success" -> batch.add(fact(null, at, Outcome.SUCCEEDED));
        case "failure", "error" -> batch.add(fact(null, at, Outcome.FAILED));
        case "in_progress" -> batch.add(fact(at, null, null));
        case "pending", "queued", "waiting", "inactive" ->
            batch.ignore(1, "The deployment status " + state + " says nothing that counts.");
        default -> throw new BadEvent("The deployment status has no state that is known.");
      }
    }

    private Fact fact(Instant startedAt, Instant finishedAt, Outcome outcome) {
      var deployment = object(payload, "deployment");
      var environment = text(deployment, "environment");
      var task = text(deployment, "task");
      var rollback = task != null && task.toLowerCase(Locale.ROOT).contains("rollback");
      return new DeploymentFact(
          needed(deployment, "id"),
          service(deployment),
          repository(),
          text(deployment, "sha"),
          environment,
          servesUsers(deployment, environment),
          startedAt,
          finishedAt,
          outcome,
          rollback ? Kind.ROLLBACK : null,
          null,
          null,
          null,
          List.of(),
          null,
          null);
    }

    /** Old payloads lack the flag, and it is false for production that has another name. */
    private static boolean servesUsers(JsonNode deployment, String environment) {
      return deployment.path("production_environment").asBoolean(false)
          || environment != null && Environments.serveUsers(environment);
    }

    /** The payload of a deployment may name one of several services of a repository. */
    private String service(JsonNode deployment) {
      var named = text(deployment.path("payload"), "service");
      return named != null ? named : needed(object(payload, "repository"), "name");
    }

    private void pullRequest() {
      var request = object(payload, "pull_request");
      if (!"closed".equals(text(payload, "action")) || !request.path("merged").asBoolean(false)) {
        batch.ignore(1, "Only pull requests that were merged count.");
      } else if (!onDefaultBranch(text(request.path("base"), "ref"))) {
        batch.ignore(1, "It was merged into another branch than the default one.");
      } else {
        merged(request);
      }
    }

    /**
     * A squash gives the commits of the request a new name; its last one keeps the old as alias.
     */
    private void merged(JsonNode request) {
      var landedAs = needed(request, "merge_commit_sha");
      var at = moment(request, "merged_at");
      var head = text(request.path("head"), "sha");
      batch.add(new ChangeFact(repository(), landedAs, landedAs, at, null, null, null));
      if (head != null && !head.equals(landedAs)) {
        batch.add(new ChangeFact(repository(), head, landedAs, at, null, null, null));
      }
    }

    private void push() {
      var ref = needed(payload, "ref");
      var commits = payload.path("commits");
      if (!ref.startsWith("refs/heads/") || !onDefaultBranch(ref.substring(11))) {
        batch.ignore(1, "Only pushes to the default branch count.");
      } else if (payload.path("deleted").asBoolean(false) || commits.isEmpty()) {
        batch.ignore(1, "The push brought no commit.");
      } else {
        commits.forEach(commit -> change(commit, pushedAt(commit)));
      }
    }

    private void change(JsonNode commit, Instant at) {
      var sha = needed(commit, "id");
      var reverts = REVERTS.matcher(commit.path("message").asText(""));
      batch.add(
          new ChangeFact(
              repository(), sha, sha, at, reverts.find() ? reverts.group(1) : null, null, null));
    }

    /** In a push the repository tells the moment in seconds since 1970; else the commit's time. */
    private Instant pushedAt(JsonNode commit) {
      var pushedAt = object(payload, "repository").path("pushed_at");
      return pushedAt.isIntegralNumber()
          ? moments.believable("pushed_at", Instant.ofEpochSecond(pushedAt.longValue()))
          : moment(commit, "timestamp");
    }

    private boolean onDefaultBranch(String branch) {
      var repository = object(payload, "repository");
      var main = text(repository, "default_branch");
      return branch != null
          && branch.equals(main != null ? main : text(repository, "master_branch"));
    }

    private String repository() {
      return needed(object(payload, "repository"), "full_name");
    }

    private Instant moment(JsonNode node, String name) {
      return moments.read(name, needed(node, name));
    }

    private static ObjectNode object(JsonNode node, String name) {
      if (node.get(name) instanceof ObjectNode object) {
        return object;
      }
      throw new BadEvent(name + " is missing.");
    }

    private static String needed(JsonNode node, String name) {
      return node instanceof ObjectNode object ? new Fields(object).needed(name) : null;
    }

    private static String text(JsonNode node, String name) {
      return node instanceof ObjectNode object ? new Fields(object).text(name) : null;
    }
  }
}
