package plimsoll.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.logging.Level;
import java.util.logging.Logger;
import plimsoll.access.Refusal;
import plimsoll.schedule.Chore;

/**
 * Sends the letters that are due, one after the other: claims one, has it written, hands it over,
 * and commits what came of it before it claims the next. So of a kill at most the one letter that
 * was being handed over is uncertain; it is sent again, under the same Message-ID.
 */
@ApplicationScoped
public class Postman implements Chore {
  private static final Logger LOG = Logger.getLogger(Postman.class.getName());
  private static final int BATCH = 100;

  /** Then it rests, so that a node that stops is not waited for long. */
  private static final Duration TURN = Duration.ofSeconds(5);

  @Inject Outbox outbox;
  @Inject OptOuts optOuts;
  @Inject MailSettings settings;
  @Inject @Any Instance<Author> authors;
  @Inject Clock clock;
  private final Slack slack = new Slack();

  /** Of this node alone: a node that starts tries at once. */
  private int failures;

  private long silentUntilNanos = System.nanoTime();

  @Override
  public String name() {
    return "letters";
  }

  @Override
  public Duration rest() {
    return Duration.ofSeconds(1);
  }

  @Override
  public void perform() throws InterruptedException {
    if (System.nanoTime() - silentUntilNanos < 0) return;
    var end = System.nanoTime() + TURN.toNanos();
    try (var post = settings.on() ? new Post(settings.server(), settings.sender()) : null) {
      for (var id : outbox.due(clock.instant(), BATCH)) {
        if (System.nanoTime() > end || !deliver(id, post)) return;
      }
    }
  }

  /** False when there is no use in going on now. */
  private boolean deliver(UUID id, Post post) throws InterruptedException {
    var now = clock.instant();
    var claimed = outbox.claim(id, now);
    if (claimed.isEmpty()) return true;
    var letter = claimed.get();
    Optional<Message> message;
    try {
      message = written(letter);
    } catch (RuntimeException e) {
      outbox.putOff(id, letter.attempts(), now.plus(wait(1)), reasonOf(e));
      return true;
    }
    if (message.isEmpty()) {
      outbox.settle(id, Letter.State.DROPPED, null);
      return true;
    }
    return hand(letter, message.get(), post, now);
  }

  private Optional<Message> written(Letter letter) {
    return authors.stream()
        .filter(author -> author.writes(letter.kind()))
        .findFirst()
        .flatMap(author -> author.write(letter));
  }

  /** A refusal is said in words that hold no secret; of anything else only the kind is kept. */
  private static String reasonOf(RuntimeException e) {
    return e instanceof Refusal ? e.getMessage() : "It could not be written: " + e.getClass();
  }

  private boolean hand(Letter letter, Message message, Post post, Instant now)
      throws InterruptedException {
    if (message instanceof Message.Notice notice) {
      return settled(letter, slack.send(notice), now);
    }
    if (optOuts.contains(letter.receiver())) {
      outbox.settle(letter.id(), Letter.State.OPTED_OUT, null);
      return true;
    }
    if (post == null) {
      return settled(letter, new Delivery.Postponed("Mail is not set up."), now);
    }
    var link = optOuts.link(letter.receiver());
    var delivery = post.send(letter.id(), (Message.Mail) message, link, now);
    var goOn = settled(letter, delivery, now);
    Thread.sleep(settings.pauseMilliseconds());
    return goOn;
  }

  private boolean settled(Letter letter, Delivery delivery, Instant now) {
    if (delivery instanceof Delivery.Accepted) {
      failures = 0;
      outbox.settle(letter.id(), Letter.State.SENT, null);
    } else if (delivery instanceof Delivery.Refused refused) {
      failures = 0;
      outbox.settle(letter.id(), Letter.State.UNDELIVERABLE, refused.reason());
    } else if (delivery instanceof Delivery.Postponed postponed) {
      failures = 0;
      int attempts = letter.attempts() + 1;
      outbox.putOff(letter.id(), attempts, now.plus(wait(attempts)), postponed.reason());
    } else if (delivery instanceof Delivery.Unreachable unreachable) {
      outbox.putOff(letter.id(), letter.attempts(), now, unreachable.reason());
      fallSilent(unreachable.reason());
      return false;
    }
    return true;
  }

  /** All letters wait, and none is blamed. */
  private void fallSilent(String reason) {
    failures++;
    var silence = wait(failures);
    silentUntilNanos = System.nanoTime() + silence.toNanos();
    LOG.log(
        failures == 1 ? Level.WARNING : Level.INFO,
        () ->
            "No mail goes out: %s It is tried again in %d s."
                .formatted(reason, silence.toSeconds()));
  }

  private static Duration wait(int failures) {
    return Backoff.after(failures, ThreadLocalRandom.current().nextDouble());
  }
}
