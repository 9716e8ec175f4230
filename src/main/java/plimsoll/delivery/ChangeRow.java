package plimsoll.delivery;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import plimsoll.delivery.fact.ChangeFact;
import plimsoll.delivery.fact.Fact;
import plimsoll.delivery.metric.Change;

/** A commit that arrived on a default branch. */
@Entity
@Table(name = "change_arrival")
class ChangeRow extends SubjectRow {
  private String repository;
  private String sha;

  @Column(name = "landed_as")
  private String landedAs;

  @Column(name = "merged_at")
  private Instant mergedAt;

  private String reverts;

  protected ChangeRow() {}

  ChangeRow(UUID id, String source, String eventId, Instant receivedAt) {
    super(id, source, eventId, receivedAt);
  }

  @Override
  void restate(Fact stated, String service) {
    var fact = (ChangeFact) stated;
    repository = fact.repository();
    sha = fact.sha();
    landedAs = fact.landedAs();
    mergedAt = fact.mergedAt();
    reverts = fact.reverts();
  }

  Change change() {
    return new Change(repository, sha, landedAs, mergedAt, null, reverts);
  }
}
