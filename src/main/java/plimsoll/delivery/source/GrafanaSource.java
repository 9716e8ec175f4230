package plimsoll.delivery.source;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import plimsoll.delivery.fact.BadEvent;
import plimsoll.delivery.fact.Batch;
import plimsoll.delivery.fact.Fact;
import plimsoll.delivery.fact.Fields;
import plimsoll.delivery.fact.IncidentFact;

/**
 * Grafana: unified alerting, whose form is Alertmanager's, and the legacy alerts of before version
 * 11, which tell states without times.
 */
@ApplicationScoped
public class GrafanaSource implements Source {
  private static final String SIGNATURE = "X-Grafana-Alerting-Signature";
  private static final String TIME = "X-Grafana-Alerting-Timestamp";

  @Override
  public String key() {
    return "grafana";
  }

  @Override
  public String title() {
    return "Grafana";
  }

  @Override
  public List<String> steps() {
    return List.of(
        "Set a secret below.",
        "In Grafana, open Alerting, Contact points, Add contact point, Webhook, and paste the"
            + " address.",
        "Under Optional settings, set the secret of the HMAC signature, and leave its headers as they"
            + " are; in versions before 12 set the authorization header's credentials, or the basic"
            + " password, to it.",
        "Route to it those alerts that mean that users are hurt.");
  }

  @Override
  public List<Setting> settings() {
    return Alerts.settings();
  }

  @Override
  public boolean signed(Delivery delivery, String secret) {
    return Proof.hmac(delivery.header(SIGNATURE), "", timed(delivery), secret)
        | Proof.authorization(delivery, secret);
  }

  /** What it signs: the body, with the time before it where it sends one. */
  private static byte[] timed(Delivery delivery) {
    var time = delivery.header(TIME);
    if (time == null) return delivery.body();
    var head = (time + ":").getBytes(StandardCharsets.UTF_8);
    var signed = Arrays.copyOf(head, head.length + delivery.body().length);
    System.arraycopy(delivery.body(), 0, signed, head.length, delivery.body().length);
    return signed;
  }

  /** A legacy alert that is ok says so in the same words each time. */
  @Override
  public boolean tellsTime(Delivery delivery) {
    return delivery.fields().has("alerts");
  }

  @Override
  public String what(Delivery delivery) {
    var status = Webhook.what(delivery, "status");
    return status.equals("event") ? Webhook.what(delivery, "state") : status;
  }

  @Override
  public Batch read(Delivery delivery) {
    return Webhook.read(delivery, GrafanaSource::read);
  }

  @Override
  public Sample sample(String secret, Instant now) {
    var body =
        """
        {"receiver": "plimsoll", "status": "resolved", "orgId": 1, "version": "1",
          "groupKey": "{}:{}", "groupLabels": {}, "commonAnnotations": {}, "truncatedAlerts": 0,
          "commonLabels": {"alertname": "ErrorRateHigh"}, "externalURL": "https://grafana/",
          "alerts": [{"status": "resolved", "startsAt": "%s", "endsAt": "%s",
            "labels": {"alertname": "ErrorRateHigh", "service": "checkout", "team": "payments"},
            "annotations": {}, "fingerprint": "c6eadffa33fcdf37", "values": {"B": 1}}]}
        """
            .formatted(now.minusSeconds(600), now);
    var signature = Proof.sign(body.getBytes(StandardCharsets.UTF_8), secret);
    return new Sample(body, Map.of(SIGNATURE, signature));
  }

  private static void read(Webhook hook) {
    var payload = hook.payload();
    if (payload.has("alerts")) {
      new Alerts(hook).read();
    } else if (payload.has("state")) {
      legacy(hook, payload);
    } else {
      throw new BadEvent("This is no notification of Grafana: alerts and state are missing.");
    }
  }

  private static void legacy(Webhook hook, Fields payload) {
    var state = payload.needed("state");
    switch (state) {
      case "alerting" -> hook.add(seen(hook, payload, List.of(hook.moments().now()), List.of()));
      case "ok" -> hook.add(seen(hook, payload, List.of(), List.of(hook.moments().now())));
      default -> hook.ignore("Nothing is counted from the state " + Fields.cut(state) + ".");
    }
  }

  /** It tells no times, so what counts is when it came; a reminder tells that it is still open. */
  private static IncidentFact seen(
      Webhook hook, Fields payload, List<Instant> opened, List<Instant> ended) {
    var organisation = payload.hint("orgId");
    var rule = Fact.first(payload.hint("ruleId"), payload.hint("ruleUid"));
    var id = "legacy/" + (organisation == null ? "" : organisation + "/") + needed(rule);
    return new IncidentFact(
        id,
        new Alerts(hook).service(1, List.of(payload.partOrNone("tags"))),
        null,
        ended.isEmpty() ? null : ended.get(0),
        null,
        null,
        List.of(),
        opened,
        ended);
  }

  private static String needed(String rule) {
    if (rule == null) throw new BadEvent("ruleId is missing.");
    return rule;
  }
}
