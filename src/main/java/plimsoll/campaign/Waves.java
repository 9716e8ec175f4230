package plimsoll.campaign;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.logging.Logger;
import plimsoll.access.Refusal;
import plimsoll.schedule.Chore;

/** Opens the waves of series when their moment has come. */
@ApplicationScoped
public class Waves implements Chore {
  private static final Logger LOG = Logger.getLogger(Waves.class.getName());

  @Inject AllSeries series;
  @Inject Clock clock;

  @Override
  public String name() {
    return "waves";
  }

  @Override
  public Duration rest() {
    return Duration.ofSeconds(2);
  }

  @Override
  public void perform() {
    var now = clock.instant();
    series.due(now).forEach(id -> open(id, now));
  }

  private void open(UUID id, Instant now) {
    try {
      series.open(id, now);
    } catch (Refusal refusal) {
      var why = reason(refusal);
      LOG.warning(() -> "Series " + id + ": a wave could not be asked. " + why);
      series.passOver(id, now, why);
    }
  }

  private static String reason(Refusal refusal) {
    return refusal.faults().isEmpty() ? refusal.getMessage() : refusal.faults().get(0).message();
  }
}
