package plimsoll.delivery;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import plimsoll.catalog.Problem;
import plimsoll.json.Json;

/** A past that is brought in, in steps, each of which says where to go on after a break. */
@Entity
@Table(name = "backfill")
public class Backfill {
  private static final int PROBLEMS_NAMED = 100;
  private static final int FAILURE_MAX = 2000;

  @Id private UUID id;
  private String kind;
  private String source;
  private String what;
  private String settings;

  @Column(name = "next_from")
  private String cursor;

  @Enumerated(EnumType.STRING)
  private State state;

  private long done;
  private long total;
  private long accepted;
  private long duplicates;
  private long problems;
  private String words;
  private String failure;

  @Column(name = "asked_by")
  private String askedBy;

  @Column(name = "asked_at")
  private Instant askedAt;

  @Column(name = "changed_at")
  private Instant changedAt;

  protected Backfill() {}

  /**
   * @param kind how it comes in, such as "ndjson" or "github"
   * @param source whose events they are
   * @param what for people, such as the name of a file or of a repository
   * @param settings what the kind needs to know, as JSON; no secret
   */
  public Backfill(
      String kind, String source, String what, String settings, String askedBy, Instant askedAt) {
    this.id = UUID.randomUUID();
    this.kind = kind;
    this.source = source;
    this.what = what;
    this.settings = settings;
    this.askedBy = askedBy;
    this.askedAt = askedAt;
    this.changedAt = askedAt;
    this.cursor = "";
    this.state = State.WAITING;
    this.words = "[]";
    this.failure = "";
  }

  /** How far it is. */
  public enum State {
    /** Nothing was done yet, or it goes on by itself. */
    WAITING,
    RUNNING,
    DONE,
    /** It broke off, and can be taken up again where it was. */
    FAILED,
    CANCELLED;

    public boolean isOver() {
      return this == DONE || this == CANCELLED;
    }
  }

  /**
   * Notes a step that is committed with what it brought.
   *
   * @param done lines, pages or whatever the kind counts, from the beginning
   * @param total of the same; 0 when not known
   * @param cursor where to go on; "" for the beginning
   */
  public void advance(Taken taken, long done, long total, String cursor, Instant now) {
    this.done = done;
    this.total = total;
    this.cursor = cursor;
    this.accepted += taken.accepted();
    this.duplicates += taken.duplicates();
    name(taken.problems());
    become(State.RUNNING, "", now);
  }

  /** Sent from its beginning again. */
  void restart() {
    done = 0;
    duplicates = 0;
    problems = 0;
    words = "[]";
    cursor = "";
  }

  /**
   * @param failure why it stopped and what to do; "" where nothing is wrong
   */
  public void become(State state, String failure, Instant now) {
    this.state = state;
    this.failure =
        failure.length() <= FAILURE_MAX ? failure : failure.substring(0, FAILURE_MAX - 1) + "…";
    this.changedAt = now;
  }

  /** The first hundred are named, the rest counted. */
  private void name(List<Problem> more) {
    problems += more.size();
    var named = named();
    if (more.isEmpty() || named.size() >= PROBLEMS_NAMED) return;
    words = Json.write(Stream.concat(named.stream(), more.stream()).limit(PROBLEMS_NAMED).toList());
  }

  /** The first hundred problems; the number is the line. */
  public List<Problem> named() {
    return List.of(Json.read(words, Problem[].class));
  }

  public UUID id() {
    return id;
  }

  public String kind() {
    return kind;
  }

  public String source() {
    return source;
  }

  public String what() {
    return what;
  }

  public String settings() {
    return settings;
  }

  public String cursor() {
    return cursor;
  }

  public State state() {
    return state;
  }

  public long done() {
    return done;
  }

  /** 0 when not known. */
  public long total() {
    return total;
  }

  public long accepted() {
    return accepted;
  }

  public long duplicates() {
    return duplicates;
  }

  public long problems() {
    return problems;
  }

  public String failure() {
    return failure;
  }

  public String askedBy() {
    return askedBy;
  }

  public Instant askedAt() {
    return askedAt;
  }

  public Instant changedAt() {
    return changedAt;
  }
}
