package plimsoll.estate;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A kind that Crossplane makes of others, as its CompositeResourceDefinition says.
 *
 * @param kind "group/Kind" of the composite resource
 * @param claim "group/Kind" of its claims; null when it has none, as always since version 2
 * @param scope "LegacyCluster" (what version 1 had), "Namespaced" or "Cluster"
 * @param versions those that are served, as the definition lists them
 */
record Definition(String kind, String claim, String scope, List<String> versions) {
  private static final String LEGACY = "LegacyCluster";

  /**
   * @return null when it names no kind
   */
  static Definition of(ClusterObject object) {
    var group = object.text("spec", "group");
    var kind = object.text("spec", "names", "kind");
    if (group == null || kind == null) return null;
    var claim = object.text("spec", "claimNames", "kind");
    return new Definition(
        group + "/" + kind,
        claim == null ? null : group + "/" + claim,
        scope(object),
        object.at("spec", "versions").items().stream()
            .filter(version -> !version.at("served").isFalse())
            .map(version -> ClusterObject.text(version.at("name")))
            .filter(Objects::nonNull)
            .toList());
  }

  /** Version 1 of the API knows no scope; version 2 takes a namespace for granted. */
  private static String scope(ClusterObject object) {
    var stated = object.text("spec", "scope");
    if (stated != null) return stated;
    return object.text("apiVersion").endsWith("/v1") ? LEGACY : "Namespaced";
  }

  boolean claimedAs(String groupKind) {
    return groupKind.equals(claim);
  }

  /** Both of its kinds. */
  Stream<String> kinds() {
    return Stream.of(kind, claim).filter(Objects::nonNull);
  }
}
