package plimsoll.delivery;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** How far the kept deliveries of a source were read again by the rules that hold now. */
@Entity
@Table(name = "rereading")
public class Rereading {
  private static final UUID FIRST = new UUID(0, 0);

  @Id private String source;

  @Enumerated(EnumType.STRING)
  private State state;

  @Column(name = "after_at")
  private Instant afterAt;

  @Column(name = "after_id")
  private UUID afterId;

  private long done;
  private long total;
  private long added;
  private long withdrawn;

  @Column(name = "asked_at")
  private Instant askedAt;

  @Column(name = "changed_at")
  private Instant changedAt;

  protected Rereading() {}

  /**
   * @param total how many deliveries are kept
   */
  Rereading(String source, long total, Instant now) {
    this.source = source;
    this.state = State.READING;
    this.afterAt = Instant.EPOCH;
    this.afterId = FIRST;
    this.total = total;
    this.askedAt = now;
    this.changedAt = now;
  }

  /** Its steps. */
  public enum State {
    READING,
    /** What no delivery states any more is taken away. */
    CORRECTING,
    DONE
  }

  void read(Kept last, int deliveries, int added, Instant now) {
    afterAt = last.receivedAt();
    afterId = last.id();
    done += deliveries;
    this.added += added;
    changedAt = now;
  }

  void correct(Instant now) {
    state = State.CORRECTING;
    afterId = FIRST;
    changedAt = now;
  }

  void corrected(UUID last, int withdrawn, Instant now) {
    afterId = last;
    this.withdrawn += withdrawn;
    changedAt = now;
  }

  void finish(Instant now) {
    state = State.DONE;
    changedAt = now;
  }

  public String source() {
    return source;
  }

  public State state() {
    return state;
  }

  Instant afterAt() {
    return afterAt;
  }

  UUID afterId() {
    return afterId;
  }

  /** Deliveries that were read. */
  public long done() {
    return done;
  }

  /** Deliveries that were kept when it began. */
  public long total() {
    return total;
  }

  /** Versions of events that had not been known. */
  public long added() {
    return added;
  }

  /** Versions of events that no delivery states any more. */
  public long withdrawn() {
    return withdrawn;
  }

  public Instant askedAt() {
    return askedAt;
  }

  public Instant changedAt() {
    return changedAt;
  }
}
