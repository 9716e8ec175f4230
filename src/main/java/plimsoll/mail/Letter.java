package plimsoll.mail;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A letter to be sent once: whom it is for and what it is about, never what it says. */
@Entity
@Table(name = "letter")
public class Letter {
  /** Where a letter stands. */
  public enum State {
    /** To be sent when it is due. */
    WAITING,
    /** A node is handing it over just now, or was when it died. */
    SENDING,
    SENT,
    /** Nobody can be reached there; the reason says why. */
    UNDELIVERABLE,
    /** The receiver wants no mail; it waits for a change of mind. */
    OPTED_OUT,
    /** Not needed any more. */
    DROPPED
  }

  @Id private UUID id;

  @Column(name = "about_id")
  private UUID about;

  @Column(name = "reference_id")
  private UUID reference;

  @Column(name = "receiver_id")
  private UUID receiver;

  private String kind;

  @Enumerated(EnumType.STRING)
  private State state;

  @Column(name = "from_at")
  private Instant from;

  @Column(name = "due_at")
  private Instant due;

  private int attempts;

  @Column(name = "claimed_at")
  private Instant claimed;

  private String reason;

  protected Letter() {}

  /**
   * @param about what all letters that are cleared together have in common: the campaign
   * @param reference what its author knows it by; one reference has one letter of a kind
   * @param receiver the person; or what {@code about} is, for a channel
   * @param from it is not sent before
   */
  public Letter(UUID about, UUID reference, UUID receiver, String kind, Instant from) {
    this.id = UUID.randomUUID();
    this.about = about;
    this.reference = reference;
    this.receiver = receiver;
    this.kind = kind;
    this.state = State.WAITING;
    this.from = from;
    this.due = from;
  }

  /** A letter that nobody can get, so that it is told of. */
  public static Letter undeliverable(
      UUID about, UUID reference, UUID receiver, String kind, Instant from, String reason) {
    var letter = new Letter(about, reference, receiver, kind, from);
    letter.state = State.UNDELIVERABLE;
    letter.reason = reason;
    return letter;
  }

  public UUID id() {
    return id;
  }

  public UUID about() {
    return about;
  }

  public UUID reference() {
    return reference;
  }

  public UUID receiver() {
    return receiver;
  }

  public String kind() {
    return kind;
  }

  public State state() {
    return state;
  }

  /** How often it was handed over in vain. */
  int attempts() {
    return attempts;
  }

  /** Why it can't be delivered, or was not yet; null when there is nothing to say. */
  public String reason() {
    return reason;
  }
}
