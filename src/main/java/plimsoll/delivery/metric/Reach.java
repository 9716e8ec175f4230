package plimsoll.delivery.metric;

import static java.util.stream.Collectors.groupingBy;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/**
 * Finds until when what was judged depends on which record an id means: with a data cut before, the
 * record that it means now may not be there, and the id may mean another one or none.
 */
final class Reach {
  private final Events events;
  private final History history;
  private final Map<String, List<Deployment>> deployments;
  private final Map<String, List<Incident>> incidents;
  private final Map<String, Instant> latest = new HashMap<>();
  private final Map<String, Instant> latestTicket = new HashMap<>();

  Reach(Events events, History history) {
    this.events = events;
    this.history = history;
    deployments =
        events.deployments().stream()
            .filter(Deployment::reachedProduction)
            .collect(groupingBy(Deployment::id));
    incidents = events.incidents().stream().collect(groupingBy(Incident::id));
    events.deployments().forEach(one -> reach(latest, one.id(), one.finishedAt()));
    events.incidents().forEach(one -> reach(latest, one.id(), one.startedAt()));
    events.tickets().forEach(one -> reach(latestTicket, one.id(), one.openedAt()));
  }

  /**
   * @param reaching takes a deployment, and a moment to which what is judged of it reaches; null
   *     for none
   */
  void of(BiConsumer<Deployment, Instant> reaching) {
    for (var one : events.incidents()) {
      named(one).forEach(each -> reaching.accept(each, latest.get(one.causedBy())));
    }
    for (var one : events.deployments()) {
      if (!one.reachedProduction()) continue;
      if (one.remediates() != null) ofMending(one, reaching);
      if (one.ticket() != null) reaching.accept(one, latestTicket.get(one.ticket()));
    }
  }

  private void ofMending(Deployment one, BiConsumer<Deployment, Instant> reaching) {
    var mended = incidents.getOrDefault(one.remediates(), List.of());
    var at =
        Stream.concat(Stream.of(one.remediates()), mended.stream().map(Incident::causedBy))
            .map(latest::get)
            .filter(Objects::nonNull)
            .max(Instant::compareTo)
            .orElse(null);
    Stream.concat(
            Stream.of(one, history.before(one)),
            Stream.concat(
                deployments.getOrDefault(one.remediates(), List.of()).stream(),
                mended.stream().flatMap(this::blamed)))
        .filter(Objects::nonNull)
        .forEach(each -> reaching.accept(each, at));
  }

  private Stream<Deployment> blamed(Incident one) {
    var last = history.lastBefore(one.service(), one.startedAt());
    return Stream.concat(named(one), Stream.ofNullable(last));
  }

  private Stream<Deployment> named(Incident one) {
    return deployments.getOrDefault(Objects.toString(one.causedBy()), List.of()).stream();
  }

  private static void reach(Map<String, Instant> latest, String id, Instant at) {
    if (at != null) latest.merge(id, at, (a, b) -> a.isAfter(b) ? a : b);
  }
}
