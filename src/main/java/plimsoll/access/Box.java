package plimsoll.access;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Closes bytes with AES-256-GCM (NIST SP 800-38D) under one key, and opens them again. What is put
 * in is filled up to a whole number of steps, so that its length tells nothing below a step.
 */
public final class Box {
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final SecretKeySpec key;

  /**
   * @param key 32 bytes
   */
  public Box(byte[] key) {
    if (key.length != 32) throw new IllegalArgumentException("a key has 32 bytes");
    this.key = new SecretKeySpec(key, "AES");
  }

  /**
   * @param step to whose multiple the bytes are filled up, 1 or more
   */
  public byte[] close(byte[] bytes, int step) {
    byte[] nonce = new byte[NONCE_BYTES];
    RANDOM.nextBytes(nonce);
    byte[] closed = run(Cipher.ENCRYPT_MODE, nonce, filled(bytes, step));
    return ByteBuffer.allocate(NONCE_BYTES + closed.length).put(nonce).put(closed).array();
  }

  /**
   * @throws IllegalStateException when it was closed under another key, or changed since
   */
  public byte[] open(byte[] closed) {
    byte[] nonce = Arrays.copyOf(closed, NONCE_BYTES);
    byte[] filled =
        run(Cipher.DECRYPT_MODE, nonce, Arrays.copyOfRange(closed, NONCE_BYTES, closed.length));
    var bytes = ByteBuffer.wrap(filled);
    byte[] content = new byte[bytes.getInt()];
    bytes.get(content);
    return content;
  }

  private static byte[] filled(byte[] bytes, int step) {
    int least = Integer.BYTES + bytes.length;
    int whole = (least + step - 1) / step * step;
    return ByteBuffer.allocate(whole).putInt(bytes.length).put(bytes).array();
  }

  private byte[] run(int mode, byte[] nonce, byte[] bytes) {
    try {
      var cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
      return cipher.doFinal(bytes);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
