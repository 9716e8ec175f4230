package plimsoll.catalog;

import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import java.time.Instant;
import java.util.UUID;

/**
 * A row that an import names, and that is retired when it is named no more. Each table has a column
 * of its own for the key.
 */
@MappedSuperclass
abstract class Listed {
  @Id private UUID id;
  private String key;
  private String name;
  private String source;

  @Column(name = "retired_at")
  private Instant retiredAt;

  protected Listed() {}

  Listed(String key, String name, String source) {
    this.id = UUID.randomUUID();
    this.key = key;
    this.name = name;
    this.source = source;
  }

  /** Takes over what every row states; it stands again when it had been retired. */
  void restate(String key, String name, String source) {
    this.key = key;
    this.name = name;
    this.source = source;
    this.retiredAt = null;
  }

  /** What to hold now: what is stated, or what another source stated when this one says nothing. */
  static String kept(String stated, String known, boolean sameSource) {
    return stated == null && !sameSource ? known : stated;
  }

  /** Someone names it without describing it: it is in use again; gives true when it was not. */
  boolean mention() {
    var changed = retiredAt != null;
    retiredAt = null;
    return changed;
  }

  void retire(Instant at) {
    retiredAt = at;
  }

  boolean standsAt(Instant at) {
    return retiredAt == null || retiredAt.isAfter(at);
  }

  UUID id() {
    return id;
  }

  String key() {
    return key;
  }

  String name() {
    return name;
  }

  /** Who stated it last. */
  String source() {
    return source;
  }

  /** Null while it stands. */
  Instant retiredAt() {
    return retiredAt;
  }
}
