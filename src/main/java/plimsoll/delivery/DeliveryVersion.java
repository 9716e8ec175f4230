package plimsoll.delivery;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import plimsoll.access.Secret;
import plimsoll.delivery.fact.Fact;
import plimsoll.json.Json;

/** One version of an event as it came. Its id follows from its content, so it is stored once. */
@Entity
@Table(name = "delivery_version")
class DeliveryVersion {
  @Id private UUID id;
  private String source;
  private String kind;

  @Column(name = "event_id")
  private String eventId;

  @Column(name = "subject_id")
  private UUID subject;

  private String facts;

  @Column(name = "received_at")
  private Instant receivedAt;

  private String raw;

  @Column(name = "raw_until")
  private Instant rawUntil;

  protected DeliveryVersion() {}

  DeliveryVersion(String source, Fact fact, Instant receivedAt) {
    this.source = source;
    this.kind = Subject.kind(fact);
    this.eventId = fact.id();
    this.facts = Json.write(fact);
    this.subject = Subject.id(source, fact);
    this.id = Subject.named(subject + Secret.hash(facts));
    this.receivedAt = receivedAt;
  }

  void keep(String raw, Instant until) {
    this.raw = raw;
    this.rawUntil = raw == null ? null : until;
  }

  UUID id() {
    return id;
  }

  UUID subject() {
    return subject;
  }

  Instant receivedAt() {
    return receivedAt;
  }

  Fact fact() {
    return Json.read(facts, Subject.type(kind));
  }
}
