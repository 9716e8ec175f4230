package plimsoll.rota;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * When the waves of a series come: every so many weeks on one weekday at one time of the wall
 * clock, so that nine o'clock stays nine o'clock when the clocks change.
 *
 * @param first the day of the first wave, on the weekday of all; it may itself be moved
 * @param everyWeeks 1 or more
 * @param openDays how many days a wave is open, to the same time of the wall clock; fewer than
 *     there are to the next wave
 * @param notOn days on which no wave opens: it opens on the next day from Monday to Friday that is
 *     not among them
 * @param until the last day on which a wave may open; null for no end
 */
public record Rhythm(
    LocalDate first,
    int everyWeeks,
    LocalTime at,
    ZoneId zone,
    int openDays,
    Set<LocalDate> notOn,
    LocalDate until) {
  private static final Set<DayOfWeek> WEEKEND = EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

  public Rhythm {
    if (everyWeeks < 1 || openDays < 1 || openDays >= 7 * everyWeeks) {
      throw new IllegalArgumentException("a wave must close before the next one opens");
    }
    notOn = Set.copyOf(notOn);
  }

  /** A wave's first and last moment. */
  public record Wave(int number, Instant opens, Instant closes) {}

  /**
   * The wave of a number, counted from 0; empty when it would open after the last day.
   *
   * @param number 0 or more
   */
  public Optional<Wave> wave(int number) {
    var day = working(first.plusWeeks((long) number * everyWeeks));
    if (until != null && day.isAfter(until)) return Optional.empty();
    return Optional.of(new Wave(number, moment(day), moment(day.plusDays(openDays))));
  }

  /** A series that is meant for weekends is not moved off them, except by a holiday. */
  private LocalDate working(LocalDate planned) {
    var day = planned;
    while (notOn.contains(day) || !day.equals(planned) && WEEKEND.contains(day.getDayOfWeek())) {
      day = day.plusDays(1);
    }
    return day;
  }

  /** A time that the change to summer skips becomes the first one after it; of two, the earlier. */
  private Instant moment(LocalDate day) {
    var local = LocalDateTime.of(day, at);
    var change = zone.getRules().getTransition(local);
    return change != null && change.isGap()
        ? change.getInstant()
        : local.atZone(zone).withEarlierOffsetAtOverlap().toInstant();
  }
}
