package plimsoll.campaign;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.logging.Logger;
import plimsoll.access.Refusal;
import plimsoll.schedule.Chore;

/**
 * Closes campaigns: first nothing more is taken in, then what must not outlive the campaign is
 * destroyed, then whoever waits for it is told.
 */
@ApplicationScoped
public class Closing implements Chore {
  private static final Logger LOG = Logger.getLogger(Closing.class.getName());

  @Inject Campaigns campaigns;
  @Inject Invitations invitations;
  @Inject Vault vault;
  @Inject Event<CampaignClosing> closing;
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
    if (campaigns.get(id).closedAt() != null) throw already();
    closing.fire(new CampaignClosing(id));
    if (!campaigns.close(id, at)) throw already();
    finish(id);
    return campaigns.get(id);
  }

  private static Refusal already() {
    return new Refusal(409, "This campaign is closed already.");
  }

  @Override
  public String name() {
    return "closing";
  }

  @Override
  public Duration rest() {
    return Duration.ofSeconds(1);
  }

  /** Closes the campaigns whose last day is over, each as of its end; repeating it does no harm. */
  @Override
  public void perform() {
    for (var id : campaigns.overdue(clock.instant())) {
      if (openable(id) && campaigns.close(id, campaigns.get(id).closesAt())) {
        finish(id);
      }
    }
  }

  /**
   * One that lacks its key stays as it is until that is brought back; the log names it at start.
   */
  private boolean openable(UUID id) {
    try {
      closing.fire(new CampaignClosing(id));
      return true;
    } catch (Refusal lacking) {
      return false;
    }
  }

  /**
   * Finishes closings that were cut off before the key was destroyed, and names open campaigns
   * whose key is not here.
   */
  public void sweep() {
    var kept = vault.kept();
    for (var campaign : campaigns.all()) {
      if (campaign.closedAt() != null && kept.contains(campaign.id())) finish(campaign.id());
      if (campaign.closedAt() == null && !kept.contains(campaign.id())) {
        LOG.warning(() -> "Campaign " + campaign.id() + " lacks its key: see PLIMSOLL_VAULT");
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
    vault.destroy(id);
  }
}
