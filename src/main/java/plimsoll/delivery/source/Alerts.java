package plimsoll.delivery.source;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import plimsoll.delivery.fact.BadEvent;
import plimsoll.delivery.fact.Fact;
import plimsoll.delivery.fact.Fields;
import plimsoll.delivery.fact.IncidentFact;

/**
 * The alerts of one notification, in the form that Alertmanager has and Grafana took over. Each has
 * its own state; one that fires again after it was resolved is another incident.
 */
record Alerts(Webhook hook) {
  private static final Set<String> STATES = Set.of("firing", "resolved");
  private static final Setting SERVICE =
      new Setting(
          "service-labels",
          "Labels that name the service",
          "Names divided by commas; the first that an alert has counts.",
          "service, app, app_kubernetes_io_name");
  private static final Setting SEVERITY =
      new Setting(
          "severity-labels",
          "Labels that name the severity",
          "Names divided by commas; the first that an alert has counts.",
          "severity, priority");
  private static final Setting SEVERITIES =
      new Setting(
          "severities",
          "Severities that hurt users",
          "Names divided by commas. An alert of another severity is no incident; one without any"
              + " is. A star: all are.",
          "critical, page, emergency, P1");
  private static final Setting RESPONDERS =
      new Setting(
          "team-labels",
          "Labels that name the team that responds",
          "Names divided by commas; the first that an alert has counts.",
          "team");

  static List<Setting> settings() {
    return List.of(SERVICE, SEVERITY, SEVERITIES, RESPONDERS);
  }

  void read() {
    var payload = hook.payload();
    var alerts = payload.parts("alerts");
    if (!payload.has("alerts")) {
      throw new BadEvent("alerts is missing.");
    }
    if (alerts.isEmpty()) {
      hook.ignore("It holds no alert.");
    }
    var numbers = new AtomicInteger();
    hook.each(alerts, alert -> read(numbers.incrementAndGet(), alert, payload));
  }

  private void read(int number, Fields alert, Fields payload) {
    var severity = label(SEVERITY, labels(alert, payload));
    if (severity != null && !hook.rules().allows(SEVERITIES, severity)) {
      hook.batch()
          .ignore(
              number, "Its severity is " + Fields.cut(severity) + ", which is no incident here.");
    } else if (!STATES.contains(status(alert, payload))) {
      hook.batch()
          .ignore(
              number,
              "Its status "
                  + Fields.cut(status(alert, payload))
                  + " tells neither that it fires nor that it is resolved.");
    } else {
      take(number, alert, payload);
    }
  }

  /** Old versions and imitations say it of the whole notification, or not at all. */
  private static String status(Fields alert, Fields payload) {
    var status = Fact.first(alert.hint("status"), payload.hint("status"));
    return Fact.first(status, "firing").toLowerCase(Locale.ROOT);
  }

  private void take(int number, Fields alert, Fields payload) {
    var startsAt = alert.moment("startsAt", hook.moments());
    if (startsAt == null) {
      throw new BadEvent("startsAt is missing.");
    }
    var endsAt = endsAt(alert, payload);
    if (endsAt != null && endsAt.isBefore(startsAt)) {
      hook.batch()
          .problem(
              number, "It was resolved before it began; it counts, but no time is taken from it.");
    }
    hook.add(
        new IncidentFact(
            name(alert) + "@" + startsAt,
            service(number, labels(alert, payload)),
            startsAt,
            endsAt,
            null,
            null,
            Stream.ofNullable(label(RESPONDERS, labels(alert, payload))).toList()));
  }

  /** While an alert fires, endsAt is the year 1, or when it would be given up. */
  private Instant endsAt(Fields alert, Fields payload) {
    var endsAt = alert.hint("endsAt");
    boolean told = endsAt != null && !endsAt.startsWith("0001-");
    boolean resolved = status(alert, payload).equals("resolved");
    if (resolved && !told) {
      throw new BadEvent("endsAt is missing, although the alert is resolved.");
    }
    return resolved ? alert.moment("endsAt", hook.moments()) : null;
  }

  /** Null, with a problem, where no label names it. */
  String service(int number, List<Fields> labels) {
    var service = label(SERVICE, labels);
    if (service == null) {
      hook.batch()
          .problem(
              number,
              "It has none of the labels "
                  + String.join(", ", hook.rules().names(SERVICE))
                  + ", so it counts for no service. The settings say which label names it.");
    }
    return service;
  }

  private static List<Fields> labels(Fields alert, Fields payload) {
    return List.of(alert.partOrNone("labels"), payload.partOrNone("commonLabels"));
  }

  private String label(Setting setting, List<Fields> labels) {
    return labels.stream()
        .flatMap(one -> hook.rules().names(setting).stream().map(name -> label(one, name)))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  /** Labels differ by letter case, settings do not. */
  private static String label(Fields labels, String name) {
    return labels.names().stream()
        .filter(name::equalsIgnoreCase)
        .map(labels::hint)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  /** Its fingerprint; before those were sent, what stands for it: its labels. */
  private static String name(Fields alert) {
    var fingerprint = alert.hint("fingerprint");
    if (fingerprint != null) {
      return fingerprint;
    }
    var labels = new TreeMap<String, String>();
    var given = alert.partOrNone("labels");
    given.names().forEach(name -> labels.put(name, String.valueOf(given.hint(name))));
    return digest(labels.toString());
  }

  private static String digest(String text) {
    try {
      var bytes =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(bytes, 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
