package plimsoll.product;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import plimsoll.roadmap.Effect;
import plimsoll.roadmap.Effect.Finding;
import plimsoll.roadmap.Outcome;

/** What was decided about a bet when it was checked, and what was found then; never changed. */
@Entity
@Table(name = "conclusion")
public class Conclusion {
  @Id private UUID id;

  @Column(name = "initiative_key")
  private String initiative;

  @Column(name = "reading_id")
  private UUID reading;

  @Column(name = "accepted_at")
  private Instant acceptedAt;

  @Column(name = "due_on")
  private LocalDate dueOn;

  @Enumerated(EnumType.STRING)
  private Finding finding;

  private Double estimate;
  private Double low;
  private Double high;
  private Double p;

  @Enumerated(EnumType.STRING)
  private Course course;

  @Column(name = "decided_by")
  private String decider;

  @Column(name = "decided_on")
  private LocalDate day;

  private String note;

  @Column(name = "check_on")
  private LocalDate checkOn;

  @Column(name = "recorded_at")
  private Instant recordedAt;

  protected Conclusion() {}

  /**
   * @param dueOn the check that it answers
   */
  Conclusion(
      Decision decision,
      UUID reading,
      LocalDate dueOn,
      Outcome outcome,
      Judgement judgement,
      Instant now) {
    this.id = UUID.randomUUID();
    this.initiative = decision.initiative();
    this.acceptedAt = decision.acceptedAt();
    this.reading = reading;
    this.dueOn = dueOn;
    this.finding = outcome.finding();
    this.course = judgement.course();
    this.decider = judgement.by();
    this.day = judgement.on();
    this.note = judgement.note();
    this.checkOn = judgement.checkOn();
    this.recordedAt = now.truncatedTo(ChronoUnit.MILLIS);
    if (outcome.effect() != null) {
      keep(outcome.effect(), outcome.p());
    }
  }

  private void keep(Effect effect, double p) {
    this.estimate = effect.estimate();
    this.low = Check.finite(effect.low());
    this.high = Check.finite(effect.high());
    this.p = p;
  }

  String initiative() {
    return initiative;
  }

  /** Whether it speaks of what was accepted then, and not of an earlier promise. */
  boolean of(Decision decision) {
    return initiative.equals(decision.initiative()) && acceptedAt.equals(decision.acceptedAt());
  }

  LocalDate dueOn() {
    return dueOn;
  }

  Course course() {
    return course;
  }

  LocalDate checkOn() {
    return checkOn;
  }

  /** As it may be shown. */
  Check.Concluded shown() {
    return new Check.Concluded(
        course, decider, day, note, checkOn, finding, estimate, low, high, p, reading);
  }
}
