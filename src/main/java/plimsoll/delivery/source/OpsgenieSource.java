package plimsoll.delivery.source;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import plimsoll.delivery.fact.BadEvent;
import plimsoll.delivery.fact.Batch;
import plimsoll.delivery.fact.Fact;
import plimsoll.delivery.fact.Fields;
import plimsoll.delivery.fact.IncidentFact;

/**
 * Opsgenie: alerts, and incidents where the plan has them. What opens again is a new alert there.
 */
@ApplicationScoped
public class OpsgenieSource implements Source {
  private static final Setting SERVICE =
      new Setting(
          "service-details",
          "Details that name the service",
          "Names divided by commas, of extra properties, of tags such as service:checkout, or entity;"
              + " the first that an alert has counts.",
          "service, app, entity");
  private static final Setting PRIORITIES =
      new Setting(
          "priorities",
          "Priorities that count",
          "Names divided by commas, such as P1, P2. Empty: alerts of every priority count.",
          "");
  private static final Setting NAMES =
      new Setting(
          "names",
          "Teams and services by their ids",
          "A line for each id that Opsgenie sends instead of a name, such as c0259fb8-2068-48c5 ="
              + " payments.",
          "");
  private static final Set<String> ENDS = Set.of("close", "delete", "resolve");
  private static final Set<String> ENDED = Set.of("closed", "resolved");

  @Override
  public String key() {
    return "opsgenie";
  }

  @Override
  public String title() {
    return "Opsgenie";
  }

  @Override
  public List<String> steps() {
    return List.of(
        "Set a secret below.",
        "In Opsgenie, open Settings, Integrations, Webhook, and paste the address.",
        "Add the custom header Authorization with the value Bearer and the secret, and tick Add Alert"
            + " Details to Payload.",
        "Choose the actions Create, Acknowledge, Close and Delete.");
  }

  @Override
  public List<Setting> settings() {
    return List.of(SERVICE, PRIORITIES, NAMES);
  }

  @Override
  public boolean signed(Delivery delivery, String secret) {
    return Proof.authorization(delivery, secret);
  }

  @Override
  public String what(Delivery delivery) {
    return Webhook.what(delivery, "action");
  }

  @Override
  public Batch read(Delivery delivery) {
    return Webhook.read(delivery, hook -> new Reading(hook).read(hook.payload()));
  }

  @Override
  public Sample sample(String secret, Instant now) {
    var body =
        """
        {"action": "Create", "integrationName": "Plimsoll",
          "source": {"name": "web", "type": "API"},
          "alert": {"alertId": "ec03dad6-62c8-4c94-b38b-d88f398e900f", "tinyId": "2",
            "createdAt": %d, "updatedAt": %d, "priority": "P1", "tags": ["production"],
            "entity": "", "details": {"service": "checkout"},
            "responders": [{"id": "8d43133c", "type": "team", "name": "payments"}]}}
        """
            .formatted(now.toEpochMilli(), now.toEpochMilli() * 1_000_000);
    return new Sample(body, Map.of("Authorization", "Bearer " + secret));
  }

  /** One webhook. */
  private record Reading(Webhook hook) {

    void read(Fields payload) {
      var verb = payload.hint("action") == null ? "" : payload.hint("action");
      if (payload.has("alert")) {
        counted(payload.part("alert"), "alertId", verb);
      } else if (payload.has("incident")) {
        counted(payload.part("incident"), "incidentId", verb);
      } else if (payload.has("data")) {
        var all = payload.parts("data");
        if (all.isEmpty()) hook.ignore("It holds no alert.");
        hook.each(all, one -> counted(one, "id", ""));
      } else if (payload.has("id") && payload.has("createdAt")) {
        counted(payload, "id", "");
      } else {
        throw new BadEvent("This is no webhook of Opsgenie: alert is missing.");
      }
    }

