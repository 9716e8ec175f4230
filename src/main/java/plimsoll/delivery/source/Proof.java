package plimsoll.delivery.source;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The ways in which tools prove who they are. Each takes as long for a wrong proof as for a right
 * one.
 */
public final class Proof {
  private Proof() {}

  /**
   * HMAC-SHA256 of the body in hexadecimal.
   *
   * @param given what the header holds; null where it is missing
   * @param prefix that stands before it, such as "sha256="
   */
  public static boolean hmac(String given, String prefix, byte[] body, String secret) {
    var expected = prefix + sign(body, secret);
    return given != null && same(expected, given.strip().toLowerCase(Locale.ROOT));
  }

  /** HMAC-SHA256 of the body in hexadecimal, as whoever knows the secret makes it. */
  static String sign(byte[] body, String secret) {
    return HexFormat.of()
        .formatHex(sha256(new byte[0], body, secret.getBytes(StandardCharsets.UTF_8)));
  }

  /**
   * The secret itself.
   *
   * @param given what the header holds; null where it is missing
   */
  public static boolean token(String given, String secret) {
    return given != null && same(secret, given.strip());
  }

  /**
   * As the Standard Webhooks specification signs: HMAC-SHA256 of id, time and body in Base64, one
   * or several divided by blanks. A secret that begins with "whsec_" holds its key in Base64.
   */
  public static boolean standard(Delivery delivery, String secret) {
    var given = delivery.header("webhook-signature");
    if (given == null) {
      return false;
    }
    var head = delivery.header("webhook-id") + "." + delivery.header("webhook-timestamp") + ".";
    var expected =
        "v1,"
            + Base64.getEncoder()
                .encodeToString(
                    sha256(head.getBytes(StandardCharsets.UTF_8), delivery.body(), key(secret)));
    boolean fits = false;
    for (var one : given.strip().split(" +")) {
      fits |= same(expected, one);
    }
    return fits;
  }

  private static byte[] key(String secret) {
    try {
      return secret.startsWith("whsec_")
          ? Base64.getDecoder().decode(secret.substring(6))
          : secret.getBytes(StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return secret.getBytes(StandardCharsets.UTF_8);
    }
  }

  /** The secret as a bearer token, or as the password of basic authentication. */
  public static boolean authorization(Delivery delivery, String secret) {
    var given = delivery.header("Authorization");
    if (given == null) {
      return false;
    }
    var parts = given.strip().split(" +", 2);
    if (parts.length < 2) {
      return false;
    }
    return parts[0].equalsIgnoreCase("basic")
        ? same(secret, password(parts[1]))
        : same(secret, parts[1].strip());
  }

  private static String password(String basic) {
    try {
      var pair = new String(Base64.getDecoder().decode(basic.strip()), StandardCharsets.UTF_8);
      return pair.substring(pair.indexOf(':') + 1);
    } catch (IllegalArgumentException e) {
      return "";
    }
  }

  private static byte[] sha256(byte[] head, byte[] body, byte[] key) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      mac.update(head);
      return mac.doFinal(body);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static boolean same(String expected, String given) {
    return MessageDigest.isEqual(
        expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
  }
}
