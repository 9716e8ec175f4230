package plimsoll.delivery.metric;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import plimsoll.delivery.metric.Deployment.Via;
import plimsoll.delivery.metric.Metric.State;

/** Where work waits for other teams, for hands, or for somebody who knows the service. */
final class Handoffs {
  private Handoffs() {}

  static Metric ticketShare(Slice slice, Sources sources) {
    var drawn = new Drawn(Measure.TICKET_SHARE);
    var saying = slice.deployments().stream().filter(Judged::saysTrigger).toList();
    var early =
        sayingTooLittle(drawn, slice, saying.size(), sources.triggers(), "what set them off");
    if (early != null) {
      return early;
    }
    int inferred = (int) saying.stream().filter(Judged::ticketInferred).count();
    int waited = (int) saying.stream().filter(Judged::waitedForAnotherTeam).count();
    return drawn
        .alternative(
            "sent-tickets",
            "Only tickets that were sent themselves",
            new Drawn(Measure.TICKET_SHARE).share(waited - inferred, saying.size()))
        .inferring(inferred)
        .noting(inferred > 0, inferred + " tickets were never sent; they count as another team's.")
        .share(waited, saying.size());
  }

  static Metric ticketWait(Slice slice, Sources sources, Instant asOf) {
    var drawn = new Drawn(Measure.TICKET_WAIT);
    var waited = slice.deployments().stream().filter(Judged::waitedForAnotherTeam).toList();
    if (waited.isEmpty()) {
      return sources.triggers() ? drawn.without(State.NONE, 0) : drawn.unknown("No record tells.");
    }
    var tickets = waited.stream().map(Judged::ticket).filter(Objects::nonNull).distinct().toList();
    var sound = tickets.stream().filter(one -> !one.closedBeforeOpened()).toList();
    drawn
        .covering((double) (waited.size() - inferred(waited)) / waited.size())
        .excluding(tickets.size() - sound.size(), "tickets were");
    return tickets.isEmpty()
        ? drawn.noting(true, "The tickets themselves were never sent.").without(State.UNKNOWN, 0)
        : drawn.median(sound.stream().map(one -> observed(one, asOf)).toList());
  }

  static Metric manualShare(Slice slice, Sources sources) {
    var drawn = new Drawn(Measure.MANUAL_SHARE);
    var saying = slice.deployments().stream().filter(one -> one.manual() != null).toList();
    var early =
        sayingTooLittle(drawn, slice, saying.size(), sources.manual(), "how they were done");
    long syncs = saying.stream().filter(Judged::manualSync).count();
    return early != null
        ? early
        : drawn
            .noting(syncs > 0, syncs + " were syncs of a controller that a person started.")
            .share((int) saying.stream().filter(Judged::manual).count(), saying.size());
  }

  /** Deployments that a controller made so because a repository says so. */
  static Metric gitopsShare(Slice slice, Sources sources) {
    var drawn = new Drawn(Measure.GITOPS_SHARE);
    var saying = slice.deployments().stream().filter(one -> via(one) != null).toList();
    var early =
        sayingTooLittle(drawn, slice, saying.size(), sources.via(), "by which way they went");
    return early != null
        ? early
        : drawn.share(
            (int) saying.stream().filter(one -> via(one) == Via.GITOPS).count(), saying.size());
  }

  private static Via via(Judged one) {
    return one.deployment().via();
  }

  static Metric ownerParticipation(Slice slice, Sources sources) {
    var drawn = new Drawn(Measure.OWNER_PARTICIPATION);
    if (!sources.responders()) {
      return drawn.unknown("No incident names the teams that took part.");
    }
    if (slice.incidents().isEmpty()) {
      return drawn.noting(true, "No incident in this period.").without(State.NONE, 0);
    }
    var saying =
        slice.incidents().stream()
            .map(Ledger.Owned::ownersTookPart)
            .filter(Objects::nonNull)
            .toList();
    var coverage = (double) saying.size() / slice.incidents().size();
    drawn.covering(coverage);
    return coverage < Drawn.COVERAGE_MIN
        ? drawn.noting(true, "Too few incidents name the teams.").without(State.UNKNOWN, 0)
        : drawn.share((int) saying.stream().filter(Boolean::booleanValue).count(), saying.size());
  }

  static Observation observed(Ticket ticket, Instant asOf) {
    var end = ticket.closedAt() == null ? asOf : ticket.closedAt();
    var seconds = Math.max(0, Timeline.seconds(ticket.openedAt(), end));
    return new Observation(seconds, ticket.closedAt() == null);
  }

  /** The figure that says why there is none; null where there can be one. */
  private static Metric sayingTooLittle(
      Drawn drawn, Slice slice, int saying, boolean connected, String what) {
    int n = slice.deployments().size();
    if (n == 0) {
      return drawn.notApplicable(Throughput.NO_DEPLOYMENT);
    }
    if (!connected) {
      return drawn.unknown("No deployment says " + what + ".");
    }
    drawn.covering((double) saying / n);
    drawn.noting(saying < n, saying + " of " + n + " deployments say " + what + ".");
    return saying < Drawn.COVERAGE_MIN * n ? drawn.without(State.UNKNOWN, 0) : null;
  }

  private static long inferred(List<Judged> waited) {
    return waited.stream().filter(Judged::ticketInferred).count();
  }
}
