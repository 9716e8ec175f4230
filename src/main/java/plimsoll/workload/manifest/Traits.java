package plimsoll.workload.manifest;

import java.util.EnumMap;
import java.util.Map;
import plimsoll.pattern.Finding;
import plimsoll.pattern.Trait;
import plimsoll.pattern.Workload;

/** Asks for each trait of a workload. */
final class Traits {
  private Traits() {}

  static Workload of(Running workload, Scene scene) {
    return new Workload(
        workload.kind(), workload.namespace(), workload.name(), found(workload, scene));
  }

  private static Map<Trait, Finding> found(Running workload, Scene scene) {
    var found = new EnumMap<Trait, Finding>(Trait.class);
    for (var trait : Trait.values()) found.put(trait, find(trait, workload, scene));
    return found;
  }

  private static Finding find(Trait trait, Running workload, Scene scene) {
    return switch (trait) {
      case LOGGING -> Logging.logging(workload, scene);
      case ALERTING -> Alerts.alerting(workload, scene);
      case TLS -> Encryption.tls(workload, scene);
      case AUTOSCALING -> Scaling.autoscaling(workload, scene);
      case READINESS -> PodTraits.readiness(workload);
      case LIVENESS -> PodTraits.liveness(workload);
      case DISRUPTION_BUDGET -> Shelter.disruptionBudget(workload, scene);
      case REQUESTS_AND_LIMITS -> PodTraits.requestsAndLimits(workload, scene);
      case NETWORK_POLICY -> Shelter.networkPolicy(workload, scene);
      case NON_ROOT -> PodTraits.nonRoot(workload);
      case REPLICAS -> Scaling.replicas(workload, scene);
      case TOPOLOGY_SPREAD -> PodTraits.spread(workload);
    };
  }
}
