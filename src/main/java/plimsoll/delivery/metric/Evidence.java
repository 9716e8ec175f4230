package plimsoll.delivery.metric;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import plimsoll.delivery.metric.Deployment.Via;

/**
 * One record behind a figure.
 *
 * @param event its key, "source/id"
 * @param service key of the service; "" where it has none
 * @param value in the unit of the figure; null where it is counted and not timed
 * @param counts true when it counts towards the figure, false when it is only one of those that it
 *     is divided by, or was left out
 * @param because why, in words
 * @param rule by which it counts as failed, or would under other rules; null where no rule of
 *     attribution has a part in it
 */
public record Evidence(
    String event,
    String service,
    Instant at,
    Double value,
    boolean counts,
    String because,
    String rule) {

  /** The records behind a figure, in the order of time. */
  public static List<Evidence> of(Measure measure, Slice slice, Instant asOf) {
    return records(measure, slice, asOf).sorted(Comparator.comparing(Evidence::at)).toList();
  }

  private static Stream<Evidence> records(Measure measure, Slice slice, Instant asOf) {
    return switch (measure) {
      case DEPLOYMENT_FREQUENCY ->
          slice.deployments().stream().map(one -> of(one, null, true, "reached production"));
      case LEAD_TIME -> slice.deployments().stream().flatMap(Evidence::leadTimes);
      case CHANGE_FAIL_RATE -> slice.deployments().stream().map(Evidence::failing);
      case RECOVERY_TIME ->
          slice.deployments().stream().filter(Judged::failed).map(Evidence::recovery);
      case REWORK_RATE ->
          slice.deployments().stream().map(one -> of(one, null, one.rework(), rework(one)));
      case TICKET_SHARE ->
          slice.deployments().stream()
              .map(one -> of(one, null, one.waitedForAnotherTeam(), ticket(one)));
      case TICKET_WAIT ->
          slice.deployments().stream()
              .filter(Judged::waitedForAnotherTeam)
              .map(Judged::ticket)
              .filter(Objects::nonNull)
              .distinct()
              .map(Evidence::wait);
      case MANUAL_SHARE ->
          slice.deployments().stream()
              .map(one -> of(one, null, Boolean.TRUE.equals(one.manual()), manual(one)));
      case GITOPS_SHARE ->
          slice.deployments().stream()
              .map(one -> of(one, null, one.deployment().via() == Via.GITOPS, via(one)));
      case SELF_SERVICE_SHARE ->
          Stream.concat(
              slice.claims().stream().map(Evidence::claim),
              Requests.tickets(slice).stream().map(Evidence::request));
      case INFRASTRUCTURE_WAIT ->
          Requests.waited(slice, asOf).stream().map(Evidence::infrastructureWait);
      case OWNER_PARTICIPATION -> slice.incidents().stream().map(Evidence::participation);
    };
  }

  private static Evidence of(Judged one, Double value, boolean counts, String because) {
    return new Evidence(
        one.deployment().key(), one.deployment().service(), one.at(), value, counts, because, null);
  }

  private static Stream<Evidence> leadTimes(Judged one) {
    var sound = Throughput.sound(one);
    return one.leadTimes().stream()
        .map(
            lead ->
                of(
                    one,
                    lead.seconds(),
                    sound.contains(lead),
                    "commit "
                        + lead.commit()
                        + (lead.estimated() ? ", by its own time " : ", arrived ")
                        + lead.arrivedAt()
                        + (sound.contains(lead) ? "" : "; left out, the times contradict")));
  }

  private static String failures(Judged one) {
    return one.failed()
        ? one.failures().stream()
            .map(failure -> failure.because() + (failure.inferred() ? " (inferred)" : ""))
            .collect(Collectors.joining("; "))
        : one.otherwise().isEmpty()
            ? "no record says that it failed"
            : "not by the rules here: " + one.otherwise().get(0).because();
  }

  private static Evidence recovery(Judged one) {
    boolean counts = !one.recoveryContradictory() && (one.open() || one.recoveredAt() != null);
    var end = one.open() ? "still open; " : one.recoveredAt() == null ? "end not known; " : "";
    return of(one, one.recoverySeconds(), counts, end + failures(one)).by(rule(one.failures()));
  }

  private static Evidence failing(Judged one) {
    var rules = one.failed() ? one.failures() : one.otherwise();
    return of(one, null, one.failed(), failures(one)).by(rule(rules));
  }

  private Evidence by(String rule) {
    return new Evidence(event, service, at, value, counts, because, rule);
  }

  /** Each once, in the order of the rules; null for none. */
  private static String rule(List<Failure> failures) {
    var words =
        failures.stream().map(Failure::by).distinct().sorted().map(Attribution::words).toList();
    return words.isEmpty() ? null : String.join("; ", words);
  }

  private static String rework(Judged one) {
    return one.rework() ? "mends " + one.deployment().remediates() : "mends nothing";
  }

  private static String ticket(Judged one) {
    var named = one.deployment().ticket();
    if (one.ticket() != null) {
      return "ticket "
          + named
          + " to "
          + Objects.requireNonNullElse(one.ticket().toTeam(), "nobody");
    }
    if (named != null) {
      return "ticket " + named + " was never sent";
    }
    return one.saysTrigger() ? "no ticket" : "does not say what set it off; left out";
  }

  private static Evidence wait(Ticket one) {
    boolean open = one.closedAt() == null;
    return new Evidence(
        one.key(),
        "",
        one.openedAt(),
        open ? null : Handoffs.observed(one, one.closedAt()).seconds(),
        !one.closedBeforeOpened(),
        "to " + Objects.requireNonNullElse(one.toTeam(), "nobody") + (open ? ", still open" : ""),
        null);
  }

  private static String manual(Judged one) {
    if (one.manual() == null) {
      return "does not say how it was done; left out";
    }
    var steps = one.deployment().manualSteps();
    return steps == null
        ? (one.manual() ? "started by hand" : "automatic")
        : steps + " steps by hand";
  }

  private static String via(Judged one) {
    var via = one.deployment().via();
    if (via == null) {
      return "does not say by which way it went; left out";
    }
    return switch (via) {
      case GITOPS -> "a controller took it from a repository";
      case PIPELINE -> "a pipeline pushed it";
      case MANUAL -> "done by hand";
    };
  }

  private static Evidence claim(Claim one) {
    boolean failed = one.outcome() == Claim.Outcome.FAILED;
    var how =
        one.channel() == Claim.Channel.SELF ? "the team helped itself" : "somebody else did it";
    return new Evidence(
        one.key(),
        "",
        one.requestedAt(),
        null,
        Requests.helpedItself(one),
        how + (failed ? ", but it failed" : ""),
        null);
  }

  private static Evidence request(Ticket one) {
    return new Evidence(
        one.key(),
        "",
        one.openedAt(),
        null,
        false,
        "ticket to " + Objects.requireNonNullElse(one.toTeam(), "nobody"),
        null);
  }

  private static Evidence infrastructureWait(Requests.Waited one) {
    return of(
        one.deployment(),
        one.seconds() / one.leadSeconds(),
        one.seconds() > 0,
        String.format(
            Locale.ROOT,
            "%.1f of %.1f hours of lead time with a ticket open",
            one.seconds() / 3600,
            one.leadSeconds() / 3600));
  }

  private static Evidence participation(Ledger.Owned one) {
    var incident = one.incident();
    var who =
        incident.responders().isEmpty()
            ? "names nobody; left out"
            : "responders: " + String.join(", ", incident.responders());
    return new Evidence(
        incident.key(),
        incident.service(),
        incident.startedAt(),
        null,
        Boolean.TRUE.equals(one.ownersTookPart()),
        who,
        null);
  }
}
