package plimsoll.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.logging.Logger;
import plimsoll.schedule.Chore;

/** Forgets once a day what sources sent where its time is over. */
@ApplicationScoped
public class Forgetting implements Chore {
  private static final Logger LOG = Logger.getLogger(Forgetting.class.getName());

  @Inject Deliveries deliveries;
  @Inject Clock clock;

  @Override
  public String name() {
    return "forgetting";
  }

  @Override
  public Duration rest() {
    return Duration.ofDays(1);
  }

  @Override
  public void perform() {
    var count = deliveries.forgetRaw(clock.instant());
    LOG.fine(() -> count + " raw deliveries forgotten");
  }
}
