package plimsoll.workload.file;

/**
 * A file of a service, or one object of a cluster.
 *
 * @param origin where it came from: "upload", "git:NAME", "cluster:NAME", "argocd:NAME"
 * @param path in the repository, with forward slashes; "namespace/kind/name" in a cluster
 * @param text secrets are masked before it comes here
 */
public record SourceFile(String origin, String path, String text) {

  /** Whether a machine said that it is so, rather than a file that it shall be so. */
  public boolean live() {
    return origin.startsWith("cluster:") || origin.startsWith("argocd:");
  }
}
