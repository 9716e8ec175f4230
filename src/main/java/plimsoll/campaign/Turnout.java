package plimsoll.campaign;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import plimsoll.campaign.Invitations.Count;

/**
 * How many answers have come in, as it is told. While a campaign is open that is told anew only
 * when a minimum group more has answered since: whoever looks again and again sees no single answer
 * arrive, and so can't tell who just gave it.
 */
@ApplicationScoped
@Transactional
public class Turnout {
  @PersistenceContext EntityManager database;
  @Inject Campaigns campaigns;
  @Inject Invitations invitations;

  Progress progress(CampaignView campaign, Instant now) {
    return Progress.of(campaign, told(campaign), now);
  }

  private Map<String, Count> told(CampaignView campaign) {
    var counts = invitations.counts(campaign.id());
    if (campaign.closedAt() != null) return counts;
    if (answered(counts) - lastTold(campaign) >= campaign.minimumGroup()) tell(campaign, counts);
    var told = new TreeMap<String, Count>();
    for (var team : teams(campaign)) {
      var count = counts.get(team.key());
      if (count != null) told.put(team.key(), new Count(count.invited(), team.told()));
    }
    return told;
  }

  /** Of two who look at once the second finds it told. */
  private void tell(CampaignView campaign, Map<String, Count> counts) {
    campaigns.hold(campaign.id());
    var teams = teams(campaign);
    int told = teams.stream().mapToInt(CampaignTeam::told).sum();
    if (answered(counts) - told < campaign.minimumGroup()) return;
    for (var team : teams) {
      var count = counts.get(team.key());
      if (count != null) team.tell(count.answered());
    }
  }

  /** Not by the rows themselves, which must not be known before they are held. */
  private long lastTold(CampaignView campaign) {
    Long told =
        database
            .createQuery(
                "select sum(t.told) from CampaignTeam t where t.campaign = :id", Long.class)
            .setParameter("id", campaign.id())
            .getSingleResult();
    return told == null ? 0 : told;
  }

  private List<CampaignTeam> teams(CampaignView campaign) {
    return database
        .createQuery("select t from CampaignTeam t where t.campaign = :id", CampaignTeam.class)
        .setParameter("id", campaign.id())
        .getResultList();
  }

  private static int answered(Map<String, Count> counts) {
    return counts.values().stream().mapToInt(Count::answered).sum();
  }
}
