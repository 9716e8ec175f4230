package plimsoll.connection;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import plimsoll.access.Refusal;
import plimsoll.delivery.pull.Forge;
import plimsoll.delivery.pull.ForgeAddress;
import plimsoll.delivery.pull.Halt;

/**
 * A connection that somebody asks for. A kubeconfig states address, certificates and credential by
 * itself.
 *
 * @param kind kubernetes, argocd or backstage
 * @param name 1 to 60 letters, digits and "._-", by which its objects are known
 * @param address as https://…; blank with a kubeconfig or in the cluster that the service runs in
 * @param namespaces of a cluster; null or empty for all of them
 * @param ca certificates of who signs the server's, as PEM; blank for public ones
 * @param inCluster whether the service's own account in its cluster is used; null for no
 * @param filter of Backstage; blank for everything
 * @param minutes from one look to the next, 1 to 1440; null for 10
 * @param token blank for none
 * @param certificate of a client, as PEM; blank for none
 * @param key of that certificate, as PEM; blank for none
 * @param kubeconfig a whole one; blank for none
 */
public record Wanted(
    String kind,
    String name,
    String address,
    List<String> namespaces,
    String ca,
    Boolean inCluster,
    String filter,
    Integer minutes,
    String token,
    String certificate,
    String key,
    String kubeconfig) {
  private static final int ADDRESS_MAX = 500;
  private static final int FILTER_MAX = 500;
  private static final int NAMESPACES_MAX = 100;
  private static final int DAY = 1440;
  private static final String HERE = "https://kubernetes.default.svc";

  /** What is right, with nothing missing. */
  record Checked(
      Kind kind, String name, String address, Settings settings, Credential credential) {}

  /**
   * A credential that somebody gives, in one of its forms.
   *
   * @param token blank for none
   * @param certificate of a client, as PEM; blank for none
   * @param key of that certificate, as PEM; blank for none
   * @param kubeconfig whose credential is taken; blank for none
   */
  public record Secret(String token, String certificate, String key, String kubeconfig) {
    private static final int TOKEN_MAX = 10_000;

    Credential checked(Kind kind) {
      if (!isBlank(kubeconfig)) {
        if (kind != Kind.KUBERNETES) {
          throw Refusal.wrong("/kubeconfig", "A kubeconfig is for Kubernetes alone.");
        }
        return Kubeconfig.of(kubeconfig).credential();
      }
      refuseWrongToken();
      return new Credential(text(token), certificate(kind), Pem.key(text(key)));
    }

    private void refuseWrongToken() {
      var given = text(token);
      if (given.length() > TOKEN_MAX || !given.matches("[\\x21-\\x7e]*")) {
        throw Refusal.wrong(
            "/token", "A token has at most 10,000 letters, digits and signs, and no blanks.");
      }
    }

    private String certificate(Kind kind) {
      if (isBlank(certificate) != isBlank(key)) {
        throw Refusal.wrong("/certificate", "Give the certificate and its key together.");
      }
      if (!isBlank(certificate) && kind != Kind.KUBERNETES) {
        throw Refusal.wrong("/certificate", "Certificates of clients are for Kubernetes alone.");
      }
      return Pem.certificates("/certificate", text(certificate));
    }
  }

  Checked checked() {
    var of = of();
    if (name == null || !name.strip().matches("[A-Za-z0-9][A-Za-z0-9._-]{0,59}")) {
      throw Refusal.wrong("/name", "A name is 1 to 60 letters, digits and \"._-\".");
    }
    if (name.strip().equals("seen")) throw Refusal.wrong("/name", "This name is taken.");
    if (!isBlank(kubeconfig) && of == Kind.KUBERNETES) return ofKubeconfig();
    var credential = new Secret(token, certificate, key, kubeconfig).checked(of);
    var found = address(of, isBlank(address) && here(of) ? HERE : address);
    return new Checked(of, name.strip(), found, settings(of, text(ca)), credential);
  }

  private Checked ofKubeconfig() {
    var read = Kubeconfig.of(kubeconfig);
    var found = address(Kind.KUBERNETES, read.server());
    var settings = settings(Kind.KUBERNETES, read.ca());
    return new Checked(Kind.KUBERNETES, name.strip(), found, settings, read.credential());
  }

  private Kind of() {
    return Arrays.stream(Kind.values())
        .filter(one -> one.key().equals(kind))
        .findFirst()
        .orElseThrow(() -> Refusal.wrong("/kind", "The kind is kubernetes, argocd or backstage."));
  }

  private boolean here(Kind of) {
    return of == Kind.KUBERNETES && Boolean.TRUE.equals(inCluster);
  }

  private Settings settings(Kind of, String ca) {
    int pause = minutes == null ? Settings.MINUTES : minutes;
    if (pause < 1 || pause > DAY) {
      throw Refusal.wrong("/minutes", "It is looked at every 1 to 1440 minutes.");
    }
    var wanted = of == Kind.BACKSTAGE ? text(filter) : "";
    if (wanted.length() > FILTER_MAX || wanted.chars().anyMatch(Character::isISOControl)) {
      throw Refusal.wrong("/filter", "A filter has at most 500 letters, on one line.");
    }
    return new Settings(
        of == Kind.KUBERNETES ? spaces() : List.of(),
        Pem.certificates("/ca", ca),
        here(of),
        wanted,
        pause);
  }

  private List<String> spaces() {
    var given = namespaces == null ? List.<String>of() : namespaces;
    var named = given.stream().filter(one -> !isBlank(one)).map(String::strip).distinct().toList();
    if (named.size() > NAMESPACES_MAX
        || named.stream().anyMatch(one -> !one.matches("[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?"))) {
      throw Refusal.wrong(
          "/namespaces", "Name at most 100 namespaces, each as Kubernetes calls it.");
    }
    return named;
  }

  /** Without what the interface's own paths begin with, as people paste it from a browser. */
  private static String address(Kind of, String given) {
    var tail =
        switch (of) {
          case KUBERNETES -> "";
          case ARGOCD -> "(/api/v1|/applications)?";
          case BACKSTAGE -> "(/api(/catalog)?|/catalog)?";
        };
    var found =
        ForgeAddress.other(given)
            .map(one -> one.toString().replaceFirst(tail + "$", ""))
            .filter(one -> one.length() <= ADDRESS_MAX)
            .orElseThrow(Wanted::noAddress);
    refuseInner(URI.create(found));
    return found;
  }

  private static Refusal noAddress() {
    return Refusal.wrong(
        "/address",
        "Give the address as https://cluster.example.org:6443, without a name, a password or a"
            + " question mark in it.");
  }

  /** A name that nobody knows now may be known later; it is looked at again before each visit. */
  private static void refuseInner(URI address) {
    try {
      Forge.refuseClosed(address);
    } catch (Halt halt) {
      if (halt.kind() == Halt.Kind.FAILED) throw Refusal.wrong("/address", halt.getMessage());
    }
  }

  private static boolean isBlank(String text) {
    return text == null || text.isBlank();
  }

  private static String text(String given) {
    return given == null ? "" : given.strip();
  }
}
