package plimsoll.delivery.metric;

import static java.util.stream.Collectors.groupingBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import plimsoll.delivery.metric.Metric.State;

/** What teams asked for to run their services: by themselves, or of others, and for how long. */
final class Requests {
  private static final String NONE_SENT =
      "No ticket for infrastructure or access was ever sent, so \"none\" cannot be told from \"not"
          + " sent\".";

  private Requests() {}

  /** A ticket for infrastructure or access, to somebody else as far as is known. */
  static boolean asks(Ticket one) {
    boolean kind = one.kind() == Ticket.Kind.INFRASTRUCTURE || one.kind() == Ticket.Kind.ACCESS;
    return kind && (one.toTeam() == null || !one.toTeam().equalsIgnoreCase(one.fromTeam()));
  }

  /** Those of a team that were opened before the end of a period; null for all teams. */
  static List<Ticket> of(List<Ticket> tickets, String team, Window window) {
    return tickets.stream()
        .filter(one -> asks(one) && one.openedAt().isBefore(window.to()))
        .filter(one -> team == null || team.equalsIgnoreCase(one.fromTeam()))
        .toList();
  }

  /** Those of a team within a period; null for all teams. */
  static List<Claim> claims(List<Claim> claims, String team, Window window) {
    return claims.stream()
        .filter(one -> window.contains(one.requestedAt()))
        .filter(one -> team == null || team.equalsIgnoreCase(one.team()))
        .toList();
  }

  /** A ticket that is told of as a claim too counts once. */
  static Metric selfService(Slice slice, Sources sources) {
    var drawn = new Drawn(Measure.SELF_SERVICE_SHARE);
    if (!sources.claims()) {
      return drawn.unknown("No claim was ever sent.");
    }
    int n = slice.claims().size() + tickets(slice).size();
    return n == 0
        ? drawn.noting(true, "Nothing was asked for in this period.").without(State.NONE, 0)
        : drawn
            .noting(!sources.requests(), NONE_SENT)
            .share((int) slice.claims().stream().filter(Requests::helpedItself).count(), n);
  }

  /** It was there without anybody else's hand. */
  static boolean helpedItself(Claim one) {
    return one.channel() == Claim.Channel.SELF && one.outcome() != Claim.Outcome.FAILED;
  }

  /** Opened within the period, without those that a claim tells of. */
  static List<Ticket> tickets(Slice slice) {
    var told = slice.claims().stream().map(Claim::id).collect(Collectors.toSet());
    return slice.requests().stream()
        .filter(one -> slice.window().contains(one.openedAt()) && !told.contains(one.id()))
        .toList();
  }

  /** How much of the lead time a team had a ticket for infrastructure or access open. */
  static Metric waitShare(Slice slice, Sources sources, Instant asOf) {
    var drawn = new Drawn(Measure.INFRASTRUCTURE_WAIT);
    if (slice.deployments().isEmpty()) {
      return drawn.notApplicable(Throughput.NO_DEPLOYMENT);
    }
    if (!sources.requests()) {
      return drawn.unknown(NONE_SENT);
    }
    var waited = waited(slice, asOf);
    if (waited.isEmpty()) {
      return drawn.notApplicable("No commit reached production for the first time.");
    }
    long nameless = slice.requests().stream().filter(one -> one.fromTeam() == null).count();
    return drawn
        .noting(nameless > 0, nameless + " tickets do not say who asked; they count for nobody.")
        .ratio(
            waited.stream().map(Waited::seconds).toList(),
            waited.stream().map(Waited::leadSeconds).toList());
  }

  /**
   * What one deployment waited.
   *
   * @param seconds of the lead times of its commits with a ticket open
   * @param leadSeconds sum of the lead times
   */
  record Waited(Judged deployment, double seconds, double leadSeconds) {}

  /** One for each deployment that has lead times above 0. */
  static List<Waited> waited(Slice slice, Instant asOf) {
    Map<String, List<Span>> open = new HashMap<>();
    slice.requests().stream()
        .filter(one -> one.fromTeam() != null && !one.closedBeforeOpened())
        .collect(groupingBy(one -> small(one.fromTeam())))
        .forEach((team, own) -> open.put(team, union(own, asOf)));
    return slice.deployments().stream()
        .map(one -> waited(one, open.getOrDefault(small(one.team()), List.of())))
        .filter(one -> one.leadSeconds > 0)
        .toList();
  }

  private static Waited waited(Judged one, List<Span> open) {
    double waited = 0;
    double all = 0;
    for (var lead : Throughput.sound(one)) {
      all += lead.seconds();
      waited += overlap(open, new Span(lead.arrivedAt(), one.at()));
    }
    return new Waited(one, Math.min(waited, all), all);
  }

  private record Span(Instant from, Instant to) {}

  /** Spans that do not touch each other, in the order of time. */
  private static List<Span> union(List<Ticket> tickets, Instant asOf) {
    var spans = new ArrayList<Span>();
    for (var one : tickets) {
      var to = Objects.requireNonNullElse(one.closedAt(), asOf);
      var last = spans.isEmpty() ? null : spans.get(spans.size() - 1);
      if (last == null || one.openedAt().isAfter(last.to)) {
        spans.add(new Span(one.openedAt(), to));
      } else if (to.isAfter(last.to)) {
        spans.set(spans.size() - 1, new Span(last.from, to));
      }
    }
    return spans;
  }

  private static double overlap(List<Span> spans, Span with) {
    double seconds = 0;
    for (int i = Timeline.firstAfter(spans, Span::to, with.from); i < spans.size(); i++) {
      var span = spans.get(i);
      if (!span.from.isBefore(with.to)) break;
      var from = span.from.isAfter(with.from) ? span.from : with.from;
      var to = span.to.isBefore(with.to) ? span.to : with.to;
      seconds += Timeline.seconds(from, to);
    }
    return seconds;
  }

  private static String small(String team) {
    return team == null ? "" : team.toLowerCase(Locale.ROOT);
  }
}
