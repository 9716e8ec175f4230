package plimsoll.catalog;

import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import java.time.Instant;
import java.util.UUID;

/** Something belonged to a team from one moment until another. */
@MappedSuperclass
abstract class Span {
  @Id private UUID id;

  @Column(name = "team_id")
  private UUID team;

  @Column(name = "from_at")
  private Instant fromAt;

  @Column(name = "until_at")
  private Instant untilAt;

  private String source;

  protected Span() {}

  Span(UUID team, Instant from, String source) {
    this.id = UUID.randomUUID();
    this.team = team;
    this.fromAt = from;
    this.source = source;
  }

  void end(Instant at) {
    untilAt = at;
  }

  boolean isOpen() {
    return untilAt == null;
  }

  UUID team() {
    return team;
  }

  Instant from() {
    return fromAt;
  }

  /** Null while it holds. */
  Instant until() {
    return untilAt;
  }

  String source() {
    return source;
  }
}
