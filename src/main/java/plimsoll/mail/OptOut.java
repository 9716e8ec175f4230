package plimsoll.mail;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** Somebody who wants no mail from us. */
@Entity
@Table(name = "opt_out")
class OptOut {
  @Id
  @Column(name = "person_id")
  private UUID person;

  protected OptOut() {}

  OptOut(UUID person) {
    this.person = person;
  }
}
