package plimsoll.workload.manifest;

import static plimsoll.workload.manifest.Findings.no;
import static plimsoll.workload.manifest.Findings.untold;
import static plimsoll.workload.manifest.Findings.yes;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import plimsoll.document.Node;
import plimsoll.pattern.Finding;

/** Whether somebody collects what a workload logs. */
final class Logging {
  private static final int NAME_MAX = 300;

  /** Images of those who collect logs. */
  private static final Pattern AGENT =
      Pattern.compile(
          "(?:^|[/-])(?:fluent-?bit[a-z-]*|fluentd[a-z0-9-]*|promtail|filebeat|vector|alloy"
              + "|grafana-agent|agent-operator|logstash|datadog-agent|splunk[a-z-]*|rsyslog"
              + "|newrelic-fluentbit-output|cloudwatch-agent|amazon-cloudwatch-observability"
              + "|loki-canary|logging-agent|omsagent|ama-logs|fluentbit-gke)(?:[:@]|$)");

  private static final Pattern OPEN_TELEMETRY =
      Pattern.compile("(?:^|/)(?:opentelemetry-collector[a-z-]*|otelcol[a-z-]*)(?:[:@]|$)");

  private Logging() {}

  static Finding logging(Running workload, Scene scene) {
    return refused(workload)
        .or(() -> beside(workload))
        .or(() -> told(workload))
        .or(() -> agent(workload, scene))
        .or(() -> forwarded(workload, scene))
        .orElseGet(() -> nobody(workload, scene));
  }

  private static Optional<Finding> refused(Running workload) {
    var note = Open.at(workload.pod(), "metadata", "annotations", "fluentbit.io/exclude");
    return note.text().equals("true")
        ? Optional.of(no(workload.manifest(), note, "exclude", "Its logs are left out."))
        : Optional.empty();
  }

  private static Optional<Finding> beside(Running workload) {
    return workload.containers().stream()
        .filter(container -> isAgent(container.at("image").text()))
        .findFirst()
        .map(
            container ->
                yes(
                    workload.manifest(),
                    container.at("image"),
                    "image",
                    "Container %s collects its logs.".formatted(container.at("name").text())));
  }

  /** By annotation, or by an exporter of OpenTelemetry. */
  private static Optional<Finding> told(Running workload) {
    var notes = Open.at(workload.pod(), "metadata", "annotations");
    var datadog =
        notes.fields().entrySet().stream()
            .filter(note -> note.getKey().startsWith("ad.datadoghq.com/"))
            .filter(note -> note.getKey().endsWith(".logs"))
            .map(note -> note.getValue());
    var exporter =
        workload.containers().stream()
            .flatMap(container -> container.at("env").items().stream())
            .filter(entry -> entry.at("name").text().equals("OTEL_LOGS_EXPORTER"))
            .map(entry -> entry.at("value"))
            .filter(value -> value.isThere() && !value.text().equals("none"));
    return Stream.concat(datadog, exporter)
        .findFirst()
        .map(line -> yes(workload.manifest(), line, "logs", "Its logs are sent on."));
  }

  /** An agent on each node sees the logs of all of its pods. */
  private static Optional<Finding> agent(Running workload, Scene scene) {
    return scene.all("DaemonSet").stream()
        .filter(set -> set != workload.manifest())
        .filter(set -> sees(set, workload))
        .flatMap(set -> image(set, scene).map(image -> collects(set, image)).stream())
        .findFirst();
  }

  /** Of another environment it sees nothing; of another namespace it does. */
  private static boolean sees(Manifest set, Running workload) {
    var here = workload.manifest().environment();
    return set.environment() == null || here == null || set.environment() == here;
  }

  private static Optional<Node> image(Manifest set, Scene scene) {
    return set.at("spec", "template", "spec", "containers").items().stream()
        .map(container -> container.at("image"))
        .filter(
            image ->
                isAgent(image.text())
                    || OPEN_TELEMETRY.matcher(image.text()).find() && readsFiles(scene))
        .findFirst();
  }

  /** A collector of OpenTelemetry collects logs if it is told to read them. */
  private static boolean readsFiles(Scene scene) {
    return scene.all("ConfigMap").stream()
        .flatMap(map -> map.at("data").fields().values().stream())
        .anyMatch(text -> text.text().contains("filelog"));
  }

  private static Finding collects(Manifest set, Node image) {
    return yes(set, image, "image", "%s collects the logs of its node.".formatted(set.called()));
  }

  /** By an operator's flow or forwarder. */
  private static Optional<Finding> forwarded(Running workload, Scene scene) {
    return Stream.of("ClusterFlow", "ClusterLogForwarder", "LogPipeline", "Flow", "PodLogs")
        .flatMap(kind -> scene.all(kind).stream())
        .filter(
            one ->
                one.kind().startsWith("Cluster")
                    || one.kind().equals("LogPipeline")
                    || Scene.near(workload).test(one))
        .findFirst()
        .map(one -> yes(one, one.at("kind"), "kind", one.called() + " collects its logs."));
  }

  /** Only who saw what runs on each node can say that nobody collects. */
  private static Finding nobody(Running workload, Scene scene) {
    boolean seen = scene.all("DaemonSet").stream().anyMatch(Manifest::live);
    return seen
        ? Findings.lacks(
            workload, "No agent on the nodes collects the logs of " + workload.called() + ".")
        : untold("Which agents run on the nodes was not read.");
  }

  private static boolean isAgent(String image) {
    return image.length() <= NAME_MAX && AGENT.matcher(image).find();
  }
}
