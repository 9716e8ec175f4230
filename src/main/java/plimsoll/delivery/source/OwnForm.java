package plimsoll.delivery.source;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import plimsoll.delivery.fact.BadEvent;
import plimsoll.delivery.fact.Batch;
import plimsoll.delivery.fact.ClaimFact;
import plimsoll.delivery.fact.DeploymentFact;
import plimsoll.delivery.fact.Environments;
import plimsoll.delivery.fact.Fact;
import plimsoll.delivery.fact.Fields;
import plimsoll.delivery.fact.IncidentFact;
import plimsoll.delivery.fact.Moments;
import plimsoll.delivery.fact.TicketFact;
import plimsoll.delivery.metric.Claim;
import plimsoll.delivery.metric.Deployment.Commit;
import plimsoll.delivery.metric.Deployment.Kind;
import plimsoll.delivery.metric.Deployment.Outcome;
import plimsoll.delivery.metric.Deployment.Trigger;
import plimsoll.delivery.metric.Deployment.Via;
import plimsoll.delivery.metric.Incident.Cause;
import plimsoll.delivery.metric.Ticket;

/**
 * Our own event form: one JSON object for each event. An environment that is not named is taken to
 * be production.
 */
final class OwnForm {
  private static final int COMMITS_MAX = 10_000;
  private static final int RESPONDERS_MAX = 100;

  private static final Set<String> DEPLOYMENT =
      Set.of(
          "type",
          "id",
          "service",
          "environment",
          "startedAt",
          "finishedAt",
          "outcome",
          "trigger",
          "via",
          "ticket",
          "commits",
          "manualSteps",
          "remediates");
  private static final Set<String> COMMIT = Set.of("id", "committedAt", "reverts");
  private static final Set<String> INCIDENT =
      Set.of("type", "id", "service", "startedAt", "resolvedAt", "causedBy", "cause", "responders");
  private static final Set<String> TICKET =
      Set.of("type", "id", "fromTeam", "toTeam", "kind", "openedAt", "closedAt");
  private static final Set<String> CLAIM =
      Set.of("type", "id", "team", "capability", "requestedAt", "readyAt", "channel", "outcome");

  private final Batch batch;
  private final Moments moments;

  OwnForm(Batch batch, Moments moments) {
    this.batch = batch;
    this.moments = moments;
  }

  /** Reads one event; what is wrong with it becomes a problem of its line. */
  void read(int line, JsonNode event) {
    try {
      if (!(event instanceof ObjectNode object)) {
        throw new BadEvent("An event is a JSON object; this is something else.");
      }
      read(line, new Fields(object));
    } catch (BadEvent e) {
      batch.problem(line, e.getMessage());
    }
  }

  private void read(int line, Fields event) {
    var type = event.needed("type").toLowerCase(Locale.ROOT);
    switch (type) {
      case "deployment" -> take(line, event, DEPLOYMENT, deployment(line, event));
      case "incident" -> take(line, event, INCIDENT, incident(line, event));
      case "ticket" -> take(line, event, TICKET, ticket(line, event));
      case "claim" -> take(line, event, CLAIM, claim(line, event));
      default ->
          throw new BadEvent(
              "type \"" + Fields.cut(type) + "\" is not deployment, incident, ticket or claim.");
    }
  }

  private void take(int line, Fields event, Set<String> known, Fact fact) {
    nameUnknown(line, "", event.names(), known);
    batch.at(line);
    batch.add(fact);
  }

  private void nameUnknown(int line, String where, Set<String> names, Set<String> known) {
    var unknown = new TreeSet<>(names);
    unknown.removeAll(known);
    unknown.stream()
        .limit(20)
        .map(name -> "Unknown field \"" + where + Fields.cut(name) + "\" was left out.")
        .forEach(word -> batch.problem(line, word));
  }

