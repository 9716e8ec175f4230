package plimsoll.workload.manifest;

import static plimsoll.workload.manifest.Findings.lacks;
import static plimsoll.workload.manifest.Findings.no;
import static plimsoll.workload.manifest.Findings.notApplicable;
import static plimsoll.workload.manifest.Findings.unknown;
import static plimsoll.workload.manifest.Findings.untold;
import static plimsoll.workload.manifest.Findings.yes;

import java.util.Optional;
import java.util.regex.Pattern;
import plimsoll.document.Node;
import plimsoll.pattern.Finding;

/** How many pods there are, and what changes that. */
final class Scaling {
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");
  private static final String HIDDEN = "A template hides between which numbers it scales.";
  private static final String KNATIVE = "autoscaling.knative.dev/";

  private Scaling() {}

  /** What scales a workload. */
  record Scaler(String kind, Manifest manifest, Node least, int otherwise, Node most) {}

  /** HorizontalPodAutoscalers of any version and ScaledObjects; null when there is none. */
  static Scaler scaler(Running workload, Scene scene) {
    return horizontal(workload, scene).or(() -> byEvents(workload, scene)).orElse(null);
  }

  private static Optional<Scaler> horizontal(Running workload, Scene scene) {
    return scene
        .near(workload, "HorizontalPodAutoscaler")
        .filter(hpa -> targets(hpa.at("spec", "scaleTargetRef"), workload))
        .map(
            hpa ->
                new Scaler(
                    "hpa", hpa, hpa.at("spec", "minReplicas"), 1, hpa.at("spec", "maxReplicas")))
        .findFirst();
  }

  private static Optional<Scaler> byEvents(Running workload, Scene scene) {
    return scene
        .near(workload, "ScaledObject")
        .filter(one -> targets(one.at("spec", "scaleTargetRef"), workload))
        .map(
            one ->
                new Scaler(
                    "keda",
                    one,
                    one.at("spec", "minReplicaCount"),
                    0,
                    orDefault(one.at("spec", "maxReplicaCount"), "100")))
        .findFirst();
  }

  private static Node orDefault(Node given, String value) {
    return given.isThere() ? given : Node.scalar(Node.Kind.NUMBER, value, 0);
  }

  private static boolean targets(Node reference, Running workload) {
    var kind = reference.at("kind").text();
    return (kind.isEmpty() ? "Deployment" : kind).equals(workload.kind())
        && reference.at("name").text().equals(workload.name());
  }

  static Finding autoscaling(Running workload, Scene scene) {
    if (workload.isBatch()) return notApplicable("A batch job runs once.");
    if (workload.isOnEachNode()) return notApplicable("A DaemonSet runs once on each node.");
    if (workload.isKnative()) return knative(workload);
    var scaler = scaler(workload, scene);
    if (scaler != null) return between(scaler, workload);
    return vertical(workload, scene).orElseGet(() -> nothing(workload, scene));
  }

  private static Finding between(Scaler scaler, Running workload) {
    var manifest = scaler.manifest();
    Integer least = number(scaler.least(), scaler.otherwise());
    Integer most = number(scaler.most(), -1);
    if (least == null || most == null) return unknown(manifest, scaler.most(), "max", HIDDEN);
    if (most < 0) {
      return no(manifest, scaler.most(), "max", manifest.called() + " says no greatest number.");
    }
    if (most <= least) {
      return no(
          manifest,
          scaler.most(),
          "maxReplicas",
          "The least and the most of %s are both %d.".formatted(manifest.called(), least));
    }
    return yes(
        manifest,
        scaler.most(),
        "maxReplicas",
        "%s scales %s from %d to %d.".formatted(manifest.called(), workload.called(), least, most));
  }

  /** Null when a template hides it. */
  private static Integer number(Node node, int otherwise) {
    if (!node.isThere()) return otherwise;
    return NUMBER.matcher(node.text()).matches() ? Integer.valueOf(node.text()) : null;
  }

  /** It scales by the size of pods rather than their number. */
  private static Optional<Finding> vertical(Running workload, Scene scene) {
    return scene
        .near(workload, "VerticalPodAutoscaler")
        .filter(one -> targets(one.at("spec", "targetRef"), workload))
        .map(Scaling::vertical)
        .findFirst();
  }

  private static Finding vertical(Manifest vpa) {
    var mode = vpa.at("spec", "updatePolicy", "updateMode");
    if (mode.text().equals("Off")) {
      return no(vpa, mode, "updateMode", vpa.called() + " only recommends.");
    }
    return Open.is(mode)
        ? unknown(vpa, mode, "updateMode", "A template hides whether it does more than recommend.")
        : yes(vpa, vpa.at("kind"), "kind", vpa.called() + " changes the size of its pods.");
  }

  /** It scales by itself, unless told to stay at one number. */
  private static Finding knative(Running workload) {
    var notes = Open.at(workload.pod(), "metadata", "annotations");
    var least = first(notes, KNATIVE + "min-scale", KNATIVE + "minScale");
    var most = first(notes, KNATIVE + "max-scale", KNATIVE + "maxScale");
    boolean fixed = least.isThere() && least.text().equals(most.text()) && !Open.is(least);
    var manifest = workload.manifest();
    return fixed
        ? no(
            manifest,
            least,
            "min-scale",
            "The least and the most of %s are both %s.".formatted(workload.called(), least.text()))
        : yes(manifest, manifest.at("kind"), "kind", "Knative scales it.");
  }

  private static Node first(Node from, String one, String other) {
    return from.at(one).isThere() ? from.at(one) : from.at(other);
  }

  private static Finding nothing(Running workload, Scene scene) {
    return scene.hides("HorizontalPodAutoscaler", "ScaledObject", "VerticalPodAutoscaler")
        ? untold("There is an autoscaler that could not be read.")
        : lacks(workload, "Nothing scales %s.".formatted(workload.called()));
  }

  /** Two or more at any time: an autoscaler's least holds over the workload's own number. */
  static Finding replicas(Running workload, Scene scene) {
    if (workload.isBatch()) return notApplicable("A batch job runs once.");
    if (workload.isOnEachNode()) return notApplicable("A DaemonSet runs once on each node.");
    if (workload.isKnative()) return knativeReplicas(workload);
    var scaler = scaler(workload, scene);
    return scaler == null
        ? stated(workload.manifest(), workload.manifest().at("spec", "replicas"), 1, workload)
        : stated(scaler.manifest(), scaler.least(), scaler.otherwise(), workload);
  }

  private static Finding knativeReplicas(Running workload) {
    var notes = Open.at(workload.pod(), "metadata", "annotations");
    var least = first(notes, KNATIVE + "min-scale", KNATIVE + "minScale");
    return stated(workload.manifest(), least, 0, workload);
  }

  private static Finding stated(Manifest where, Node given, int otherwise, Running workload) {
    Integer least = number(given, otherwise);
    if (least == null) {
      return unknown(where, given, "replicas", "A template hides how many there are.");
    }
    var why =
        "%s runs %s.".formatted(workload.called(), least == 1 ? "once" : least + " times at least");
    if (least >= 2) return yes(where, given, "replicas", why);
    return given.isThere() ? no(where, given, "replicas", why) : lacks(workload, why);
  }
}
