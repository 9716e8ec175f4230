package plimsoll.workload.manifest;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import plimsoll.document.Node;
import plimsoll.pattern.Finding;

/** Alerting: a rule that selects a workload, and somebody of a team who gets to know. */
final class Alerts {
  private static final int EXPRESSION_MAX = 20_000;
  private static final Pattern MATCHER =
      Pattern.compile(
          "([a-zA-Z_][a-zA-Z0-9_]{0,60})\\s{0,5}(=~|=)\\s{0,5}[\"']([^\"']{0,400})[\"']");

  /** Labels whose value is the name of a workload, its service or its pods. */
  private static final Set<String> NAMES =
      Set.of(
          "job",
          "service",
          "app",
          "deployment",
          "statefulset",
          "daemonset",
          "rollout",
          "container",
          "pod",
          "workload",
          "instance",
          "name",
          "service_name",
          "exported_job",
          "exported_service",
          "created_by_name",
          "destination_workload",
          "destination_service",
          "destination_service_name",
          "destination_app",
          "app_kubernetes_io_name",
          "horizontalpodautoscaler",
          "label_app",
          "ingress",
          "backend",
          "replicaset");

  /** Labels by which an alert says whose it is. */
  private static final Set<String> OWNERS = Set.of("team", "owner", "squad", "group", "oncall");

  private Alerts() {}

  /** An alert and the rules that it stands in. */
  private record Alert(Manifest rules, Node rule) {
    String label(String name) {
      return rule.at("labels", name).text();
    }
  }

  static Finding alerting(Running workload, Scene scene) {
    var names = names(workload, scene);
    var selecting = alerts(scene).filter(alert -> selects(alert, names, workload)).toList();
    if (selecting.isEmpty()) return unwatched(workload, scene);
    var routes = new Routes(scene);
    var findings = selecting.stream().map(alert -> routed(alert, routes)).toList();
    return findings.stream()
        .filter(one -> one.answer() == Finding.Answer.YES)
        .findFirst()
        .orElse(findings.get(0));
  }

  /** Rules of Prometheus, of its operator, of GKE's and of VictoriaMetrics', that alert. */
  private static Stream<Alert> alerts(Scene scene) {
    return Stream.of("PrometheusRule", "VMRule", "Rules", "ClusterRules", "GlobalRules")
        .flatMap(kind -> scene.all(kind).stream())
        .flatMap(Alerts::of);
  }

  /** Whether rules alert anybody rather than only record. */
  static boolean alerts(Manifest rules) {
    return of(rules).findFirst().isPresent();
  }

  private static Stream<Alert> of(Manifest rules) {
    return rules.at("spec", "groups").items().stream()
        .flatMap(group -> group.at("rules").items().stream())
        .filter(rule -> rule.at("alert").isThere())
        .map(rule -> new Alert(rules, rule));
  }

  private static Set<String> names(Running workload, Scene scene) {
    var names =
        Stream.concat(
                Stream.of(workload.name()),
                Encryption.services(workload, scene).stream().map(Manifest::name))
            .collect(Collectors.toSet());
    for (var label : List.of("app", "app.kubernetes.io/name", "k8s-app")) {
      names.add(workload.labels().at(label).text());
    }
    workload.applications().forEach(container -> names.add(container.at("name").text()));
    names.removeIf(name -> name.isEmpty() || Open.is(name));
    return names;
  }

  private static boolean selects(Alert alert, Set<String> names, Running workload) {
    return byExpression(alert, names, workload)
        || NAMES.stream().anyMatch(label -> names.contains(alert.label(label)))
        || bySameName(alert.rules(), workload);
  }

  private static boolean byExpression(Alert alert, Set<String> names, Running workload) {
    var expression = alert.rule().at("expr").text();
    var matcher =
        MATCHER.matcher(expression.substring(0, Math.min(EXPRESSION_MAX, expression.length())));
    while (matcher.find()) {
      var value = matcher.group(3);
      boolean regex = matcher.group(2).equals("=~");
      if (NAMES.contains(matcher.group(1)) && takes(value, regex, names)) return true;
      if (matcher.group(1).equals("namespace")
          && workload.namespace() != null
          && takes(value, regex, Set.of(workload.namespace()))) return true;
    }
    return false;
  }

  /** Pods are called as their workload and more. */
  private static boolean takes(String value, boolean regex, Set<String> names) {
    return names.stream()
        .anyMatch(
            name ->
                regex
                    ? Alternatives.of(value).takes(name)
                        || Alternatives.of(value).takes(name + "-0")
                    : value.equals(name));
  }

  /** Rules that go by the very name that the workload goes by were written for it. */
  private static boolean bySameName(Manifest rules, Running workload) {
    return Stream.of("app.kubernetes.io/name", "app")
        .anyMatch(
            label -> {
              var name = workload.labels().at(label).text();
              return !name.isEmpty() && rules.labels().at(label).text().equals(name);
            });
  }

  private static Finding routed(Alert alert, Routes routes) {
    var where = alert.rules();
    var line = alert.rule().at("alert");
    var called = "Alert " + line.text();
    for (var owner : OWNERS) {
      if (!alert.label(owner).isEmpty()) {
        return Findings.yes(
            where, line, "alert", "%s goes to %s.".formatted(called, alert.label(owner)));
      }
    }
    if (routes.isEmpty()) {
      return Findings.unknown(
          where, line, "alert", called + " watches it; who gets to know was not read.");
    }
    var receiver = routes.receiver(alert.rule().at("labels"), line.text(), where.namespace());
    return receiver == null
        ? Findings.no(where, line, "alert", called + " goes to nobody in particular.")
        : Findings.yes(where, line, "alert", "%s goes to %s.".formatted(called, receiver));
  }

  private static Finding unwatched(Running workload, Scene scene) {
    if (scene.hides("PrometheusRule")) {
      return Findings.untold("There are alert rules that could not be read.");
    }
    boolean seen = alerts(scene).anyMatch(alert -> alert.rules().live());
    return seen
        ? Findings.lacks(workload, "No alert rule selects %s.".formatted(workload.called()))
        : Findings.untold(
            "No alert rule of its files selects it; those kept elsewhere were not read.");
  }
}
