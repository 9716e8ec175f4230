package plimsoll.connection;

import java.util.List;

/**
 * What is to be read and how; kept as JSON with its connection, and holds no secret.
 *
 * @param namespaces of a cluster; empty for all of them
 * @param ca certificates of who signs the server's, as PEM; "" for those whom Java believes
 * @param inCluster whether the service's own account in the cluster is what asks
 * @param filter of Backstage, such as "kind=component,spec.type=service"; "" for everything
 * @param minutes from one look to the next, 1 to 1440
 */
public record Settings(
    List<String> namespaces, String ca, boolean inCluster, String filter, int minutes) {
  static final int MINUTES = 10;

  public Settings {
    namespaces = namespaces == null ? List.of() : List.copyOf(namespaces);
    ca = ca == null ? "" : ca;
    filter = filter == null ? "" : filter;
  }
}
