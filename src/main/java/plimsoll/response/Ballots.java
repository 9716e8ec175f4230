package plimsoll.response;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import plimsoll.access.Refusal;
import plimsoll.campaign.CampaignClosed;
import plimsoll.campaign.CampaignClosing;
import plimsoll.campaign.CampaignKey;
import plimsoll.campaign.Campaigns;
import plimsoll.campaign.Invitations;
import plimsoll.campaign.Vault;
import plimsoll.catalog.Names;
import plimsoll.disclosure.Redaction;
import plimsoll.questionnaire.Surveys;
import plimsoll.survey.Answer;
import plimsoll.survey.Answers;
import plimsoll.survey.Carelessness;
import plimsoll.survey.Question;
import plimsoll.survey.Sheet;
import plimsoll.survey.Survey;
import plimsoll.survey.Tally;

/** The answers that were sent. Nothing in them leads to a person or a link. */
@ApplicationScoped
@Transactional
public class Ballots {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int BATCH = 500;

  /** Without it each row is kept twice until the transaction ends, to be compared. */
  private static final String READ_ONLY = "eclipselink.read-only";

  @PersistenceContext EntityManager database;
  @Inject Links links;
  @Inject Drafts drafts;
  @Inject Invitations invitations;
  @Inject Campaigns campaigns;
  @Inject Surveys surveys;
  @Inject Vault vault;
  @Inject Names names;

  /** All sheets of a campaign, by the team's key, in an order that means nothing. */
  public Map<String, List<Sheet>> of(UUID campaign) {
    var view = campaigns.get(campaign);
    var survey = surveys.get(view.survey(), view.edition());
    return all(campaign).stream()
        .collect(
            groupingBy(
                Ballot::team, TreeMap::new, mapping(ballot -> ballot.sheet(survey), toList())));
  }

  /** How the questions that are part of no score were answered by all together. */
  public List<Tally> tallies(UUID campaign) {
    var view = campaigns.get(campaign);
    var survey = surveys.get(view.survey(), view.edition());
    return Tally.of(survey, all(campaign).stream().map(ballot -> ballot.given(survey)).toList());
  }

  /**
   * Takes in what one person answered: notes that an answer came, stores the answers sealed and
   * destroys the draft, all or nothing. Of many at once with one link, one counts.
   *
   * @throws Refusal 404 for no such link, 409 when an answer came already, 410 when the campaign is
   *     closed, 422 naming each item with a wrong answer
   */
  public void submit(String token, Map<String, ?> sent) {
    var link = links.open(token);
    var answers = Answers.of(link.survey(), sent);
    Drafts.refuse(answers);
    if (answers.given().isEmpty()) {
      throw Refusal.wrong("/answers", "Answer one item at least. Nothing was sent.");
    }
    if (!invitations.claim(link.seat())) {
      links.find(token);
      throw Links.answered();
    }
    drafts.destroy(token);
    store(link, answers);
  }

  /**
   * Puts in many sheets at once, for the demonstration.
   *
   * @param sheets by the team's key
   */
  public void cast(UUID campaign, Map<String, List<Sheet>> sheets) {
    var view = campaigns.get(campaign);
    var survey = surveys.get(view.survey(), view.edition());
    var key = vault.get(campaign);
    sheets.forEach(
        (team, all) ->
            all.forEach(sheet -> seal(campaign, survey, content(team, survey, sheet), key)));
  }

  /**
   * Refuses a closing where the sealed ballots can't be opened.
   *
   * @throws Refusal 503 when the campaign's key is not here, and somebody answered
   */
  void check(@Observes CampaignClosing closing) {
    if (!someSealed(closing.id(), 1).isEmpty()) vault.get(closing.id());
  }

  /**
   * Opens all ballots together and writes what was in them in random order, own words apart and
   * with names taken out, so that nothing leads from a row to whoever sent it.
   */
  void open(@Observes @Priority(CampaignClosed.SETTLE) CampaignClosed closed) {
    campaigns.hold(closed.id());
    var rows = opened(closed.id());
    Collections.shuffle(rows, RANDOM);
    rows.forEach(database::persist);
  }

  private List<Object> opened(UUID campaign) {
    var rows = new ArrayList<Object>();
    var taken = Redaction.of(names.ofPeople(), names.ofTeams());
    var some = someSealed(campaign, BATCH);
    while (!some.isEmpty()) {
      var urn = vault.get(campaign).urn();
      some.forEach(ballot -> ballot.open(urn).rows(campaign, taken).forEach(rows::add));
      some.forEach(database::remove);
      database.flush();
      database.clear();
      some = someSealed(campaign, BATCH);
    }
    return rows;
  }

  private void store(Links.Link link, Answers answers) {
    var asked = link.survey();
    var signs = Carelessness.of(asked.questions(), asked.keying(), answers.sheet(false));
    var content =
        new SealedBallot.Content(
            link.seat().team(), closed(answers), answers.words(), answers.reviewersOnly(), signs);
    UUID campaign = link.campaign().id();
    seal(campaign, link.whole(), content, vault.get(campaign));
  }

  private void seal(UUID campaign, Survey survey, SealedBallot.Content content, CampaignKey key) {
    int length = SealedBallot.length(survey);
    database.persist(new SealedBallot(campaign, content, key.urn(), length));
  }

  /** Without own words: they are kept apart. */
  private static Map<String, Object> closed(Answers answers) {
    Map<String, Object> kept = new LinkedHashMap<>();
    answers
        .given()
        .forEach(
            (item, answer) -> {
              if (!(answer instanceof Answer.Words)) {
                kept.put(item, answer.value());
              }
            });
    return kept;
  }

  private static SealedBallot.Content content(String team, Survey survey, Sheet sheet) {
    Map<String, Object> answers = new TreeMap<>();
    sheet.noBasis().forEach(item -> answers.put(item, Answer.NO_BASIS));
    sheet.points().forEach((item, point) -> answers.put(item, value(survey, item, point)));
    var signs = new Carelessness(sheet.careless(), false, sheet.careless());
    return new SealedBallot.Content(team, answers, Map.of(), false, signs);
  }

  private static Object value(Survey survey, String item, int point) {
    return survey.question(item).orElseThrow() instanceof Question.YesNo
        ? (Object) (point == 1)
        : (Object) point;
  }

  private List<Ballot> all(UUID campaign) {
    return database
        .createQuery(
            "select b from Ballot b where b.campaign = :campaign order by b.id", Ballot.class)
        .setHint(READ_ONLY, true)
        .setParameter("campaign", campaign)
        .getResultList();
  }

  private List<SealedBallot> someSealed(UUID campaign, int most) {
    return database
        .createQuery("select s from SealedBallot s where s.campaign = :id", SealedBallot.class)
        .setParameter("id", campaign)
        .setMaxResults(most)
        .getResultList();
  }
}
