package plimsoll.catalog;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/**
 * A team owned a service from one moment until another. The first owner that is known of a service
 * counts for all time before, because events of the months before the first import need one.
 */
@Entity
@Table(name = "ownership")
class Ownership {
  @Id private UUID id;

  @Column(name = "service_id")
  private UUID service;

  @Column(name = "team_id")
  private UUID team;

  @Column(name = "from_at")
  private Instant fromAt;

  @Column(name = "until_at")
  private Instant untilAt;

  private String source;

  protected Ownership() {}

  Ownership(UUID service, UUID team, Instant from, String source) {
    this.id = UUID.randomUUID();
    this.service = service;
    this.team = team;
    this.fromAt = from;
    this.source = source;
  }

  void end(Instant at) {
    untilAt = at;
  }

  UUID service() {
    return service;
  }

  UUID team() {
    return team;
  }

  Instant from() {
    return fromAt;
  }

  Instant until() {
    return untilAt;
  }

  String source() {
    return source;
  }
}
