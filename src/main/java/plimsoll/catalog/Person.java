package plimsoll.catalog;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;

/** Somebody who can be asked. */
@Entity
@Table(name = "person")
class Person implements Listed {
  @Id private UUID id;

  @Column(name = "person_key")
  private String key;

  private String name;
  private String email;
  private String source;

  @Column(name = "retired_at")
  private Instant retiredAt;

  protected Person() {}

  Person(String key, String name, String email, String source) {
    this.id = UUID.randomUUID();
    this.key = key;
    this.name = name;
    this.email = email;
    this.source = source;
  }

  /**
   * Takes over what is stated; gives true when that changed anything. Someone known by the mail
   * address alone gets the name that a catalog uses as key.
   */
  boolean restate(Listing.PersonEntry entry, String source) {
    var before = Arrays.asList(key, name, email, retiredAt);
    this.key = key.contains("@") ? entry.key() : key;
    this.name = entry.name();
    this.email = entry.email() == null && !source.equals(this.source) ? email : entry.email();
    this.source = source;
    this.retiredAt = null;
    return !before.equals(Arrays.asList(key, name, email, retiredAt));
  }

  /** A team names this person; gives true when the person had been retired. */
  boolean mention() {
    var changed = retiredAt != null;
    retiredAt = null;
    return changed;
  }

  @Override
  public void retire(Instant at) {
    retiredAt = at;
  }

  @Override
  public boolean standsAt(Instant at) {
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

  String email() {
    return email;
  }

  @Override
  public String source() {
    return source;
  }
}
