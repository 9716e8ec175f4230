package plimsoll.catalog;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/**
 * A person was in a team from one moment until another. Backstage states it on either side, by the
 * person or by the team, and it holds for as long as one of them states it.
 */
@Entity
@Table(name = "membership")
class Membership extends Span {
  @Column(name = "person_id")
  private UUID person;

  @Column(name = "stated_by_person")
  private boolean statedByPerson;

  @Column(name = "stated_by_team")
  private boolean statedByTeam;

  protected Membership() {}

  Membership(UUID person, UUID team, Instant from, String source) {
    super(team, from, source);
    this.person = person;
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

  UUID person() {
    return person;
  }
}
