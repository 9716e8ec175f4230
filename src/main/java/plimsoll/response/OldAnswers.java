package plimsoll.response;

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
import plimsoll.campaign.Campaigns;

/**
 * Deletes answers and own words some time after closing. What readings found in them stays; a
 * reading whose answers are gone can't be taken again, and no later campaign is compared with them.
 */
@ApplicationScoped
@Transactional
public class OldAnswers {
  @PersistenceContext EntityManager database;
  @Inject Campaigns campaigns;
  @Inject Audit audit;

  @Inject
  @ConfigProperty(name = "plimsoll.answers.days", defaultValue = Retention.ANSWERS)
  int answersDays;

  @Inject
  @ConfigProperty(name = "plimsoll.words.days", defaultValue = "183")
  int wordsDays;

  void forget(@Observes Sweep sweep) {
    int answers =
        delete("delete from Ballot b where b.campaign = :id", closed(sweep, answersDays))
            + delete(
                "delete from SealedBallot s where s.campaign = :id",
                campaigns.overdue(sweep.before(answersDays)));
    int words = delete("delete from Remark r where r.campaign = :id", closed(sweep, wordsDays));
    note("deleted answers", answers);
    note("deleted own words", words);
  }

  private List<UUID> closed(Sweep sweep, int days) {
    return campaigns.closedBefore(sweep.before(days));
  }

  private int delete(String statement, List<UUID> campaigns) {
    return campaigns.stream()
        .mapToInt(id -> database.createQuery(statement).setParameter("id", id).executeUpdate())
        .sum();
  }

  private void note(String action, int many) {
    if (many > 0) audit.record(Audit.SERVICE, action, many + " in all, beyond their time");
  }
}
