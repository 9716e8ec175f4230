package plimsoll.access;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** Where the record begins and ends: one row, held by whoever adds to it. */
@Entity
@Table(name = "audit_head")
class AuditHead {
  static final String BEGINNING = "the beginning";

  @Id private Integer id;

  @Column(name = "last_number")
  private long lastNumber;

  @Column(name = "last_hash")
  private String lastHash;

  @Column(name = "first_number")
  private long firstNumber;

  @Column(name = "hash_before")
  private String hashBefore;

  protected AuditHead() {
    lastHash = BEGINNING;
    firstNumber = 1;
    hashBefore = BEGINNING;
  }

  long nextNumber() {
    return lastNumber + 1;
  }

  /** Chains an entry to the last one, and makes it the last. */
  AuditEntry add(AuditEntry entry) {
    entry.after(lastHash);
    lastNumber = entry.number();
    lastHash = entry.hash();
    return entry;
  }

  /** All up to this entry is deleted, because its time is over. */
  void beginAfter(AuditEntry deleted) {
    firstNumber = deleted.number() + 1;
    hashBefore = deleted.hash();
  }

  long lastNumber() {
    return lastNumber;
  }

  String lastHash() {
    return lastHash;
  }

  long firstNumber() {
    return firstNumber;
  }

  String hashBefore() {
    return hashBefore;
  }
}
