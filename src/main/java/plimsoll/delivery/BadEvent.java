package plimsoll.delivery;

/** One event cannot be used; the message says why and what to do. The others go on. */
final class BadEvent extends RuntimeException {
  private static final long serialVersionUID = 1;

  BadEvent(String message) {
    super(message, null, false, false);
  }
}
