package plimsoll.mail;

/** What came of handing a message over. */
sealed interface Delivery {
  /** It is the other side's now. */
  record Accepted() implements Delivery {}

  /** The other side will never take it for this receiver. */
  record Refused(String reason) implements Delivery {}

  /** The other side does not take this one now. */
  record Postponed(String reason) implements Delivery {}

  /** The other side can't be talked to at all now, or does not know us. */
  record Unreachable(String reason) implements Delivery {}
}
