package plimsoll.delivery.fact;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import plimsoll.json.Json;

/**
 * What one version of an event states, in the terms of this room, whatever source it came from.
 * Null says that the version states nothing about it.
 */
public sealed interface Fact
    permits DeploymentFact, IncidentFact, TicketFact, ChangeFact, ClaimFact {

  /** What is not stated takes no room. */
  ObjectMapper STATED = Json.MAPPER.copy().setSerializationInclusion(JsonInclude.Include.NON_NULL);

  /**
   * Versions in the order of their own time; of two with one time the further advanced is later,
   * and at last their text decides. The order in which they came has no part in it.
   */
  Comparator<Fact> ORDER =
      Comparator.comparing(Fact::asOf).thenComparing(Fact::advance).thenComparing(Fact::text);

  /** Unique within the source and the kind. */
  String id();

  /** When what it states was so. */
  Instant asOf();

  /** How far the event had come, 0 or more. */
  int advance();

  /** This version laid over an earlier one: what it states holds, what it leaves out stays. */
  Fact over(Fact earlier);

  /** As JSON, the same for the same facts. */
  default String text() {
    try {
      return STATED.writeValueAsString(this);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads what {@link #text()} wrote. */
  static <T extends Fact> T read(String text, Class<T> type) {
    try {
      return STATED.readValue(text, type);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

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
