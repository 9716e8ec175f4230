package plimsoll.delivery.metric;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Predicate;

/** All events in memory, looked through from end to end. */
final class ListArchive implements Archive {
  final Map<String, Deployment> deployments = new LinkedHashMap<>();
  final Map<String, Incident> incidents = new LinkedHashMap<>();
  final Map<String, Ticket> tickets = new LinkedHashMap<>();
  final Map<String, Change> changes = new LinkedHashMap<>();

  Events events(Instant asOf) {
    return new Events(
        List.copyOf(deployments.values()),
        List.copyOf(incidents.values()),
        List.copyOf(tickets.values()),
        List.copyOf(changes.values()),
        asOf);
  }

  @Override
  public List<Deployment> deployments(Collection<String> services, Instant from, Instant to) {
    return those(
        deployments,
        one ->
            services.contains(one.service())
                && one.finishedAt() != null
                && !one.finishedAt().isBefore(from)
                && !one.finishedAt().isAfter(to));
  }

  @Override
  public List<Deployment> deployments(Collection<String> ids) {
    return those(deployments, one -> ids.contains(one.id()));
  }

  @Override
  public List<Deployment> deploymentsMending(Collection<String> ids) {
    return those(deployments, one -> ids.contains(Objects.toString(one.remediates())));
  }

  @Override
  public Map<String, Instant> first(Collection<String> ids) {
    var first = new TreeMap<String, Instant>();
    deployments(ids).stream()
        .filter(one -> one.finishedAt() != null)
        .forEach(
            one -> first.merge(one.service(), one.finishedAt(), (a, b) -> a.isBefore(b) ? a : b));
    return first;
  }

  @Override
  public Deployment last(String service, Instant at) {
    return those(
            deployments,
            one ->
                one.service().equals(service)
                    && one.reachedProduction()
                    && !one.finishedAt().isAfter(at))
        .stream()
        .max(Comparator.comparing(Deployment::finishedAt).thenComparing(Deployment::key))
        .orElse(null);
  }

  @Override
  public List<Incident> incidents(Collection<String> services, Instant from, Instant to) {
    return those(
        incidents,
        one ->
            services.contains(one.service())
                && !one.startedAt().isBefore(from)
                && !one.startedAt().isAfter(to));
  }

  @Override
  public List<Incident> incidents(Collection<String> ids) {
    return those(incidents, one -> ids.contains(one.id()));
  }

  @Override
  public List<Incident> incidentsCausedBy(Collection<String> ids) {
    return those(incidents, one -> ids.contains(Objects.toString(one.causedBy())));
  }

  @Override
  public List<Ticket> tickets(Collection<String> ids) {
    return those(tickets, one -> ids.contains(one.id()));
  }

  @Override
  public List<Change> changes(Collection<String> commits) {
    return those(changes, one -> commits.contains(one.sha()));
  }

  @Override
  public List<Change> changes(String repository, Instant after, Instant until) {
    return those(
        changes,
        one ->
            one.repository().equals(repository)
                && one.mergedAt().isAfter(after)
                && !one.mergedAt().isAfter(until));
  }

  private static <T> List<T> those(Map<String, T> all, Predicate<T> wanted) {
    return all.values().stream().filter(wanted).toList();
  }
}
