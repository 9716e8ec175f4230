package plimsoll.response;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import plimsoll.access.Secret;

/**
 * Closes a draft with AES-256-GCM under a key that only the link gives. The name of the draft, its
 * key and the order of the questions come from the link by different hashes, so none of them gives
 * away another or matches the hash that invitations hold.
 */
class Seal {
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final SecureRandom RANDOM = new SecureRandom();

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

  String close(String text) {
    byte[] nonce = new byte[NONCE_BYTES];
    RANDOM.nextBytes(nonce);
    byte[] closed = run(Cipher.ENCRYPT_MODE, nonce, text.getBytes(StandardCharsets.UTF_8));
    byte[] both = ByteBuffer.allocate(NONCE_BYTES + closed.length).put(nonce).put(closed).array();
    return Base64.getEncoder().encodeToString(both);
  }

  String open(String sealed) {
    ByteBuffer both = ByteBuffer.wrap(Base64.getDecoder().decode(sealed));
    byte[] nonce = new byte[NONCE_BYTES];
    both.get(nonce);
    byte[] closed = new byte[both.remaining()];
    both.get(closed);
    return new String(run(Cipher.DECRYPT_MODE, nonce, closed), StandardCharsets.UTF_8);
  }

  private byte[] run(int mode, byte[] nonce, byte[] bytes) {
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      byte[] key = HexFormat.of().parseHex(Secret.hash("draft key " + token));
      cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
      return cipher.doFinal(bytes);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
