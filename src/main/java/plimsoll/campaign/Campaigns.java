package plimsoll.campaign;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toSet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
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
import plimsoll.survey.Survey;

/** The campaigns: planned, open and closed. */
@ApplicationScoped
@Transactional
public class Campaigns {
  @PersistenceContext EntityManager database;
  @Inject Surveys surveys;
  @Inject Teams teams;
  @Inject People people;
  @Inject Vault vault;
  @Inject Budget budget;
  @Inject Channels channels;
  @Inject Event<Vault.Made> made;
  private final Remembered remembered = new Remembered();

  /**
   * Makes a campaign. Nobody is invited yet.
   *
   * @param now the moment to make it at; the demonstration makes campaigns of the past
   * @throws Refusal 422 naming every fault
   */
  public CampaignView open(Plan plan, Instant now) {
    if (plan.repeats() != null) throw new IllegalArgumentException("a series opens its own waves");
    var asked = check(plan, now);
    var edition = surveys.ask(surveys.named(plan.survey()).orElseThrow().name());
    var title = edition.survey().title().in("en");
    return store(plan.completed(title, now), edition, asked, now);
  }

  /**
   * The teams that a plan would ask now.
   *
   * @throws Refusal 422 naming every fault
   */
  List<TeamView> check(Plan plan, Instant now) {
    List<Fault> faults = new ArrayList<>();
    var asked = check(plan, now, faults);
    if (!faults.isEmpty()) {
      throw Refusal.wrong("The campaign was not made, because something in it is wrong.", faults);
    }
    return asked;
  }

  /** What keeps a plan from being made; empty when nothing does. */
  List<Fault> faults(Plan plan, Instant now) {
    List<Fault> faults = new ArrayList<>();
    check(plan, now, faults);
    return faults;
  }

  private List<TeamView> check(Plan plan, Instant now, List<Fault> faults) {
    faults.addAll(plan.faults(now));
    checkChannel(plan, faults);
    var survey = surveys.named(String.valueOf(plan.survey()));
    if (survey.isEmpty() && plan.survey() != null) {
      faults.add(new Fault("/survey", "must be one of " + String.join(", ", names())));
    }
    survey.ifPresent(found -> checkMinutes(found, faults));
    var asked = asked(plan, now, faults);
    if (faults.isEmpty()) {
      checkPeople(plan.smallestAsked(), asked, now, faults);
    }
    return asked;
  }

  private void checkChannel(Plan plan, List<Fault> faults) {
    boolean named = plan.channel() != null && !plan.channel().isBlank();
    boolean wellFormed = faults.stream().noneMatch(fault -> fault.pointer().equals("/channel"));
    if (named && wellFormed && !channels.allows(plan.channel())) {
      faults.add(
          new Fault(
              "/channel",
              "must be at " + channels.words() + "; PLIMSOLL_SLACK_HOSTS allows other hosts"));
    }
  }

  /** A survey that takes longer than anybody may be asked for would ask nobody. */
  private void checkMinutes(Survey survey, List<Fault> faults) {
    if (survey.minutes() > budget.minutes()) {
      faults.add(
          new Fault(
              "/survey",
              "takes "
                  + survey.minutes()
                  + " minutes, and nobody may be asked for more than "
                  + budget.minutes()
                  + " in a quarter"));
    }
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
    return mark(
        "update Campaign c set c.closedAt = :now where c.id = :id and c.closedAt is null", id, now);
  }

  /** Open campaigns that have to remind and have not; those that close first come first. */
  List<UUID> toRemind(Instant now) {
    return database
        .createQuery(
            "select c.id from Campaign c where c.remindedAt is null and c.remindAt <= :now"
                + " and c.closedAt is null and c.closesAt > :now order by c.closesAt, c.id",
            UUID.class)
        .setParameter("now", now)
        .getResultList();
  }

  /** Marks that it reminds; of many callers only one gets true, and only once. */
  boolean remind(UUID id, Instant now) {
    return mark(
        "update Campaign c set c.remindedAt = :now where c.id = :id and c.remindedAt is null",
        id,
        now);
  }

  /**
   * Marks that people are told what was found; of many callers only one gets true.
   *
   * @param path where they read it
   */
  boolean tell(UUID id, String path) {
    return database
            .createQuery(
                "update Campaign c set c.toldPath = :path where c.id = :id and c.toldPath is null"
                    + " and c.closedAt is not null")
            .setParameter("path", path)
            .setParameter("id", id)
            .executeUpdate()
        == 1;
  }

  /** Where people read what was found; null while they were not told. */
  String toldPath(UUID id) {
    return database.find(Campaign.class, id).toldPath();
  }

  private boolean mark(String update, UUID id, Instant now) {
    return database
            .createQuery(update)
            .setParameter("now", now)
            .setParameter("id", id)
            .executeUpdate()
        == 1;
  }

  /** Notes how many were not asked because their minutes are used up. */
  void leaveOut(UUID id, int people) {
    database.find(Campaign.class, id).leaveOut(people);
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
    made.fire(new Vault.Made(campaign.id()));
    vault.make(campaign.id());
    asked.forEach(
        team -> database.persist(new CampaignTeam(campaign.id(), team.key(), team.name())));
    return campaign.view(
        asked.stream().map(team -> new CampaignView.Team(team.key(), team.name())).toList());
  }

  private List<TeamView> asked(Plan plan, Instant now, List<Fault> faults) {
    var all = teams.on(now);
    if (plan.teamRule() != null) {
      return ruled(plan.teamRule(), all, now, faults);
    }
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

  private List<TeamView> ruled(TeamRule rule, List<TeamView> all, Instant now, List<Fault> faults) {
    var chosen = rule.of(all, teams.groups(now));
    if (chosen.isEmpty()) {
      faults.add(new Fault("/teamRule", "means no team of the catalog"));
    }
    return all.stream().filter(team -> chosen.contains(team.key())).toList();
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
    return surveys.all().stream().map(Survey::name).toList();
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
