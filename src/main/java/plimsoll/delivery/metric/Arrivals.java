package plimsoll.delivery.metric;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import plimsoll.delivery.metric.Deployment.Kind;

/**
 * Which commits each deployment of one service brought for the first time. It is led through the
 * deployments in the order of time.
 *
 * <p>Where a deployment lists no commits but names its revision, it brings what arrived on the
 * default branch since the revision before. The first that is known brings its revision alone,
 * because nobody knows what had been deployed until then.
 */
final class Arrivals {
  private final Trunk trunk;
  private final Set<String> seen = new HashSet<>();
  private final Map<String, Instant> reached = new HashMap<>();
  private final Set<String> revisions = new HashSet<>();
  private Change current;

  private Arrivals(Trunk trunk) {
    this.trunk = trunk;
  }

  /**
   * @param commitsKnown false when nothing tells what it held
   * @param goesBack it brought an earlier version again
   * @param goesBackInferred nobody said so, its revision shows it
   */
  record Arrived(
      List<LeadTime> leadTimes, boolean commitsKnown, boolean goesBack, boolean goesBackInferred) {}

  /** By the deployments' keys. */
  static Map<String, Arrived> of(History history, Trunk trunk) {
    Map<String, Arrived> arrived = new HashMap<>();
    for (var line : history.services()) {
      var service = new Arrivals(trunk);
      line.forEach(one -> arrived.put(one.key(), service.next(one)));
    }
    return arrived;
  }

  private Arrived next(Deployment deployment) {
    var head = trunk.find(deployment.revision());
    boolean said = deployment.kind() == Kind.ROLLBACK;
    boolean shown = !said && showsEarlierVersion(deployment, head);
    var commits = deployment.commits().isEmpty() ? implied(head) : deployment.commits();
    var fresh = commits.stream().filter(this::isNew).toList();
    remember(deployment, head);
    return said || shown
        ? new Arrived(List.of(), true, true, shown)
        : new Arrived(
            leadTimes(fresh, deployment), !commits.isEmpty() || head != null, false, false);
  }

  /** A revision that had been deployed, and is older than the one that it replaces. */
  private boolean showsEarlierVersion(Deployment deployment, Change head) {
    return head != null
        && current != null
        && revisions.contains(deployment.revision())
        && head.mergedAt().isBefore(current.mergedAt());
  }

  private List<Deployment.Commit> implied(Change head) {
    if (head == null) {
      return List.of();
    }
    var since = reached.get(head.repository());
    var changes =
        since == null
            ? Stream.of(head)
            : trunk.between(head.repository(), since, head.mergedAt()).stream();
    return changes
        .map(one -> new Deployment.Commit(one.sha(), one.firstCommitAt(), one.reverts()))
        .toList();
  }

  /** Each commit counts once a service, under the name with which it landed. */
  private boolean isNew(Deployment.Commit commit) {
    var change = trunk.find(commit.id());
    return seen.add(change == null ? commit.id() : change.landedAs());
  }

  private void remember(Deployment deployment, Change head) {
    if (deployment.revision() != null) {
      revisions.add(deployment.revision());
    }
    current = head;
    if (head != null) {
      reached.merge(head.repository(), head.mergedAt(), (a, b) -> a.isAfter(b) ? a : b);
    }
  }

  private List<LeadTime> leadTimes(List<Deployment.Commit> fresh, Deployment deployment) {
    var all = new ArrayList<LeadTime>();
    for (var commit : fresh) {
      var change = trunk.find(commit.id());
      var arrivedAt = change == null ? commit.committedAt() : change.mergedAt();
      var reverts =
          change == null || change.reverts() == null ? commit.reverts() : change.reverts();
      if (arrivedAt != null) {
        all.add(
            LeadTime.of(
                commit.id(),
                arrivedAt,
                deployment.finishedAt(),
                change == null,
                firstWritten(commit, change),
                reverts));
      }
    }
    return all;
  }

  private static Instant firstWritten(Deployment.Commit commit, Change change) {
    var stated = change == null ? null : change.firstCommitAt();
    return stated == null ? commit.committedAt() : stated;
  }
}
