package plimsoll.access;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import plimsoll.json.Json;

/**
 * One thing that somebody did or looked at. Its hash covers the hash of the entry before, so an
 * entry that was changed or taken out no longer fits those that follow.
 */
@Entity
@Table(name = "audit")
public class AuditEntry {
  @Id
  @Column(name = "entry_number", updatable = false)
  private long number;

  @Column(updatable = false)
  private Instant happenedAt;

  @Column(updatable = false)
  private String account;

  @Column(updatable = false)
  private String token;

  @Column(updatable = false)
  private String action;

  @Column(updatable = false)
  private String target;

  @Column(updatable = false)
  private String hash;

  protected AuditEntry() {}

  AuditEntry(long number, Instant happenedAt, Who who, String action, String target) {
    this.number = number;
    // A database keeps no more than that, and the hash must be found again.
    this.happenedAt = happenedAt.truncatedTo(ChronoUnit.MILLIS);
    this.account = who.account();
    this.token = who.token();
    this.action = action;
    this.target = target;
  }

  /**
   * Who did it.
   *
   * @param token the label of the client's token; empty where a browser or the service itself did
   */
  public record Who(String account, String token) {}

  /** Chains it to the entry before. */
  AuditEntry after(String hashBefore) {
    hash = hash(hashBefore);
    return this;
  }

  boolean follows(String hashBefore) {
    return hash.equals(hash(hashBefore));
  }

  private String hash(String before) {
    return Secret.hash(
        Json.write(List.of(before, number, happenedAt.toString(), account, token, action, target)));
  }

  public long number() {
    return number;
  }

  public Instant happenedAt() {
    return happenedAt;
  }

  public String account() {
    return account;
  }

  public String token() {
    return token;
  }

  public String action() {
    return action;
  }

  public String target() {
    return target;
  }

  /** SHA-256 in hexadecimal. */
  public String hash() {
    return hash;
  }
}
