package plimsoll.mail;

import java.util.Optional;

/** Whoever can write letters of a kind; the outbox holds only what they are about. */
public interface Author {
  /** Whether letters of this kind are this author's. */
  boolean writes(String kind);

  /**
   * Writes it as of now; empty when it must not be sent any more, as when an answer has come.
   *
   * @throws plimsoll.access.Refusal when it can't be written at the moment; it is tried again
   */
  Optional<Message> write(Letter letter);
}
