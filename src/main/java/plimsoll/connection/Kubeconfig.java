package plimsoll.connection;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import plimsoll.access.Refusal;
import plimsoll.document.Node;
import plimsoll.document.YamlStream;

/**
 * What the current context of a kubeconfig says. What would have to be run, or read from somebody's
 * own disk, is refused: the file is all that there is here.
 *
 * @param ca as PEM; "" for public ones
 */
record Kubeconfig(String server, String ca, Credential credential) {
  private static final int LENGTH_MAX = 200_000;

  /** Fields that can't be followed, and what to do instead. */
  private static final Map<String, String> REFUSED =
      Map.of(
          "exec",
          "It runs a program to sign in (exec), which is never run here. Make a service account and"
              + " give its token instead.",
          "auth-provider",
          "It signs in by a plugin (auth-provider), which is not here. Make a service account and"
              + " give its token instead.",
          "username",
          "It signs in with a name and a password, which clusters take no longer. Give a token.",
          "tokenFile",
          "Its token lies in a file that is not here. Paste the token itself.",
          "client-certificate",
          "Its certificate lies in a file that is not here. Export it with kubectl config view"
              + " --raw --flatten.",
          "client-key",
          "Its key lies in a file that is not here. Export it with kubectl config view --raw"
              + " --flatten.",
          "certificate-authority",
          "Its authority lies in a file that is not here. Export it with kubectl config view --raw"
              + " --flatten.",
          "proxy-url",
          "It goes through a proxy of its own (proxy-url), which is not done here.",
          "tls-server-name",
          "It expects another name in the certificate (tls-server-name). Give the address that the"
              + " certificate is for.");

  /**
   * @throws Refusal 422 when it cannot be followed
   */
  static Kubeconfig of(String text) {
    var root = root(text);
    var context = named(root, "contexts", root.at("current-context").text()).at("context");
    var cluster = named(root, "clusters", context.at("cluster").text()).at("cluster");
    var user = named(root, "users", context.at("user").text()).at("user");
    refuse(cluster);
    refuse(user);
    return new Kubeconfig(
        cluster.at("server").text(),
        decoded(cluster, "certificate-authority-data"),
        new Wanted.Secret(
                user.at("token").text(),
                decoded(user, "client-certificate-data"),
                decoded(user, "client-key-data"),
                "")
            .checked(Kind.KUBERNETES));
  }

  private static Node root(String text) {
    var parts = text.length() > LENGTH_MAX ? List.<YamlStream.Part>of() : YamlStream.nodes(text);
    if (parts.size() != 1 || !(parts.get(0).content() instanceof Node root)) {
      throw wrong("This is no kubeconfig: it is not one document of YAML.");
    }
    return root;
  }

  /** Where nothing is named and there is one only, it is that. */
  private static Node named(Node root, String list, String name) {
    var all = root.at(list).items();
    if (name.isEmpty() && all.size() == 1) return all.get(0);
    return all.stream()
        .filter(one -> one.at("name").text().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                wrong(
                    "The kubeconfig names no %s in its %s."
                        .formatted(name.isEmpty() ? "current one" : "\"" + name + "\"", list)));
  }

  private static void refuse(Node node) {
    if (node.at("insecure-skip-tls-verify").text().equalsIgnoreCase("true")) {
      throw wrong(
          "It does not look at the server's certificate (insecure-skip-tls-verify), so anybody could"
              + " take the credential. Put the cluster's certificate-authority-data into it.");
    }
    REFUSED.forEach(
        (field, why) -> {
          if (node.at(field).isThere() && !node.fields().containsKey(field + "-data")) {
            throw wrong(why);
          }
        });
  }

  /** What can't be read is not as good as nothing: without it others would be believed. */
  private static String decoded(Node node, String field) {
    var text = node.at(field).text().replaceAll("\\s", "");
    try {
      return new String(Base64.getDecoder().decode(text), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw wrong("What stands in " + field + " is not base64.");
    }
  }

  private static Refusal wrong(String words) {
    return Refusal.wrong("/kubeconfig", words);
  }
}
