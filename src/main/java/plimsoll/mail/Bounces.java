package plimsoll.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import java.util.logging.Logger;
import plimsoll.schedule.Chore;

/**
 * Reads the newest of the mailbox that letters come back to, where one is configured. What is read
 * is marked as seen and stays there; what is no bounce of ours is left as it was.
 */
@ApplicationScoped
public class Bounces implements Chore {
  private static final Logger LOG = Logger.getLogger(Bounces.class.getName());
  private static final int BATCH = 500;
  private static final int MOST_BYTES = 1_000_000;

  @Inject MailSettings settings;
  @Inject Outbox outbox;

  @Override
  public String name() {
    return "bounces";
  }

  @Override
  public Duration rest() {
    return Duration.ofSeconds(30);
  }

  @Override
  public void perform() {
    settings.mailbox().ifPresent(this::read);
  }

  private void read(MailServer server) {
    var session = Session.getInstance(server.properties(null));
    try (var store = session.getStore(server.protocol())) {
      store.connect(server.host(), server.port(), server.user(), server.password());
      try (var folder = store.getFolder(server.folder())) {
        folder.open(Folder.READ_WRITE);
        int last = folder.getMessageCount();
        for (int i = Math.max(1, last - BATCH + 1); i <= last; i++) {
          var mail = folder.getMessage(i);
          if (!mail.isSet(Flags.Flag.SEEN)) take(mail);
        }
      }
    } catch (MessagingException e) {
      LOG.warning(() -> "The mailbox of bounces can't be read: " + e.getMessage());
    }
  }

  private void take(jakarta.mail.Message mail) throws MessagingException {
    try {
      var bounce = mail.getSize() > MOST_BYTES ? Optional.<Bounce>empty() : Bounce.of(whole(mail));
      if (bounce.isEmpty()) return;
      outbox.bounced(bounce.get().letter(), bounce.get().reason());
      mail.setFlag(Flags.Flag.SEEN, true);
    } catch (IOException e) {
      LOG.warning("A mail among the bounces can't be read; it is left there");
    }
  }

  /** Servers differ in how they describe the parts of a report, so we look for ourselves. */
  private static MimeMessage whole(jakarta.mail.Message mail)
      throws MessagingException, IOException {
    var bytes = new ByteArrayOutputStream();
    mail.writeTo(bytes);
    return new MimeMessage(
        Session.getInstance(new Properties()), new ByteArrayInputStream(bytes.toByteArray()));
  }
}
