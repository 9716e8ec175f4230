package plimsoll.delivery.metric;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsFirst;
import static java.util.stream.Collectors.toSet;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Judges services week by week: what their deployments brought, and which of them failed. */
public final class Judging {
  /** Of the same reasons always the same order, whatever was judged together. */
  private static final Comparator<Failure> ORDER =
      comparing((Failure one) -> !one.incident())
          .thenComparing(one -> one.event() != null)
          .thenComparing(Failure::endedAt, nullsFirst(naturalOrder()))
          .thenComparing(one -> String.valueOf(one.event()))
          .thenComparing(Failure::by)
          .thenComparing(Failure::because);

  private final Map<String, NavigableMap<LocalDate, Brought>> earlier;
  private final History history;
  private final Map<String, Arrivals.Arrived> arrived = new HashMap<>();
  private final Failures failures;
  private final References<Ticket> tickets;
  private final Map<String, Incident> incidents = new HashMap<>();
  private final Map<String, TreeMap<LocalDate, Draft>> drafts = new TreeMap<>();

  private Judging(
      Events events,
      Set<String> services,
      Instant from,
      Map<String, NavigableMap<LocalDate, Brought>> earlier,
      Paths paths) {
    this.earlier = earlier;
    this.history =
        new History(events, one -> within(services, one.service(), from, one.finishedAt()));
    var trunk = new Trunk(events.changes());
    history.services().forEach(line -> lead(line, trunk, paths));
    this.failures = Failures.of(events, history, arrived, takenBack());
    this.tickets = new References<>(events.tickets(), Ticket::key, Ticket::id);
    events.incidents().forEach(one -> incidents.put(one.key(), one));
    history.services().forEach(line -> line.forEach(this::judge));
    new Reach(events, history).of((one, at) -> reachTo(one, services, from, at));
    events.incidents().stream()
        .filter(one -> within(services, one.service(), from, one.startedAt()))
        .forEach(one -> draft(one.service(), one.startedAt()).incidents.add(one));
    events.deployments().stream()
        .filter(one -> stoppedBeforeProduction(one))
        .filter(one -> within(services, one.service(), from, one.finishedAt()))
        .forEach(one -> draft(one.service(), one.finishedAt()).stopped.add(one.finishedAt()));
  }

  /** Judges everything. */
  static List<Folio> of(Events events) {
    return of(events, Paths.ALL);
  }

  /** Likewise, where services are said to be folders of a repository. */
  static List<Folio> of(Events events, Paths paths) {
    var services =
        Stream.concat(
                events.deployments().stream().map(Deployment::service),
                events.incidents().stream().map(Incident::service))
            .collect(toSet());
    return new Judging(events, services, Instant.MIN, Map.of(), paths).folios();
  }

  /**
   * Judges some services from a week on. It gives what judging everything would give for them.
   *
   * @param known what each brought in the weeks before, as far as that was judged, by service
   * @param asOf the data cut; what happens after it is left out
   */
  public static List<Folio> of(
      Archive archive,
      Collection<String> services,
      LocalDate week,
      Map<String, NavigableMap<LocalDate, Brought>> known,
      Paths paths,
      Instant asOf) {
    // A revert looks back on what was deployed within 24 hours, so the week before is led through.
    var first = week.minusWeeks(1);
    var earlier = new HashMap<String, NavigableMap<LocalDate, Brought>>();
    known.forEach((service, weeks) -> earlier.put(service, weeks.headMap(first, false)));
    var from = Folio.start(first);
    var events = Excerpt.of(archive, services, from, earlier, asOf);
    return new Judging(events, Set.copyOf(services), from, earlier, paths)
        .folios().stream().filter(folio -> !folio.week().isBefore(week)).toList();
  }

  /** What is gathered of one service and week. */
  private static final class Draft {
    private final List<Judged> production = new ArrayList<>();
    private final List<Incident> incidents = new ArrayList<>();
    private final List<Instant> stopped = new ArrayList<>();
    private Brought brought;
    private Instant reach = Instant.MIN;

