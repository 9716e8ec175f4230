package plimsoll.delivery.metric;

import static java.util.Comparator.comparing;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * All records up to a data cut. Each is held once and in one order, so nothing that is computed
 * from them depends on the order in which they came or on how often.
 *
 * @param asOf the data cut: what is open is open until then
 */
public record Events(
    List<Deployment> deployments,
    List<Incident> incidents,
    List<Ticket> tickets,
    List<Change> changes,
    Instant asOf) {

  private static final Comparator<Instant> TIME = Comparator.nullsFirst(Comparator.naturalOrder());

  public Events {
    deployments =
        once(
            deployments,
            Deployment::key,
            comparing(Deployment::finishedAt, TIME).thenComparing(Deployment::key));
    incidents =
        once(
            incidents,
            Incident::key,
            comparing(Incident::startedAt, TIME).thenComparing(Incident::key));
    tickets =
        once(tickets, Ticket::key, comparing(Ticket::openedAt, TIME).thenComparing(Ticket::key));
    changes =
        once(
            changes,
            change -> change.repository() + "@" + change.sha(),
            comparing(Change::mergedAt, TIME).thenComparing(Change::sha));
  }

  public static Events none(Instant asOf) {
    return new Events(List.of(), List.of(), List.of(), List.of(), asOf);
  }

  /** Of two records with one key the later in the order stays; its text breaks a tie. */
  private static <T> List<T> once(List<T> records, Function<T, String> key, Comparator<T> order) {
    var total = order.thenComparing(Object::toString);
    Map<String, T> kept = new HashMap<>();
    for (T one : records) {
      kept.merge(key.apply(one), one, (a, b) -> total.compare(a, b) >= 0 ? a : b);
    }
    return kept.values().stream().sorted(total).toList();
  }
}
