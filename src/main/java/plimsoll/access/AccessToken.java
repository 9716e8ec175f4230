package plimsoll.access;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Proof of an earlier sign-in, or of a client that an administrator trusts. Kept only as a hash.
 */
@Entity
public class AccessToken {
  @Id private UUID id;
  private String tokenHash;
  @ManyToOne private Account account;
  private String label;
  private boolean browser;
  private String roles;
  private Instant createdAt;
  private Instant expiresAt;

  protected AccessToken() {}

  AccessToken(
      String tokenHash,
      Account account,
      String label,
      boolean browser,
      List<String> roles,
      Instant createdAt,
      Instant expiresAt) {
    this.id = UUID.randomUUID();
    this.tokenHash = tokenHash;
    this.account = account;
    this.label = label;
    this.browser = browser;
    this.roles = String.join(",", roles);
    this.createdAt = createdAt;
    this.expiresAt = expiresAt;
  }

  public UUID id() {
    return id;
  }

  public Account account() {
    return account;
  }

  public String label() {
    return label;
  }

  boolean browser() {
    return browser;
  }

  /** The scopes: what the token lets its bearer be. */
  public List<String> roles() {
    return List.of(roles.split(","));
  }

  public Instant createdAt() {
    return createdAt;
  }

  public Instant expiresAt() {
    return expiresAt;
  }

  boolean valid(Instant now) {
    return now.isBefore(expiresAt) && account.enabled();
  }
}
