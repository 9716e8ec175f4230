package plimsoll.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import plimsoll.schedule.Chore;

/** Judges what was said of events since the last time, before anything is asked and by itself. */
@ApplicationScoped
public class Bookkeeping implements Chore {
  @Inject Books books;
  @Inject Clock clock;

  @Override
  public String name() {
    return "bookkeeping";
  }

  @Override
  public Duration rest() {
    return Duration.ofSeconds(10);
  }

  @Override
  public void perform() {
    bringUpToDate();
  }

  /** Returns when nothing is left to judge. Within a node one at a time does it. */
  public synchronized void bringUpToDate() {
    books.startOver();
    while (books.spread()) {
      // It goes on with the next of them.
    }
    while (books.judge(clock.instant())) {
      // It goes on with the next services.
    }
  }
}
