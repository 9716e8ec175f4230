package plimsoll.access;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A person who signs in. */
@Entity
public class Account {
  static final int FAILURES_ALLOWED = 5;
  static final Duration LOCK = Duration.ofMinutes(5);

  @Id private UUID id;
  private String name;
  private String displayName;
  private String passwordHash;
  private String roles;
  private Instant createdAt;
  private Instant disabledAt;
  private int failures;
  private Instant lockedUntil;

  protected Account() {}

  Account(
      String name, String displayName, String passwordHash, List<String> roles, Instant createdAt) {
    this.id = UUID.randomUUID();
    this.name = name;
    this.displayName = displayName;
    this.passwordHash = passwordHash;
    this.roles = String.join(",", roles);
    this.createdAt = createdAt;
  }

  public UUID id() {
    return id;
  }

  public String name() {
    return name;
  }

  public String displayName() {
    return displayName;
  }

  public List<String> roles() {
    return List.of(roles.split(","));
  }

  public boolean enabled() {
    return disabledAt == null;
  }

  String passwordHash() {
    return passwordHash;
  }

  boolean locked(Instant now) {
    return lockedUntil != null && now.isBefore(lockedUntil);
  }

  void signedIn() {
    failures = 0;
    lockedUntil = null;
  }

  /** After some failures in a row nobody gets in for a while, also not with the right password. */
  void failed(Instant now) {
    failures++;
    if (failures >= FAILURES_ALLOWED) {
      failures = 0;
      lockedUntil = now.plus(LOCK);
    }
  }

  void disable(Instant now) {
    disabledAt = now;
  }

  void enable() {
    disabledAt = null;
  }

  void changePassword(String hash) {
    passwordHash = hash;
    signedIn();
  }
}
