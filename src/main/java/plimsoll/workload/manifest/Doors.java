package plimsoll.workload.manifest;

import static plimsoll.workload.manifest.Findings.no;
import static plimsoll.workload.manifest.Findings.unknown;
import static plimsoll.workload.manifest.Findings.yes;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import plimsoll.document.Node;
import plimsoll.pattern.Finding;

/** Ways from outside to services: what they lead to, and whether they are encrypted. */
final class Doors {
  /** Fields that name a service, wherever they stand in a way's rules. */
  private static final Set<String> BACKENDS =
      Set.of("serviceName", "host", "backendRefs", "services", "service", "to", "backend");

  /** By these the load balancer of a cloud gets its certificate. */
  private static final List<String> CLOUD_CERTIFICATES =
      List.of(
          "networking.gke.io/managed-certificates",
          "ingress.gcp.kubernetes.io/pre-shared-cert",
          "alb.ingress.kubernetes.io/certificate-arn",
          "appgw.ingress.kubernetes.io/appgw-ssl-certificate",
          "nginx.ingress.kubernetes.io/ssl-passthrough",
          "service.beta.kubernetes.io/aws-load-balancer-ssl-cert",
          "service.beta.kubernetes.io/do-loadbalancer-certificate-id",
          "cloud.google.com/app-protocols");

  private Doors() {}

  /** Whether a way leads to one of some services. */
  static boolean leadsTo(Manifest door, Set<String> services) {
    return names(door.at("spec"), "", services, 0);
  }

  private static boolean names(Node node, String field, Set<String> services, int depth) {
    if (depth > 30) return false;
    if (node.isMap()) {
      return node.fields().entrySet().stream()
          .anyMatch(
              one -> {
                boolean named = one.getKey().equals("name") && BACKENDS.contains(field);
                return named && services.contains(one.getValue().text())
                    || names(one.getValue(), one.getKey(), services, depth + 1);
              });
    }
    if (node.isList()) {
      return node.items().stream().anyMatch(item -> names(item, field, services, depth + 1));
    }
    return Set.of("serviceName", "host").contains(field) && services.contains(host(node.text()));
  }

  /** The service of "web.shop.svc.cluster.local". */
  static String host(String name) {
    int dot = name.indexOf('.');
    return dot < 0 || !name.contains(".svc") ? name : name.substring(0, dot);
  }

  static Finding judged(Manifest door, Scene scene) {
    return switch (door.kind()) {
      case "HTTPRoute", "GRPCRoute", "TLSRoute" -> byGateway(door, scene, "parentRefs");
      case "VirtualService" -> byGateway(door, scene, "gateways");
      case "HTTPProxy" -> byField(door, "virtualhost", "tls");
      default -> byField(door, "tls");
    };
  }

  private static Finding byField(Manifest door, String... path) {
    var tls = Open.at(door.at("spec"), path);
    if (Open.is(tls)) return unclear(door, tls);
    if (tls.isMap() || !tls.items().isEmpty()) return closed(door, tls, "tls");
    return byCloud(door)
        .orElseGet(
            () -> no(door, door.at("spec"), "spec", door.called() + " takes plain traffic."));
  }

  private static Optional<Finding> byCloud(Manifest door) {
    return CLOUD_CERTIFICATES.stream()
        .map(key -> door.at("metadata", "annotations", key))
        .filter(Node::isThere)
        .findFirst()
        .map(note -> closed(door, note, "annotation"));
  }

  /** Gateways of the Gateway API have listeners, those of Istio have servers. */
  private static Finding byGateway(Manifest door, Scene scene, String field) {
    var names =
        door.at("spec", field).items().stream()
            .map(one -> one.isMap() ? one.at("name").text() : last(one.text()))
            .toList();
    var gateways = scene.all("Gateway").stream().filter(one -> names.contains(one.name())).toList();
    for (var gateway : gateways) {
      var ends =
          Stream.concat(
                  gateway.at("spec", "listeners").items().stream(),
                  gateway.at("spec", "servers").items().stream())
              .filter(end -> end.at("tls").isMap())
              .findFirst();
      if (ends.isPresent()) return closed(gateway, ends.get().at("tls"), "tls");
    }
    return gateways.isEmpty()
        ? unknown(
            door,
            door.at("spec", field),
            field,
            "The gateway of %s was not read.".formatted(door.called()))
        : no(
            gateways.get(0),
            gateways.get(0).at("spec"),
            "spec",
            gateways.get(0).called() + " takes plain traffic.");
  }

  /** The name in "namespace/name". */
  private static String last(String name) {
    return name.substring(name.lastIndexOf('/') + 1);
  }

  /** A service that is a way in by itself. */
  static Optional<Finding> balancer(Manifest service) {
    var type = service.at("spec", "type");
    if (!Set.of("LoadBalancer", "NodePort").contains(type.text())) return Optional.empty();
    return byCloud(service)
        .or(
            () ->
                Optional.of(
                    no(
                        service,
                        type,
                        "type",
                        "%s lets plain traffic in from outside.".formatted(service.called()))));
  }

  private static Finding closed(Manifest door, Node line, String name) {
    return yes(door, line, name, "%s ends TLS.".formatted(door.called()));
  }

  private static Finding unclear(Manifest door, Node line) {
    return unknown(
        door, line, "tls", "A template hides whether %s ends TLS.".formatted(door.called()));
  }
}