  private Fact deployment(int line, Fields event) {
    var startedAt = event.moment("startedAt", moments);
    var finishedAt = event.moment("finishedAt", moments);
    var outcome = event.choice("outcome", Outcome.class);
    var remediates = event.text("remediates");
    var commits = commits(line, event);
    if (startedAt == null && finishedAt == null) {
      throw new BadEvent("finishedAt is missing, and startedAt too.");
    }
    if (outcome != null && finishedAt == null) {
      throw new BadEvent("finishedAt is missing, although the outcome is known.");
    }
    if (outcome == null && finishedAt != null) {
      throw new BadEvent("outcome is missing: succeeded, failed or rolled_back.");
    }
    if (startedAt != null && finishedAt != null && finishedAt.isBefore(startedAt)) {
      batch.problem(
          line, "It finished before it started; it counts, but no time is taken from it.");
    }
    var environment = event.text("environment");
    return new DeploymentFact(
        event.needed("id"),
        event.needed("service"),
        null,
        null,
        environment,
        environment == null || Environments.serveUsers(environment),
        startedAt,
        finishedAt,
        outcome,
        remediates == null ? null : commits.isEmpty() ? Kind.ROLLBACK : Kind.HOTFIX,
        event.choice("trigger", Trigger.class),
        event.choice("via", Via.class),
        event.text("ticket"),
        commits,
        event.count("manualSteps"),
        remediates);
  }

  private Fact incident(int line, Fields event) {
    var startedAt = event.moment("startedAt", moments);
    var resolvedAt = event.moment("resolvedAt", moments);
    if (startedAt == null) {
      throw new BadEvent("startedAt is missing.");
    }
    if (resolvedAt != null && resolvedAt.isBefore(startedAt)) {
      batch.problem(
          line, "It was resolved before it began; it counts, but no time is taken from it.");
    }
    return new IncidentFact(
        event.needed("id"),
        event.needed("service"),
        startedAt,
        resolvedAt,
        event.choice("cause", Cause.class),
        event.text("causedBy"),
        event.texts("responders", RESPONDERS_MAX));
  }

  private Fact ticket(int line, Fields event) {
    var openedAt = event.moment("openedAt", moments);
    var closedAt = event.moment("closedAt", moments);
    if (openedAt == null) {
      throw new BadEvent("openedAt is missing.");
    }
    if (closedAt != null && closedAt.isBefore(openedAt)) {
      batch.problem(line, "It was closed before it was opened; no time is taken from it.");
    }
    return new TicketFact(
        event.needed("id"),
        event.text("fromTeam"),
        event.text("toTeam"),
        event.choice("kind", Ticket.Kind.class),
        openedAt,
        closedAt);
  }

  private Fact claim(int line, Fields event) {
    var requestedAt = event.moment("requestedAt", moments);
    var readyAt = event.moment("readyAt", moments);
    var channel = event.choice("channel", Claim.Channel.class);
    if (requestedAt == null) {
      throw new BadEvent("requestedAt is missing.");
    }
    if (channel == null) {
      throw new BadEvent("channel is missing: self, or ticket where a person had a hand in it.");
    }
    if (readyAt != null && readyAt.isBefore(requestedAt)) {
      batch.problem(line, "It was ready before it was asked for; no time is taken from it.");
    }
    return new ClaimFact(
        event.needed("id"),
        event.needed("team"),
        event.text("capability"),
        requestedAt,
        readyAt,
        channel,
        event.choice("outcome", Claim.Outcome.class));
  }

  private List<Commit> commits(int line, Fields event) {
    var given = event.list("commits", COMMITS_MAX);
    var commits = new ArrayList<Commit>();
    var names = new TreeSet<String>();
    for (JsonNode one : given) {
      var fields = one instanceof ObjectNode object ? new Fields(object) : Fields.ofCommit(one);
      names.addAll(fields.names());
      commits.add(
          new Commit(
              fields.needed("id"), fields.moment("committedAt", moments), fields.text("reverts")));
    }
    nameUnknown(line, "commits/", names, COMMIT);
    return commits;
  }

  /** The columns that a spreadsheet of events may have. */
  static Set<String> columns() {
    var all = new TreeSet<String>();
    Arrays.asList(DEPLOYMENT, INCIDENT, TICKET, CLAIM).forEach(all::addAll);
    return all;
  }
}
