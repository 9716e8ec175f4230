package plimsoll.reading;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import plimsoll.json.Json;
import plimsoll.readiness.Edition;

/** One reading, from the wish for it to what it found. */
@Entity
@Table(name = "reading")
public class Reading {
  /** Where a reading stands. */
  public enum State {
    QUEUED,
    RUNNING,
    DONE,
    FAILED,
    STOPPED
  }

  @Id private UUID id;

  // Text, because EclipseLink can neither read nor write an empty UUID.
  @Column(name = "campaign_id")
  private String campaign;

  @Column(name = "from_at")
  private Instant fromAt;

  @Column(name = "to_at")
  private Instant toAt;

  /** Name of the edition of the method that it is taken with. */
  private String edition;

  // Text for the same reason: the reading whose cut it takes again.
  @Column(name = "retake_of")
  private String retakeOf;

  @Column(name = "requested_by")
  private String requestedBy;

  @Column(name = "requested_at")
  private Instant requestedAt;

  @Enumerated(EnumType.STRING)
  private State state;

  private String doing;
  private int progress;

  /** It asked enough people enough to carry a verdict on the whole organisation. */
  @Column(name = "in_front")
  private boolean leading;

  @Column(name = "claimed_at")
  private Instant claimedAt;

  @Column(name = "taken_at")
  private Instant takenAt;

  private String digest;
  private String inputs;
  private String failure;

  protected Reading() {}

  Reading(
      UUID campaign,
      Instant from,
      Instant to,
      Edition edition,
      String requestedBy,
      Instant requestedAt) {
    this.id = UUID.randomUUID();
    this.edition = edition.name();
    this.campaign = campaign == null ? null : campaign.toString();
    this.fromAt = from;
    this.toAt = to;
    this.requestedBy = requestedBy;
    this.requestedAt = requestedAt;
    this.state = State.QUEUED;
    this.doing = "Waiting for its turn";
  }

  /** The same cut once more, to be taken with another edition. */
  static Reading again(Reading first, Edition edition, String requestedBy, Instant requestedAt) {
    var again =
        new Reading(first.campaign(), first.fromAt, first.toAt, edition, requestedBy, requestedAt);
    again.retakeOf = first.id.toString();
    return again;
  }

  public UUID id() {
    return id;
  }

  /** Null when nobody was asked for it. */
  public UUID campaign() {
    return campaign == null ? null : UUID.fromString(campaign);
  }

  public Instant from() {
    return fromAt;
  }

  public Instant to() {
    return toAt;
  }

  /** The edition of the method that it is taken with. */
  public Edition edition() {
    return Edition.of(edition);
  }

  /** The first reading of the same cut; null for one that is the first. */
  public UUID retakeOf() {
    return retakeOf == null ? null : UUID.fromString(retakeOf);
  }

  /** The first reading of its cut, which may be itself. */
  public UUID first() {
    return retakeOf == null ? id : retakeOf();
  }

  public State state() {
    return state;
  }

  /** What is being done, in words for a person who waits. */
  public String doing() {
    return doing;
  }

  /** 0 to 100. */
  public int progress() {
    return progress;
  }

  /** True when it can carry a verdict on the whole organisation. */
  boolean leading() {
    return leading;
  }

  /** Null until it is done. */
  public Instant takenAt() {
    return takenAt;
  }

  /** When its inputs were gathered; null until then. */
  Instant claimedAt() {
    return claimedAt;
  }

  /** What it was taken from; null until it is done. */
  String inputs() {
    return inputs;
  }

  /** Null until it is done. */
  public String digest() {
    return digest;
  }

  /** Why it failed, in words for a person; null when it did not. */
  public String failure() {
    return failure;
  }

  public boolean done() {
    return state == State.DONE;
  }

  boolean stopped() {
    return state == State.STOPPED;
  }

  void advance(String doing, int progress) {
    this.doing = doing;
    this.progress = progress;
  }

  void finish(Inputs inputs, boolean leading, Instant at) {
    this.leading = leading;
    this.digest = inputs.digest();
    this.inputs = Json.write(inputs);
    this.takenAt = at;
    this.state = State.DONE;
    advance("Done", 100);
  }

  void fail(String failure) {
    this.failure = failure.length() <= 1000 ? failure : failure.substring(0, 1000);
    this.state = State.FAILED;
    this.doing = "Failed";
  }

  /** Whether it may be tried once more. */
  public boolean failed() {
    return state == State.FAILED || state == State.STOPPED;
  }

  /** Only what waits can be given another edition. */
  void judgeBy(Edition other) {
    if (state == State.QUEUED) edition = other.name();
  }

  void tryAgain() {
    if (failed()) {
      failure = null;
      state = State.QUEUED;
      advance("Waiting for its turn", 0);
    }
  }

  void stop() {
    if (state == State.QUEUED || state == State.RUNNING) {
      state = State.STOPPED;
      doing = "Stopped";
    }
  }
}
