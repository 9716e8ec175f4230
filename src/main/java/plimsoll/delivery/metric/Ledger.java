package plimsoll.delivery.metric;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.groupingBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Every record judged once, so that any team, service and period can be cut out of it. */
public final class Ledger {
  private final Events events;
  private final List<Outline> outlines;
  private final Ownership ownership;
  private final Sources sources;
  private final List<Judged> production = new ArrayList<>();
  private final List<Owned> incidents = new ArrayList<>();
  private final List<Attempt> pipelineFailures = new ArrayList<>();
  private final Map<String, List<Judged>> productionOf;
  private final Map<String, List<Owned>> incidentsOf;
  private final Map<String, List<Attempt>> pipelineFailuresOf;

  private Ledger(List<Folio> folios, List<Outline> outlines, Events events, Ownership ownership) {
    this.events = events;
    this.outlines = List.copyOf(outlines);
    this.ownership = ownership;
    folios.stream().sorted(comparing(Folio::service).thenComparing(Folio::week)).forEach(this::add);
    incidents.sort(
        comparing((Owned one) -> one.incident.startedAt())
            .thenComparing(one -> one.incident.key()));
    this.productionOf = byTeam(production, Judged::team);
    this.incidentsOf = byTeam(incidents, Owned::team);
    this.pipelineFailuresOf = byTeam(pipelineFailures, Attempt::team);
    this.sources = Sources.of(this);
  }

  /** Judges everything that is known. */
  public static Ledger of(Events events, Ownership ownership) {
    return of(events, ownership, Paths.ALL);
  }

  /** Likewise, where services are said to be folders of a repository. */
  public static Ledger of(Events events, Ownership ownership, Paths paths) {
    var folios = Judging.of(events, paths);
    return of(folios, folios.stream().map(Outline::of).toList(), events, ownership);
  }

  /**
   * Puts together what was judged.
   *
   * @param folios of the weeks that are asked for
   * @param outlines of all folios that there are up to the data cut
   * @param events the data cut, and what was asked of others until then; nothing else of it is read
   */
  public static Ledger of(
      List<Folio> folios, List<Outline> outlines, Events events, Ownership ownership) {
    return new Ledger(folios, outlines, events, ownership);
  }

  private void add(Folio folio) {
    var service = folio.service();
    folio.production().forEach(one -> production.add(owned(one)));
    folio.incidents().forEach(one -> incidents.add(owned(one)));
    folio
        .stopped()
        .forEach(at -> pipelineFailures.add(new Attempt(at, ownership.teamAt(service, at))));
  }

  private Judged owned(Judged one) {
    var team = ownership.teamAt(one.deployment().service(), one.at());
    var ticket = one.ticket();
    return one.of(team, ticket == null ? null : ticket.withTeams(ownership::named));
  }

  private Owned owned(Incident one) {
    var team = ownership.teamAt(one.service(), one.startedAt());
    return new Owned(one.withResponders(ownership::named), team);
  }

  List<Outline> outlines() {
    return outlines;
  }

  Sources sources() {
    return sources;
  }

  /** What reached production, in the order of time within each service. */
  public List<Judged> production() {
    return production;
  }

  public List<Owned> incidents() {
    return incidents;
  }

  /** The data cut, and what was asked of others until then. */
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

  /** True when anything that the team owned is known to have reached production; null for any. */
  public boolean everDeployed(String team) {
    return team == null
        ? sources.firstAt() != null
        : productionOf.containsKey(team)
            || outlines.stream().anyMatch(one -> one.deployedBy(team, ownership));
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

  private record Attempt(Instant at, String team) {}

  private static <T> Map<String, List<T>> byTeam(List<T> all, Function<T, String> team) {
    return all.stream().filter(one -> team.apply(one) != null).collect(groupingBy(team));
  }

  /** Seconds in which at least one of the incidents was on; open ones last until the data cut. */
  public static double downtimeSeconds(List<Incident> incidents, Instant asOf) {
    double seconds = 0;
    Instant until = Instant.MIN;
    for (var one : incidents.stream().sorted(comparing(Incident::startedAt)).toList()) {
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
