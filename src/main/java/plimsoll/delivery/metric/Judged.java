package plimsoll.delivery.metric;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import plimsoll.delivery.metric.Deployment.Kind;
import plimsoll.delivery.metric.Deployment.Trigger;
import plimsoll.delivery.metric.Deployment.Via;

/**
 * A deployment that reached production, with all that the other records say of it.
 *
 * @param team that owned the service when it ended; null when nobody did
 * @param leadTimes of the commits that it brought for the first time
 * @param commitsKnown false when nothing tells what it held
 * @param goesBack it brought back an earlier version
 * @param failures why it counts as failed; empty when it does not
 * @param otherwise why it would count as failed under rules that are not those of the headline
 * @param mends by what it shows that it was made to mend something; empty when nothing does
 * @param ticket that it waited for; null when it named none, or one that is not known
 */
public record Judged(
    Deployment deployment,
    String team,
    List<LeadTime> leadTimes,
    boolean commitsKnown,
    boolean goesBack,
    List<Failure> failures,
    List<Failure> otherwise,
    Set<Attribution> mends,
    Ticket ticket) {

  /** The same of a team, and with its ticket as it is named here. */
  Judged of(String team, Ticket ticket) {
    return new Judged(
        deployment, team, leadTimes, commitsKnown, goesBack, failures, otherwise, mends, ticket);
  }

  public Instant at() {
    return deployment.finishedAt();
  }

  public boolean failed() {
    return !failures.isEmpty();
  }

  /** It counts as failed, but no record states the link. */
  public boolean failedByInference() {
    return failed() && failures.stream().allMatch(Failure::inferred);
  }

  /** It was made to mend an incident or another deployment. */
  public boolean rework() {
    return mends.contains(Attribution.EXPLICIT);
  }

  /** The same deployment with the failures that count under a rule. */
  public Judged under(AttributionRule rule) {
    if (failures.isEmpty() && otherwise.isEmpty()) {
      return this;
    }
    var all = Stream.concat(failures.stream(), otherwise.stream()).toList();
    return new Judged(
        deployment,
        team,
        leadTimes,
        commitsKnown,
        goesBack,
        all.stream().filter(one -> one.counts(rule)).toList(),
        all.stream().filter(one -> !one.counts(rule)).toList(),
        mends,
        ticket);
  }

  /** It is one that is meant to bring commits. */
  public boolean bringsChange() {
    return !goesBack && !bringsNoCode();
  }

  /** It brings other configuration, or the same code built anew. */
  public boolean bringsNoCode() {
    return deployment.kind() == Kind.CONFIG || deployment.kind() == Kind.REBUILD;
  }

  /**
   * When production was well again after it failed: the end of its last incident, or where it has
   * none, of the last deployment that mended it; null while an incident is open, or when nobody
   * knows.
   */
  public Instant recoveredAt() {
    return open() ? null : deciding().map(Failure::endedAt).max(Instant::compareTo).orElse(null);
  }

  /** Seconds until it recovered; null when it has not, or nobody knows. */
  public Double recoverySeconds() {
    var end = recoveredAt();
    return end == null ? null : Timeline.seconds(at(), end);
  }

  /** An incident of it is still open. */
  public boolean open() {
    return failures.stream().anyMatch(one -> one.incident() && one.endedAt() == null);
  }

  /** Its times of failure and recovery contradict each other. */
  public boolean recoveryContradictory() {
    var seconds = recoverySeconds();
    return failures.stream().anyMatch(Failure::contradictory) || seconds != null && seconds < 0;
  }

  /** True, false, or null when its record does not say how it was done. */
  public Boolean manual() {
    if (deployment.trigger() == Trigger.MANUAL || deployment.via() == Via.MANUAL) {
      return true;
    }
    if (deployment.manualSteps() != null) {
      return deployment.manualSteps() > 0;
    }
    return deployment.trigger() == Trigger.AUTOMATIC || deployment.via() != null ? false : null;
  }

  /** A controller did it, but a person told it to. */
  public boolean manualSync() {
    return deployment.trigger() == Trigger.MANUAL && deployment.via() == Via.GITOPS;
  }

  /** Its record says what set it off, or names a ticket. */
  public boolean saysTrigger() {
    return deployment.trigger() != null || deployment.ticket() != null;
  }

  /** It waited for a ticket to a team that does not own the service. */
  public boolean waitedForAnotherTeam() {
    return ticket == null ? ticketInferred() : !sameTeam(ticket.toTeam(), team);
  }

  /** A ticket set it off, but nobody sent the ticket, so that its team is a guess. */
  public boolean ticketInferred() {
    return ticket == null && deployment.trigger() == Trigger.TICKET;
  }

  private Stream<Failure> deciding() {
    boolean byIncident = failures.stream().anyMatch(Failure::incident);
    boolean stated = failures.stream().anyMatch(one -> !one.inferred() && one.event() != null);
    return failures.stream()
        .filter(one -> one.endedAt() != null)
        .filter(one -> byIncident ? one.incident() : !stated || !one.inferred());
  }

  private static boolean sameTeam(String one, String other) {
    return Objects.equals(one, other) || one != null && one.equalsIgnoreCase(other);
  }
}
