package plimsoll.campaign;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import plimsoll.schedule.Chore;

/** Reminds in campaigns whose moment has come; each once, also when the clock is set back. */
@ApplicationScoped
public class Reminding implements Chore {
  @Inject Campaigns campaigns;
  @Inject CampaignLetters letters;
  @Inject Clock clock;

  @Override
  public String name() {
    return "reminding";
  }

  @Override
  public Duration rest() {
    return Duration.ofSeconds(2);
  }

  @Override
  public void perform() {
    var now = clock.instant();
    campaigns.toRemind(now).forEach(id -> letters.remind(id, now));
  }
}
