package plimsoll.workload.manifest;

import static plimsoll.workload.manifest.Findings.lacks;
import static plimsoll.workload.manifest.Findings.no;
import static plimsoll.workload.manifest.Findings.notApplicable;
import static plimsoll.workload.manifest.Findings.unknown;
import static plimsoll.workload.manifest.Findings.untold;
import static plimsoll.workload.manifest.Findings.yes;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import plimsoll.document.Node;
import plimsoll.pattern.Finding;
import plimsoll.workload.manifest.Selector.Match;

/** What other objects keep from a workload's pods: eviction, and traffic that nobody allowed. */
final class Shelter {
  private static final Set<String> NOTHING = Set.of("0", "0%");

  private Shelter() {}

  static Finding disruptionBudget(Running workload, Scene scene) {
    if (workload.isBatch()) return notApplicable("A batch job ends by itself.");
    if (workload.isOnEachNode()) return notApplicable("A DaemonSet's pods are not evicted.");
    if (workload.isKnative()) return notApplicable("Knative places its pods.");
    var budgets = scene.near(workload, "PodDisruptionBudget").toList();
    for (var budget : budgets) {
      if (covers(budget, workload) == Match.YES) return allows(budget, workload);
    }
    return otherwise(
        workload,
        scene,
        budgets.stream().filter(one -> covers(one, workload) == Match.OPEN).toList(),
        "PodDisruptionBudget");
  }

  /** The first version took nothing by an empty selector, where the next takes all. */
  private static Match covers(Manifest budget, Running workload) {
    var selector = budget.at("spec", "selector");
    boolean emptyOfOld =
        budget.version().equals("v1beta1") && selector.isMap() && selector.fields().isEmpty();
    return emptyOfOld ? Match.NO : Selector.full(selector, workload.labels());
  }

  private static Finding allows(Manifest budget, Running workload) {
    var least = budget.at("spec", "minAvailable");
    var most = budget.at("spec", "maxUnavailable");
    boolean keepsNone = NOTHING.contains(least.text()) || most.text().equals("100%");
    var line = least.isThere() ? least : most;
    return keepsNone
        ? no(budget, line, "spec", "%s lets all of its pods go.".formatted(budget.called()))
        : yes(budget, line, "spec", "%s covers %s.".formatted(budget.called(), workload.called()));
  }

  static Finding networkPolicy(Running workload, Scene scene) {
    var all =
        Stream.of("NetworkPolicy", "CiliumNetworkPolicy")
            .flatMap(kind -> scene.near(workload, kind))
            .toList();
    var hosts = workload.spec("hostNetwork");
    if (hosts.isTrue() && all.isEmpty()) {
      return no(
          workload.manifest(),
          hosts,
          "hostNetwork",
          "%s is on its node's network.".formatted(workload.called()));
    }
    for (var policy : all) {
      if (guards(policy, workload) == Match.YES) {
        var selector = selector(policy);
        return yes(
            policy,
            selector,
            "podSelector",
            "%s covers %s.".formatted(policy.called(), workload.called()));
      }
    }
    return otherwise(
        workload,
        scene,
        all.stream().filter(one -> guards(one, workload) == Match.OPEN).toList(),
        "NetworkPolicy");
  }

  /** Calico's own policies select in a language of their own. */
  private static Match guards(Manifest policy, Running workload) {
    if (policy.group().endsWith("projectcalico.org")) return Match.OPEN;
    return Selector.full(selector(policy), workload.labels());
  }

  private static Node selector(Manifest policy) {
    var field = policy.kind().equals("NetworkPolicy") ? "podSelector" : "endpointSelector";
    return policy.at("spec", field);
  }

  private static Finding otherwise(
      Running workload, Scene scene, List<Manifest> unclear, String kind) {
    if (!unclear.isEmpty()) {
      var one = unclear.get(0);
      return unknown(
          one,
          one.at("spec"),
          "spec",
          "We can't tell whether %s covers %s.".formatted(one.called(), workload.called()));
    }
    return scene.hides(kind)
        ? untold("There is a %s that could not be read.".formatted(kind))
        : lacks(workload, "No %s covers %s.".formatted(kind, workload.called()));
  }
}
