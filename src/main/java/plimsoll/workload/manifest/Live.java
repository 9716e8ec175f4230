package plimsoll.workload.manifest;

import java.util.List;

/** What a machine recorded beats what a file says shall be. */
final class Live {
  private Live() {}

  /** Of objects of one kind: those of clusters, or where there are none, those of files. */
  static List<Manifest> first(List<Manifest> all) {
    return all.stream().anyMatch(Manifest::live)
        ? all.stream().filter(Manifest::live).toList()
        : all;
  }
}
