package plimsoll.bench;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import plimsoll.bench.Line.Request;

/** Webhooks such as GitHub sends them, signed. */
final class Hooks {
  static final String SECRET = "a secret for the bench alone";
  static final String PATH = "/api/v1/deliveries/github";
  static final String HEADERS = "Content-Type: application/json\r\n";

  private static final String ABOUT = "\"about\":\"" + "of no account ".repeat(100) + "\"";

  private Hooks() {}

  /** A deployment that ended well; some 2 KB, most of which nobody asks for. */
  static Request deployed(String id) {
    var body =
        "{\"action\":\"created\",\"deployment_status\":{\"state\":\"success\","
            + "\"created_at\":\"2026-03-23T09:19:00Z\",\"creator\":{\"login\":\"somebody\"}},"
            + "\"deployment\":{\"id\":\""
            + id
            + "\",\"sha\":\"0f1e2d3c4b5a69788796a5b4c3d2e1f00f1e2d3c\",\"environment\":\"production\"},"
            + "\"repository\":{\"full_name\":\"shop/service-"
            + Math.abs(id.hashCode() % 100)
            + "\",\"name\":\"service-"
            + Math.abs(id.hashCode() % 100)
            + "\",\"default_branch\":\"main\"},"
            + ABOUT
            + "}";
    return new Request("POST", PATH, signed(body), body);
  }

  private static String signed(String body) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      var signature = mac.doFinal(body.getBytes(StandardCharsets.UTF_8));
      return "X-GitHub-Event: deployment_status\r\nX-Hub-Signature-256: sha256="
          + HexFormat.of().formatHex(signature)
          + "\r\n";
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
