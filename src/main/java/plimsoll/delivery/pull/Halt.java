package plimsoll.delivery.pull;

import java.time.Instant;

/** It does not go on now, or not at all; the message says why and what to do. */
public final class Halt extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient Kind kind;
  private final transient Instant until;

  private Halt(String words, Kind kind, Instant until) {
    super(words, null, false, false);
    this.kind = kind;
    this.until = until;
  }

  /** What to do about it. */
  public enum Kind {
    /** Nothing, it goes on by itself at a time that the forge named. */
    LIMITED,
    /** Nothing for a while: it may work the next time. */
    TROUBLED,
    /** Somebody has to change something. */
    FAILED,
    /** The same, because it is not there or not shown; what else is wanted may be. */
    ABSENT
  }

  public static Halt limited(String words, Instant until) {
    return new Halt(words, Kind.LIMITED, until);
  }

  public static Halt troubled(String words) {
    return new Halt(words, Kind.TROUBLED, null);
  }

  public static Halt absent(String words) {
    return new Halt(words, Kind.ABSENT, null);
  }

  public static Halt failed(String words) {
    return new Halt(words, Kind.FAILED, null);
  }

  public Kind kind() {
    return kind;
  }

  /** When to try again; null but where it is limited. */
  public Instant until() {
    return until;
  }
}
