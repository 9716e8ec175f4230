package plimsoll.campaign;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toSet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import plimsoll.access.Refusal;
import plimsoll.access.Refusal.Fault;
import plimsoll.catalog.People;
import plimsoll.catalog.TeamView;
import plimsoll.catalog.Teams;
import plimsoll.questionnaire.Surveys;

/** The campaigns: planned, open and closed. */
@ApplicationScoped
@Transactional
public class Campaigns {
  @PersistenceContext EntityManager database;
  @Inject Surveys surveys;
  @Inject Teams teams;
  @Inject People people;
  @Inject Vault vault;
  private final Remembered remembered = new Remembered();

  /**
   * Makes a campaign. Nobody is invited yet.
   *
   * @param now the moment to make it at; the demonstration makes campaigns of the past
   * @throws Refusal 422 naming every fault
   */
  public CampaignView open(Plan plan, Instant now) {
    List<Fault> faults = new ArrayList<>(plan.faults(now));
    var edition = surveys.named(String.valueOf(plan.survey()));
    if (edition.isEmpty() && plan.survey() != null) {
      faults.add(new Fault("/survey", "must be one of " + String.join(", ", names())));
    }
    var asked = asked(plan, now, faults);
    if (faults.isEmpty()) {
      checkPeople(plan.smallestAsked(), asked, now, faults);
    }
    if (!faults.isEmpty()) {
      throw Refusal.wrong("The campaign was not made, because something in it is wrong.", faults);
    }
    var survey = surveys.ask(edition.orElseThrow().name());
    return store(plan.completed(survey.survey().title().in("en"), now), survey, asked, now);
  }

  public Optional<CampaignView> find(UUID id) {
    return Optional.ofNullable(database.find(Campaign.class, id)).map(this::view);
  }

  CampaignView view(Campaign campaign) {
    return campaign.view(remembered.teams(campaign.id(), this::teamsOf));
  }

  /**
   * @throws Refusal 404 when there is none
   */
  public CampaignView get(UUID id) {
    return find(id).orElseThrow(() -> Refusal.notFound("campaign"));
  }

  /** All campaigns, the latest opening first. */
  public List<CampaignView> all() {
    return views("select c from Campaign c order by c.opensAt desc, c.id");
  }

  /** Campaigns that are closed, the earliest opening first. */
  public List<CampaignView> closed() {
    return views("select c from Campaign c where c.closedAt is not null order by c.opensAt, c.id");
  }

  /** Campaigns that were closed before a moment. */
  public List<UUID> closedBefore(Instant moment) {
    return database
        .createQuery("select c.id from Campaign c where c.closedAt < :moment", UUID.class)
        .setParameter("moment", moment)
        .getResultList();
  }

  /** Whether it is no longer known who answered, only how many. */
  public boolean counted(UUID id) {
    return database
            .createQuery(
                "select count(t) from CampaignTeam t where t.campaign = :id"
                    + " and t.answered is not null",
                Long.class)
            .setParameter("id", id)
            .getSingleResult()
        > 0;
  }

  /** Campaigns whose time is over but that nobody has closed yet. */
  public List<UUID> overdue(Instant now) {
    return database
        .createQuery(
            "select c.id from Campaign c where c.closedAt is null and c.closesAt <= :now",
            UUID.class)
        .setParameter("now", now)
        .getResultList();
  }

  /**
   * Marks it closed; gives false when somebody did so before. Only one of many callers gets true.
   */
  boolean close(UUID id, Instant now) {
    return database
            .createQuery(
                "update Campaign c set c.closedAt = :now where c.id = :id and c.closedAt is null")
            .setParameter("now", now)
            .setParameter("id", id)
            .executeUpdate()
        == 1;
  }

  /** Keeps others from closing or opening it until the transaction ends. */
  public void hold(UUID id) {
    database.find(Campaign.class, id, LockModeType.PESSIMISTIC_WRITE);
  }

  private CampaignView store(
      Plan plan, Surveys.Edition edition, List<TeamView> asked, Instant now) {
    var opens = LocalDate.ofInstant(plan.opensAt(), ZoneOffset.UTC);
    var campaign = new Campaign(plan, edition, edition.survey().window().start(opens), now);
    database.persist(campaign);
    vault.make(campaign.id());
    asked.forEach(
        team -> database.persist(new CampaignTeam(campaign.id(), team.key(), team.name())));
    return campaign.view(
        asked.stream().map(team -> new CampaignView.Team(team.key(), team.name())).toList());
  }

  private List<TeamView> asked(Plan plan, Instant now, List<Fault> faults) {
    var all = teams.on(now);
    if (plan.teams() == null || plan.teams().isEmpty()) {
      if (all.isEmpty()) {
        faults.add(new Fault("/teams", "there are none yet: import a catalog first"));
      }
      return all;
    }
    for (int i = 0; i < plan.teams().size(); i++) {
      String key = plan.teams().get(i);
      if (all.stream().noneMatch(team -> team.key().equals(key))) {
        faults.add(new Fault("/teams/" + i, "is no team of the catalog"));
      }
    }
    return all.stream().filter(team -> plan.teams().contains(team.key())).toList();
  }

  /** Of fewer people than the minimum group nothing could be shown, and asking would tell. */
  private void checkPeople(int least, List<TeamView> asked, Instant now, List<Fault> faults) {
    var keys = asked.stream().map(TeamView::key).collect(toSet());
    long found =
        people.on(now).stream()
            .filter(one -> one.teams().stream().anyMatch(keys::contains))
            .count();
    if (found < least) {
      faults.add(new Fault("/teams", Plan.tooFew(found, least)));
    }
  }

  private List<String> names() {
    return surveys.all().stream().map(plimsoll.survey.Survey::name).toList();
  }

  private List<CampaignView> views(String query) {
    Map<UUID, List<CampaignView.Team>> all =
        database
            .createQuery("select t from CampaignTeam t order by t.key", CampaignTeam.class)
            .getResultStream()
            .collect(groupingBy(CampaignTeam::campaign, mapping(CampaignTeam::view, toList())));
    return database
        .createQuery(query, Campaign.class)
        .getResultStream()
        .map(campaign -> campaign.view(all.getOrDefault(campaign.id(), List.of())))
        .toList();
  }

  private List<CampaignView.Team> teamsOf(UUID id) {
    return database
        .createQuery(
            "select t from CampaignTeam t where t.campaign = :id order by t.key",
            CampaignTeam.class)
        .setParameter("id", id)
        .getResultStream()
        .map(CampaignTeam::view)
        .toList();
  }
}
