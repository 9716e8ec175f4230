package plimsoll.delivery.source;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import plimsoll.delivery.fact.BadEvent;
import plimsoll.delivery.fact.Batch;
import plimsoll.delivery.fact.Fields;
import plimsoll.delivery.fact.IncidentFact;
import plimsoll.delivery.fact.TicketFact;

/** Jira: issues as tickets to another team, or as incidents, as the settings say. */
@ApplicationScoped
public class JiraSource implements Source {
  private static final String NAMES = "projects (by key), issue types, labels and components";
  private static final Setting INCIDENTS =
      Desk.incidents("Incident, [System] Incident, Outage", NAMES);
  private static final Setting TICKETS = Desk.tickets("", NAMES);
  private static final Setting SERVICE =
      new Setting(
          "service-field",
          "Field that names the service of an incident",
          "Such as components or customfield_10071.",
          "components");
  private static final Setting ASKING =
      new Setting(
          "asking-field",
          "Field that names the team that asks",
          "Such as customfield_10050. Empty: a label such as from:checkout says it.",
          "");
  private static final Setting RESPONDERS =
      new Setting(
          "responders-field",
          "Field that names the team that resolves an incident",
          "Such as customfield_10001. Empty: nobody says.",
          "");
  private static final String FROM = "from:";

  @Override
  public String key() {
    return "jira";
  }

  @Override
  public String title() {
    return "Jira";
  }

  @Override
  public List<String> steps() {
    return List.of(
        "Set a secret below.",
        "In Jira, open Settings, System, WebHooks, Create a WebHook; paste the address and the same"
            + " secret.",
        "Choose the events issue created, updated and deleted, and the projects by JQL.",
        "Say in the settings below which of them are tickets to another team, and to which.");
  }

  @Override
  public List<Setting> settings() {
    return List.of(TICKETS, INCIDENTS, SERVICE, ASKING, RESPONDERS);
  }

  /** Older versions do not sign, but an automation can send a header. */
  @Override
  public boolean signed(Delivery delivery, String secret) {
    return Proof.hmac(delivery.header("X-Hub-Signature"), "sha256=", delivery.body(), secret)
        | Proof.authorization(delivery, secret);
  }

  @Override
  public String what(Delivery delivery) {
    return Webhook.what(delivery, "webhookEvent");
  }

  @Override
  public Batch read(Delivery delivery) {
    return Webhook.read(delivery, hook -> new Reading(hook).read(hook.payload()));
  }

  @Override
  public Sample sample(String secret, Instant now) {
    var at = now.truncatedTo(ChronoUnit.MILLIS).toString().replace("Z", "+0000");
    var body =
        """
        {"webhookEvent": "jira:issue_created", "timestamp": %d,
          "issue": {"id": "10400", "key": "OPS-15", "fields": {
            "created": "%2$s", "updated": "%2$s", "resolutiondate": null, "labels": [],
            "issuetype": {"id": "1", "name": "Incident"}, "components": [{"name": "checkout"}],
            "project": {"id": "10000", "key": "OPS", "name": "Operations"},
            "status": {"name": "Open", "statusCategory": {"key": "new"}}}}}
        """
            .formatted(now.toEpochMilli(), at);
    var signature = "sha256=" + Proof.sign(body.getBytes(StandardCharsets.UTF_8), secret);
    return new Sample(body, Map.of("X-Hub-Signature", signature));
  }

  /** One webhook. */
  private record Reading(Webhook hook) {

    void read(Fields payload) {
      var event = payload.hint("webhookEvent");
      if (payload.has("issue")) {
        issue(payload, payload.part("issue"));
      } else if (payload.has("issues")) {
        hook.each(payload.parts("issues"), one -> issue(payload, one));
        if (payload.parts("issues").isEmpty()) hook.ignore("It holds no issue.");
      } else if (payload.has("key") && payload.has("fields")) {
        issue(payload, payload);
      } else if (event != null) {
        hook.ignore("Nothing is counted from " + Fields.cut(event) + ".");
      } else {
        throw new BadEvent("This is no webhook of Jira: issue is missing.");
      }
    }

