package plimsoll.campaign;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import plimsoll.access.Refusal;

/**
 * Closes campaigns: first nothing more is taken in, then what must not outlive the campaign is
 * destroyed, then whoever waits for it is told.
 */
@ApplicationScoped
public class Closing {
  @Inject Campaigns campaigns;
  @Inject Invitations invitations;
  @Inject Event<CampaignClosed> closed;
  @Inject Clock clock;

  /**
   * @throws Refusal 404 when there is no such campaign, 409 when it is closed already
   */
  public CampaignView close(UUID id) {
    return close(id, clock.instant());
  }

  /**
   * The same as of another moment; the demonstration closes campaigns of the past.
   *
   * @param at when it counts as closed, which is where its reading ends
   */
  public CampaignView close(UUID id, Instant at) {
    campaigns.get(id);
    if (!campaigns.close(id, at)) {
      throw new Refusal(409, "This campaign is closed already.");
    }
    finish(id);
    return campaigns.get(id);
  }

  /** Closes the campaigns whose last day is over, each as of its end; repeating it does no harm. */
  public void closeOverdue() {
    for (var id : campaigns.overdue(clock.instant())) {
      if (campaigns.close(id, campaigns.get(id).closesAt())) {
        finish(id);
      }
    }
  }

  /**
   * Does what follows a closing; to be repeated where the service was killed in between. All of it
   * can be done twice.
   */
  public void finish(UUID id) {
    invitations.settle(id);
    closed.fire(new CampaignClosed(id));
  }
}
