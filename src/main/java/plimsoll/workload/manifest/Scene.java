package plimsoll.workload.manifest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A service's objects and those around it, to be asked for what concerns one of its workloads. What
 * a cluster holds beats what files say of the same.
 */
final class Scene {
  private final Map<String, List<Manifest>> own;
  private final Map<String, List<Manifest>> around;
  private final Manifests manifests;
  private final Manifests surroundings;

  Scene(Manifests manifests, Manifests surroundings) {
    this.manifests = manifests;
    this.surroundings = surroundings;
    this.own = manifests.byKind();
    this.around = surroundings.byKind();
    own.replaceAll((kind, all) -> Live.first(all));
    around.replaceAll((kind, all) -> Live.first(all));
  }

  /** A service's own objects of a kind. */
  List<Manifest> own(String kind) {
    return own.getOrDefault(kind, List.of());
  }

  /** Those of the surroundings too. */
  List<Manifest> all(String kind) {
    var all = new ArrayList<>(own(kind));
    all.addAll(around.getOrDefault(kind, List.of()));
    return all;
  }

  /** All of a service's own. */
  Stream<Manifest> own() {
    return own.values().stream().flatMap(List::stream);
  }

  /** Of a kind, in the namespace and environment of a workload as far as these are told. */
  Stream<Manifest> near(Running workload, String kind) {
    return all(kind).stream().filter(near(workload));
  }

  static Predicate<Manifest> near(Running workload) {
    return object ->
        sameOrUntold(object.environment(), workload.manifest().environment())
            && sameOrUntold(object.namespace(), workload.namespace());
  }

  /** Whether such an object may be there though none was read. */
  boolean hides(String... kinds) {
    return manifests.hidesAll || List.of(kinds).stream().anyMatch(manifests.hidden::contains);
  }

  /** Whether anything was read of the cluster around the service. */
  boolean hasSurroundings() {
    return !surroundings.objects.isEmpty();
  }

  private static boolean sameOrUntold(Object one, Object other) {
    return one == null || other == null || Objects.equals(one, other);
  }
}
