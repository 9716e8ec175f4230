package plimsoll.workload.manifest;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import plimsoll.pattern.Feature;
import plimsoll.pattern.Finding;
import plimsoll.pattern.Slot;
import plimsoll.workload.file.Vocabulary;

/** How a service is scaled, reached and fenced in; each of its workloads has a say. */
record RunFeatures(Scene scene, List<Running> workloads, Choosing choosing) {

  void read() {
    for (var workload : workloads) {
      autoscaling(workload);
      resources(workload);
      containers(workload);
    }
    tls();
    issuers();
  }

  private void autoscaling(Running workload) {
    var manifest = workload.manifest();
    if (workload.isBatch() || workload.isOnEachNode()) return;
    if (workload.isKnative()) {
      choosing.choose(Feature.AUTOSCALING, Vocabulary.KNATIVE, manifest);
      return;
    }
    var scaler = Scaling.scaler(workload, scene);
    if (scaler != null) {
      var kind = scaler.kind().equals("hpa") ? Vocabulary.HPA : Vocabulary.KEDA;
      choosing.choose(Feature.AUTOSCALING, kind, scaler.manifest());
      return;
    }
    var found = Scaling.autoscaling(workload, scene);
    if (found.answer() == Finding.Answer.YES) {
      choosing.choose(Feature.AUTOSCALING, Vocabulary.VPA, manifest);
    } else if (found.answer() == Finding.Answer.NO) {
      choosing.lacks(Feature.AUTOSCALING, Vocabulary.NONE, manifest);
    }
  }

  private void resources(Running workload) {
    var found = PodTraits.requestsAndLimits(workload, scene);
    if (found.answer() == Finding.Answer.UNKNOWN) return;
    var containers = workload.spec("containers");
    choosing.trait(
        Feature.RESOURCES_SET,
        found.answer() == Finding.Answer.YES,
        workload.manifest(),
        containers,
        "containers");
  }

  private void containers(Running workload) {
    for (var container : workload.applications()) {
      var image = Open.at(container, "image");
      if (!image.isThere() || Open.is(image)) continue;
      choosing.trait(
          Feature.DIGEST_PINNED,
          image.text().contains("@sha256:"),
          workload.manifest(),
          image,
          "image");
    }
  }

  /** The doors of all workloads; a service without doors is reached from inside alone. */
  private void tls() {
    if (workloads.isEmpty()) return;
    boolean door = false;
    for (var workload : workloads) door |= doors(workload);
    if (door || scene.hides("Ingress", "HTTPRoute", "Gateway", "VirtualService")) return;
    var meshed =
        workloads.stream()
            .filter(one -> Encryption.tls(one, scene).answer() == Finding.Answer.YES)
            .findFirst();
    if (meshed.isPresent()) {
      choosing.choose(Feature.TLS, Vocabulary.MESH, meshed.get().manifest());
    } else {
      choosing.lacks(Feature.TLS, Vocabulary.NONE, workloads.get(0).manifest());
    }
  }

  private boolean doors(Running workload) {
    var services = Encryption.services(workload, scene);
    var names = services.stream().map(Manifest::name).collect(Collectors.toSet());
    boolean found = false;
    for (var kind : Encryption.DOORS) {
      for (var door : scene.near(workload, kind).filter(d -> Doors.leadsTo(d, names)).toList()) {
        found |= door(door);
      }
    }
    if (found) return true;
    for (var service : services) {
      if (Doors.balancer(service).isEmpty()) continue;
      choosing.choose(
          Feature.TLS, Vocabulary.LOAD_BALANCER, service, service.at("spec", "type"), "type");
      found = true;
    }
    return found;
  }

  private boolean door(Manifest door) {
    var judged = Doors.judged(door, scene);
    boolean gateway =
        !List.of("Ingress", "IngressRoute", "Route", "HTTPProxy").contains(door.kind());
    if (judged.answer() == Finding.Answer.UNKNOWN) return true;
    boolean closed = judged.answer() == Finding.Answer.YES;
    var word =
        gateway
            ? closed ? Vocabulary.GATEWAY_TLS : Vocabulary.GATEWAY_PLAIN
            : closed ? Vocabulary.INGRESS_TLS : Vocabulary.INGRESS_PLAIN;
    choosing.choose(Feature.TLS, word, door);
    if (closed) fill(door);
    return true;
  }

  /** A certificate that an issuer of the whole cluster gives is used by reference. */
  private void fill(Manifest door) {
    var issuer = door.at("metadata", "annotations", "cert-manager.io/cluster-issuer");
    if (issuer.isThere()) {
      choosing.fill(Slot.TLS, "ClusterIssuer/" + issuer.text(), door, issuer, "cluster-issuer");
    } else {
      choosing.fill(Slot.TLS, null, door, door.at("kind"), "kind");
    }
  }

  private void issuers() {
    for (var certificate :
        Stream.of("Certificate", "ManagedCertificate")
            .flatMap(k -> scene.own(k).stream())
            .toList()) {
      var issuer = certificate.at("spec", "issuerRef");
      boolean ofCluster = issuer.at("kind").text().equals("ClusterIssuer");
      choosing.fill(
          Slot.TLS,
          ofCluster ? "ClusterIssuer/" + issuer.at("name").text() : null,
          certificate,
          certificate.at("kind"),
          "kind");
    }
  }
}
