package plimsoll.delivery.metric;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import plimsoll.delivery.metric.DeliveryFigures.Figures;
import plimsoll.delivery.metric.DeliveryFigures.Scope;
import plimsoll.delivery.metric.DeliveryFigures.ServiceFigures;
import plimsoll.readiness.Criterion;
import plimsoll.readiness.Recorded;

/** Computes what a reading says of delivery. */
public final class DeliveryReport {
  /** So long after its end late events may still change a period. */
  public static final Duration SETTLES = Duration.ofDays(7);

  private final Ledger ledger;
  private final Sources sources;
  private final List<Window> windows;

  private DeliveryReport(Ledger ledger, List<Window> windows) {
    this.ledger = ledger;
    this.sources = ledger.sources();
    this.windows = List.copyOf(windows);
  }

  /**
   * The figures of the organisation and of each team.
   *
   * @param events everything that is known, also from before the windows, because the first arrival
   *     of a commit may lie there
   * @param windows the periods, in the order of time and next to each other, at least one
   */
  public static DeliveryFigures of(Events events, Ownership ownership, List<Window> windows) {
    return of(Ledger.of(events, ownership), ownership, windows);
  }

  /** The same of what was judged before. */
  public static DeliveryFigures of(Ledger ledger, Ownership ownership, List<Window> windows) {
    return new DeliveryReport(ledger, windows).figures(ownership);
  }

  /**
   * The figures of one scope in one period, as {@link #of} gives them for the whole span: with what
   * they would be under other rules of attribution.
   *
   * @param team its key; null for the organisation
   */
  public static Figures of(Ledger ledger, String team, Window window) {
    var report = new DeliveryReport(ledger, List.of(window));
    return report.figures(team, window, AttributionRule.others());
  }

  /**
   * The figures of one slice of a ledger, under other rules too.
   *
   * @param ever anything of its scope is known to have reached production, ever
   */
  public static Metrics of(Ledger ledger, Slice slice, boolean ever) {
    var report = new DeliveryReport(ledger, List.of(slice.window()));
    return report.metrics(slice, ever, AttributionRule.others());
  }

  /** The same figure of each service of a slice by itself, by key. */
  public static SortedMap<String, Metric> ofServices(Ledger ledger, Slice slice, Measure measure) {
    var report = new DeliveryReport(ledger, List.of(slice.window()));
    var services = new TreeMap<String, Metric>();
    slice
        .byService()
        .forEach(
            (service, own) ->
                services.put(service, report.metrics(own, true, List.of()).of(measure)));
    return services;
  }

  /**
   * DORA's five alone, of one scope in one period.
   *
   * @param team its key; null for the organisation
   */
  public static List<Metric> dora(Ledger ledger, String team, Window window) {
    var report = new DeliveryReport(ledger, List.of(window));
    return report.metrics(ledger.slice(team, window), ledger.everDeployed(team), List.of()).dora();
  }

  private DeliveryFigures figures(Ownership ownership) {
    var teams =
        new TreeSet<>(ownership.teams()).stream().map(team -> scope(team, ownership)).toList();
    var zone = windows.get(0).zone().getId();
    return new DeliveryFigures(
        Measure.EDITION,
        zone,
        ledger.events().asOf(),
        scope(null, ownership),
        teams,
        unassigned(),
        teams.stream().flatMap(DeliveryReport::recorded).toList(),
        connected(),
        Asked.of(ledger.slice(null, whole()).deployments(), ownership.teams()));
  }

  private Scope scope(String team, Ownership ownership) {
    var zone = team == null ? null : ownership.zoneOf(team);
    return new Scope(
        team,
        zone == null ? null : zone.getId(),
        figures(team, whole().in(zone), AttributionRule.others()),
        windows.stream().map(window -> figures(team, window.in(zone), List.of())).toList());
  }

  private Window whole() {
    var last = windows.get(windows.size() - 1);
    return new Window(windows.get(0).from(), last.to(), last.zone());
  }

  private Figures figures(String team, Window window, List<AttributionRule> others) {
    var slice = ledger.slice(team, window);
    boolean ever = ledger.everDeployed(team);
    var services = slice.byService();
    return new Figures(
        window.day(window.from()),
        window.day(window.to().minusNanos(1)).plusDays(1),
        slice.deployments().size(),
        slice.pipelineFailures(),
        Throughput.deployDays(slice).size(),
        Throughput.deployDaysPerWeek(slice),
        Throughput.daysBetween(slice),
        Throughput.commitsPerDeployment(slice),
        ledger.events().asOf().isBefore(window.to().plus(SETTLES)),
        metrics(slice, ever, others),
        services.entrySet().stream()
            .map(
                one ->
                    new ServiceFigures(
                        one.getKey(), metrics(one.getValue(), true, List.of()).dora()))
            .toList());
  }

  private Metrics metrics(Slice slice, boolean ever, List<AttributionRule> others) {
    var asOf = ledger.events().asOf();
    return new Metrics(
        Throughput.frequency(slice, sources, ever, asOf),
        Throughput.leadTime(slice),
        Stability.changeFailRate(slice, sources, others),
        Stability.recoveryTime(slice, sources, asOf, others),
        Stability.reworkRate(slice, sources, others),
        Handoffs.ticketShare(slice, sources),
        Handoffs.ticketWait(slice, sources, asOf),
        Handoffs.manualShare(slice, sources),
        Handoffs.ownerParticipation(slice, sources),
        Handoffs.gitopsShare(slice, sources),
        Requests.selfService(slice, sources),
        Requests.waitShare(slice, sources, asOf));
  }

  private List<String> unassigned() {
    var services =
        Stream.concat(
            ledger.production().stream()
                .filter(one -> one.team() == null && whole().contains(one.at()))
                .map(one -> one.deployment().service()),
            ledger.incidents().stream()
                .filter(one -> one.team() == null && whole().contains(one.incident().startedAt()))
                .map(one -> one.incident().service()));
    return services.filter(one -> !one.isEmpty()).distinct().sorted().toList();
  }

  private Set<Criterion> connected() {
    var connected = EnumSet.noneOf(Criterion.class);
    if (sources.triggers()) connected.add(Criterion.D2);
    if (sources.responders()) connected.add(Criterion.D3);
    if (sources.manual()) connected.add(Criterion.D4);
    if (sources.requests()) connected.add(Criterion.P2);
    return connected;
  }

  private static Stream<Recorded> recorded(Scope scope) {
    var metrics = scope.whole().metrics();
    return Stream.of(
            recorded(scope.team(), Criterion.D2, metrics.ticketShare(), false),
            recorded(scope.team(), Criterion.D3, metrics.ownerParticipation(), true),
            recorded(scope.team(), Criterion.D4, metrics.manualShare(), false),
            waited(scope.team(), metrics.infrastructureWait()))
        .flatMap(Optional::stream);
  }

  /** A share of time is no count: it stands for as many deployments as it was taken from. */
  private static Optional<Recorded> waited(String team, Metric metric) {
    return metric.state() == Metric.State.MEASURED
        ? Optional.of(Recorded.of(team, Criterion.P2, metric.value() * metric.n(), metric.n()))
        : Optional.empty();
  }

  /** Hits count towards need, so taking part in incidents is turned round. */
  private static Optional<Recorded> recorded(
      String team, Criterion criterion, Metric metric, boolean turned) {
    if (metric.state() != Metric.State.MEASURED) {
      return Optional.empty();
    }
    int hits = turned ? metric.n() - metric.hits() : metric.hits();
    return Optional.of(Recorded.of(team, criterion, hits, metric.n()));
  }
}
