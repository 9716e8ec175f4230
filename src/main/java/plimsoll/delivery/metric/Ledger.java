package plimsoll.delivery.metric;

import static java.util.stream.Collectors.groupingBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Every record judged once, so that any team, service and period can be cut out of it. */
public final class Ledger {
  private final Events events;
  private final List<Judged> production;
  private final List<Owned> incidents;
  private final Map<String, List<Judged>> productionOf;
  private final Map<String, List<Owned>> incidentsOf;
  private final List<Attempt> pipelineFailures;
  private final Map<String, List<Attempt>> pipelineFailuresOf;

  private Ledger(Events events, Ownership ownership) {
    this.events = events;
    this.production = judge(events, ownership);
    this.incidents =
        events.incidents().stream()
            .map(one -> new Owned(one, ownership.teamAt(one.service(), one.startedAt())))
            .toList();
    this.productionOf = byTeam(production, Judged::team);
    this.incidentsOf = byTeam(incidents, Owned::team);
    this.pipelineFailures =
        events.deployments().stream()
            .filter(Ledger::stoppedBeforeProduction)
            .map(one -> new Attempt(one, ownership.teamAt(one.service(), one.finishedAt())))
            .toList();
    this.pipelineFailuresOf = byTeam(pipelineFailures, Attempt::team);
  }

  public static Ledger of(Events events, Ownership ownership) {
    return new Ledger(events, ownership);
  }

  /** What reached production, in the order of time within each service. */
  public List<Judged> production() {
    return production;
  }

  public List<Owned> incidents() {
    return incidents;
  }

  public Events events() {
    return events;
  }

  /**
   * One team's part of a period.
   *
   * @param team its key; null for the organisation
   */
  public Slice slice(String team, Window window) {
    var deployments = team == null ? production : productionOf.getOrDefault(team, List.of());
    var owned = team == null ? incidents : incidentsOf.getOrDefault(team, List.of());
    var stopped =
        team == null ? pipelineFailures : pipelineFailuresOf.getOrDefault(team, List.of());
    return new Slice(
        window,
        deployments.stream().filter(one -> window.contains(one.at())).toList(),
        owned.stream().filter(one -> window.contains(one.incident().startedAt())).toList(),
        (int) stopped.stream().filter(one -> window.contains(one.at())).count(),
        Requests.of(events.tickets(), team, window),
        Requests.claims(events.claims(), team, window));
  }

  /** True when anything that the team owned is known to have reached production. */
  boolean everDeployed(String team) {
    return productionOf.containsKey(team);
  }

  /** An incident, and the team that owned the service when it began; null when nobody did. */
  public record Owned(Incident incident, String team) {

    /** True or false, or null when nobody said who took part. */
    public Boolean ownersTookPart() {
      return incident.responders().isEmpty() || team == null
          ? null
          : incident.responders().stream().anyMatch(team::equalsIgnoreCase);
    }
  }

  private record Attempt(Deployment deployment, String team) {
    Instant at() {
      return deployment.finishedAt();
    }
  }

  private static <T> Map<String, List<T>> byTeam(List<T> all, Function<T, String> team) {
    return all.stream().filter(one -> team.apply(one) != null).collect(groupingBy(team));
  }

  private static boolean stoppedBeforeProduction(Deployment deployment) {
    return deployment.production()
        && deployment.finishedAt() != null
        && deployment.outcome() == Deployment.Outcome.FAILED;
  }

  private static List<Judged> judge(Events events, Ownership ownership) {
    var history = new History(events);
    var arrivals = Arrivals.of(history, new Trunk(events.changes()));
    var failures = Failures.of(events, history, arrivals);
    var tickets = new References<>(events.tickets(), Ticket::key, Ticket::id);
    var judged = new ArrayList<Judged>();
    for (var line : history.services()) {
      for (var one : line) {
        var team = ownership.teamAt(one.service(), one.finishedAt());
        judged.add(judged(one, team, arrivals.get(one.key()), failures, tickets));
      }
    }
    return List.copyOf(judged);
  }

  private static Judged judged(
      Deployment one,
      String team,
      Arrivals.Arrived arrived,
      Failures failures,
      References<Ticket> tickets) {
    return new Judged(
            one,
            team,
            arrived.leadTimes(),
            arrived.commitsKnown(),
            arrived.goesBack(),
            failures.of(one),
            List.of(),
            failures.mends(one),
            tickets.find(one.source(), one.ticket()))
        .under(AttributionRule.HEADLINE);
  }

  /** Seconds in which at least one of the incidents was on; open ones last until the data cut. */
  public static double downtimeSeconds(List<Incident> incidents, Instant asOf) {
    double seconds = 0;
    Instant until = Instant.MIN;
    for (var one : incidents.stream().sorted(Comparator.comparing(Incident::startedAt)).toList()) {
      var end = one.resolvedAt() == null ? asOf : one.resolvedAt();
      var from = one.startedAt().isAfter(until) ? one.startedAt() : until;
      if (end.isAfter(from)) {
        seconds += Timeline.seconds(from, end);
        until = end;
      }
    }
    return seconds;
  }
}
