package plimsoll.delivery.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Each team has its own calendar; the organisation has one. */
class ZonesTest {
  private static final ZoneId UTC = ZoneOffset.UTC;

  /** Section 9.3: d3 is at half past midnight in Berlin. */
  @Test
  void aTeamInBerlinDeploysOnFiveDaysWhereTheOrganisationCountsSix() {
    var window =
        new Window(
            LocalDate.of(2026, 3, 23).atStartOfDay(UTC).toInstant(),
            LocalDate.of(2026, 4, 6).atStartOfDay(UTC).toInstant(),
            UTC);
    var figures = DeliveryReport.of(Stream93.events(), in(Stream93.BERLIN), List.of(window));
    var team = figures.team("payments").orElseThrow();
    assertEquals("Europe/Berlin", team.zone());
    assertEquals(5, team.whole().deployDays());
    assertEquals(6, figures.organisation().whole().deployDays());
    assertEquals(LocalDate.of(2026, 3, 23), team.whole().from());
    assertEquals(LocalDate.of(2026, 4, 6), team.whole().until());
  }

  /** In Kiritimati, 14 hours ahead, April has begun at 10:00 on 31 March. */
  @Test
  void aTeamsMonthIsThatOfItsCalendar() {
    var last = Stream93.deployed("last", "2026-03-31T10:30:00Z");
    var events = new Events(List.of(last), List.of(), List.of(), List.of(), Stream93.AS_OF);
    var months =
        List.of(Window.month(YearMonth.of(2026, 3), UTC), Window.month(YearMonth.of(2026, 4), UTC));
    var figures = DeliveryReport.of(events, in(ZoneId.of("Pacific/Kiritimati")), months);
    var team = figures.team("payments").orElseThrow().periods();
    assertEquals(0, team.get(0).deployments());
    assertEquals(1, team.get(1).deployments());
    assertEquals(1, figures.organisation().periods().get(0).deployments());
  }

  @Test
  void daysOf23And25HoursMoveWithTheCalendar() {
    var short23 = day("2026-03-29").in(Stream93.BERLIN);
    var long25 = day("2026-10-25").in(Stream93.BERLIN);
    assertEquals(23 / 24.0, short23.days(), 1e-12);
    assertEquals(25 / 24.0, long25.days(), 1e-12);
    assertEquals(Instant.parse("2026-10-24T22:00:00Z"), long25.from());
  }

  @Test
  void endsThatAreNoMidnightStayWhereTheyAre() {
    var from = Instant.parse("2026-03-29T01:00:00Z");
    var window = new Window(from, from.plusSeconds(3600), UTC);
    assertEquals(from, window.in(Stream93.BERLIN).from());
    assertEquals(window, window.in(null));
  }

  private static Window day(String date) {
    var day = LocalDate.parse(date);
    return new Window(
        day.atStartOfDay(UTC).toInstant(), day.plusDays(1).atStartOfDay(UTC).toInstant(), UTC);
  }

  private static Ownership in(ZoneId zone) {
    return new Ownership() {
      @Override
      public String teamAt(String service, Instant at) {
        return "payments";
      }

      @Override
      public Set<String> teams() {
        return Set.of("payments");
      }

      @Override
      public ZoneId zoneOf(String team) {
        return zone;
      }
    };
  }
}
