package plimsoll.delivery.source;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import plimsoll.delivery.fact.BadEvent;
import plimsoll.delivery.fact.Batch;
import plimsoll.delivery.fact.Fact;
import plimsoll.delivery.fact.Fields;
import plimsoll.delivery.fact.IncidentFact;

/**
 * PagerDuty: incidents, by webhooks of version 3; those of versions 1 and 2 and the answers of its
 * API are read too. A reopened incident is a second outage.
 */
@ApplicationScoped
public class PagerdutySource implements Source {
  private static final Setting URGENCIES =
      new Setting(
          "urgencies",
          "Urgencies that count",
          "Names divided by commas, such as high. Empty: incidents of every urgency count.",
          "");
  private static final Setting PRIORITIES =
      new Setting(
          "priorities",
          "Priorities that count",
          "Names divided by commas, such as P1, P2. Empty: every incident counts, also without a"
              + " priority.",
          "");
  private static final Setting TEAMS =
      new Setting(
          "teams",
          "Teams by other names",
          "A line for each team that PagerDuty calls differently, such as Payments Crew ="
              + " payments.",
          "");
  private static final Set<String> BEGINS = Set.of("incident.triggered", "incident.trigger");
  private static final Set<String> ENDS = Set.of("incident.resolved", "incident.resolve");

  @Override
  public String key() {
    return "pagerduty";
  }

  @Override
  public String title() {
    return "PagerDuty";
  }

  @Override
  public List<String> steps() {
    return List.of(
        "In PagerDuty, open Integrations, Generic Webhooks (v3), New Webhook.",
        "Paste the address, choose the scope, and subscribe to the events of incidents.",
        "PagerDuty shows the secret once. Set it below.");
  }

  @Override
  public List<Setting> settings() {
    return List.of(URGENCIES, PRIORITIES, TEAMS);
  }

  /** While a secret is changed PagerDuty signs with both. */
  @Override
  public boolean signed(Delivery delivery, String secret) {
    boolean signed = false;
    var given = delivery.header("X-PagerDuty-Signature");
    for (var one : given == null ? new String[0] : given.split(",")) {
      signed |= Proof.hmac(one, "v1=", delivery.body(), secret);
    }
    return signed || Proof.authorization(delivery, secret);
  }

  @Override
  public String what(Delivery delivery) {
    return Webhook.what(delivery, "event", "event_type");
  }

  @Override
  public Batch read(Delivery delivery) {
    return Webhook.read(delivery, hook -> new Incidents(hook).read(hook.payload()));
  }

  @Override
  public Sample sample(String secret, Instant now) {
    var body =
        """
        {"event": {"id": "01DEFGH", "event_type": "incident.triggered",
          "resource_type": "incident", "occurred_at": "%1$s",
          "data": {"id": "PTRIAL1", "type": "incident", "status": "triggered",
            "created_at": "%1$s", "urgency": "high",
            "service": {"id": "PSERV1", "type": "service_reference", "summary": "checkout"},
            "teams": [{"id": "PTEAM1", "type": "team_reference", "summary": "payments"}],
            "priority": {"id": "PPRIO1", "type": "priority_reference", "summary": "P1"}}}}
        """
            .formatted(now);
    var signature = "v1=" + Proof.sign(body.getBytes(StandardCharsets.UTF_8), secret);
    return new Sample(body, Map.of("X-PagerDuty-Signature", signature));
  }

  /** The incidents of one delivery. */
  private record Incidents(Webhook hook) {

    void read(Fields payload) {
      if (payload.has("event")) {
        version3(payload.part("event"));
      } else if (payload.has("messages") || payload.has("incidents")) {
        several(payload);
      } else if (payload.has("incident")) {
        incident(1, "", payload.part("incident"), null);
      } else if ("incident".equals(payload.hint("type"))) {
        incident(1, "", payload, null);
      } else {
        throw new BadEvent("This is no webhook of PagerDuty: event and messages are missing.");
      }
    }

    private void version3(Fields event) {
      var type = event.needed("event_type");
      var data = event.part("data");
      var kind = Fact.first(data.hint("type"), event.hint("resource_type"));
      if ("incident".equals(kind)) {
        incident(1, type, data, event.moment("occurred_at", hook.moments()));
      } else {
        hook.ignore("Nothing is counted from " + Fields.cut(type) + ".");
      }
    }

