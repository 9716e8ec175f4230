package plimsoll.campaign;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import plimsoll.access.Secret;

/**
 * What a campaign's links are made from. The same invitation always gives the same link, so the
 * list of links can be given out again although no link is stored. Without the secret no link can
 * be made or checked against a person.
 */
@Entity
@Table(name = "campaign_secret")
class CampaignSecret {
  private static final String ALGORITHM = "HmacSHA256";
  private static final int TOKEN_BYTES = 16;

  @Id
  @Column(name = "campaign_id")
  private UUID campaign;

  private String secret;

  protected CampaignSecret() {}

  CampaignSecret(UUID campaign) {
    this.campaign = campaign;
    this.secret = Secret.random();
  }

  /** 128 bits in 22 letters, digits, hyphens and underscores. */
  String token(UUID invitation) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(bytes(secret), ALGORITHM));
      byte[] code = Arrays.copyOf(mac.doFinal(bytes(invitation.toString())), TOKEN_BYTES);
      return Base64.getUrlEncoder().withoutPadding().encodeToString(code);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
