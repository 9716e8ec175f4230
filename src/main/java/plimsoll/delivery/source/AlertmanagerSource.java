package plimsoll.delivery.source;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import plimsoll.delivery.fact.Batch;

/** Prometheus Alertmanager: alerts as incidents, several in one delivery. */
@ApplicationScoped
public class AlertmanagerSource implements Source {

  @Override
  public String key() {
    return "alertmanager";
  }

  @Override
  public String title() {
    return "Prometheus Alertmanager";
  }

  @Override
  public List<String> steps() {
    return List.of(
        "Set a secret below.",
        "Add a receiver to alertmanager.yml: webhook_configs, url: the address, http_config:"
            + " authorization: credentials: the secret, send_resolved: true.",
        "Route to it those alerts that mean that users are hurt, with continue: true.");
  }

  @Override
  public List<Setting> settings() {
    return Alerts.settings();
  }

  @Override
  public boolean signed(Delivery delivery, String secret) {
    return Proof.authorization(delivery, secret);
  }

  @Override
  public String what(Delivery delivery) {
    return Webhook.what(delivery, "status");
  }

  @Override
  public Batch read(Delivery delivery) {
    return Webhook.read(delivery, hook -> new Alerts(hook).read());
  }

  @Override
  public Sample sample(String secret, Instant now) {
    var body =
        """
        {"version": "4", "groupKey": "{}:{alertname=\\"ErrorRateHigh\\"}", "status": "firing",
          "receiver": "plimsoll", "groupLabels": {"alertname": "ErrorRateHigh"},
          "commonLabels": {"alertname": "ErrorRateHigh"}, "commonAnnotations": {},
          "externalURL": "http://alertmanager:9093", "truncatedAlerts": 0,
          "alerts": [{"status": "firing", "startsAt": "%s", "endsAt": "0001-01-01T00:00:00Z",
            "labels": {"alertname": "ErrorRateHigh", "service": "checkout",
              "severity": "critical", "team": "payments"},
            "annotations": {}, "fingerprint": "a1bc48475b20e73d"}]}
        """
            .formatted(now);
    return new Sample(body, Map.of("Authorization", "Bearer " + secret));
  }
}
