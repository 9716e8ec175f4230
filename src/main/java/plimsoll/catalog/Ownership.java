package plimsoll.catalog;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/**
 * A team owned a service from one moment until another. The first owner that is known of a service
 * counts for all time before, because events of the months before the first import need one.
 */
@Entity
@Table(name = "ownership")
class Ownership extends Span {
  /** The source of what people said here. No import goes by this name. */
  static final String SAID = "(here)";

  @Column(name = "service_id")
  private UUID service;

  protected Ownership() {}

  Ownership(UUID service, UUID team, Instant from, String source) {
    super(team, from, source);
    this.service = service;
  }

  boolean isSaidHere() {
    return SAID.equals(source());
  }

  UUID service() {
    return service;
  }
}
