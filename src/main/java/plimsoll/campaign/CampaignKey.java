package plimsoll.campaign;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import plimsoll.access.Box;

/**
 * What a campaign's links are made from and its ballots are sealed with, as long as it is open. The
 * same invitation always gives the same link, so the list of links can be given out again although
 * no link is stored. Kept in the {@link Vault}, never in the database.
 */
public final class CampaignKey {
  static final int BYTES = 32;
  private static final String ALGORITHM = "HmacSHA256";
  private static final int TOKEN_BYTES = 16;

  private final byte[] secret;

  /**
   * @param secret 32 random bytes
   */
  CampaignKey(byte[] secret) {
    if (secret.length != BYTES) throw new IllegalArgumentException("a key has 32 bytes");
    this.secret = secret;
  }

  /** 128 bits in 22 letters, digits, hyphens and underscores. */
  String token(UUID invitation) {
    byte[] code = Arrays.copyOf(derived("link " + invitation), TOKEN_BYTES);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(code);
  }

  /** Hides a number of an invitation as long as the key is kept, and for good once it is gone. */
  int mask(UUID invitation) {
    return ByteBuffer.wrap(derived("place " + invitation)).getInt();
  }

  /** Draws lots that nobody can foretell, and that fall the same each time. */
  long lot(UUID person) {
    return ByteBuffer.wrap(derived("lot " + person)).getLong();
  }

  /** What ballots are sealed in. */
  public Box urn() {
    return new Box(derived("urn"));
  }

  private byte[] derived(String purpose) {
    try {
      var mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret, ALGORITHM));
      return mac.doFinal(purpose.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
