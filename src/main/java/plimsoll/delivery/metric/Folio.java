package plimsoll.delivery.metric;

import static java.time.temporal.TemporalAdjusters.previousOrSame;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/**
 * What was judged of one service in one week, by the calendar of UTC. It knows no owners, because a
 * change of ownership moves no past.
 *
 * @param week its Monday
 * @param production what reached production, in the order of time
 * @param incidents that began
 * @param stopped when attempts failed before production
 * @param brought what judging the weeks after it has to know
 * @param reach the latest moment of anything that it rests on: with a data cut there or later it is
 *     the same
 */
public record Folio(
    String service,
    LocalDate week,
    List<Judged> production,
    List<Incident> incidents,
    List<Instant> stopped,
    Brought brought,
    Instant reach) {

  public Folio {
    production = List.copyOf(production);
    incidents = List.copyOf(incidents);
    stopped = List.copyOf(stopped);
  }

  /** The week in which a moment lies. */
  public static LocalDate weekOf(Instant at) {
    return LocalDate.ofInstant(at, ZoneOffset.UTC).with(previousOrSame(DayOfWeek.MONDAY));
  }

  /** The first moment of a week. */
  public static Instant start(LocalDate week) {
    return week.atStartOfDay(ZoneOffset.UTC).toInstant();
  }
}
