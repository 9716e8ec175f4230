package plimsoll.reading;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import plimsoll.roadmap.Effect;
import plimsoll.roadmap.Effect.Finding;

/** What one checked initiative taught; later readings propose accordingly. */
@Entity
@Table(name = "lesson")
public class Lesson {
  @Id private UUID id;

  @Column(name = "initiative_key")
  private String initiative;

  @Column(name = "accepted_at")
  private Instant acceptedAt;

  @Enumerated(EnumType.STRING)
  private Finding finding;

  private double relief;

  @Column(name = "standard_error")
  private Double standardError;

  @Column(name = "learned_at")
  private Instant learnedAt;

  protected Lesson() {}

  Lesson(String initiative, Instant acceptedAt, Effect effect, Instant learnedAt) {
    this.id = UUID.randomUUID();
    this.initiative = initiative;
    this.acceptedAt = acceptedAt;
    this.finding = effect.finding();
    this.relief = -effect.estimate();
    // A database keeps no infinite number: null is one that could not be told.
    this.standardError =
        Double.isFinite(effect.standardError()) ? (Double) effect.standardError() : null;
    this.learnedAt = learnedAt.truncatedTo(ChronoUnit.MILLIS);
  }

  /** What counts of it, for the digest of a reading too. */
  Taught taught() {
    return new Taught(
        initiative,
        acceptedAt,
        finding,
        relief,
        standardError == null ? Double.POSITIVE_INFINITY : standardError);
  }

  /**
   * What one checked initiative taught.
   *
   * @param acceptedAt with the key, which commitment it was
   * @param relief points that it took off
   * @param standardError of that; infinite where there were too few teams
   */
  record Taught(
      String initiative, Instant acceptedAt, Finding finding, double relief, double standardError) {

    /** A further check of the same commitment says more than the one before, and replaces it. */
    String commitment() {
      return initiative + " " + acceptedAt;
    }
  }
}