    private void issue(Fields payload, Fields issue) {
      var fields = issue.partOrNone("fields");
      var asked = Desk.asked(hook.rules(), TICKETS, names(fields));
      if (!fields.has("created")) {
        hook.ignore("It does not say when the issue was created.");
      } else if (names(fields).stream().anyMatch(one -> hook.rules().names(INCIDENTS, one))) {
        incident(payload, issue, fields);
      } else if (asked.isPresent()) {
        ticket(payload, issue, fields, asked.get());
      } else {
        hook.ignore(
            "No line of the settings makes a ticket or an incident of this project, type, label or"
                + " component.");
      }
    }

    private static List<String> names(Fields fields) {
      var names = new ArrayList<String>(fields.hints("labels"));
      Stream.of(
              fields.partOrNone("issuetype").hint("name"),
              fields.partOrNone("project").hint("key"),
              fields.partOrNone("project").hint("name"))
          .filter(one -> one != null)
          .forEach(names::add);
      fields.parts("components").stream()
          .flatMap(one -> Stream.ofNullable(one.hint("name")))
          .forEach(names::add);
      return names;
    }

    private void ticket(Fields payload, Fields issue, Fields fields, Desk.Asked asked) {
      var openedAt = hook.needed(fields, "created");
      var closedAt = closedAt(payload, fields);
      if (closedAt != null && closedAt.isBefore(openedAt)) {
        hook.batch().problem(1, "It was closed before it was opened; no time is taken from it.");
      }
      var project = fields.partOrNone("project");
      hook.add(
          new TicketFact(
              issue.needed("key"),
              asking(fields),
              Stream.of(asked.team(), project.hint("name"), project.hint("key"))
                  .flatMap(Stream::ofNullable)
                  .findFirst()
                  .orElse(null),
              asked.kind(),
              openedAt,
              closedAt));
    }

    private String asking(Fields fields) {
      var said = Desk.value(fields, hook.rules().text(ASKING));
      return said != null
          ? said
          : fields.hints("labels").stream()
              .filter(one -> one.toLowerCase(Locale.ROOT).startsWith(FROM))
              .map(one -> one.substring(FROM.length()))
              .filter(one -> !one.isBlank())
              .findFirst()
              .orElse(null);
    }

    private void incident(Fields payload, Fields issue, Fields fields) {
      var begun = hook.needed(fields, "created");
      var ended = closedAt(payload, fields);
      var again = reopenedAt(payload, fields);
      var service = Desk.value(fields, hook.rules().text(SERVICE));
      if (service == null) {
        hook.batch()
            .problem(
                1,
                "Its field "
                    + hook.rules().text(SERVICE)
                    + " names no service, so it counts for none.");
      }
      hook.add(
          new IncidentFact(
              issue.needed("key"),
              service,
              begun,
              ended,
              null,
              null,
              Stream.ofNullable(Desk.value(fields, hook.rules().text(RESPONDERS))).toList(),
              Stream.ofNullable(again).toList(),
              Stream.of(again == null ? null : again.minus(1, ChronoUnit.MICROS), ended)
                  .filter(one -> one != null)
                  .sorted()
                  .toList()));
    }

    /** Where an issue has no resolution, its state tells that it is done. */
    private Instant closedAt(Fields payload, Fields fields) {
      if (fields.has("resolutiondate")) return hook.needed(fields, "resolutiondate");
      if ("jira:issue_deleted".equals(payload.hint("webhookEvent"))) return at(payload, fields);
      var done = fields.partOrNone("status").partOrNone("statusCategory").hint("key");
      if (!"done".equals(done)) return null;
      return Stream.of("statuscategorychangedate", "updated")
          .filter(fields::has)
          .findFirst()
          .map(name -> hook.needed(fields, name))
          .orElse(null);
    }

    /** The list of what changed tells that a resolution was taken away. */
    private Instant reopenedAt(Fields payload, Fields fields) {
      boolean reopened =
          payload.partOrNone("changelog").parts("items").stream()
              .anyMatch(
                  one ->
                      "resolution".equals(one.hint("field"))
                          && one.hint("from") != null
                          && one.hint("to") == null);
      return reopened ? at(payload, fields) : null;
    }

    private Instant at(Fields payload, Fields fields) {
      return payload.has("timestamp")
          ? hook.moments().count("timestamp", payload.needed("timestamp"))
          : hook.needed(fields, "updated");
    }
  }
}
