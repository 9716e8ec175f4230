package plimsoll.delivery.source;

import static plimsoll.delivery.fact.Fact.first;

import java.time.Instant;
import java.util.List;
import plimsoll.delivery.fact.BadEvent;
import plimsoll.delivery.fact.Batch;
import plimsoll.delivery.fact.ChangeFact;
import plimsoll.delivery.fact.DeploymentFact;
import plimsoll.delivery.fact.Fact;
import plimsoll.delivery.fact.IncidentFact;
import plimsoll.delivery.fact.TicketFact;
import plimsoll.delivery.metric.Deployment.Kind;
import plimsoll.delivery.metric.Deployment.Outcome;
import plimsoll.delivery.metric.Deployment.Via;

/**
 * What an event of CDEvents states.
 *
 * @param at when it happened
 */
record CdeventMeaning(Cdevent event, Rules rules, Instant at) {
  private static final int ID_MAX = 700;

  private static final Setting PIPELINES =
      new Setting(
          "deploying-pipelines",
          "Pipelines and tasks that deploy",
          "One a line, as pipeline = environment, service; by the name that its runs carry. Not"
              + " needed where service events tell of the deployments.",
          "");
  private static final Setting TICKETS =
      new Setting(
          "ticket-kinds",
          "Types of tickets",
          "One a line, as type = kind; the kind is deployment, infrastructure, access or other.",
          "");
  static final List<Setting> SETTINGS = List.of(PIPELINES, TICKETS);

  /**
   * @throws BadEvent when it cannot be used
   */
  void tell(int number, Batch batch) {
    var fact = fact();
    if (fact == null) {
      batch.ignore(number, why());
    } else if (fact.id().length() > ID_MAX) {
      throw new BadEvent("The source, the id and the type are longer than 700 characters.");
    } else {
      batch.at(number);
      batch.add(fact);
    }
  }

  private String why() {
    return switch (event.kind()) {
      case "pipelinerun", "taskrun" ->
          event.predicate().equals("queued")
              ? "A run that waits is no deployment yet."
              : "No setting says that this run deploys, or it was given up.";
      case "approval" -> "An approval names no deployment, so it counts for none.";
      case "incident" -> "The incident's environment serves no users, as far as is known.";
      default -> "Nothing is counted from " + event.kind() + " " + event.predicate() + ".";
    };
  }

  private Fact fact() {
    return switch (event.kind() + "." + event.predicate()) {
      case "service.deployed", "service.upgraded" -> deployment(null);
      case "service.rolledback" -> deployment(Kind.ROLLBACK);
      case "pipelinerun.started", "taskrun.started" -> run(at, null, null);
      case "pipelinerun.finished", "taskrun.finished" -> ended();
      case "change.merged" ->
          change(event.subject().needed("id"), event.subject().needed("id"), repository(), at);
      case "artifact.packaged" -> artifact(at);
      case "incident.detected", "incident.reported" -> incident(at, null);
      case "incident.resolved" -> incident(null, at);
      case "ticket.created" -> ticket(at, null);
      case "ticket.closed" -> ticket(null, at);
      default -> null;
    };
  }

  /**
   * Each is a deployment of its own: the same artifact may be deployed again, and is so when a
   * later one is rolled back.
   */
  private Fact deployment(Kind made) {
    var environment = event.named("environment");
    if (environment == null) {
      throw new BadEvent("environment is missing.");
    }
    var version = Purl.of(event.content().text("artifactId"));
    return new DeploymentFact(
        event.eventId(),
        event.subject().needed("id"),
        version.repository(),
        version.revision(),
        environment,
        servesUsers(environment),
        null,
        at,
        Outcome.SUCCEEDED,
        made,
        null,
        null,
        null,
        List.of(),
        null,
        null);
  }

  /** Tasks and pipelines that do not say how they ended, or were given up, did not deploy. */
  private Fact ended() {
    var outcome = event.content().text("outcome");
    return switch (outcome == null ? "" : outcome) {
      case "success" -> run(null, at, Outcome.SUCCEEDED);
      case "failure", "error" -> run(null, at, Outcome.FAILED);
      default -> null;
    };
  }

  private Fact run(Instant startedAt, Instant finishedAt, Outcome outcome) {
    var name = first(event.content().text("pipelineName"), event.content().text("taskName"));
    var target = rules.target(PIPELINES, name);
    return target == null
        ? null
        : new DeploymentFact(
            event.subjectId(),
            target.serviceOr(name),
            null,
            null,
            target.environment(),
            rules.serveUsers(target.environment()),
            startedAt,
            finishedAt,
            outcome,
            null,
            null,
            Via.PIPELINE,
            null,
            List.of(),
            null,
            null);
  }

  private static Fact change(String sha, String landedAs, String repository, Instant at) {
    return new ChangeFact(repository, sha, landedAs, at, null, null, null);
  }

  /**
   * The artifact is another name of the change that it was made of; a deployment knows no other.
   */
  private Fact artifact(Instant at) {
    var change = event.content().partOrNone("change");
    var made = change.text("id");
    return made == null
        ? null
        : change(
            event.subject().needed("id"),
            made,
            first(change.text("source"), event.context().needed("source")),
            at);
  }

  private String repository() {
    var repository = event.named("repository");
    return first(
        first(repository, event.subject().text("source")), event.context().needed("source"));
  }

  private Fact incident(Instant startedAt, Instant resolvedAt) {
    var service = event.id("service");
    if (service == null) {
      throw new BadEvent("service is missing, so nobody knows whose incident it is.");
    }
    return servesNobody()
        ? null
        : new IncidentFact(
            event.subjectId(),
            service,
            startedAt,
            resolvedAt,
            null,
            null,
            List.of(),
            resolvedAt == null ? List.of(at) : List.of(),
            resolvedAt == null ? List.of() : List.of(at));
  }

  private boolean servesNobody() {
    var environment = event.named("environment");
    return environment != null && !servesUsers(environment);
  }

  private boolean servesUsers(String environment) {
    return rules.serveUsers(environment) || rules.names(Rules.PRODUCTION, event.id("environment"));
  }

  private Fact ticket(Instant openedAt, Instant closedAt) {
    var type = event.content().text("ticketType");
    var kind = type == null ? null : rules.target(TICKETS, type);
    return new TicketFact(
        event.subjectId(),
        null,
        event.content().text("group"),
        kind == null ? null : Issues.kind(kind.environment()),
        openedAt,
        closedAt);
  }
}
