package plimsoll.workload.manifest;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import plimsoll.document.Node;
import plimsoll.pattern.Feature;
import plimsoll.pattern.Slot;
import plimsoll.workload.file.Vocabulary;

/**
 * Who brings a service to its clusters: Argo CD, Flux or Fleet, as they are told or leave signs.
 */
record DeliverFeatures(
    Scene scene, List<Running> workloads, Manifests manifests, Choosing choosing) {
  private static final Set<String> TRUNKS = Set.of("head", "main", "master", "");

  void read() {
    scene.own("Application").stream()
        .filter(one -> one.group().equals("argoproj.io"))
        .forEach(one -> argo(one, one.at("spec")));
    scene.own("ApplicationSet").forEach(one -> argo(one, one.at("spec", "template", "spec")));
    scene.own("Kustomization").stream()
        .filter(one -> one.group().equals("kustomize.toolkit.fluxcd.io"))
        .forEach(this::fluxKustomization);
    scene.own("HelmRelease").forEach(this::fluxRelease);
    scene.own("GitRepo").stream()
        .filter(one -> one.group().equals("fleet.cattle.io"))
        .forEach(one -> choosing.choose(Feature.MECHANISM, Vocabulary.FLEET, one));
    if (told().findAny().isEmpty()) workloads.forEach(this::signs);
    promotion();
    environments();
  }

  private Stream<Manifest> told() {
    return Stream.of("Application", "ApplicationSet", "Kustomization", "HelmRelease", "GitRepo")
        .flatMap(kind -> scene.own(kind).stream())
        .filter(one -> !one.group().equals("kustomize.config.k8s.io"));
  }

  /** An Application, or what an ApplicationSet makes. */
  private void argo(Manifest where, Node spec) {
    choosing.choose(Feature.MECHANISM, Vocabulary.ARGOCD, where);
    choosing.choose(Feature.ROLLBACK, Vocabulary.GIT_REVERT, where);
    var automated = Open.at(spec, "syncPolicy", "automated");
    var patched = where.at("spec", "templatePatch");
    if (patched.text().contains("syncPolicy") || Open.is(automated)) {
      choosing
          .sketch()
          .gap(
              where.text().file(),
              patched.line(),
              "templatePatch",
              "A template decides whether it syncs automatically.");
    } else {
      boolean on = automated.isThere() && !automated.at("enabled").isFalse() || isEmptyMap(spec);
      var line = automated.isThere() ? automated : where.at("kind");
      choosing.trait(Feature.AUTOMATED_SYNC, on, where, line, "automated");
      var heals = automated.at("selfHeal");
      choosing.trait(
          Feature.SELF_HEAL,
          on && heals.isTrue(),
          where,
          heals.isThere() ? heals : line,
          "selfHeal");
    }
    for (var source : sources(spec)) source(where, source);
  }

  /** Fields without a value, as in {@code automated:}, are there all the same for Argo CD. */
  private static boolean isEmptyMap(Node spec) {
    var automated = spec.at("syncPolicy").fields().get("automated");
    return automated != null && automated.isMap() && automated.fields().isEmpty();
  }

  static List<Node> sources(Node spec) {
    var all = new ArrayList<Node>();
    if (spec.at("source").isMap()) all.add(spec.at("source"));
    all.addAll(spec.at("sources").items());
    return all;
  }

  private void source(Manifest where, Node source) {
    var chart = source.at("chart");
    if (chart.isThere()) {
      choosing.choose(Feature.MANIFEST_KIND, Vocabulary.HELM, where, chart, "chart");
      var from = source.at("repoURL").text();
      choosing.choose(Feature.CHART_SOURCE, Sources.of(from), where, chart, "chart");
      choosing.fill(Slot.DEPLOY, Sources.named(from, chart.text()), where, chart, "chart");
    } else if (source.at("helm").isMap()) {
      choosing.choose(Feature.MANIFEST_KIND, Vocabulary.HELM, where, source.at("helm"), "helm");
    } else if (source.at("kustomize").isMap()) {
      choosing.choose(
          Feature.MANIFEST_KIND, Vocabulary.KUSTOMIZE, where, source.at("kustomize"), "kustomize");
    }
  }

  private void fluxKustomization(Manifest where) {
    flux(where);
    choosing.trait(
        Feature.SELF_HEAL, !suspended(where), where, where.at("spec", "interval"), "interval");
    choosing.choose(Feature.MANIFEST_KIND, Vocabulary.KUSTOMIZE, where);
  }

  private void flux(Manifest where) {
    choosing.choose(Feature.MECHANISM, Vocabulary.FLUX, where);
    choosing.choose(Feature.ROLLBACK, Vocabulary.GIT_REVERT, where);
    choosing.trait(
        Feature.AUTOMATED_SYNC, !suspended(where), where, where.at("spec", "interval"), "interval");
  }

  private static boolean suspended(Manifest where) {
    return where.at("spec", "suspend").isTrue();
  }

  /** A release is put right again only where drift is looked for. */
  private void fluxRelease(Manifest where) {
    var strategy = where.at("spec", "upgrade", "remediation");
    if (strategy.at("retries").isThere() || strategy.at("strategy").isThere()) {
      choosing.choose(Feature.MECHANISM, Vocabulary.FLUX, where);
      choosing.trait(
          Feature.AUTOMATED_SYNC,
          !suspended(where),
          where,
          where.at("spec", "interval"),
          "interval");
      choosing.choose(Feature.ROLLBACK, Vocabulary.HELM, where, strategy, "remediation");
      choosing.fill(Slot.ROLLBACK, null, where, strategy, "remediation");
    } else {
      flux(where);
    }
    var drift = where.at("spec", "driftDetection", "mode");
    choosing.trait(
        Feature.SELF_HEAL,
        drift.text().equals("enabled") && !suspended(where),
        where,
        drift,
        "mode");
    choosing.choose(Feature.MANIFEST_KIND, Vocabulary.HELM, where);
    chart(where);
  }

  private void chart(Manifest where) {
    var chart = where.at("spec", "chart", "spec");
    var reference = chart.at("sourceRef");
    var name = chart.at("chart");
    if (reference.at("kind").text().equals("GitRepository")) {
      choosing.choose(Feature.CHART_SOURCE, Vocabulary.OWN, where, name, "chart");
      return;
    }
    Stream.of("HelmRepository", "OCIRepository")
        .flatMap(kind -> scene.all(kind).stream())
        .filter(
            one ->
                one.name().equals(reference.at("name").text())
                    || one.name().equals(where.at("spec", "chartRef", "name").text()))
        .findFirst()
        .ifPresent(
            one -> {
              var from = one.at("spec", "url").text();
              choosing.choose(Feature.CHART_SOURCE, Sources.of(from), where, name, "chart");
              choosing.fill(Slot.DEPLOY, Sources.named(from, name.text()), where, name, "chart");
            });
  }

  /** What brought an object leaves its mark on it. */
  private void signs(Running workload) {
    var manifest = workload.manifest();
    var notes = manifest.at("metadata", "annotations");
    for (var entry : notes.fields().entrySet()) {
      if (entry.getKey().equals("argocd.argoproj.io/tracking-id")) {
        choosing.choose(
            Feature.MECHANISM, Vocabulary.ARGOCD, manifest, entry.getValue(), "tracking-id");
      }
    }
    for (var entry : manifest.labels().fields().entrySet()) {
      if (entry.getKey().contains(".toolkit.fluxcd.io/")) {
        choosing.choose(Feature.MECHANISM, Vocabulary.FLUX, manifest, entry.getValue(), "fluxcd");
      } else if (entry.getKey().equals("argocd.argoproj.io/instance")) {
        choosing.choose(
            Feature.MECHANISM, Vocabulary.ARGOCD, manifest, entry.getValue(), "instance");
      }
    }
  }

  private void promotion() {
    for (var kind : List.of("Stage", "Promotion", "Warehouse")) {
      for (var one : scene.own(kind)) {
        if (one.group().equals("kargo.akuity.io")) {
          choosing.choose(Feature.PROMOTION, Vocabulary.KARGO, one);
          return;
        }
      }
    }
    for (var kind : List.of("ImageUpdateAutomation", "ImagePolicy", "ImageUpdater")) {
      for (var one : scene.own(kind)) {
        choosing.choose(Feature.PROMOTION, Vocabulary.IMAGE_UPDATER, one);
        return;
      }
    }
    for (var one : applications()) {
      var updates =
          one.at("metadata", "annotations").fields().entrySet().stream()
              .filter(note -> note.getKey().startsWith("argocd-image-updater.argoproj.io/"))
              .findFirst();
      if (updates.isPresent()) {
        choosing.choose(
            Feature.PROMOTION, Vocabulary.IMAGE_UPDATER, one, updates.get().getValue(), "image");
        return;
      }
    }
    branches();
  }

  private List<Manifest> applications() {
    return Stream.of("Application", "ApplicationSet")
        .flatMap(kind -> scene.own(kind).stream())
        .toList();
  }

  /** One folder from different branches is promoted by merging; folders of environments are not. */
  private void branches() {
    var branches = new HashSet<String>();
    for (var one : scene.own("Application")) {
      for (var source : sources(one.at("spec"))) {
        if (source.at("chart").isThere()) continue;
        var revision = source.at("targetRevision").text().toLowerCase(Locale.ROOT);
        if (TRUNKS.contains(revision) || Environment.named(revision) != null)
          branches.add(revision);
      }
    }
    boolean named = branches.stream().anyMatch(branch -> Environment.named(branch) != null);
    if (branches.size() > 1 && named) {
      choosing.choose(Feature.PROMOTION, Vocabulary.BRANCH, scene.own("Application").get(0));
    } else if (manifests.layers.size() > 1) {
      var layer = manifests.layers.values().iterator().next();
      choosing
          .sketch()
          .choose(Feature.PROMOTION, Vocabulary.OVERLAY, layer.file(), 1, layer.at(1).quote());
    }
  }

  /** By overlays and values files, else by the names of destinations and namespaces. */
  private void environments() {
    var names = new TreeSet<>(manifests.layers.keySet());
    var found = new HashSet<Environment>();
    Manifest where = null;
    for (var object : scene.own().toList()) {
      for (var one : Destinations.of(object)) {
        found.add(one);
        if (where == null) where = object;
      }
    }
    int count = Math.max(names.size(), found.size());
    if (count == 0) return;
    var number = String.valueOf(Math.min(4, count));
    if (names.size() >= found.size()) {
      var layer = manifests.layers.get(names.first());
      choosing.sketch().choose(Feature.ENVIRONMENTS, number, layer.file(), 1, layer.at(1).quote());
    } else {
      choosing.choose(Feature.ENVIRONMENTS, number, where);
    }
  }
}
