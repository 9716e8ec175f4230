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
    var expected = prefix + HexFormat.of().formatHex(sha256(body, secret));
    return given != null && same(expected, given.strip().toLowerCase(Locale.ROOT));
  }

  /**
   * The secret itself.
   *
   * @param given what the header holds; null where it is missing
   */
  public static boolean token(String given, String secret) {
    return given != null && same(secret, given.strip());
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

  private static byte[] sha256(byte[] body, String secret) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
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
