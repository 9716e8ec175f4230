package plimsoll.delivery.metric;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import plimsoll.delivery.metric.Deployment.Kind;

/**
 * Which commits each deployment of one service brought for the first time. It is led through the
 * deployments in the order of time, and can go on where it ended the week before.
 *
 * <p>Where a deployment lists no commits but names its revision, it brings what arrived on the
 * default branch since the revision before. The first that is known brings its revision alone,
 * because nobody knows what had been deployed until then.
 */
final class Arrivals {
  private final String service;
  private final Trunk trunk;
  private final Paths paths;
  private final Set<Long> seen = new HashSet<>();
  private final Set<Long> revisions = new HashSet<>();
  private final Map<String, Instant> reached = new HashMap<>();
  private final List<Long> freshlySeen = new ArrayList<>();
  private final List<Long> freshRevisions = new ArrayList<>();
  private final List<Long> freshlyListed = new ArrayList<>();
  private final Map<String, String> takenBack = new HashMap<>();
  private final Set<String> watched = new HashSet<>();
  private final List<Change> otherNames = new ArrayList<>();
  private Instant current;

  /**
   * @param earlier of the weeks before, in the order of time
   */
  Arrivals(String service, Trunk trunk, Paths paths, Collection<Brought> earlier) {
    this.service = service;
    this.trunk = trunk;
    this.paths = paths;
    earlier.forEach(this::remember);
  }

  /**
   * @param commitsKnown false when nothing tells what it held
   * @param goesBack it brought an earlier version again
   * @param goesBackInferred nobody said so, its revision shows it
   * @param reach the latest arrival on a default branch that this rests on; null when on none
   */
  record Arrived(
      List<LeadTime> leadTimes,
      boolean commitsKnown,
      boolean goesBack,
      boolean goesBackInferred,
      Instant reach) {}

  /**
   * Leads a service through its deployments.
   *
   * @param arrived takes what each brought, by its key
   * @return what each week brought
   */
  Map<LocalDate, Brought> lead(List<Deployment> line, Map<String, Arrived> arrived) {
    var weeks = new HashMap<LocalDate, Brought>();
    LocalDate week = null;
    for (var one : line) {
      var its = Folio.weekOf(one.finishedAt());
      if (week != null && !week.equals(its)) weeks.put(week, brought());
      week = its;
      arrived.put(one.key(), next(one));
    }
    if (week != null) weeks.put(week, brought());
    return weeks;
  }

  /** A commit that a deployment may bring, and what is known of its arrival. */
  private record Candidate(String id, Instant committedAt, String reverts, Change change) {
    String landedAs() {
      return change == null ? id : change.landedAs();
    }

    Instant arrivedAt() {
      return change == null ? committedAt : change.mergedAt();
    }

    Instant firstWrittenAt() {
      var stated = change == null ? null : change.firstCommitAt();
      return stated == null ? committedAt : stated;
    }
  }

  private Arrived next(Deployment deployment) {
    otherNames.clear();
    var head = find(deployment.repository(), deployment.revision());
    boolean said = deployment.kind() == Kind.ROLLBACK;
    boolean shown = !said && showsEarlierVersion(deployment, head);
    boolean known = !deployment.commits().isEmpty() || head != null;
    var candidates = deployment.commits().isEmpty() ? implied(head) : listed(deployment);
    var fresh = candidates.stream().filter(this::concernsService).filter(this::isNew).toList();
    remember(deployment, head);
    var reach = reach(head, candidates);
    return said || shown
        ? new Arrived(List.of(), true, true, shown, reach)
        : new Arrived(leadTimes(fresh, deployment), known, false, false, reach);
  }

  /** And remembers which repositories might have told, or may tell otherwise later. */
  private Change find(String repository, String commit) {
    var change = trunk.find(repository, commit);
    if (repository != null) watched.add(repository);
    if (commit != null && (change == null || !change.repository().equals(repository))) {
      watched.add(Brought.ANYWHERE);
    }
    return change == null || change.landedAsItself() ? change : landed(change);
  }

