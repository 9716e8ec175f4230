package plimsoll.delivery.fact;

/** One event cannot be used; the message says why and what to do. The others go on. */
public final class BadEvent extends RuntimeException {
  private static final long serialVersionUID = 1;

  public BadEvent(String message) {
    super(message, null, false, false);
  }
}
