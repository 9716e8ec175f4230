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
        "Put it into a file that Alertmanager can read, and add to alertmanager.yml what stands"
            + " below.",
        "Let the route match those alerts that mean that users are hurt.");
  }

  @Override
  public String paste() {
    return """
        route:
          routes:
          - receiver: plimsoll
            matchers: [severity=~"critical|page"]
            continue: true
        receivers:
        - name: plimsoll
          webhook_configs:
          - url: ADDRESS
            send_resolved: true
            http_config:
              authorization:
                credentials_file: /etc/alertmanager/plimsoll-secret
        """;
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
