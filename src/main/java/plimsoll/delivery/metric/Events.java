package plimsoll.delivery.metric;

import static java.util.Comparator.comparing;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * All records up to a data cut. Each is held once and in one order, so nothing that is computed
 * from them depends on the order in which they came or on how often. What happened after the cut is
 * left out, and what ended after it is open, so that a cut made again later is the same.
 *
 * @param asOf the data cut: what is open is open until then
 */
public record Events(
    List<Deployment> deployments,
    List<Incident> incidents,
    List<Ticket> tickets,
    List<Change> changes,
    List<Claim> claims,
    Instant asOf) {

  private static final Comparator<Instant> TIME = Comparator.nullsFirst(Comparator.naturalOrder());

  public Events {
    deployments =
        once(
            deployments.stream().filter(one -> by(asOf, one.finishedAt())),
            Deployment::key,
            comparing(Deployment::finishedAt, TIME).thenComparing(Deployment::key));
    incidents =
        once(
            incidents.stream().filter(one -> by(asOf, one.startedAt())).map(one -> one.asOf(asOf)),
            Incident::key,
            comparing(Incident::startedAt).thenComparing(Incident::key));
    tickets =
        once(
            tickets.stream().filter(one -> by(asOf, one.openedAt())).map(one -> one.asOf(asOf)),
            Ticket::key,
            comparing(Ticket::openedAt).thenComparing(Ticket::key));
    changes =
        once(
            changes.stream().filter(one -> by(asOf, one.mergedAt())),
            Change::key,
            comparing(Change::mergedAt).thenComparing(Change::sha));
    claims =
        once(
            claims.stream().filter(one -> by(asOf, one.requestedAt())).map(one -> one.asOf(asOf)),
            Claim::key,
            comparing(Claim::requestedAt).thenComparing(Claim::key));
  }

  /** Where nobody tells what was asked of the platform. */
  public Events(
      List<Deployment> deployments,
      List<Incident> incidents,
      List<Ticket> tickets,
      List<Change> changes,
      Instant asOf) {
    this(deployments, incidents, tickets, changes, List.of(), asOf);
  }

  public static Events none(Instant asOf) {
    return new Events(List.of(), List.of(), List.of(), List.of(), asOf);
  }

  private static boolean by(Instant asOf, Instant at) {
    return at == null || !at.isAfter(asOf);
  }

  /** Of two records with one key the later in the order stays; its text breaks a tie. */
  private static <T> List<T> once(Stream<T> records, Function<T, String> key, Comparator<T> order) {
    var total = order.thenComparing(Object::toString);
    Map<String, T> kept = new HashMap<>();
    records.forEach(
        one -> kept.merge(key.apply(one), one, (a, b) -> total.compare(a, b) >= 0 ? a : b));
    return kept.values().stream().sorted(total).toList();
  }
}
