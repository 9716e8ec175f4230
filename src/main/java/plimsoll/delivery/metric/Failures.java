package plimsoll.delivery.metric;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which deployments failed, and why each counts as failed. Links that records state come first;
 * where there is none, the last deployment of the 24 hours before is inferred, never an older one.
 */
final class Failures {
  private static final Duration SOON = Duration.ofHours(24);

  private final History history;
  private final Map<String, Arrivals.Arrived> arrivals;
  private final References<Deployment> deployments;
  private final References<Incident> incidents;
  private final Map<String, List<Failure>> found = new HashMap<>();

  private Failures(Events events, History history, Map<String, Arrivals.Arrived> arrivals) {
    this.history = history;
    this.arrivals = arrivals;
    deployments = new References<>(events.deployments(), Deployment::key, Deployment::id);
    incidents = new References<>(events.incidents(), Incident::key, Incident::id);
  }

  /** By the deployments' keys; no entry for one that did not fail. */
  static Map<String, List<Failure>> of(
      Events events, History history, Map<String, Arrivals.Arrived> arrivals) {
    var failures = new Failures(events, history, arrivals);
    events.incidents().forEach(failures::judge);
    history.services().forEach(line -> line.forEach(failures::judge));
    history.services().forEach(failures::judgeReverts);
    return failures.found;
  }

  private void judge(Incident incident) {
    var cause = causeOf(incident);
    if (cause != null) {
      var inferred = incident.causedBy() == null;
      var because =
          inferred
              ? "incident " + incident.id() + " began within 24 hours after it"
              : "incident " + incident.id() + " names it as its cause";
      add(cause, Failure.by(incident, because, inferred));
    }
  }

  /** The deployment that it is laid upon; null when no change of ours is to blame. */
  private Deployment causeOf(Incident incident) {
    if (!incident.ours()) {
      return null;
    }
    return incident.causedBy() == null
        ? history.lastBefore(incident.service(), incident.startedAt(), SOON)
        : deployments.find(incident.source(), incident.causedBy());
  }

  private void judge(Deployment deployment) {
    if (deployment.outcome() == Deployment.Outcome.ROLLED_BACK) {
      add(deployment, new Failure("it was rolled back", false, null, false, null, false));
    }
    if (deployment.remediates() != null) {
      judgeMended(deployment);
    } else {
      judgeGoingBack(deployment);
    }
  }

  private void judgeMended(Deployment mending) {
    var mended = deployments.find(mending.source(), mending.remediates());
    var incident = mended != null ? null : incidents.find(mending.source(), mending.remediates());
    var failed = mended != null ? mended : incident == null ? null : causeOf(incident);
    boolean inferred = incident != null && incident.causedBy() == null;
    if (failed != null && !failed.key().equals(mending.key())) {
      add(failed, Failure.by(mending, "deployment " + mending.id() + " mended it", inferred));
    }
  }

  private void judgeGoingBack(Deployment deployment) {
    var arrived = arrivals.get(deployment.key());
    var replaced = history.before(deployment);
    if (arrived.goesBack() && replaced != null) {
      var because = "deployment " + deployment.id() + " brought back an earlier version";
      add(replaced, Failure.by(deployment, because, arrived.goesBackInferred()));
    }
  }

  private void judgeReverts(List<Deployment> line) {
    Map<String, Deployment> broughtBy = new HashMap<>();
    for (var deployment : line) {
      for (var lead : arrivals.get(deployment.key()).leadTimes()) {
        broughtBy.putIfAbsent(lead.commit(), deployment);
        judgeRevert(lead, broughtBy.get(lead.reverts()), deployment);
      }
    }
  }

  private void judgeRevert(LeadTime lead, Deployment reverted, Deployment deployment) {
    if (lead.reverts() != null
        && reverted != null
        && reverted != deployment
        && !deployment.finishedAt().isAfter(reverted.finishedAt().plus(SOON))) {
      var because = "deployment " + deployment.id() + " reverted a commit of it within 24 hours";
      add(reverted, Failure.by(deployment, because, true));
    }
  }

  private void add(Deployment failed, Failure failure) {
    if (failed.reachedProduction()) {
      found.computeIfAbsent(failed.key(), key -> new ArrayList<>()).add(failure);
    }
  }
}
