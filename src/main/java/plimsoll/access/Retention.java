package plimsoll.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import plimsoll.schedule.Chore;

/** Has each room delete once a day what it kept long enough. */
@ApplicationScoped
public class Retention implements Chore {
  /** In days: thirteen months after closing. */
  public static final String ANSWERS = "396";

  @Inject Event<Sweep> sweep;
  @Inject Clock clock;

  @Override
  public String name() {
    return "retention";
  }

  @Override
  public Duration rest() {
    return Duration.ofDays(1);
  }

  @Override
  public void perform() {
    sweep(clock.instant());
  }

  /** Deletes what is beyond its time at a moment; repeating it does no harm. */
  public void sweep(Instant now) {
    sweep.fire(new Sweep(now));
  }
}
