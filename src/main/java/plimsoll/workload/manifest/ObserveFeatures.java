package plimsoll.workload.manifest;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import plimsoll.document.Node;
import plimsoll.pattern.Feature;
import plimsoll.pattern.Slot;
import plimsoll.workload.file.Vocabulary;

/** How a service is watched: metrics, traces, alert rules and dashboards. */
record ObserveFeatures(Scene scene, List<Running> workloads, Choosing choosing) {
  private static final List<String> MONITORS =
      List.of(
          "ServiceMonitor",
          "PodMonitor",
          "PodMonitoring",
          "ClusterPodMonitoring",
          "Probe",
          "ScrapeConfig",
          "VMServiceScrape",
          "VMPodScrape");
  private static final List<String> RULES =
      List.of("PrometheusRule", "VMRule", "Rules", "ClusterRules", "GlobalRules");

  /** Variables by which a tracer is told where traces go. */
  private static final Pattern TRACER =
      Pattern.compile(
          "OTEL_EXPORTER_OTLP_.*ENDPOINT|OTEL_TRACES_EXPORTER|OTEL_TRACES_SAMPLER.*|JAEGER_.*"
              + "|ZIPKIN.*|DD_TRACE.*|DD_AGENT_HOST|ENABLE_TRACING|TRACING_ENABLED"
              + "|SPRING_ZIPKIN.*|MANAGEMENT_TRACING.*|MANAGEMENT_ZIPKIN.*|SENTRY_TRACES.*"
              + "|ELASTIC_APM_SERVER_URL|AWS_XRAY_.*|TEMPO_.*|OTLP_ENDPOINT"
              + "|QUARKUS_OTEL_.*");

  private static final Set<String> OFF = Set.of("", "false", "0", "none", "off", "no");
  private static final int NAME_MAX = 200;

  void read() {
    metrics();
    tracing();
    rules();
    dashboards();
  }

  /** By the first of these that any part of the service shows. */
  private void metrics() {
    for (var kind : MONITORS) {
      for (var monitor : scene.own(kind)) {
        choosing.choose(Feature.METRICS, Vocabulary.PROMETHEUS_OPERATOR, monitor);
        return;
      }
    }
    for (var workload : workloads) {
      var found = ofWorkload(workload);
      if (found.isPresent()) {
        var one = found.get();
        choosing.choose(Feature.METRICS, one.word, one.where, one.line, "metrics");
        return;
      }
    }
    if (!workloads.isEmpty()
        && workloads.stream().noneMatch(Environments::isOpen)
        && !scene.hides(MONITORS.toArray(String[]::new))) {
      choosing.lacks(Feature.METRICS, Vocabulary.NONE, workloads.get(0).manifest());
    }
  }

  private record Seen(String word, Manifest where, Node line) {}

  private Optional<Seen> ofWorkload(Running workload) {
    var pods = Open.at(workload.pod(), "metadata", "annotations");
    return noted(workload.manifest(), pods)
        .or(
            () ->
                Encryption.services(workload, scene).stream()
                    .flatMap(
                        service -> noted(service, service.at("metadata", "annotations")).stream())
                    .findFirst())
        .or(() -> variable(workload, "OTEL_METRICS_EXPORTER.*", Vocabulary.OPENTELEMETRY))
        .or(() -> variable(workload, "DD_DOGSTATSD.*|DD_AGENT_HOST", Vocabulary.DATADOG))
        .or(() -> variable(workload, "STATSD_.*|.*_STATSD_HOST", Vocabulary.STATSD));
  }

  private static Optional<Seen> noted(Manifest where, Node notes) {
    for (var note : notes.fields().entrySet()) {
      var key = note.getKey();
      if (key.endsWith("prometheus.io/scrape") && note.getValue().text().equals("true")) {
        return Optional.of(new Seen(Vocabulary.PROMETHEUS_ANNOTATIONS, where, note.getValue()));
      }
      if (key.startsWith("ad.datadoghq.com/") && !key.endsWith(".logs")) {
        return Optional.of(new Seen(Vocabulary.DATADOG, where, note.getValue()));
      }
    }
    return Optional.empty();
  }

