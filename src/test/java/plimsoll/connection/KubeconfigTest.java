package plimsoll.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import plimsoll.access.Refusal;

class KubeconfigTest {
  private static final String TEXT =
      """
      apiVersion: v1
      kind: Config
      current-context: b
      contexts:
        - {name: a, context: {cluster: one, user: first}}
        - {name: b, context: {cluster: two, user: second}}
      clusters:
        - {name: one, cluster: {server: "https://10.0.0.1"}}
        - {name: two, cluster: {server: "https://10.0.0.2:6443"%s}}
      users:
        - {name: first, user: {token: no}}
        - {name: second, user: {%s}}
      """;

  @Test
  void currentContextSaysWhomToAskAndHow() {
    var read = Kubeconfig.of(TEXT.formatted("", "token: yes-this"));
    assertEquals("https://10.0.0.2:6443", read.server());
    assertEquals("yes-this", read.credential().token());
    assertEquals("", read.ca());
  }

  @Test
  void whatWouldBeRunOrReadFromADiskIsRefusedWithAWord() {
    refused("", "exec: {command: aws}", "runs a program");
    refused("", "auth-provider: {name: gcp}", "plugin");
    refused("", "tokenFile: /etc/token", "Paste the token");
    refused("", "client-certificate: a.crt, client-key: a.key", "--flatten");
    refused("", "username: root, password: toor", "Give a token");
    refused(", certificate-authority: ca.crt", "token: a", "--flatten");
    refused(", insecure-skip-tls-verify: true", "token: a", "does not look at the server's");
    refused(", proxy-url: http://proxy", "token: a", "proxy");
    refused(", certificate-authority-data: '%%%'", "token: a", "certificate");
  }

  @Test
  void whatIsNoneIsNamed() {
    for (var text : new String[] {"", "[", "- a", "kind: Config", "a: 1\n---\nb: 2\n"}) {
      assertEquals(422, assertThrows(Refusal.class, () -> parsed(text)).status(), text);
    }
  }

  /** A kubeconfig without a server names no address; that is refused where it is connected. */
  private static void parsed(String text) {
    var wanted =
        new Wanted("kubernetes", "a", null, null, null, null, null, null, null, null, null, text);
    wanted.checked();
  }

  private static void refused(String cluster, String user, String word) {
    var text = TEXT.formatted(cluster, user);
    var refusal =
        assertThrows(
            Refusal.class,
            () -> {
              Kubeconfig.of(text);
              parsed(text);
            });
    assertTrue(refusal.getMessage().contains(word), refusal.getMessage());
  }
}
