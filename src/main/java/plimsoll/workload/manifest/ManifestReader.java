package plimsoll.workload.manifest;

import java.util.List;
import plimsoll.workload.file.Reader;
import plimsoll.workload.file.Sketch;
import plimsoll.workload.file.SourceFile;

/** Reads Kubernetes objects, and those of the tools that live on Kubernetes. */
public final class ManifestReader implements Reader {
  private static final int WORKLOADS_MAX = 300;

  @Override
  public void read(List<SourceFile> files, List<SourceFile> surroundings, Sketch sketch) {
    var manifests = Manifests.of(files);
    var scene = new Scene(manifests, Manifests.of(surroundings));
    manifests.known.forEach(sketch::read);
    manifests.gaps.forEach(sketch::gap);
    var workloads = judged(Running.inProduction(scene), sketch);
    workloads.forEach(workload -> sketch.find(Traits.of(workload, scene)));
    var choosing = new Choosing(sketch);
    new PackageFeatures(manifests, Running.everywhere(scene), sketch).read();
    new RunFeatures(scene, workloads, choosing).read();
    new ObserveFeatures(scene, workloads, choosing).read();
    new ConfigFeatures(scene, workloads, choosing).read();
    new StrategyFeatures(scene, workloads, choosing).read();
    new DeliverFeatures(scene, workloads, manifests, choosing).read();
  }

  /** A service of more workloads is none; the rest is counted as not understood. */
  private static List<Running> judged(List<Running> all, Sketch sketch) {
    if (all.size() <= WORKLOADS_MAX) return all;
    var next = all.get(WORKLOADS_MAX).manifest();
    sketch.gap(
        next.text().file(),
        next.at("kind").line(),
        next.called(),
        "Of %d workloads the first %d were read.".formatted(all.size(), WORKLOADS_MAX));
    return all.subList(0, WORKLOADS_MAX);
  }
}
