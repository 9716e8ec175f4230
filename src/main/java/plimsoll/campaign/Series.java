package plimsoll.campaign;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import plimsoll.json.Json;
import plimsoll.rota.Rhythm;

/**
 * A campaign that is repeated. Its waves are numbered, and the number only grows: a wave that has
 * been, or was passed over, does not come again when the clock is set back.
 */
@Entity
@Table(name = "series")
class Series {
  private static final int FORESEEN = 4;

  @Id private UUID id;
  private String plan;

  @Column(name = "first_day")
  private LocalDate firstDay;

  @Column(name = "next_number")
  private int nextNumber;

  @Column(name = "next_at")
  private Instant nextAt;

  private boolean paused;
  private String problem;

  @Column(name = "created_at")
  private Instant createdAt;

  protected Series() {}

  Series(Plan plan, Instant now) {
    this.id = UUID.randomUUID();
    this.plan = Json.write(plan);
    this.firstDay = plan.repeats().rhythm(now).first();
    this.createdAt = now;
    goTo(0);
  }

  UUID id() {
    return id;
  }

  Plan plan() {
    return Json.read(plan, Plan.class);
  }

  /** The wave whose moment has come; empty when none has, or it rests. */
  Optional<Rhythm.Wave> due(Instant now) {
    return paused || nextAt == null || nextAt.isAfter(now)
        ? Optional.empty()
        : rhythm().wave(nextNumber);
  }

  /** Goes on to the wave after this one. */
  void done(Rhythm.Wave wave) {
    problem = null;
    goTo(wave.number() + 1);
  }

  /** Goes on without this wave, and tells why. */
  void passOver(Rhythm.Wave wave, String why) {
    goTo(wave.number() + 1);
    problem = why.length() <= 400 ? why : why.substring(0, 399) + "…";
  }

  void pause() {
    paused = true;
  }

  /** Waves whose moment came while it was paused are passed over. */
  void goOn(Instant now) {
    paused = false;
    while (nextAt != null && !nextAt.isAfter(now)) {
      goTo(nextNumber + 1);
    }
  }

  void end() {
    nextAt = null;
  }

  private void goTo(int number) {
    nextNumber = number;
    nextAt = rhythm().wave(number).map(Rhythm.Wave::opens).orElse(null);
  }

  private Rhythm rhythm() {
    return plan().repeats().rhythm(firstDay);
  }

  SeriesView view(List<SeriesView.Wave> been) {
    var set = plan();
    return new SeriesView(
        id,
        set.title(),
        set.survey(),
        set.teams(),
        set.teamRule(),
        set.sample(),
        set.repeats(),
        nextAt == null ? "ended" : paused ? "paused" : "running",
        nextAt == null ? List.of() : foreseen(),
        been,
        problem);
  }

  private List<SeriesView.Next> foreseen() {
    var rhythm = rhythm();
    return IntStream.range(nextNumber, nextNumber + FORESEEN)
        .mapToObj(rhythm::wave)
        .flatMap(Optional::stream)
        .map(wave -> new SeriesView.Next(wave.opens(), wave.closes()))
        .toList();
  }
}
