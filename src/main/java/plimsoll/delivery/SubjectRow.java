package plimsoll.delivery;

import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import java.time.Instant;
import java.util.UUID;
import plimsoll.delivery.fact.Fact;

/** What all versions of an event together state. */
@MappedSuperclass
abstract class SubjectRow {
  @Id private UUID id;
  private String source;

  @Column(name = "event_id")
  private String eventId;

  @Column(name = "received_at")
  private Instant receivedAt;

  protected SubjectRow() {}

  SubjectRow(UUID id, String source, String eventId, Instant receivedAt) {
    this.id = id;
    this.source = source;
    this.eventId = eventId;
    this.receivedAt = receivedAt;
  }

  UUID id() {
    return id;
  }

  String source() {
    return source;
  }

  String eventId() {
    return eventId;
  }

  /** When the first version came. */
  Instant receivedAt() {
    return receivedAt;
  }

  /**
   * Takes over what is stated now.
   *
   * @param service key of the service; null where the kind has none
   */
  abstract void restate(Fact fact, String service);
}
