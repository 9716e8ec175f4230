package plimsoll.campaign;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import plimsoll.access.Refusal.Fault;
import plimsoll.rota.Rhythm;

/**
 * How a campaign is repeated.
 *
 * @param everyWeeks 1 to 52
 * @param weekday such as "tuesday"
 * @param at a time of the wall clock, such as "09:00"
 * @param zone such as "Europe/Berlin"
 * @param openDays how many days each wave is open; fewer than there are to the next
 * @param notOn days on which none opens: it opens on the next working day; null for none
 * @param until the last day on which one may open; null for no end
 */
public record Repeats(
    Integer everyWeeks,
    String weekday,
    String at,
    String zone,
    Integer openDays,
    List<LocalDate> notOn,
    LocalDate until) {
  private static final int MOST_WEEKS = 52;
  private static final int MOST_DAYS = 1000;

  List<Fault> faults() {
    List<Fault> faults = new ArrayList<>();
    check(within(everyWeeks, MOST_WEEKS), "everyWeeks", "must be from 1 to 52", faults);
    check(reads(() -> day()), "weekday", "must be a day such as tuesday", faults);
    check(reads(() -> LocalTime.parse("" + at)), "at", "must be a time such as 09:00", faults);
    check(reads(() -> ZoneId.of("" + zone)), "zone", "must be such as Europe/Berlin", faults);
    check(
        within(everyWeeks, MOST_WEEKS) && within(openDays, everyWeeks * 7 - 1),
        "openDays",
        "must be 1 or more, and so few that a wave closes before the next one opens",
        faults);
    check(
        notOn == null || notOn.size() <= MOST_DAYS && !notOn.contains(null),
        "notOn",
        "must be days, " + MOST_DAYS + " at most",
        faults);
    return faults;
  }

  /**
   * When the waves come, once it has no fault.
   *
   * @param from the first wave opens not before this moment
   */
  Rhythm rhythm(Instant from) {
    var zoneId = ZoneId.of(zone);
    var day = LocalDate.ofInstant(from, zoneId).with(TemporalAdjusters.nextOrSame(day()));
    var rhythm = rhythm(day);
    var first = rhythm.wave(0);
    return first.isPresent() && first.get().opens().isBefore(from)
        ? rhythm(day.plusWeeks(1))
        : rhythm;
  }

  /** The same from a first day that is known. */
  Rhythm rhythm(LocalDate first) {
    return new Rhythm(
        first,
        everyWeeks,
        LocalTime.parse(at),
        ZoneId.of(zone),
        openDays,
        notOn == null ? Set.of() : Set.copyOf(notOn),
        until);
  }

  private DayOfWeek day() {
    return DayOfWeek.valueOf(("" + weekday).strip().toUpperCase(Locale.ROOT));
  }

  private static boolean within(Integer number, int most) {
    return number != null && number >= 1 && number <= most;
  }

  private static boolean reads(Runnable reading) {
    try {
      reading.run();
      return true;
    } catch (DateTimeException | IllegalArgumentException e) {
      return false;
    }
  }

  private static void check(boolean right, String field, String message, List<Fault> faults) {
    if (!right) faults.add(new Fault("/repeats/" + field, message));
  }
}
