package plimsoll.access;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** One thing that somebody did. */
@Entity
@Table(name = "audit")
public class AuditEntry {
  @Id private UUID id;
  private Instant happenedAt;
  private String account;
  private String action;
  private String target;

  protected AuditEntry() {}

  AuditEntry(Instant happenedAt, String account, String action, String target) {
    this.id = UUID.randomUUID();
    this.happenedAt = happenedAt;
    this.account = account;
    this.action = action;
    this.target = target;
  }

  public Instant happenedAt() {
    return happenedAt;
  }

  public String account() {
    return account;
  }

  public String action() {
    return action;
  }

  public String target() {
    return target;
  }
}
