package plimsoll.workload.manifest;

import static plimsoll.workload.manifest.Findings.lacks;
import static plimsoll.workload.manifest.Findings.no;
import static plimsoll.workload.manifest.Findings.notApplicable;
import static plimsoll.workload.manifest.Findings.unknown;
import static plimsoll.workload.manifest.Findings.yes;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import plimsoll.document.Node;
import plimsoll.pattern.Finding;

/** What the template of a workload's pods says by itself. */
final class PodTraits {
  private PodTraits() {}

  static Finding readiness(Running workload) {
    return probe(workload, "readinessProbe", "readiness probe");
  }

  /** A startup probe ends before liveness begins, so it is none. */
  static Finding liveness(Running workload) {
    return probe(workload, "livenessProbe", "liveness probe");
  }

  private static Finding probe(Running workload, String field, String name) {
    if (workload.isBatch()) return notApplicable("A batch job ends by itself.");
    var containers = workload.applications();
    if (containers.isEmpty()) return podUnseen(workload);
    var manifest = workload.manifest();
    for (var container : containers) {
      var probe = Open.at(container, field);
      if (Open.is(probe)) {
        return unknown(
            manifest, probe, field, "A template hides whether there is a %s.".formatted(name));
      }
      if (!asksSomething(probe)) {
        return no(
            manifest,
            container,
            "container",
            "Container %s of %s has no %s."
                .formatted(container.at("name").text(), workload.called(), name));
      }
    }
    var first = containers.get(0).at(field);
    return yes(manifest, first, field, having(workload, containers.size(), name));
  }

  /** A probe without a question is none. */
  private static boolean asksSomething(Node probe) {
    return Stream.of("httpGet", "tcpSocket", "grpc", "exec")
        .anyMatch(question -> probe.at(question).isThere() || Open.at(probe, question).isThere());
  }

  private static String having(Running workload, int containers, String name) {
    var sidecars =
        workload.sidecars().stream()
            .map(one -> one.at("name").text())
            .collect(Collectors.joining(", "));
    return (containers == 1
            ? "The container of %s has a %s".formatted(workload.called(), name)
            : "All %d containers of %s have a %s".formatted(containers, workload.called(), name))
        + (sidecars.isEmpty() ? "." : "; sidecars were not asked for one: " + sidecars + ".");
  }

  /** Of every container, sidecars too; a limit without a request is the request as well. */
  static Finding requestsAndLimits(Running workload, Scene scene) {
    var containers = workload.containers();
    if (containers.isEmpty()) return podUnseen(workload);
    var manifest = workload.manifest();
    var ofPod = workload.spec("resources");
    if (filled(ofPod, "limits")) {
      return yes(manifest, ofPod, "resources", "The pod as a whole has requests and limits.");
    }
    for (var container : containers) {
      var limits = Open.at(container, "resources", "limits");
      if (Open.is(limits)) {
        return unknown(manifest, limits, "resources", "A template hides what it may use.");
      }
      if (limits.fields().isEmpty()) return withoutLimits(workload, container, scene);
    }
    var first = containers.get(0).at("resources");
    return yes(
        manifest,
        first,
        "resources",
        containers.size() == 1
            ? "The container of %s has requests and limits.".formatted(workload.called())
            : "All %d containers of %s have requests and limits."
                .formatted(containers.size(), workload.called()));
  }

  private static boolean filled(Node resources, String field) {
    return !resources.at(field).fields().isEmpty();
  }

  /** A LimitRange gives what a container doesn't say. */
  private static Finding withoutLimits(Running workload, Node container, Scene scene) {
    for (var range : scene.near(workload, "LimitRange").toList()) {
      for (var limit : range.at("spec", "limits").items()) {
        if (limit.at("type").text().equals("Container") && filled(limit, "default")) {
          return yes(
              range,
              limit,
              "limits",
              "LimitRange %s gives what its containers don't say.".formatted(range.name()));
        }
      }
    }
    var name = container.at("name").text();
    boolean requests = filled(container.at("resources"), "requests");
    return no(
        workload.manifest(),
        container,
        "container",
        requests
            ? "Container %s of %s has requests and no limits.".formatted(name, workload.called())
            : "Container %s of %s has no limits.".formatted(name, workload.called()));
  }

  /** What a container says of itself holds over what its pod says. */
  static Finding nonRoot(Running workload) {
    var containers = workload.containers();
    if (containers.isEmpty()) return podUnseen(workload);
    var pod = workload.spec("securityContext");
    Finding held = null;
    for (var container : containers) {
      var found = nonRoot(workload, container, pod);
      if (found.answer() != Finding.Answer.YES) return found;
      if (held == null) held = found;
    }
    return held;
  }

  private static Finding nonRoot(Running workload, Node container, Node pod) {
    var manifest = workload.manifest();
    var name = container.at("name").text();
    var own = Open.at(container, "securityContext");
    for (var context : List.of(own, pod)) {
      var must = Open.at(context, "runAsNonRoot");
      var user = Open.at(context, "runAsUser");
      if (must.isTrue()) {
        return yes(manifest, must, "runAsNonRoot", name + " must not run as root.");
      }
      if (user.isThere() && !Open.is(user)) {
        return user.text().equals("0")
            ? no(manifest, user, "runAsUser", "%s runs as root.".formatted(name))
            : yes(manifest, user, "runAsUser", "%s runs as user %s.".formatted(name, user.text()));
      }
      if (must.isFalse() && context == own) {
        return no(manifest, must, "runAsNonRoot", name + " may run as root.");
      }
      if (Open.is(must) || Open.is(user)) {
        return unknown(manifest, must, "runAsNonRoot", "A template hides which user runs it.");
      }
    }
    return no(
        manifest,
        container,
        "container",
        "Nothing keeps container %s of %s from running as root."
            .formatted(name, workload.called()));
  }

  static Finding spread(Running workload) {
    if (workload.isBatch()) return notApplicable("A batch job ends by itself.");
    if (workload.isOnEachNode()) return notApplicable("A DaemonSet runs once on each node.");
    if (workload.isKnative()) return notApplicable("Knative places its pods.");
    if (workload.spec().text().isEmpty() && !workload.spec().isMap()) return podUnseen(workload);
    var manifest = workload.manifest();
    var apart = workload.spec("topologySpreadConstraints");
    if (!apart.items().isEmpty()) {
      return yes(
          manifest,
          apart,
          "topologySpreadConstraints",
          "Its pods are spread by %s.".formatted(apart.items().get(0).at("topologyKey").text()));
    }
    var affinity = workload.spec("affinity", "podAntiAffinity");
    if (!affinity.fields().isEmpty() && !Open.is(affinity)) {
      return yes(manifest, affinity, "podAntiAffinity", "Its pods keep away from each other.");
    }
    return Open.is(apart) || Open.is(affinity)
        ? unknown(manifest, apart, "topologySpreadConstraints", "A template hides where it runs.")
        : lacks(workload, "Nothing spreads the pods of %s.".formatted(workload.called()));
  }

  private static Finding podUnseen(Running workload) {
    return unknown(
        workload.manifest(),
        workload.pod(),
        "template",
        "The containers of %s were not read.".formatted(workload.called()));
  }
}
