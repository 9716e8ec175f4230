package plimsoll.campaign;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import plimsoll.mail.Outbox;
import plimsoll.schedule.Chore;

/** Forgets a week after a campaign has closed who was written to in it. */
@ApplicationScoped
public class Clearing implements Chore {
  static final Duration KEPT = Duration.ofDays(7);

  @Inject Campaigns campaigns;
  @Inject Outbox outbox;
  @Inject Clock clock;

  @Override
  public String name() {
    return "clearing";
  }

  @Override
  public Duration rest() {
    return Duration.ofMinutes(1);
  }

  @Override
  public void perform() {
    outbox.subjects().forEach(this::clear);
  }

  private void clear(UUID id) {
    var before = clock.instant().minus(KEPT);
    var over =
        campaigns.find(id).map(one -> one.closedAt() != null && one.closedAt().isBefore(before));
    if (over.orElse(true)) outbox.clear(id, before);
  }
}
