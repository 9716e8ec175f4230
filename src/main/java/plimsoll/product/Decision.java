package plimsoll.product;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import plimsoll.json.Json;
import plimsoll.roadmap.Initiative;

/** What was decided about one initiative; it holds across readings. */
@Entity
@Table(name = "decision")
public class Decision {
  @Id private UUID id;

  @Column(name = "initiative_key")
  private String initiative;

  @Column(name = "reading_id")
  private UUID reading;

  @Enumerated(EnumType.STRING)
  private State state;

  private String reason;

  @Column(name = "owner_name")
  private String owner;

  private String quarter;
  private Integer place;
  private String accepted;

  // Text, because EclipseLink can neither read nor write an empty UUID.
  @Column(name = "accepted_from")
  private String acceptedFrom;

  @Column(name = "accepted_at")
  private Instant acceptedAt;

  private String changed;

  @Version private int version;

  protected Decision() {}

  Decision(String initiative, UUID reading) {
    this.id = UUID.randomUUID();
    this.initiative = initiative;
    this.reading = reading;
    this.state = State.PROPOSED;
  }

  /**
   * Takes over what is wanted. What it promises is frozen when it is first accepted, so that nobody
   * can fit the claim to the result; only going back to a proposal, or refusing, gives it up.
   *
   * @param promise the initiative as it is proposed now; null when it no longer is
   */
  void decide(Intent intent, UUID takenFrom, Initiative promise, Instant now) {
    state = intent.state();
    reason = state == State.REFUSED ? intent.reason() : null;
    owner = intent.owner();
    quarter = intent.quarter();
    reading = takenFrom;
    if (!state.committed()) {
      accepted = null;
      acceptedFrom = null;
      acceptedAt = null;
    } else if (accepted == null && promise != null) {
      accepted = Json.write(promise);
      acceptedFrom = takenFrom.toString();
      // No finer than every database keeps it, so that reading it again changes nothing.
      acceptedAt = now.truncatedTo(ChronoUnit.MILLIS);
    }
  }

  /**
   * @param claim what is said otherwise than proposed
   */
  void change(Claim claim) {
    changed = claim.equals(Claim.NOTHING) ? null : Json.write(claim);
  }

  void place(int position) {
    place = position;
  }

  public String initiative() {
    return initiative;
  }

  /** The reading that was current when it was decided. */
  public UUID reading() {
    return reading;
  }

  public State state() {
    return state;
  }

  /** Null unless refused. */
  public String reason() {
    return reason;
  }

  /** Null for nobody yet. */
  public String owner() {
    return owner;
  }

  /** Such as 2027-Q1; null for no date yet. */
  public String quarter() {
    return quarter;
  }

  /** Its place among the open ones, from 1; null when nobody moved anything. */
  public Integer place() {
    return place;
  }

  /** What somebody says otherwise than proposed; it stands still while it is accepted. */
  public Claim changed() {
    return changed == null ? Claim.NOTHING : Json.read(changed, Claim.class);
  }

  /** The initiative as it was proposed when it was accepted; null when it is not accepted. */
  public Initiative accepted() {
    return accepted == null ? null : Json.read(accepted, Initiative.class);
  }

  /** The reading that the promise stands on; null when it is not accepted. */
  public UUID acceptedFrom() {
    return acceptedFrom == null ? null : UUID.fromString(acceptedFrom);
  }

  /** When it was accepted; null when it is not. */
  public Instant acceptedAt() {
    return acceptedAt;
  }
}
