package plimsoll.delivery.metric;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import plimsoll.readiness.Criterion;
import plimsoll.readiness.Recorded;
import plimsoll.statistics.Proportion;

/**
 * What a reading says of delivery. It holds no person and no event.
 *
 * @param edition of the rules
 * @param zone whose calendar cuts days, weeks and months
 * @param asOf the data cut
 * @param organisation all services, those that nobody owns included
 * @param teams one for each team, by key
 * @param unassigned keys of the services with events that no team owned when they happened
 * @param recorded what the records say of D2, D3 and D4 for each team over the whole span, for the
 *     verdict
 * @param connected the criteria on which a source of records can speak
 * @param asked how often deployments waited for a ticket to each team; null in what was kept before
 *     it was counted
 */
public record DeliveryFigures(
    String edition,
    String zone,
    Instant asOf,
    Scope organisation,
    List<Scope> teams,
    List<String> unassigned,
    List<Recorded> recorded,
    Set<Criterion> connected,
    List<Asked> asked) {

  public Optional<Scope> team(String key) {
    return teams.stream().filter(scope -> key.equals(scope.team())).findFirst();
  }

  /** Of other teams' deployments those that waited for a ticket to this one; null when unknown. */
  public Proportion ticketsTo(String team) {
    return asked == null
        ? null
        : asked.stream()
            .filter(one -> one.team().equalsIgnoreCase(team))
            .findFirst()
            .map(Asked::share)
            .orElse(null);
  }

  /**
   * The organisation or one team.
   *
   * @param team null for the organisation
   * @param zone of the team's own calendar; null where it has the organisation's
   * @param whole over all periods together
   * @param periods in the order of time
   */
  public record Scope(String team, String zone, Figures whole, List<Figures> periods) {}

  /**
   * One scope in one period.
   *
   * @param from the local day on which it starts
   * @param until the local day before which it ends
   * @param deployments how many reached production
   * @param pipelineFailures how many stopped before they did
   * @param deployDays local days with at least one
   * @param deployDaysPerWeek median over the full weeks; null where there is no full week
   * @param daysBetweenDeployDays median; null where there are fewer than two
   * @param commitsPerDeployment median of the commits that one brought for the first time, as far
   *     as their arrival is known; null where none tells its commits
   * @param provisional late events may still change it
   * @param services each service by itself, DORA's own unit; empty for a single service
   */
  public record Figures(
      LocalDate from,
      LocalDate until,
      int deployments,
      int pipelineFailures,
      int deployDays,
      Double deployDaysPerWeek,
      Double daysBetweenDeployDays,
      Double commitsPerDeployment,
      boolean provisional,
      Metrics metrics,
      List<ServiceFigures> services) {}

  /** DORA's five of one service. */
  public record ServiceFigures(String service, List<Metric> metrics) {}
}