    void reachTo(Instant at) {
      if (at != null && at.isAfter(reach)) reach = at;
    }
  }

  private static boolean within(Set<String> services, String service, Instant from, Instant at) {
    return services.contains(service) && !at.isBefore(from);
  }

  private static boolean stoppedBeforeProduction(Deployment deployment) {
    return deployment.production()
        && deployment.finishedAt() != null
        && deployment.outcome() == Deployment.Outcome.FAILED;
  }

  private void lead(List<Deployment> line, Trunk trunk, Paths paths) {
    var service = line.get(0).service();
    new Arrivals(service, trunk, paths, before(service).values())
        .lead(line, arrived)
        .forEach((week, brought) -> draft(service, Folio.start(week)).brought = brought);
  }

  private NavigableMap<LocalDate, Brought> before(String service) {
    return earlier.getOrDefault(service, Collections.emptyNavigableMap());
  }

  private Map<String, Map<String, String>> takenBack() {
    var all = new HashMap<String, Map<String, String>>();
    earlier.forEach(
        (service, weeks) -> {
          var its = new HashMap<String, String>();
          weeks.values().forEach(one -> one.takenBack().forEach(its::putIfAbsent));
          all.put(service, its);
        });
    return all;
  }

  private Draft draft(String service, Instant at) {
    return drafts
        .computeIfAbsent(service, key -> new TreeMap<>())
        .computeIfAbsent(Folio.weekOf(at), week -> new Draft());
  }

  private void judge(Deployment one) {
    var brought = arrived.get(one.key());
    var ticket = tickets.find(one.source(), one.ticket());
    var failed = failures.of(one).stream().sorted(ORDER).toList();
    var draft = draft(one.service(), one.finishedAt());
    draft.production.add(
        new Judged(
                one,
                null,
                brought.leadTimes(),
                brought.commitsKnown(),
                brought.goesBack(),
                failed,
                List.of(),
                failures.mends(one),
                ticket)
            .under(AttributionRule.HEADLINE));
    draft.reachTo(one.finishedAt());
    draft.reachTo(brought.reach());
    failed.forEach(failure -> reach(draft, failure));
    if (ticket != null) draft.reachTo(ticket.closedAt());
  }

  /** Only where it is one of those that are judged. */
  private void reachTo(Deployment one, Set<String> services, Instant from, Instant at) {
    if (within(services, one.service(), from, one.finishedAt())) {
      draft(one.service(), one.finishedAt()).reachTo(at);
    }
  }

  private void reach(Draft draft, Failure failure) {
    draft.reachTo(failure.endedAt());
    if (failure.incident()) draft.reachTo(incidents.get(failure.event()).startedAt());
  }

  private List<Folio> folios() {
    var all = new ArrayList<Folio>();
    drafts.forEach((service, weeks) -> addFolios(service, weeks, all));
    return all;
  }

  /** A week without a deployment hands on what the week before it knew. */
  private void addFolios(String service, Map<LocalDate, Draft> weeks, List<Folio> all) {
    var before = before(service);
    var last = before.isEmpty() ? Brought.NOTHING : before.lastEntry().getValue();
    for (var one : weeks.entrySet()) {
      var draft = one.getValue();
      last = Objects.requireNonNullElse(draft.brought, last.nothingMore());
      all.add(folio(service, one.getKey(), draft, last));
    }
  }

  private static Folio folio(String service, LocalDate week, Draft draft, Brought brought) {
    draft.incidents.forEach(one -> draft.reachTo(one.startedAt()));
    draft.incidents.forEach(one -> draft.reachTo(one.resolvedAt()));
    draft.stopped.forEach(draft::reachTo);
    return new Folio(
        service, week, draft.production, draft.incidents, draft.stopped, brought, draft.reach);
  }
}
