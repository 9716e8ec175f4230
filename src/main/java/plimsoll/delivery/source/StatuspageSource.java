package plimsoll.delivery.source;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import plimsoll.delivery.fact.BadEvent;
import plimsoll.delivery.fact.Batch;
import plimsoll.delivery.fact.Fact;
import plimsoll.delivery.fact.Fields;
import plimsoll.delivery.fact.IncidentFact;

/**
 * Statuspage: incidents, one for each component that they name. It can neither sign nor send a
 * header, so the secret is a part of its address.
 */
@ApplicationScoped
public class StatuspageSource implements Source {
  private static final Setting IMPACTS =
      new Setting(
          "impacts",
          "Impacts that count",
          "Names divided by commas, such as major, critical. Empty: incidents of every impact count.",
          "");
  private static final Setting COMPONENTS =
      new Setting(
          "components",
          "Services by their components",
          "A line for each component that is called differently, such as Management Portal ="
              + " portal.",
          "");
  private static final Set<String> MAINTENANCE =
      Set.of("scheduled", "in_progress", "verifying", "completed");
  private static final Set<String> ENDS = Set.of("resolved", "postmortem");

  @Override
  public String key() {
    return "statuspage";
  }

  @Override
  public String title() {
    return "Statuspage";
  }

  @Override
  public List<String> steps() {
    return List.of(
        "Set a secret below, of letters and digits: it becomes a part of the address, because"
            + " Statuspage can send it in no other way.",
        "On the status page, choose Subscribe to updates, then the webhook, and paste the address"
            + " with /, then the secret, behind it.",
        "Keep this address out of the logs of the proxy before this service, and change the secret"
            + " when somebody has seen it.");
  }

  @Override
  public List<Setting> settings() {
    return List.of(IMPACTS, COMPONENTS);
  }

  @Override
  public boolean inAddress() {
    return true;
  }

  @Override
  public boolean signed(Delivery delivery, String secret) {
    return Proof.token(delivery.header(Delivery.IN_ADDRESS), secret)
        | Proof.authorization(delivery, secret);
  }

  @Override
  public String what(Delivery delivery) {
    return Webhook.what(delivery, "incident", "status");
  }

  @Override
  public Batch read(Delivery delivery) {
    return Webhook.read(delivery, hook -> new Reading(hook).read(hook.payload()));
  }

  @Override
  public Sample sample(String secret, Instant now) {
    var body =
        """
        {"meta": {"generated_at": "%1$s"},
          "page": {"id": "jb7j80lkgqvb", "status_indicator": "critical"},
          "incident": {"id": "z3lct0r596n4", "status": "investigating", "impact": "major",
            "created_at": "%1$s", "updated_at": "%1$s", "resolved_at": null, "scheduled_for": null,
            "incident_updates": [{"id": "qm8bgczn0p2n", "status": "investigating",
              "created_at": "%1$s", "display_at": "%1$s"}],
            "components": [{"id": "zvdm6f7gf76j", "name": "checkout",
              "status": "partial_outage"}]}}
        """
            .formatted(now);
    return new Sample(body, Map.of(Delivery.IN_ADDRESS, secret));
  }

  /** One webhook. */
  private record Reading(Webhook hook) {

    void read(Fields payload) {
      if (payload.has("incident")) {
        incident(payload.part("incident"));
      } else if (payload.has("component_update") || payload.has("component")) {
        hook.ignore("The state of a component alone is no incident.");
      } else if (payload.has("maintenance")) {
        hook.ignore("A maintenance that was announced is no incident.");
      } else if (payload.has("incident_updates")) {
        incident(payload);
      } else {
        throw new BadEvent("This is no webhook of Statuspage: incident is missing.");
      }
    }

    private void incident(Fields incident) {
      var status = incident.hint("status");
      var impact = incident.hint("impact");
      if (incident.has("scheduled_for") || status != null && MAINTENANCE.contains(status)) {
        hook.ignore("A maintenance that was announced is no incident.");
      } else if (!hook.rules().allows(IMPACTS, impact)) {
        hook.ignore("Its impact is " + impact + ", which does not count.");
      } else {
        take(incident);
      }
    }

    private void take(Fields incident) {
      var turns = turns(incident);
      var begun = hook.needed(incident, incident.has("started_at") ? "started_at" : "created_at");
      var ended = incident.moment("resolved_at", hook.moments());
      if (ended != null && ended.isBefore(begun)) {
        hook.batch()
            .problem(
                1, "It was resolved before it began; it counts, but no time is taken from it.");
      }
      var components = incident.parts("components");
      var id = incident.needed("id");
      for (var one : components) {
        hook.add(fact(id + "/" + one.needed("id"), one.hint("name"), begun, ended, turns));
      }
      if (components.isEmpty()) {
        hook.batch().problem(1, "It names no component, so it counts for no service.");
        hook.add(fact(id, null, begun, ended, turns));
      }
    }

    private IncidentFact fact(
        String id, String component, Instant begun, Instant ended, Turns turns) {
      return new IncidentFact(
          id,
          hook.rules().meaning(COMPONENTS, component),
          begun,
          ended,
          null,
          null,
          List.of(),
          turns.opened(),
          turns.ended());
    }

    /** Updates come newest first, and an incident that was resolved may be taken up again. */
    private Turns turns(Fields incident) {
      var opened = new ArrayList<Instant>();
      var ended = new ArrayList<Instant>();
      boolean open = true;
      for (var update : updates(incident)) {
        boolean ends = ENDS.contains(String.valueOf(update.hint("status")));
        if (open && ends) ended.add(at(update));
        if (!open && !ends) opened.add(at(update));
        open = !ends;
      }
      return opened.isEmpty() ? new Turns(List.of(), List.of()) : new Turns(opened, ended);
    }

    private List<Fields> updates(Fields incident) {
      return incident.parts("incident_updates").stream()
          .filter(one -> at(one) != null)
          .sorted(Comparator.comparing(this::at))
          .toList();
    }

    private Instant at(Fields update) {
      return Fact.first(hook.ifTrue(update, "display_at"), hook.ifTrue(update, "created_at"));
    }
  }

  /** When it was open again, and when it ended. */
  private record Turns(List<Instant> opened, List<Instant> ended) {}
}
