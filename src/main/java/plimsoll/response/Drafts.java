package plimsoll.response;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import plimsoll.access.Refusal;
import plimsoll.access.Refusal.Fault;
import plimsoll.access.Throttle;
import plimsoll.campaign.CampaignClosed;
import plimsoll.campaign.InvitationWithdrawn;
import plimsoll.campaign.Invitations;
import plimsoll.catalog.Dossier;
import plimsoll.json.Json;
import plimsoll.survey.Answers;

/** Unfinished answers, kept until they are sent or the campaign closes. */
@ApplicationScoped
@Transactional
public class Drafts {
  @PersistenceContext EntityManager database;
  @Inject Links links;
  @Inject Invitations invitations;
  @Inject Clock clock;

  /** Some times as often as our page saves while somebody types without a pause. */
  private final Throttle saves = new Throttle(240, Duration.ofMinutes(1));

  /** What was saved behind a link, by the item's id; empty when nothing was. */
  public Map<String, Object> of(String token) {
    var seal = new Seal(token);
    var draft = database.find(Draft.class, seal.name());
    return draft == null ? new LinkedHashMap<>() : Json.read(draft.open(seal), Ballot.Stored.class);
  }

  /**
   * Saves unfinished answers in place of what was saved before.
   *
   * @throws Refusal 404 for no such link, 409 when it was used, 410 when the campaign is closed,
   *     422 naming each item with a wrong answer, 429 when it is done more often than anybody types
   */
  public void save(String token, Map<String, ?> sent) {
    var link = links.open(token);
    slowDown(token);
    refuse(Answers.of(link.survey(), link.survey().onlyAsked(sent)));
    if (!invitations.hold(link.seat())) {
      throw Links.answered();
    }
    var seal = new Seal(token);
    var known = database.find(Draft.class, seal.name());
    var draft = known == null ? new Draft(seal.name(), link.campaign().id()) : known;
    draft.seal(Json.write(sent), seal, SealedBallot.length(link.whole()));
    if (known == null) {
      database.persist(draft);
    }
  }

  private void slowDown(String token) {
    int wait = saves.count(token, clock.instant());
    if (wait > 0) {
      throw Refusal.tooMany(
          "These answers were saved too often in a short time. What was saved before is kept.",
          wait);
    }
  }

  void destroy(String token) {
    database
        .createQuery("delete from Draft d where d.key = :key")
        .setParameter("key", new Seal(token).name())
        .executeUpdate();
  }

  void destroy(@Observes InvitationWithdrawn withdrawn) {
    destroy(withdrawn.token());
  }

  /** Says of somebody's data what can't be told, because nothing leads from a person to it. */
  void tell(@Observes Dossier dossier) {
    dossier
        .notGiven()
        .put(
            "answers",
            "What a person answered can't be found: answers are sealed when they are sent, and mixed"
                + " at closing, without name, link or time. As nobody can tell whose they are, they"
                + " can be neither given nor erased by name (GDPR, Article 11).");
    dossier
        .notGiven()
        .put(
            "what was saved and not sent",
            "It is encrypted with a key that only the personal link gives: whoever has the link can"
                + " read it there until the survey closes, when it is destroyed.");
    dossier
        .notGiven()
        .put(
            "own words",
            "They are kept apart from all else, with names taken out, so nobody can tell whose they"
                + " are (GDPR, Article 11).");
  }

  void destroyAll(@Observes @Priority(CampaignClosed.SETTLE) CampaignClosed closed) {
    UUID campaign = closed.id();
    database
        .createQuery("delete from Draft d where d.campaign = :campaign")
        .setParameter("campaign", campaign)
        .executeUpdate();
  }

  static void refuse(Answers answers) {
    List<Fault> faults = new ArrayList<>();
    for (Answers.Fault fault : answers.faults()) {
      faults.add(new Fault("/answers/" + pointer(fault.item()), fault.message()));
    }
    if (!faults.isEmpty()) {
      throw Refusal.wrong("Nothing was saved, because some answers are wrong.", faults);
    }
  }

  /** As RFC 6901 writes a name, and not longer than anybody reads. */
  private static String pointer(String item) {
    String cut = item.length() <= 60 ? item : item.substring(0, 59) + "…";
    return cut.replace("~", "~0").replace("/", "~1");
  }
}
