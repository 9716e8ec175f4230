package plimsoll.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import plimsoll.access.Refusal;

/** Turns deliveries away before there are more than can be borne, so that senders try again. */
@ApplicationScoped
class Pressure {
  private static final int SECONDS_TO_WAIT = 5;
  private static final long LOOK_AGAIN = TimeUnit.SECONDS.toNanos(1);

  @Inject Deliveries deliveries;

  /** How many requests one node takes in at the same time. */
  @Inject
  @ConfigProperty(name = "plimsoll.intake.requests", defaultValue = "200")
  int requestsMax;

  /** How many deliveries may wait to be folded. */
  @Inject
  @ConfigProperty(name = "plimsoll.intake.waiting", defaultValue = "100000")
  int waitingMax;

  private final AtomicInteger working = new AtomicInteger();
  private final AtomicLong lookAt = new AtomicLong(System.nanoTime());
  private volatile boolean full;

  /**
   * @throws Refusal 429 when there is too much to do; then nothing is kept
   */
  <T> T bear(Supplier<T> work) {
    try {
      if (working.incrementAndGet() > requestsMax)
        throw tooMany("Too many deliveries come at once");
      if (isFull()) throw tooMany("Too many deliveries wait to be counted");
      return work.get();
    } finally {
      working.decrementAndGet();
    }
  }

  /** Looked at by one request a second; the others go by what it saw. */
  private boolean isFull() {
    long due = lookAt.get();
    long now = System.nanoTime();
    if (now - due >= 0 && lookAt.compareAndSet(due, now + LOOK_AGAIN)) {
      full = deliveries.waiting(waitingMax + 1) > waitingMax;
    }
    return full;
  }

  private static Refusal tooMany(String why) {
    return Refusal.tooMany(
        why + ". Nothing of this one was stored; send it again in some seconds.", SECONDS_TO_WAIT);
  }
}
