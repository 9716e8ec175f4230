package plimsoll.connection;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import plimsoll.json.Json;

/** A live system that is looked at again and again, and how far that is. */
@Entity
@Table(name = "connection")
public class Connection {
  private static final int DOING_MAX = 500;
  private static final int FAILURE_MAX = 2000;

  @Id private UUID id;

  @Enumerated(EnumType.STRING)
  private Kind kind;

  private String name;
  private String address;
  private String settings;

  @Enumerated(EnumType.STRING)
  private State state;

  private String doing;
  private long done;
  private long total;
  private String memory;
  private boolean asked;
  private int failures;
  private String failure;

  @Column(name = "last_success")
  private Instant lastSuccess;

  @Column(name = "last_failure")
  private Instant lastFailure;

  @Column(name = "next_at")
  private Instant nextAt;

  private String worker;

  @Column(name = "worker_until")
  private Instant workerUntil;

  @Column(name = "made_by")
  private String madeBy;

  @Column(name = "made_at")
  private Instant madeAt;

  protected Connection() {}

  Connection(
      Kind kind, String name, String address, Settings settings, String madeBy, Instant madeAt) {
    this.id = UUID.randomUUID();
    this.kind = kind;
    this.name = name;
    this.address = address;
    this.settings = Json.write(settings);
    this.madeBy = madeBy;
    this.madeAt = madeAt;
    this.memory = "";
    this.doing = "";
    this.failure = "";
    this.worker = "";
    this.workerUntil = Instant.EPOCH;
    this.state = State.WAITING;
    this.nextAt = madeAt;
  }

  /** How it is. */
  public enum State {
    /** It is looked at again when its time comes. */
    WAITING,
    /** Somebody is at it. */
    RUNNING,
    /** The last look failed, and it is tried again. */
    TROUBLED,
    /** Somebody stopped it. */
    STOPPED
  }

  /** One visit takes it for a while; when somebody asked for a new look, from the beginning. */
  void claim(String visit, Instant until) {
    worker = visit;
    workerUntil = until;
    state = State.RUNNING;
    if (asked) memory = "";
    asked = false;
  }

  /** Whether it may be visited now. */
  boolean isFree(Instant now) {
    return state != State.STOPPED && !nextAt.isAfter(now) && !workerUntil.isAfter(now);
  }

  boolean isClaimedBy(String visit) {
    return worker.equals(visit);
  }

  void note(String doing, long done, long total, Instant until) {
    this.doing = cut(doing, DOING_MAX);
    this.done = done;
    this.total = total;
    this.workerUntil = until;
  }

  /** What was read until now is handed on. */
  void keep(Memory memory) {
    this.memory = memory.text();
  }

  void succeed(Instant now) {
    lastSuccess = now;
    failures = 0;
    failure = "";
  }

  /** Until then, or not at all when somebody asked for a new look meanwhile. */
  void rest(Instant next) {
    release(State.WAITING, asked ? nextAt : next);
  }

  /**
   * @param words what is wrong and what to do
   */
  void fail(String words, Instant now, Instant next) {
    failures++;
    failure = cut(words, FAILURE_MAX);
    lastFailure = now;
    release(State.TROUBLED, asked ? nextAt : next);
  }

  /** Somebody wants a whole look at once. */
  void ask(Instant now) {
    asked = true;
    nextAt = now;
    if (state != State.RUNNING) state = State.WAITING;
  }

  void stop() {
    release(State.STOPPED, nextAt);
  }

  /** Whoever is at it goes, since it is to be asked otherwise. */
  void restart(Instant now) {
    failures = 0;
    failure = "";
    release(State.WAITING, now);
  }

  private void release(State next, Instant at) {
    state = next;
    nextAt = at;
    worker = "";
    workerUntil = Instant.EPOCH;
    doing = "";
  }

  private static String cut(String text, int length) {
    return text.length() <= length ? text : text.substring(0, length - 1) + "…";
  }

  public UUID id() {
    return id;
  }

  public Kind kind() {
    return kind;
  }

  public String name() {
    return name;
  }

  public String address() {
    return address;
  }

  Settings settings() {
    return Json.read(settings, Settings.class);
  }

  public State state() {
    return state;
  }

  /** A sentence; "" when nobody is at it. */
  public String doing() {
    return doing;
  }

  public long done() {
    return done;
  }

  /** 0 when it is not known. */
  public long total() {
    return total;
  }

  Memory memory() {
    return Memory.of(memory);
  }

  /** Whether somebody wants a whole look at once. */
  boolean asked() {
    return asked;
  }

  /** How often it failed since it last did not. */
  public int failures() {
    return failures;
  }

  /** "" where nothing is wrong. */
  public String failure() {
    return failure;
  }

  /** Null when there was none yet. */
  public Instant lastSuccess() {
    return lastSuccess;
  }

  /** Null when there was none yet. */
  public Instant lastFailure() {
    return lastFailure;
  }

  public Instant nextAt() {
    return nextAt;
  }

  public String madeBy() {
    return madeBy;
  }

  public Instant madeAt() {
    return madeAt;
  }
}
