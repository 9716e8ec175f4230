package plimsoll.delivery.metric;

import static plimsoll.delivery.metric.Attribution.EXPLICIT;
import static plimsoll.delivery.metric.Attribution.LAST_DEPLOYMENT;
import static plimsoll.delivery.metric.Attribution.REVERT;
import static plimsoll.delivery.metric.Attribution.ROLLBACK;
import static plimsoll.delivery.metric.Attribution.WITHIN_24_HOURS;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Which deployments failed, by which rule, and why; and which ones mended others. */
final class Failures {
  private static final Duration SOON = Duration.ofHours(24);

  private final History history;
  private final Map<String, Arrivals.Arrived> arrivals;
  private final References<Deployment> deployments;
  private final References<Incident> incidents;
  private final Map<String, List<Failure>> found = new HashMap<>();
  private final Map<String, Set<Attribution>> mends = new HashMap<>();

  private Failures(Events events, History history, Map<String, Arrivals.Arrived> arrivals) {
    this.history = history;
    this.arrivals = arrivals;
    deployments = new References<>(events.deployments(), Deployment::key, Deployment::id);
    incidents = new References<>(events.incidents(), Incident::key, Incident::id);
  }

  /**
   * @param arrivals by the deployments' keys
   * @param takenBack what commits of earlier deployments take back, by service
   */
  static Failures of(
      Events events,
      History history,
      Map<String, Arrivals.Arrived> arrivals,
      Map<String, Map<String, String>> takenBack) {
    var failures = new Failures(events, history, arrivals);
    events.incidents().forEach(failures::judge);
    history.services().forEach(line -> line.forEach(failures::judge));
    history.mending().forEach(failures::judge);
    history.services().forEach(line -> failures.judgeReverts(line, takenBack));
    return failures;
  }

  /** Under all rules, those of the headline and others; empty where none makes it a failed one. */
  List<Failure> of(Deployment deployment) {
    return found.getOrDefault(deployment.key(), List.of());
  }

  /** By what it shows that it was made to mend something; empty where nothing does. */
  Set<Attribution> mends(Deployment deployment) {
    return mends.getOrDefault(deployment.key(), Set.of());
  }

  /** A deployment that an incident may be laid upon. */
  private record Blamed(Deployment deployment, Attribution by, Set<Attribution> yieldsTo) {}

  private void judge(Incident incident) {
    for (var one : blamed(incident)) {
      var because =
          switch (one.by) {
            case EXPLICIT -> "incident " + incident.id() + " names it as its cause";
            case WITHIN_24_HOURS -> "incident " + incident.id() + " began within 24 hours after it";
            default -> "it was the last one before incident " + incident.id();
          };
      add(one.deployment, Failure.of(incident, one.by, one.yieldsTo, because));
    }
  }

  /** Empty when no change of ours is to blame. A stated link is believed before any time. */
  private List<Blamed> blamed(Incident incident) {
    var all = new ArrayList<Blamed>();
    if (!incident.ours()) {
      return all;
    }
    boolean says = incident.causedBy() != null;
    var named = says ? deployments.find(incident.source(), incident.causedBy()) : null;
    if (named != null) {
      all.add(new Blamed(named, EXPLICIT, Set.of()));
    }
    var last = history.lastBefore(incident.service(), incident.startedAt());
    if (last != null) {
      boolean soon = !last.finishedAt().isBefore(incident.startedAt().minus(SOON));
      var by = soon ? WITHIN_24_HOURS : LAST_DEPLOYMENT;
      all.add(new Blamed(last, by, says ? Set.of(EXPLICIT) : Set.of()));
    }
    return all;
  }

  private void judge(Deployment deployment) {
    if (deployment.outcome() == Deployment.Outcome.ROLLED_BACK) {
      add(deployment, Failure.stated());
    }
    if (deployment.remediates() == null) {
      judgeGoingBack(deployment, Set.of());
    } else {
      mending(deployment, EXPLICIT);
      judgeMended(deployment);
    }
  }

  private void judgeMended(Deployment mending) {
    var mended = deployments.find(mending.source(), mending.remediates());
    var incident = mended != null ? null : incidents.find(mending.source(), mending.remediates());
    var blamed =
        mended != null
            ? List.of(new Blamed(mended, EXPLICIT, Set.of()))
            : incident == null ? List.<Blamed>of() : blamed(incident);
    var because = "deployment " + mending.id() + " mended it";
    for (var one : blamed) {
      if (!one.deployment.key().equals(mending.key())) {
        boolean inferred = one.by != EXPLICIT;
        add(one.deployment, Failure.of(mending, one.by, one.yieldsTo, because, inferred));
      }
    }
    if (incident == null || incident.ours()) {
      judgeGoingBack(mending, spoken(blamed));
    }
  }

  /**
   * By which rules it is known already what was mended; the last one at any distance is no such.
   */
  private static Set<Attribution> spoken(List<Blamed> blamed) {
    return blamed.stream()
        .map(Blamed::by)
        .filter(by -> by != LAST_DEPLOYMENT)
        .collect(Collectors.toSet());
  }

  /**
   * What it replaced failed, also when that had gone back itself. A second one to the same revision
   * shows nothing new.
   */
  private void judgeGoingBack(Deployment deployment, Set<Attribution> yieldsTo) {
    var arrived = arrivals.get(deployment.key());
    var replaced = history.before(deployment);
    if (arrived == null || !arrived.goesBack()) {
      return;
    }
    mending(deployment, ROLLBACK);
    if (replaced != null && !sameRevision(deployment, replaced)) {
      var because = "deployment " + deployment.id() + " brought back an earlier version";
      boolean inferred = arrived.goesBackInferred();
      add(replaced, Failure.of(deployment, ROLLBACK, yieldsTo, because, inferred));
    }
  }

  private static boolean sameRevision(Deployment one, Deployment other) {
    return one.revision() != null && one.revision().equals(other.revision());
  }

  private void judgeReverts(List<Deployment> line, Map<String, Map<String, String>> takenBack) {
    var reverts = new Reverts(takenBack.getOrDefault(line.get(0).service(), Map.of()));
    for (var deployment : line) {
      var brought = arrivals.get(deployment.key()).leadTimes();
      for (var reverted : reverts.in(deployment, brought)) {
        judgeReverted(reverted, deployment);
      }
    }
  }

  private void judgeReverted(Deployment reverted, Deployment deployment) {
    if (!deployment.finishedAt().isAfter(reverted.finishedAt().plus(SOON))) {
      mending(deployment, REVERT);
      var because = "deployment " + deployment.id() + " reverted a commit of it within 24 hours";
      add(reverted, Failure.of(deployment, REVERT, Set.of(), because, true));
    }
  }

  private void mending(Deployment deployment, Attribution by) {
    mends.computeIfAbsent(deployment.key(), key -> EnumSet.noneOf(Attribution.class)).add(by);
  }

  private void add(Deployment failed, Failure failure) {
    if (failed.reachedProduction()) {
      found.computeIfAbsent(failed.key(), key -> new ArrayList<>()).add(failure);
    }
  }
}
