package plimsoll.delivery;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import plimsoll.access.Refusal;
import plimsoll.delivery.metric.Window;

/**
 * The span of a figure as somebody asked for it: a month, or days.
 *
 * @param month such as "2026-03"; null where days are given, or nothing
 * @param from first local day, such as "2026-03-01"; null where a month is given, or nothing
 * @param to the local day before which it ends; null where a month is given, or nothing
 */
record FigureQuery(String month, String from, String to) {
  private static final int DAYS_MAX = 731;

  /**
   * @param zone of the calendar that the days are those of
   * @param usual the month where nothing was asked for
   */
  Window window(ZoneId zone, YearMonth usual) {
    if (from == null && to == null) {
      return Window.month(month == null ? usual : month(month), zone);
    }
    var first = day("from", from);
    var end = day("to", to);
    if (!first.isBefore(end)) {
      throw Refusal.wrong("to", "The span ends before a day that comes after its first.");
    }
    if (first.plusDays(DAYS_MAX).isBefore(end)) {
      throw Refusal.wrong("to", "A span has 731 days at most.");
    }
    return new Window(
        first.atStartOfDay(zone).toInstant(), end.atStartOfDay(zone).toInstant(), zone);
  }

  static YearMonth month(String text) {
    try {
      var month = YearMonth.parse(text);
      if (possible(month.getYear())) return month;
    } catch (DateTimeException e) {
      // Falls through to the refusal, which names the form that is expected.
    }
    throw Refusal.wrong("month", "A month is written as 2026-03.");
  }

  private static LocalDate day(String field, String text) {
    try {
      var day = text == null ? null : LocalDate.parse(text);
      if (day != null && possible(day.getYear())) return day;
    } catch (DateTimeException e) {
      // Likewise.
    }
    throw Refusal.wrong(field, "A span needs from and to, two days written as 2026-03-01.");
  }

  private static boolean possible(int year) {
    return year >= 2000 && year < 2200;
  }
}