  private Optional<Seen> variable(Running workload, String names, String word) {
    var pattern = Pattern.compile(names);
    return Environments.variables(workload, scene)
        .filter(one -> one.name().length() < NAME_MAX && pattern.matcher(one.name()).matches())
        .filter(one -> !OFF.contains(one.value().text()))
        .findFirst()
        .map(one -> new Seen(word, one.where(), one.value()));
  }

  /** Of any workload; who sees all variables of all of them and no tracer can say there is none. */
  private void tracing() {
    for (var workload : workloads) {
      var noted = tracer(workload);
      if (noted.isPresent()) {
        choosing.trait(Feature.TRACING, true, workload.manifest(), noted.get(), "tracing");
        return;
      }
      var told =
          Environments.variables(workload, scene).filter(ObserveFeatures::isTracer).findFirst();
      if (told.isPresent()) {
        choosing.trait(Feature.TRACING, true, told.get().where(), told.get().value(), "tracing");
        return;
      }
    }
    if (!workloads.isEmpty() && workloads.stream().noneMatch(Environments::isOpen)) {
      choosing.lacks(Feature.TRACING, "false", workloads.get(0).manifest());
    }
  }

  private static boolean isTracer(Environments.Variable one) {
    return one.name().length() < NAME_MAX
        && TRACER.matcher(one.name()).matches()
        && !OFF.contains(one.value().text().toLowerCase(java.util.Locale.ROOT));
  }

  private static Optional<Node> tracer(Running workload) {
    var notes = Open.at(workload.pod(), "metadata", "annotations").fields().entrySet().stream();
    Predicate<String> injects =
        key ->
            key.startsWith("instrumentation.opentelemetry.io/inject")
                || key.equals("sidecar.opentelemetry.io/inject")
                || key.equals("sidecar.jaegertracing.io/inject")
                || key.startsWith("admission.datadoghq.com/") && key.endsWith("-lib.version");
    var noted =
        notes
            .filter(note -> injects.test(note.getKey()))
            .map(note -> note.getValue())
            .filter(value -> !OFF.contains(value.text()));
    var beside =
        workload.containers().stream()
            .map(container -> container.at("image"))
            .filter(image -> image.text().contains("jaeger-agent"));
    var argument =
        workload.applications().stream()
            .flatMap(
                container ->
                    Stream.concat(
                        container.at("args").items().stream(),
                        container.at("command").items().stream()))
            .filter(
                word ->
                    word.text().startsWith("--otel-service-name")
                        || word.text().startsWith("--otlp")
                        || word.text().startsWith("--tracing"));
    return Stream.of(noted, beside, argument).flatMap(all -> all).findFirst();
  }

  private void rules() {
    for (var kind : RULES) {
      for (var rules : scene.own(kind)) {
        if (!Alerts.alerts(rules)) continue;
        choosing.choose(Feature.ALERT_RULES, "true", rules);
        choosing.fill(Slot.ALERTS, null, rules, rules.at("kind"), "kind");
      }
    }
    boolean some = RULES.stream().flatMap(k -> scene.own(k).stream()).anyMatch(Alerts::alerts);
    if (!some && !workloads.isEmpty() && !scene.hides(RULES.toArray(String[]::new))) {
      choosing.lacks(Feature.ALERT_RULES, "false", workloads.get(0).manifest());
    }
  }

  private void dashboards() {
    for (var map : scene.own("ConfigMap")) {
      var label = map.labels().at("grafana_dashboard");
      boolean named = map.name().startsWith("grafana-dashboard-");
      if (label.isThere() || named) {
        choosing.fill(Slot.DASHBOARDS, null, map, label.isThere() ? label : map.at("kind"), "kind");
      }
    }
    for (var board : scene.own("GrafanaDashboard")) {
      var from = board.at("spec", "grafanaCom", "id");
      choosing.fill(
          Slot.DASHBOARDS,
          from.isThere() ? "grafana.com/" + from.text() : null,
          board,
          board.at("kind"),
          "kind");
    }
  }
}