    private void several(Fields payload) {
      var all = Stream.of("messages", "incidents").flatMap(one -> payload.parts(one).stream());
      var numbers = new AtomicInteger();
      var parts = all.toList();
      hook.each(parts, one -> older(numbers.incrementAndGet(), one));
      if (parts.isEmpty()) hook.ignore("It holds no incident.");
    }

    /** Version 1 says type and data.incident, version 2 event and incident. */
    private void older(int number, Fields message) {
      var said = Fact.first(message.hint("event"), message.hint("type"));
      var verb = said != null && said.startsWith("incident.") ? said : "";
      var inside =
          message.partOrNone("data").has("incident") ? message.partOrNone("data") : message;
      var incident = inside.has("incident") ? inside.part("incident") : message;
      var at =
          message.moment(message.has("created_on") ? "created_on" : "occurred_at", hook.moments());
      incident(number, verb, incident, at);
    }

    private void incident(int number, String verb, Fields incident, Instant occurredAt) {
      var urgency = incident.hint("urgency");
      var priority =
          Fact.first(incident.partOrNone("priority").hint("summary"), incident.hint("priority"));
      if (!hook.rules().allows(URGENCIES, urgency)) {
        hook.batch().ignore(number, "Its urgency is " + urgency + ", which does not count.");
      } else if (!hook.rules().allows(PRIORITIES, priority)) {
        hook.batch().ignore(number, "Its priority is " + priority + ", which does not count.");
      } else {
        take(number, verb, incident, occurredAt);
      }
    }

    private void take(int number, String verb, Fields incident, Instant occurredAt) {
      var begun = begun(verb, incident, occurredAt);
      var ended = ended(verb, incident, occurredAt);
      var again = again(verb, incident, occurredAt);
      if (begun == null && ended == null && again == null) {
        hook.batch().ignore(number, "It says neither when the incident began nor when it ended.");
        return;
      }
      if (begun != null && ended != null && ended.isBefore(begun)) {
        hook.batch()
            .problem(
                number,
                "It was resolved before it began; it counts, but no time is taken from it.");
      }
      hook.add(
          new IncidentFact(
              incident.needed("id"),
              service(number, incident),
              begun,
              ended,
              null,
              null,
              teams(incident),
              Stream.ofNullable(again).toList(),
              ends(ended, again)));
    }

    /** What is opened again had ended before, though perhaps nobody told. */
    private static List<Instant> ends(Instant ended, Instant again) {
      var before = again == null ? null : again.minus(1, ChronoUnit.MICROS);
      return Stream.of(before, ended).flatMap(Stream::ofNullable).sorted().toList();
    }

    private Instant begun(String verb, Fields incident, Instant occurredAt) {
      var created = incident.has("created_at") ? "created_at" : "created_on";
      return Fact.first(
          incident.moment(created, hook.moments()), BEGINS.contains(verb) ? occurredAt : null);
    }

    private Instant ended(String verb, Fields incident, Instant occurredAt) {
      if (ENDS.contains(verb)) {
        return Fact.first(occurredAt, changed(incident));
      }
      return verb.isEmpty() && "resolved".equals(incident.hint("status"))
          ? changed(incident)
          : null;
    }

    private Instant changed(Fields incident) {
      return Stream.of("resolved_at", "last_status_change_at", "last_status_change_on")
          .flatMap(name -> Stream.ofNullable(incident.moment(name, hook.moments())))
          .findFirst()
          .orElse(null);
    }

    private Instant again(String verb, Fields incident, Instant occurredAt) {
      return Fact.first(
          incident.moment("reopened_at", hook.moments()),
          verb.equals("incident.reopened") ? occurredAt : null);
    }

    private String service(int number, Fields incident) {
      var service = incident.partOrNone("service");
      var name = Fact.first(service.hint("summary"), service.hint("name"));
      if (name == null) hook.batch().problem(number, "It names no service, so it counts for none.");
      return name;
    }

    private List<String> teams(Fields incident) {
      return incident.parts("teams").stream()
          .flatMap(one -> Stream.ofNullable(Fact.first(one.hint("summary"), one.hint("name"))))
          .map(name -> hook.rules().meaning(TEAMS, name))
          .distinct()
          .sorted()
          .toList();
    }
  }
}
