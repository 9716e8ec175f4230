package plimsoll.catalog;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Arrays;

/** Somebody who can be asked. */
@Entity
@Table(name = "person")
@AttributeOverride(name = "key", column = @Column(name = "person_key"))
class Person extends Listed {
  private static final String ERASED = "erased ";

  private String email;

  protected Person() {}

  Person(String key, String name, String email, String source) {
    super(key, name, source);
    this.email = email;
  }

  /**
   * Takes over what is stated; gives true when that changed anything. Someone known by the mail
   * address alone gets the name that a catalog uses as key.
   */
  boolean restate(Listing.PersonEntry entry, String source) {
    var before = Arrays.asList(key(), name(), email, retiredAt());
    this.email = kept(entry.email(), email, source.equals(source()));
    restate(key().contains("@") ? entry.key() : key(), entry.name(), source);
    return !before.equals(Arrays.asList(key(), name(), email, retiredAt()));
  }

  /** Leaves nothing but the random id, for rosters of before. */
  void erase(Instant at) {
    email = null;
    restate(ERASED + id(), ERASED, source());
    retire(at);
  }

  /** The next import that names this key finds the same person. */
  void readmit(String key) {
    var retired = retiredAt();
    restate(key, key, source());
    retire(retired);
  }

  boolean erased() {
    return key().equals(ERASED + id());
  }

  String email() {
    return email;
  }
}
