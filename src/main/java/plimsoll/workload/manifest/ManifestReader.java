package plimsoll.workload.manifest;

import java.util.List;
import plimsoll.workload.file.Reader;
import plimsoll.workload.file.Sketch;
import plimsoll.workload.file.SourceFile;

/** Reads Kubernetes objects, and those of the tools that live on Kubernetes. */
public final class ManifestReader implements Reader {

  @Override
  public void read(List<SourceFile> files, List<SourceFile> surroundings, Sketch sketch) {
    var manifests = Manifests.of(files);
    var scene = new Scene(manifests, Manifests.of(surroundings));
    manifests.known.forEach(sketch::read);
    manifests.gaps.forEach(sketch::gap);
    var workloads = Running.inProduction(scene);
    workloads.forEach(workload -> sketch.find(Traits.of(workload, scene)));
    var choosing = new Choosing(sketch);
    new PackageFeatures(manifests, Running.everywhere(scene), sketch).read();
    new RunFeatures(scene, workloads, choosing).read();
    new ObserveFeatures(scene, workloads, choosing).read();
    new ConfigFeatures(scene, workloads, choosing).read();
    new StrategyFeatures(scene, workloads, choosing).read();
    new DeliverFeatures(scene, workloads, manifests, choosing).read();
  }
}
