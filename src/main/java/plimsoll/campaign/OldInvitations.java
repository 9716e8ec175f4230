package plimsoll.campaign;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import plimsoll.access.Audit;
import plimsoll.access.Retention;
import plimsoll.access.Sweep;

/**
 * Forgets who answered a closed campaign as soon as nobody is reminded any more, and who was asked
 * when the answers go: until then a reading that is taken again must know the same people. How many
 * of each team were asked and answered stays.
 */
@ApplicationScoped
@Transactional
public class OldInvitations {
  @PersistenceContext EntityManager database;
  @Inject Campaigns campaigns;
  @Inject Invitations invitations;
  @Inject Audit audit;

  @Inject
  @ConfigProperty(name = "plimsoll.answered.days", defaultValue = "7")
  int answeredDays;

  @Inject
  @ConfigProperty(name = "plimsoll.answers.days", defaultValue = Retention.ANSWERS)
  int answersDays;

  void forget(@Observes Sweep sweep) {
    campaigns.closedBefore(sweep.before(answeredDays)).stream()
        .filter(id -> !campaigns.counted(id))
        .forEach(this::forgetWhoAnswered);
    int asked =
        campaigns.closedBefore(sweep.before(answersDays)).stream()
            .filter(campaigns::counted)
            .mapToInt(this::forgetWhoWasAsked)
            .sum();
    if (asked > 0) {
      audit.record(
          Audit.SERVICE, "forgot who was asked", asked + " invitations, beyond their time");
    }
  }

  private void forgetWhoAnswered(UUID campaign) {
    var counts = invitations.counts(campaign);
    teams(campaign).forEach(team -> team.count(counts));
    change("update Invitation i set i.submitted = false where i.campaign = :id", campaign);
    audit.record(Audit.SERVICE, "forgot who answered", campaigns.get(campaign).title());
  }

  private int forgetWhoWasAsked(UUID campaign) {
    return change("delete from Invitation i where i.campaign = :id", campaign);
  }

  private int change(String statement, UUID campaign) {
    return database.createQuery(statement).setParameter("id", campaign).executeUpdate();
  }

  private List<CampaignTeam> teams(UUID campaign) {
    return database
        .createQuery("select t from CampaignTeam t where t.campaign = :id", CampaignTeam.class)
        .setParameter("id", campaign)
        .getResultList();
  }
}
