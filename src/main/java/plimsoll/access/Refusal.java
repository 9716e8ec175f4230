package plimsoll.access;

import java.util.List;

/**
 * A request that is refused, with what was wrong in words for the person who sent it. It becomes
 * {@code application/problem+json} (RFC 9457) for clients, and a page for people.
 */
public class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final int status;
  private final transient List<Fault> faults;
  private final int secondsToWait;

  /**
   * @param status the HTTP status, 400 to 499, or 503
   * @param detail what happened and what to do, one or two plain sentences
   */
  public Refusal(int status, String detail, List<Fault> faults) {
    this(status, detail, faults, 0);
  }

  private Refusal(int status, String detail, List<Fault> faults, int secondsToWait) {
    super(detail, null, false, false);
    this.status = status;
    this.faults = List.copyOf(faults);
    this.secondsToWait = secondsToWait;
  }

  public Refusal(int status, String detail) {
    this(status, detail, List.of());
  }

  /**
   * 429: too many tries.
   *
   * @param secondsToWait until the next one is looked at, 1 or more
   */
  public static Refusal tooMany(String detail, int secondsToWait) {
    return new Refusal(429, detail, List.of(), secondsToWait);
  }

  public static Refusal notFound(String what) {
    return new Refusal(404, "There is no such " + what + ".");
  }

  /** Readable but wrong, with every fault named. */
  public static Refusal wrong(String detail, List<Fault> faults) {
    return new Refusal(422, detail, faults);
  }

  public static Refusal wrong(String pointer, String message) {
    return new Refusal(422, message, List.of(new Fault(pointer, message)));
  }

  public int status() {
    return status;
  }

  public List<Fault> faults() {
    return faults == null ? List.of() : faults;
  }

  /** Seconds until another try makes sense; 0 where time changes nothing. */
  public int secondsToWait() {
    return secondsToWait;
  }

  /**
   * One fault.
   *
   * @param pointer where, as a JSON pointer (RFC 6901) such as "/answers/D2a", or the name of a
   *     field
   */
  public record Fault(String pointer, String message) {}
}
