package plimsoll.workload.manifest;

import static plimsoll.workload.manifest.Findings.lacks;
import static plimsoll.workload.manifest.Findings.notApplicable;
import static plimsoll.workload.manifest.Findings.unknown;
import static plimsoll.workload.manifest.Findings.untold;
import static plimsoll.workload.manifest.Findings.yes;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import plimsoll.pattern.Finding;

/**
 * Whether what reaches a workload is encrypted: by the doors that lead to its services, else by a
 * mesh around it.
 */
final class Encryption {
  static final String[] DOORS = {
    "Ingress",
    "HTTPRoute",
    "GRPCRoute",
    "TLSRoute",
    "VirtualService",
    "IngressRoute",
    "Route",
    "HTTPProxy"
  };

  private Encryption() {}

  static Finding tls(Running workload, Scene scene) {
    if (workload.isBatch()) return notApplicable("A batch job serves nobody.");
    var services = services(workload, scene);
    var doors = doors(workload, services, scene);
    var open = doors.stream().filter(door -> door.answer() == Finding.Answer.NO).findFirst();
    return open.or(() -> doors.stream().findFirst())
        .or(() -> mesh(workload, services, scene))
        .or(() -> certificate(workload, scene))
        .or(() -> balancer(services))
        .orElseGet(() -> inside(workload, services, scene));
  }

  /** Whose selector takes the pods of a workload; a Knative service is its own. */
  static List<Manifest> services(Running workload, Scene scene) {
    return scene
        .near(workload, "Service")
        .filter(service -> service.group().isEmpty())
        .filter(
            service ->
                Selector.plain(service.at("spec", "selector"), workload.labels())
                    == Selector.Match.YES)
        .toList();
  }

  /** One for each door to it; an unlocked one beside a locked one is an open way in. */
  private static List<Finding> doors(Running workload, List<Manifest> services, Scene scene) {
    var names = services.stream().map(Manifest::name).collect(Collectors.toSet());
    return Stream.of(DOORS)
        .flatMap(kind -> scene.near(workload, kind))
        .filter(door -> Doors.leadsTo(door, names))
        .map(door -> Doors.judged(door, scene))
        .toList();
  }

  private static Optional<Finding> mesh(Running workload, List<Manifest> services, Scene scene) {
    return strict(workload, scene)
        .or(() -> linkerd(workload, scene))
        .or(() -> mutual(services, workload, scene));
  }

  /** Of the workload before its namespace's before the whole mesh's. */
  private static Optional<Finding> strict(Running workload, Scene scene) {
    return scene.all("PeerAuthentication").stream()
        .filter(one -> one.at("spec", "mtls", "mode").text().equals("STRICT"))
        .filter(one -> governs(one, workload))
        .map(
            one ->
                yes(
                    one,
                    one.at("spec", "mtls", "mode"),
                    "mode",
                    "%s lets only mutual TLS in.".formatted(one.called())))
        .findFirst();
  }

  private static boolean governs(Manifest rule, Running workload) {
    boolean wholeMesh = "istio-system".equals(rule.namespace());
    boolean here = wholeMesh || Scene.near(workload).test(rule);
    var selector = rule.at("spec", "selector");
    return here
        && (!selector.isThere()
            || Selector.full(selector, workload.labels()) == Selector.Match.YES);
  }

  private static Optional<Finding> linkerd(Running workload, Scene scene) {
    var own = Open.at(workload.pod(), "metadata", "annotations", "linkerd.io/inject");
    if (own.text().equals("enabled")) {
      return Optional.of(
          yes(workload.manifest(), own, "linkerd.io/inject", "Linkerd encrypts between pods."));
    }
    return scene
        .near(workload, "Namespace")
        .filter(space -> space.name().equals(workload.namespace()))
        .filter(space -> space.annotation("linkerd.io/inject").equals("enabled"))
        .filter(space -> !own.text().equals("disabled"))
        .map(
            space ->
                yes(
                    space,
                    space.at("metadata", "annotations", "linkerd.io/inject"),
                    "linkerd.io/inject",
                    "Linkerd encrypts between pods."))
        .findFirst();
  }

  /** What calls the service is told to do so by the mesh's own TLS. */
  private static Optional<Finding> mutual(List<Manifest> services, Running workload, Scene scene) {
    var names = services.stream().map(Manifest::name).collect(Collectors.toSet());
    return scene
        .near(workload, "DestinationRule")
        .filter(rule -> names.contains(Doors.host(rule.at("spec", "host").text())))
        .filter(
            rule ->
                Set.of("ISTIO_MUTUAL", "MUTUAL")
                    .contains(rule.at("spec", "trafficPolicy", "tls", "mode").text()))
        .map(
            rule ->
                yes(
                    rule,
                    rule.at("spec", "trafficPolicy", "tls", "mode"),
                    "mode",
                    "%s has it called by mutual TLS.".formatted(rule.called())))
        .findFirst();
  }

  /** Pods that mount the secret of a certificate end TLS themselves. */
  private static Optional<Finding> certificate(Running workload, Scene scene) {
    var mounted =
        workload.spec("volumes").items().stream()
            .map(volume -> volume.at("secret", "secretName").text())
            .filter(name -> !name.isEmpty())
            .collect(Collectors.toSet());
    return scene
        .near(workload, "Certificate")
        .filter(one -> one.group().equals("cert-manager.io"))
        .filter(one -> mounted.contains(one.at("spec", "secretName").text()))
        .map(
            one ->
                yes(
                    one,
                    one.at("spec", "secretName"),
                    "secretName",
                    "Its pods have %s.".formatted(one.called())))
        .findFirst();
  }

  private static Optional<Finding> balancer(List<Manifest> services) {
    return services.stream().flatMap(service -> Doors.balancer(service).stream()).findFirst();
  }

  /** Nothing leads to it from outside, as far as was read. */
  private static Finding inside(Running workload, List<Manifest> services, Scene scene) {
    if (scene.hides(DOORS)) return untold("There is an ingress that could not be read.");
    boolean listens =
        !services.isEmpty()
            || scene.hides("Service")
            || workload.containers().stream().anyMatch(one -> !one.at("ports").items().isEmpty());
    if (!listens) return notApplicable("%s listens to nobody.".formatted(workload.called()));
    return scene.hasSurroundings()
        ? lacks(workload, "Nothing encrypts what reaches %s.".formatted(workload.called()))
        : unknown(
            workload.manifest(),
            workload.manifest().at("kind"),
            "kind",
            "%s is reached from inside; whether a mesh encrypts that was not read."
                .formatted(workload.called()));
  }
}