  /** What is behind the name may be told later, and elsewhere. */
  private Change landed(Change named) {
    freshlyListed.add(Brought.hash(named.landedAs()));
    watched.add(Brought.ANYWHERE);
    otherNames.add(named);
    return trunk.landed(named);
  }

  /** A revision that had been deployed, and is older than the one that it replaces. */
  private boolean showsEarlierVersion(Deployment deployment, Change head) {
    return head != null
        && current != null
        && revisions.contains(Brought.hash(deployment.revision()))
        && head.mergedAt().isBefore(current);
  }

  private List<Candidate> implied(Change head) {
    if (head == null) {
      return List.of();
    }
    var since = reached.get(head.repository());
    var changes =
        since == null
            ? Stream.of(head)
            : trunk.between(head.repository(), since, head.mergedAt()).stream();
    return changes.map(one -> new Candidate(one.sha(), null, one.reverts(), one)).toList();
  }

  private List<Candidate> listed(Deployment deployment) {
    return deployment.commits().stream().map(one -> listed(one, deployment.repository())).toList();
  }

  private Candidate listed(Deployment.Commit one, String repository) {
    var change = find(repository, one.id());
    var told = change == null ? null : change.reverts();
    freshlyListed.add(Brought.hash(one.id()));
    return new Candidate(one.id(), one.committedAt(), told == null ? one.reverts() : told, change);
  }

  private boolean concernsService(Candidate one) {
    return one.change() == null || paths.concern(service, one.change());
  }

  /** Each commit counts once a service, under the name with which it landed. */
  private boolean isNew(Candidate one) {
    long hash = Brought.hash(one.landedAs());
    boolean fresh = seen.add(hash);
    if (fresh) freshlySeen.add(hash);
    return fresh;
  }

  private void remember(Deployment deployment, Change head) {
    if (deployment.ticket() != null) watched.add(Brought.ticket(deployment.ticket()));
    if (deployment.revision() != null) {
      long hash = Brought.hash(deployment.revision());
      revisions.add(hash);
      freshRevisions.add(hash);
    }
    current = head == null ? null : head.mergedAt();
    if (head != null) {
      watched.add(head.repository());
      reached.merge(head.repository(), head.mergedAt(), (a, b) -> a.isAfter(b) ? a : b);
    }
  }

  private void remember(Brought earlier) {
    for (long hash : earlier.seen()) seen.add(hash);
    for (long hash : earlier.revisions()) revisions.add(hash);
    reached.clear();
    reached.putAll(earlier.reached());
    current = earlier.current();
  }

  private Brought brought() {
    freshlyListed.removeAll(Set.copyOf(freshlySeen));
    var brought =
        new Brought(
            taken(freshlySeen),
            taken(freshRevisions),
            taken(freshlyListed),
            takenBack,
            watched,
            reached,
            current);
    takenBack.clear();
    watched.clear();
    return brought;
  }

  private static long[] taken(Collection<Long> hashes) {
    var taken = hashes.stream().mapToLong(Long::longValue).toArray();
    hashes.clear();
    return taken;
  }

  private Instant reach(Change head, List<Candidate> candidates) {
    var known = candidates.stream().map(Candidate::change);
    return Stream.of(Stream.of(head), known, otherNames.stream())
        .flatMap(all -> all)
        .filter(one -> one != null)
        .map(Change::mergedAt)
        .max(Instant::compareTo)
        .orElse(null);
  }

  private List<LeadTime> leadTimes(List<Candidate> fresh, Deployment deployment) {
    var leads =
        fresh.stream()
            .filter(one -> one.arrivedAt() != null)
            .map(one -> leadTime(one, deployment.finishedAt()))
            .toList();
    leads.stream()
        .filter(one -> one.reverts() != null)
        .forEach(one -> takenBack.putIfAbsent(one.commit(), one.reverts()));
    return leads;
  }

  private static LeadTime leadTime(Candidate one, Instant deployedAt) {
    return LeadTime.of(
        one.id(),
        one.arrivedAt(),
        deployedAt,
        one.change() == null,
        one.firstWrittenAt(),
        one.reverts());
  }
}
