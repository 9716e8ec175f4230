package plimsoll.catalog;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/**
 * A person was in a team from one moment until another. Backstage states it on either side, by the
 * person or by the team, and it holds for as long as one of them states it.
 */
@Entity
@Table(name = "membership")
class Membership {
  @Id private UUID id;

  @Column(name = "person_id")
  private UUID person;

  @Column(name = "team_id")
  private UUID team;

  @Column(name = "from_at")
  private Instant fromAt;

  @Column(name = "until_at")
  private Instant untilAt;

  private String source;

  @Column(name = "stated_by_person")
  private boolean statedByPerson;

  @Column(name = "stated_by_team")
  private boolean statedByTeam;

  protected Membership() {}

  Membership(UUID person, UUID team, Instant from, String source) {
    this.id = UUID.randomUUID();
    this.person = person;
    this.team = team;
    this.fromAt = from;
    this.source = source;
  }

  void statedByPerson() {
    statedByPerson = true;
  }

  void statedByTeam() {
    statedByTeam = true;
  }

  void personStatesItNoMore(Instant at) {
    statedByPerson = false;
    endIfUnstated(at);
  }

  void teamStatesItNoMore(Instant at) {
    statedByTeam = false;
    endIfUnstated(at);
  }

  private void endIfUnstated(Instant at) {
    if (!statedByPerson && !statedByTeam && isOpen()) {
      end(at);
    }
  }

  void end(Instant at) {
    untilAt = at;
  }

  boolean isOpen() {
    return untilAt == null;
  }

  UUID person() {
    return person;
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
