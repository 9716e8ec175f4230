package plimsoll.campaign;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import plimsoll.access.Refusal;
import plimsoll.catalog.TeamView;
import plimsoll.catalog.Teams;
import plimsoll.rota.Rhythm;

/** The campaigns that are repeated, and their waves. */
@ApplicationScoped
@Transactional
public class AllSeries {
  /** A wave that is later than this to its own closing is not opened any more. */
  private static final Duration LEAST_OPEN = Duration.ofDays(1);

  @PersistenceContext EntityManager database;
  @Inject Campaigns campaigns;
  @Inject Invitations invitations;
  @Inject Teams teams;

  /**
   * @throws Refusal 422 naming every fault
   */
  public SeriesView make(Plan plan, Instant now) {
    campaigns.check(plan, now);
    var series = new Series(plan, now);
    database.persist(series);
    return series.view(List.of());
  }

  /** What keeps a plan from being made; empty when nothing does. */
  List<Refusal.Fault> faults(Plan plan, Instant now) {
    return campaigns.faults(plan, now);
  }

  /** All of them, the newest first. */
  public List<SeriesView> all() {
    Map<UUID, List<SeriesView.Wave>> waves =
        database
            .createQuery("select w from SeriesWave w order by w.number", SeriesWave.class)
            .getResultStream()
            .collect(groupingBy(SeriesWave::series, mapping(SeriesWave::view, toList())));
    return database
        .createQuery("select s from Series s order by s.createdAt desc, s.id", Series.class)
        .getResultStream()
        .map(series -> series.view(waves.getOrDefault(series.id(), List.of())))
        .toList();
  }

  /**
   * @throws Refusal 404 when there is none
   */
  public SeriesView get(UUID id) {
    return all().stream()
        .filter(series -> series.id().equals(id))
        .findFirst()
        .orElseThrow(() -> Refusal.notFound("series"));
  }

  public void pause(UUID id) {
    held(id).pause();
  }

  public void goOn(UUID id, Instant now) {
    held(id).goOn(now);
  }

  /** A wave that is open goes on to its own end. */
  public void end(UUID id) {
    held(id).end();
  }

  List<UUID> due(Instant now) {
    return database
        .createQuery(
            "select s.id from Series s where s.nextAt <= :now and s.paused = false order by s.id",
            UUID.class)
        .setParameter("now", now)
        .getResultList();
  }

  /**
   * Opens the wave whose moment has come: its campaign, its invitations and letters, and the step
   * to the next wave are one transaction, so all of it happens once.
   *
   * @throws Refusal when it can't be asked now, as when too few people are left
   */
  void open(UUID id, Instant now) {
    var series = held(id);
    series
        .due(now)
        .ifPresent(
            wave -> {
              if (now.isAfter(wave.closes().minus(LEAST_OPEN))) {
                series.passOver(wave, "The wave of " + wave.opens() + " was missed.");
              } else {
                open(series, wave, now);
                series.done(wave);
              }
            });
  }

  private void open(Series series, Rhythm.Wave wave, Instant now) {
    var plan = series.plan();
    var campaign = campaigns.open(plan.wave(chosen(plan, now), wave.opens(), wave.closes()), now);
    invitations.invite(campaign.id(), now);
    database.persist(new SeriesWave(series.id(), wave.number(), campaign.id()));
  }

  /** Goes on without the wave whose moment has come. */
  void passOver(UUID id, Instant now, String why) {
    var series = held(id);
    series
        .due(now)
        .ifPresent(
            wave ->
                series.passOver(wave, "The wave of " + wave.opens() + " was not asked. " + why));
  }

  /** Teams that were picked by hand and are no more are left out. */
  private List<String> chosen(Plan plan, Instant now) {
    var all = teams.on(now);
    if (plan.teamRule() != null) return some(plan.teamRule().of(all, teams.groups(now)));
    var keys = all.stream().map(TeamView::key).toList();
    return plan.teams() == null || plan.teams().isEmpty()
        ? some(keys)
        : some(keys.stream().filter(plan.teams()::contains).toList());
  }

  /** An empty list would ask everybody. */
  private static List<String> some(List<String> keys) {
    if (keys.isEmpty()) throw Refusal.wrong("/teams", "None of its teams is left.");
    return keys;
  }

  private Series held(UUID id) {
    var series = database.find(Series.class, id, LockModeType.PESSIMISTIC_WRITE);
    if (series == null) throw Refusal.notFound("series");
    return series;
  }
}
