package plimsoll.workload.manifest;

import java.util.List;
import plimsoll.document.Node;
import plimsoll.pattern.Feature;
import plimsoll.pattern.Slot;
import plimsoll.workload.file.Sketch;
import plimsoll.workload.file.Vocabulary;

/** What a service is packed in, and who made that: a chart, a kustomization, or plain manifests. */
record PackageFeatures(Manifests manifests, List<Running> everywhere, Sketch sketch) {

  void read() {
    manifests.charts.forEach(this::chart);
    manifests.kustomizations.forEach(this::kustomization);
    var plain =
        everywhere.stream()
            .map(Running::manifest)
            .filter(one -> one.origin() == Manifest.Origin.PLAIN)
            .toList();
    if (plain.isEmpty()) return;
    var first = plain.get(0);
    boolean packed = !manifests.charts.isEmpty() || !manifests.kustomizations.isEmpty();
    if (first.live()) live(first);
    else if (!packed) raw(first);
  }

  private void chart(Chart chart) {
    var about = chart.about;
    choose(Feature.MANIFEST_KIND, Vocabulary.HELM, about, chart.root.at("name"));
    if (chart.hasTemplates()) {
      choose(Feature.CHART_SOURCE, Vocabulary.OWN, about, chart.root.at("name"));
      sketch.fill(Slot.DEPLOY, null, about.file(), 1, about.at(1).quote());
      return;
    }
    for (var dependency : chart.dependencies()) {
      var from = dependency.at("repository").text();
      var name = dependency.at("name");
      var word = from.startsWith("file://") ? Vocabulary.OWN : Sources.of(from);
      choose(Feature.CHART_SOURCE, word, about, name);
      sketch.fill(
          Slot.DEPLOY,
          from.startsWith("file://") ? null : Sources.named(from, name.text()),
          about.file(),
          name.line(),
          about.at(name.line()).quote());
    }
  }

  private void kustomization(Kustomization one) {
    choose(Feature.MANIFEST_KIND, Vocabulary.KUSTOMIZE, one.text(), one.root());
    for (var remote : one.remotes()) {
      choose(Feature.CHART_SOURCE, Sources.ofBase(remote.text()), one.text(), remote);
      sketch.fill(
          Slot.DEPLOY,
          Sources.base(remote.text()),
          one.text().file(),
          remote.line(),
          one.text().at(remote.line()).quote());
    }
    if (manifests.kustomizations.stream().allMatch(each -> each.remotes().isEmpty())) {
      choose(Feature.CHART_SOURCE, Vocabulary.OWN, one.text(), one.root());
      sketch.fill(Slot.DEPLOY, null, one.text().file(), 1, one.text().at(1).quote());
    }
  }

  /** Objects that Helm or Flux brought say so; of others nobody knows what they were made of. */
  private void live(Manifest first) {
    var labels = first.labels();
    if (!first.annotation("meta.helm.sh/release-name").isEmpty()
        || labels.at("app.kubernetes.io/managed-by").text().equals("Helm")) {
      choose(Feature.MANIFEST_KIND, Vocabulary.HELM, first.text(), first.at("metadata"));
    } else if (labels.at("kustomize.toolkit.fluxcd.io/name").isThere()) {
      choose(Feature.MANIFEST_KIND, Vocabulary.KUSTOMIZE, first.text(), first.at("metadata"));
    }
  }

  private void raw(Manifest first) {
    var labels = first.labels();
    boolean made = labels.at("helm.sh/chart").isThere() || labels.at("heritage").isThere();
    choose(
        Feature.MANIFEST_KIND,
        made ? Vocabulary.HELM : Vocabulary.RAW,
        first.text(),
        first.at("kind"));
    if (made) return;
    choose(Feature.CHART_SOURCE, Vocabulary.OWN, first.text(), first.at("kind"));
    sketch.fill(
        Slot.DEPLOY, null, first.text().file(), first.at("kind").line(), "kind: " + first.kind());
  }

  private void choose(Feature feature, String word, Text text, Node line) {
    var evidence = text.at(line, "");
    sketch.choose(feature, word, text.file(), evidence.line(), evidence.quote());
  }
}
