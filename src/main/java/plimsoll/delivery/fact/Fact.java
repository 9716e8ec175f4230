package plimsoll.delivery.fact;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import plimsoll.json.Json;

/**
 * What one version of an event states, in the terms of this room, whatever source it came from.
 * Null says that the version states nothing about it.
 */
public sealed interface Fact permits DeploymentFact, IncidentFact, TicketFact, ChangeFact {

  /**
   * Versions in the order of their own time; of two with one time the further advanced is later,
   * and at last their text decides. The order in which they came has no part in it.
   */
  Comparator<Fact> ORDER =
      Comparator.comparing(Fact::asOf).thenComparing(Fact::advance).thenComparing(Json::write);

  /** Unique within the source and the kind. */
  String id();

  /** When what it states was so. */
  Instant asOf();

  /** How far the event had come, 0 or more. */
  int advance();

  /** This version laid over an earlier one: what it states holds, what it leaves out stays. */
  Fact over(Fact earlier);

  /** What all versions together state. */
  static Fact of(List<Fact> versions) {
    return versions.stream()
        .sorted(ORDER)
        .reduce((earlier, later) -> later.over(earlier))
        .orElseThrow();
  }

  /** The first that is not null. */
  static <T> T first(T one, T other) {
    return one != null ? one : other;
  }
}
