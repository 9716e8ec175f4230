package plimsoll.response;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import plimsoll.access.Box;
import plimsoll.access.Secret;

/**
 * Closes a draft under a key that only the link gives. The name of the draft, its key and the order
 * of the questions come from the link by different hashes, so none of them gives away another or
 * matches the hash that invitations hold.
 */
class Seal {
  private final String token;

  Seal(String token) {
    this.token = token;
  }

  /** Under which the draft is kept. */
  String name() {
    return Secret.hash("draft name " + token);
  }

  /** Gives everybody an order of questions of their own that stays the same. */
  long order() {
    return Long.parseUnsignedLong(Secret.hash("order " + token).substring(0, 16), 16);
  }

  /**
   * @param length to whose multiple the text is filled up
   */
  String close(String text, int length) {
    byte[] closed = box().close(text.getBytes(StandardCharsets.UTF_8), length);
    return Base64.getEncoder().encodeToString(closed);
  }

  String open(String sealed) {
    return new String(box().open(Base64.getDecoder().decode(sealed)), StandardCharsets.UTF_8);
  }

  private Box box() {
    return new Box(HexFormat.of().parseHex(Secret.hash("draft key " + token)));
  }
}
