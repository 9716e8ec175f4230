package plimsoll.mail;

/** What is sent: a mail to one person, or a notice to a channel that many read. */
public sealed interface Message {
  /**
   * @param to the receiver's address
   * @param text the same as {@code html} without markup
   */
  record Mail(String to, String subject, String text, String html) implements Message {}

  /**
   * @param webhook where the channel takes notices
   * @param text must hold nothing that is for one person alone
   */
  record Notice(String webhook, String text) implements Message {}
}
