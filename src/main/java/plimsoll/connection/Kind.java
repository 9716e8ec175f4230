package plimsoll.connection;

import java.util.Locale;

/** What can be connected. */
public enum Kind {
  KUBERNETES("Kubernetes", "cluster"),
  ARGOCD("Argo CD", "argocd"),
  BACKSTAGE("Backstage", "backstage");

  private final String title;
  private final String origin;

  Kind(String title, String origin) {
    this.title = title;
    this.origin = origin;
  }

  /** For people. */
  public String title() {
    return title;
  }

  /** The name under which others know what comes of a connection. */
  String origin(String name) {
    return origin + ":" + name;
  }

  /** As it stands in the interface. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
