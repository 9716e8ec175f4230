package plimsoll.product;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import plimsoll.json.Json;
import plimsoll.roadmap.Bet;
import plimsoll.roadmap.Initiative;

/** What was decided about one initiative; it holds across readings. */
@Entity
@Table(name = "decision")
public class Decision {
  /** Two quarterly surveys. */
  private static final int USUAL_WEEKS = 26;

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

  private String metric;

  @Column(name = "smallest_effect")
  private Double smallestEffect;

  @Column(name = "check_on")
  private LocalDate checkOn;

  @Column(name = "in_use")
  private Integer inUse;

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
   * @param promise the initiative as it is proposed now, and in which survey its score is asked;
   *     null when it no longer is
   */
  void decide(Intent intent, UUID takenFrom, Offer promise, Instant now) {
    state = intent.state();
    reason = state == State.REFUSED ? intent.reason() : null;
    owner = intent.owner();
    quarter = intent.quarter();
    reading = takenFrom;
    inUse = intent.inUse() == null ? inUse : intent.inUse();
    if (!state.committed()) {
      forget();
    } else if (accepted == null && promise != null) {
      freeze(promise, intent, now);
      acceptedFrom = takenFrom.toString();
    }
  }

  private void freeze(Offer promise, Intent intent, Instant now) {
    accepted = Json.write(promise.initiative());
    // No finer than every database keeps it, so that reading it again changes nothing.
    acceptedAt = now.truncatedTo(ChronoUnit.MILLIS);
    metric = promise.metric();
    smallestEffect =
        intent.smallestEffect() == null ? Bet.SMALLEST_POINTS : intent.smallestEffect();
    checkOn = intent.checkOn() == null ? acceptedOn().plusWeeks(USUAL_WEEKS) : intent.checkOn();
  }

  private void forget() {
    accepted = null;
    acceptedFrom = null;
    acceptedAt = null;
    metric = null;
    smallestEffect = null;
    checkOn = null;
    inUse = null;
  }

  /** Stopped: it needs nobody's hands any more, and what it promised stays. */
  void close() {
    state = State.DONE;
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

  /** Of its acceptance, in UTC; null when it is not accepted. */
  LocalDate acceptedOn() {
    return acceptedAt == null ? null : LocalDate.ofInstant(acceptedAt, ZoneOffset.UTC);
  }

  /** What is measured, in words; null when it is not accepted. */
  public String metric() {
    return metric;
  }

  /** In points; null when it is not accepted. */
  public Double smallestEffect() {
    return smallestEffect;
  }

  /** The first reading from this day on tells whether it helped; null when it is not accepted. */
  public LocalDate checkOn() {
    return checkOn;
  }

  /** How many of its teams use it; null where nobody said. */
  public Integer inUse() {
    return inUse;
  }
}
