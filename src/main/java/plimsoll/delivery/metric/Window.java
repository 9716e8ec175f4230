package plimsoll.delivery.metric;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.List;

/**
 * A span of time, {@code from} included and {@code to} not, with the zone whose calendar cuts it
 * into days and weeks. Durations never look at the zone, so a day of 23 or 25 hours does no harm.
 */
public record Window(Instant from, Instant to, ZoneId zone) {

  public Window {
    if (!from.isBefore(to)) {
      throw new IllegalArgumentException("a window ends after it starts");
    }
  }

  public static Window month(YearMonth month, ZoneId zone) {
    return new Window(
        month.atDay(1).atStartOfDay(zone).toInstant(),
        month.plusMonths(1).atDay(1).atStartOfDay(zone).toInstant(),
        zone);
  }

  /**
   * The same local days by another calendar. Ends that are no midnight of this one stay where they
   * are.
   *
   * @param other null for this calendar
   */
  public Window in(ZoneId other) {
    return other == null || other.equals(zone)
        ? this
        : new Window(moved(from, other), moved(to, other), other);
  }

  private Instant moved(Instant end, ZoneId other) {
    boolean midnight = day(end).atStartOfDay(zone).toInstant().equals(end);
    return midnight ? day(end).atStartOfDay(other).toInstant() : end;
  }

  public boolean contains(Instant at) {
    return at != null && !at.isBefore(from) && at.isBefore(to);
  }

  /** As much of it as lies before a moment, which must come after its start. */
  public Window until(Instant at) {
    return at.isBefore(to) ? new Window(from, at, zone) : this;
  }

  /** Its length in days of 24 hours. */
  public double days() {
    return Timeline.seconds(from, to) / 86_400;
  }

  /** The local date of a moment. */
  public LocalDate day(Instant at) {
    return at.atZone(zone).toLocalDate();
  }

  /** The Mondays of the ISO weeks that lie in it wholly, by the local calendar. */
  public List<LocalDate> fullWeeks() {
    var first = day(from).with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY));
    if (first.atStartOfDay(zone).toInstant().isBefore(from)) {
      first = first.plusWeeks(1);
    }
    return first
        .datesUntil(first.plusYears(10), Period.ofWeeks(1))
        .takeWhile(monday -> !monday.plusWeeks(1).atStartOfDay(zone).toInstant().isAfter(to))
        .toList();
  }
}
