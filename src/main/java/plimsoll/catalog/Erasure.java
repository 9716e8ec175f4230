package plimsoll.catalog;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Locale;
import java.util.UUID;
import plimsoll.access.Secret;

/**
 * The mark of somebody who was erased, so that the next import does not bring the name back. Who
 * has the database and guesses a name can tell whether just that name was erased, and nothing else.
 */
@Entity
@Table(name = "erasure")
class Erasure {
  @Id private String mark;

  @Column(name = "person_id")
  private UUID person;

  @Column(name = "of_key")
  private boolean ofKey;

  protected Erasure() {}

  private Erasure(UUID person, String mark, boolean ofKey) {
    this.person = person;
    this.mark = mark;
    this.ofKey = ofKey;
  }

  static Erasure ofKey(Person person) {
    return new Erasure(person.id(), key(person.key()), true);
  }

  static Erasure ofEmail(Person person) {
    return new Erasure(person.id(), email(person.email()), false);
  }

  boolean marks(UUID id) {
    return ofKey && person.equals(id);
  }

  static String key(String key) {
    return Secret.hash("erased person " + key);
  }

  static String email(String email) {
    return Secret.hash("erased address " + email.strip().toLowerCase(Locale.ROOT));
  }
}
