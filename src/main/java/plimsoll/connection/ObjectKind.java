package plimsoll.connection;

import java.util.List;

/**
 * A kind of objects that a cluster may hold.
 *
 * @param group of its interface; "" for the core
 * @param versions of which the first one that the cluster has is asked for
 * @param plural by which it stands in addresses
 * @param spaced whether its objects lie in namespaces
 */
record ObjectKind(String group, List<String> versions, String name, String plural, boolean spaced) {

  /** As in "apps/v1". */
  String apiVersion() {
    return group.isEmpty() ? versions.get(0) : group + "/" + versions.get(0);
  }

  /** As in "apps/v1/Deployment". */
  String key() {
    return apiVersion() + "/" + name;
  }

  /** Whether these are the secrets in which Helm keeps its releases. */
  boolean isHelm() {
    return group.isEmpty() && name.equals("Secret");
  }

  ObjectKind at(String version) {
    return new ObjectKind(group, List.of(version), name, plural, spaced);
  }

  /**
   * Where a list of it stands.
   *
   * @param space its namespace; "" for all of them
   */
  String path(String space) {
    return (group.isEmpty() ? "/api/" : "/apis/")
        + apiVersion()
        + (space.isEmpty() ? "" : "/namespaces/" + space)
        + "/"
        + plural;
  }
}
