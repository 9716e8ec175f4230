package plimsoll.delivery.metric;

import static java.util.stream.Collectors.toSet;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;

/**
 * Takes out of an archive what judging some services from a moment on needs: their own events, all
 * that refer to these or that these refer to, and what arrived on their branches.
 */
final class Excerpt {
  private final Archive archive;
  private final List<Deployment> own;
  private final List<Deployment> deployments;
  private final List<Incident> incidents;
  private final List<Change> changes;

  private Excerpt(Archive archive, Collection<String> services, Instant from, Instant asOf) {
    this.archive = archive;
    this.own =
        archive.deployments(services, from, asOf).stream()
            .filter(one -> one.finishedAt() != null)
            .toList();
    this.deployments = new ArrayList<>(own);
    this.incidents = new ArrayList<>(archive.incidents(services, from, asOf));
    this.changes = new ArrayList<>();
  }

  /**
   * @param earlier what is known of the weeks before, by service
   * @param asOf the data cut
   */
  static Events of(
      Archive archive,
      Collection<String> services,
      Instant from,
      Map<String, NavigableMap<LocalDate, Brought>> earlier,
      Instant asOf) {
    var excerpt = new Excerpt(archive, services, from, asOf);
    excerpt.addReferences();
    excerpt.addChanges(earlier.values());
    return new Events(
        excerpt.deployments,
        excerpt.incidents,
        archive.tickets(each(excerpt.own, Deployment::ticket)),
        excerpt.changes,
        asOf);
  }

  private void addReferences() {
    incidents.addAll(archive.incidentsCausedBy(each(own, Deployment::id)));
    var mended = each(incidents, Incident::id);
    mended.addAll(each(own, Deployment::id));
    deployments.addAll(archive.deploymentsMending(mended));
    var named = each(deployments, Deployment::remediates);
    var repaired = archive.incidents(named);
    incidents.addAll(repaired);
    repaired.forEach(this::addLastBefore);
    named.addAll(each(incidents, Incident::causedBy));
    deployments.addAll(archive.deployments(named));
  }

  /** What is known of the one that mends an incident depends on what may be blamed for that. */
  private void addLastBefore(Incident incident) {
    var last = archive.last(incident.service(), incident.startedAt());
    if (last != null) deployments.add(last);
  }

  private void addChanges(Collection<NavigableMap<LocalDate, Brought>> earlier) {
    var named = each(own, Deployment::revision);
    own.forEach(one -> one.commits().forEach(commit -> named.add(commit.id())));
    changes.addAll(archive.changes(named));
    changes.addAll(archive.changes(each(otherNames(), Change::landedAs)));
    var reached = reached(earlier);
    heads().forEach((repository, heads) -> addBetween(repository, heads, reached.get(repository)));
  }

  private List<Change> otherNames() {
    return changes.stream().filter(one -> !one.landedAsItself()).toList();
  }

  /** How far on each default branch every service had come that had come anywhere. */
  private static Map<String, Instant> reached(
      Collection<NavigableMap<LocalDate, Brought>> earlier) {
    var reached = new HashMap<String, Instant>();
    for (var weeks : earlier) {
      if (weeks.isEmpty()) continue;
      weeks
          .lastEntry()
          .getValue()
          .reached()
          .forEach((repository, at) -> reached.merge(repository, at, Excerpt::earlier));
    }
    return reached;
  }

  private Map<String, List<Instant>> heads() {
    var revisions = each(own, Deployment::revision);
    var named = otherNames().stream().filter(one -> revisions.contains(one.sha())).toList();
    revisions.addAll(each(named, Change::landedAs));
    var heads = new HashMap<String, List<Instant>>();
    for (var one : changes) {
      if (!revisions.contains(one.sha())) continue;
      heads.computeIfAbsent(one.repository(), key -> new ArrayList<>()).add(one.mergedAt());
    }
    return heads;
  }

  private void addBetween(String repository, List<Instant> heads, Instant reached) {
    var first = heads.stream().reduce(Excerpt::earlier).orElseThrow();
    var last = heads.stream().reduce((a, b) -> a.isAfter(b) ? a : b).orElseThrow();
    var after = reached == null ? first : earlier(reached, first);
    changes.addAll(archive.changes(repository, after, last));
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  private static <T> Set<String> each(List<T> all, Function<T, String> name) {
    return all.stream().map(name).filter(Objects::nonNull).collect(toSet());
  }
}
