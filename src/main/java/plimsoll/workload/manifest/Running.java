package plimsoll.workload.manifest;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import plimsoll.document.Node;

/**
 * Something that keeps pods running, or runs them by and by.
 *
 * @param pod template: its metadata and its spec
 */
record Running(Manifest manifest, Node pod) {
  private static final Map<String, Set<String>> STEADY =
      Map.of(
          "Deployment", Set.of("apps", "extensions"),
          "StatefulSet", Set.of("apps"),
          "DaemonSet", Set.of("apps", "extensions"),
          "ReplicaSet", Set.of("apps", "extensions"),
          "ReplicationController", Set.of(""),
          "Rollout", Set.of("argoproj.io"),
          "DeploymentConfig", Set.of("apps.openshift.io"),
          "Service", Set.of("serving.knative.dev"));
  private static final Map<String, Set<String>> BATCH =
      Map.of("Job", Set.of("batch"), "CronJob", Set.of("batch"));

  private static final int NAME_MAX = 300;

  /** Helpers beside an application, by the name of their image. */
  private static final Pattern SIDECAR =
      Pattern.compile(
          "(?:^|[/-])(?:proxyv2|istio-proxy|envoy|linkerd2?-proxy|kube-rbac-proxy"
              + "|cloud-?sql-proxy|gce-proxy|oauth2-proxy|auth-proxy|vault|vault-agent"
              + "|config-?map-reload|prometheus-config-reloader|k8s-sidecar|git-sync"
              + "|fluent-?bit|fluentd|promtail|filebeat|vector|alloy|grafana-agent"
              + "|opentelemetry-collector.*|otel.*collector|jaeger-agent|statsd-exporter"
              + "|[a-z0-9-]+[-_]exporter|daprd|consul-dataplane|datadog-agent)"
              + "(?:[-:@]|$)");

  /**
   * All of a service's, in production or where nobody knows; batch only where nothing else runs.
   */
  static List<Running> inProduction(Scene scene) {
    var steady = of(scene, STEADY);
    var all = steady.isEmpty() ? of(scene, BATCH) : steady;
    boolean told = all.stream().anyMatch(Running::isProduction);
    return all.stream()
        .filter(one -> told ? one.isProduction() : one.manifest.environment() == null)
        .toList();
  }

  /** All of a service's, wherever they run. */
  static List<Running> everywhere(Scene scene) {
    var all = new ArrayList<>(of(scene, STEADY));
    all.addAll(of(scene, BATCH));
    return all;
  }

  private static List<Running> of(Scene scene, Map<String, Set<String>> kinds) {
    var found =
        kinds.keySet().stream()
            .sorted()
            .flatMap(kind -> scene.own(kind).stream())
            .filter(object -> kinds.get(object.kind()).contains(object.group()))
            .filter(Running::standsAlone)
            .toList();
    boolean live = found.stream().anyMatch(Manifest::live);
    var lent = lent(found);
    return found.stream()
        .filter(object -> object.live() == live)
        .filter(object -> !lent.contains(object.called()))
        .map(object -> new Running(object, pod(object, found)))
        .toList();
  }

  /** What another object made is that one's; hooks and tests run once and are gone. */
  private static boolean standsAlone(Manifest object) {
    return !object.at("metadata", "ownerReferences").isThere()
        && object.annotation("helm.sh/hook").isEmpty()
        && object.annotation("argocd.argoproj.io/hook").isEmpty();
  }

  /** A Rollout may take its pods from a Deployment, which then runs none itself. */
  private static Set<String> lent(List<Manifest> found) {
    var lent = new HashSet<String>();
    for (var object : found) {
      var from = object.at("spec", "workloadRef");
      if (from.isMap()) lent.add(from.at("kind").text() + " " + from.at("name").text());
    }
    return lent;
  }

  private static Node pod(Manifest object, List<Manifest> found) {
    var from = object.at("spec", "workloadRef");
    if (from.isMap()) {
      var called = from.at("kind").text() + " " + from.at("name").text();
      return found.stream()
          .filter(other -> other.called().equals(called))
          .findFirst()
          .map(other -> other.at("spec", "template"))
          .orElse(Node.scalar(Node.Kind.TEXT, Open.mark("workloadRef"), from.line()));
    }
    return object.kind().equals("CronJob")
        ? object.at("spec", "jobTemplate", "spec", "template")
        : object.at("spec", "template");
  }

  boolean isProduction() {
    return manifest.environment() == Environment.PRODUCTION;
  }

  boolean isBatch() {
    return BATCH.containsKey(manifest.kind());
  }

  boolean isOnEachNode() {
    return manifest.kind().equals("DaemonSet");
  }

  boolean isKnative() {
    return manifest.kind().equals("Service");
  }

  String kind() {
    return manifest.kind();
  }

  String name() {
    return manifest.name();
  }

  String namespace() {
    return manifest.namespace();
  }

  /** As in a sentence. */
  String called() {
    return manifest.called();
  }

  Node labels() {
    return Open.at(pod, "metadata", "labels");
  }

  Node spec(String... path) {
    return Open.at(Open.at(pod, "spec"), path);
  }

  /** Those that run beside each other, without those that run first. */
  List<Node> containers() {
    return spec("containers").items().stream().filter(Node::isMap).toList();
  }

  /** Without helpers such as proxies and exporters; all, where there are only such. */
  List<Node> applications() {
    var own = containers().stream().filter(one -> !isSidecar(one)).toList();
    return own.isEmpty() ? containers() : own;
  }

  List<Node> sidecars() {
    var applications = applications();
    var always =
        spec("initContainers").items().stream()
            .filter(one -> one.at("restartPolicy").text().equals("Always"));
    return Stream.concat(containers().stream().filter(one -> !applications.contains(one)), always)
        .toList();
  }

  List<Node> initContainers() {
    return spec("initContainers").items();
  }

  private boolean isSidecar(Node container) {
    var name = container.at("name").text();
    return !name.equals(name()) && (isHelper(container.at("image").text()) || isHelper(name));
  }

  private static boolean isHelper(String name) {
    return name.length() <= NAME_MAX && SIDECAR.matcher(name).find();
  }
}
