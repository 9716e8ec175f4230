package plimsoll.mail;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;

/** A connection to the mail server, made when first needed and kept until closed. */
final class Post implements AutoCloseable {
  private static final int PERMANENT = 500;
  private static final int SERVICE_CLOSES = 421;
  private final MailServer server;
  private final InternetAddress sender;
  private final Session session;
  private Transport transport;

  Post(MailServer server, InternetAddress sender) {
    this.server = server;
    this.sender = sender;
    this.session = Session.getInstance(server.properties(sender.getAddress()));
  }

  /**
   * Hands a mail over.
   *
   * @param optOut the address of the page that ends such mail
   */
  Delivery send(UUID letter, Message.Mail mail, String optOut, Instant now) {
    try {
      connect();
    } catch (MessagingException e) {
      return new Delivery.Unreachable(words(e));
    }
    try {
      var message = message(letter, mail, optOut, now);
      transport.sendMessage(message, message.getAllRecipients());
      return new Delivery.Accepted();
    } catch (MessagingException e) {
      var failed = verdict(e);
      if (failed instanceof Delivery.Unreachable) close();
      return failed;
    }
  }

  private void connect() throws MessagingException {
    if (transport != null && transport.isConnected()) return;
    transport = session.getTransport(server.protocol());
    transport.connect(server.host(), server.port(), server.user(), server.password());
  }

  private MimeMessage message(UUID letter, Message.Mail mail, String optOut, Instant now)
      throws MessagingException {
    var message = new Signed(session, "<" + letter + "@" + domain() + ">");
    message.setFrom(sender);
    message.setRecipient(jakarta.mail.Message.RecipientType.TO, new InternetAddress(mail.to()));
    message.setSubject(mail.subject(), StandardCharsets.UTF_8.name());
    message.setSentDate(Date.from(now));
    message.setHeader("Auto-Submitted", "auto-generated");
    message.setHeader("X-Auto-Response-Suppress", "All");
    message.setHeader("List-Unsubscribe", "<" + optOut + ">");
    message.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
    message.setContent(alternatives(mail));
    message.saveChanges();
    return message;
  }

  private String domain() {
    var address = sender.getAddress();
    return address.substring(address.indexOf('@') + 1);
  }

  /** The richer form comes last (RFC 2046, 5.1.4). */
  private static MimeMultipart alternatives(Message.Mail mail) throws MessagingException {
    var text = new MimeBodyPart();
    text.setText(mail.text(), StandardCharsets.UTF_8.name());
    var html = new MimeBodyPart();
    html.setText(mail.html(), StandardCharsets.UTF_8.name(), "html");
    return new MimeMultipart("alternative", text, html);
  }

  /**
   * A refusal of the receiver is final; one of what is sent may come from a rule that is mended;
   * all else is between us and the server.
   */
  static Delivery verdict(MessagingException thrown) {
    for (Exception e = thrown; e instanceof MessagingException m; e = m.getNextException()) {
      if (m instanceof SMTPAddressFailedException receiver) {
        return ofReceiver(receiver.getReturnCode(), words(receiver));
      }
      if (m instanceof jakarta.mail.internet.AddressException) {
        return new Delivery.Refused("This is no mail address.");
      }
    }
    if (thrown instanceof SMTPSendFailedException content
        && content.getReturnCode() > 0
        && content.getReturnCode() != SERVICE_CLOSES
        && !"MAIL".equalsIgnoreCase(content.getCommand().split("[ :]", 2)[0])) {
      return new Delivery.Postponed(words(content));
    }
    if (thrown instanceof SendFailedException && thrown.getNextException() == null) {
      return new Delivery.Postponed(words(thrown));
    }
    return new Delivery.Unreachable(words(thrown));
  }

  private static Delivery ofReceiver(int code, String words) {
    if (code == SERVICE_CLOSES || code <= 0) return new Delivery.Unreachable(words);
    return code >= PERMANENT ? new Delivery.Refused(words) : new Delivery.Postponed(words);
  }

  private static String words(MessagingException e) {
    if (e instanceof AuthenticationFailedException) {
      return "The mail server refuses the user or the password.";
    }
    return ("" + e.getMessage()).strip().replaceAll("\\s+", " ");
  }

  @Override
  public void close() {
    try {
      if (transport != null) transport.close();
    } catch (MessagingException e) {
      // What was accepted stays accepted; there is nobody left to say goodbye to.
      transport = null;
    }
    transport = null;
  }

  /** Keeps the id that it was given, so that the same letter always has the same. */
  private static final class Signed extends MimeMessage {
    private final String id;

    Signed(Session session, String id) {
      super(session);
      this.id = id;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
      setHeader("Message-ID", id);
    }
  }
}