    private void counted(Fields alert, String id, String verb) {
      var priority = priority(alert);
      if (!hook.rules().allows(PRIORITIES, priority)) {
        hook.ignore("Its priority is " + priority + ", which does not count.");
      } else if (!alert.has("createdAt")) {
        hook.ignore("It does not say when the alert was created.");
      } else {
        take(alert, alert.has(id) ? id : "id", verb.toLowerCase(Locale.ROOT));
      }
    }

    private void take(Fields alert, String id, String verb) {
      var begun = time(alert, alert.has("impactStartDate") ? "impactStartDate" : "createdAt");
      var ended = ended(alert, verb);
      if (ended != null && ended.isBefore(begun)) {
        hook.batch()
            .problem(1, "It was closed before it began; it counts, but no time is taken from it.");
      }
      var name = alert.needed(id);
      var services = alert.hints("impactedServices");
      if (services.size() < 2) {
        hook.add(
            fact(name, services.isEmpty() ? service(alert) : services.get(0), alert, begun, ended));
      } else {
        services.forEach(one -> hook.add(fact(name + "/" + one, one, alert, begun, ended)));
      }
    }

    private Fact fact(String id, String service, Fields alert, Instant begun, Instant ended) {
      if (service == null) {
        hook.batch()
            .problem(
                1,
                "It has none of the details "
                    + String.join(", ", hook.rules().names(SERVICE))
                    + ", so it counts for no service.");
      }
      return new IncidentFact(
          id, hook.rules().meaning(NAMES, service), begun, ended, null, null, teams(alert));
    }

    private Instant ended(Fields alert, String verb) {
      var status = alert.hint("status");
      boolean over =
          ENDS.contains(verb) || status != null && ENDED.contains(status.toLowerCase(Locale.ROOT));
      if (!over) return null;
      for (var name : List.of("impactEndDate", "closedAt", "updatedAt")) {
        if (alert.has(name)) return time(alert, name);
      }
      throw new BadEvent("updatedAt is missing, although the alert was closed.");
    }

    /** Creation is told in milliseconds, a change in nanoseconds, and incidents in letters. */
    private Instant time(Fields alert, String name) {
      var text = alert.needed(name);
      return text.matches("\\d+")
          ? hook.moments().count(name, text)
          : hook.moments().read(name, text);
    }

    private static String priority(Fields alert) {
      var priority = alert.hint("priority");
      return priority != null && priority.matches("\\d") ? "P" + priority : priority;
    }

    private String service(Fields alert) {
      return hook.rules().names(SERVICE).stream()
          .flatMap(
              name ->
                  Stream.of(
                      detail(alert.partOrNone("details"), name),
                      detail(alert.partOrNone("extraProperties"), name),
                      tag(alert, name),
                      name.equals("entity") ? alert.hint("entity") : null))
          .filter(Objects::nonNull)
          .findFirst()
          .orElse(null);
    }

    private static String detail(Fields details, String name) {
      return details.names().stream()
          .filter(name::equalsIgnoreCase)
          .map(details::hint)
          .filter(Objects::nonNull)
          .findFirst()
          .orElse(null);
    }

    private static String tag(Fields alert, String name) {
      return alert.hints("tags").stream()
          .filter(one -> one.toLowerCase(Locale.ROOT).startsWith(name + ":"))
          .map(one -> one.substring(name.length() + 1).strip())
          .filter(one -> !one.isEmpty())
          .findFirst()
          .orElse(null);
    }

    private List<String> teams(Fields alert) {
      var responders =
          alert.parts("responders").stream()
              .filter(one -> "team".equals(one.hint("type")))
              .map(one -> Fact.first(one.hint("name"), one.hint("id")));
      return Stream.concat(responders, alert.hints("teams").stream())
          .filter(Objects::nonNull)
          .map(one -> hook.rules().meaning(NAMES, one))
          .distinct()
          .sorted()
          .toList();
    }
  }
}
