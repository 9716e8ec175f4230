package plimsoll.rota;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Dates are from a calendar of 2026 and 2027; the changes of clocks from the zones' laws. */
class RhythmTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  @Test
  void nineOClockInBerlinStaysNineWhenTheClocksChange() {
    // Sunday 29 March 2026, 2:00 becomes 3:00; Sunday 25 October 2026, 3:00 becomes 2:00.
    var spring = berlin("2026-03-24", 1);
    assertEquals("2026-03-24T08:00:00Z", opens(spring, 0));
    assertEquals("2026-03-31T07:00:00Z", opens(spring, 1));
    var autumn = berlin("2026-10-20", 1);
    assertEquals("2026-10-20T07:00:00Z", opens(autumn, 0));
    assertEquals("2026-10-27T08:00:00Z", opens(autumn, 1));
    // It closes at nine too, before the change and after it.
    assertEquals("2026-10-22T07:00:00Z", closes(berlinFor("2026-10-20", 1, 2), 0));
    assertEquals("2026-10-26T08:00:00Z", closes(berlinFor("2026-10-20", 1, 6), 0));
  }

  @Test
  void aTimeThatSummerSkipsIsTheFirstOneAfterIt() {
    var sundays = at("2026-03-22", "02:30", BERLIN);
    assertEquals("2026-03-22T01:30:00Z", opens(sundays, 0));
    assertEquals("2026-03-29T01:00:00Z", opens(sundays, 1));
    assertEquals("2026-04-05T00:30:00Z", opens(sundays, 2));
    // New York, 8 March 2026: 2:00 becomes 3:00, which is 7:00 UTC.
    var york = at("2026-03-08", "02:15", ZoneId.of("America/New_York"));
    assertEquals("2026-03-08T07:00:00Z", opens(york, 0));
  }

  @Test
  void ofATimeThatComesTwiceTheEarlierCounts() {
    var sundays = at("2026-10-25", "02:30", BERLIN);
    assertEquals("2026-10-25T00:30:00Z", opens(sundays, 0));
  }

  @Test
  void aQuarterGoesOnOverNewYear() {
    // Tuesdays: 10 November 2026, 13 weeks on 9 February 2027, and 11 May 2027 in summer time.
    var quarterly = berlin("2026-11-10", 13);
    assertEquals("2026-11-10T08:00:00Z", opens(quarterly, 0));
    assertEquals("2027-02-09T08:00:00Z", opens(quarterly, 1));
    assertEquals("2027-05-11T07:00:00Z", opens(quarterly, 2));
  }

  @Test
  void onAHolidayItOpensOnTheNextWorkingDay() {
    // Good Friday 3 April, Easter Monday 6 April 2026.
    var easter = Set.of(LocalDate.parse("2026-04-03"), LocalDate.parse("2026-04-06"));
    var fridays = new Rhythm(day("2026-03-27"), 1, LocalTime.of(9, 0), BERLIN, 3, easter, null);
    assertEquals("2026-03-27T08:00:00Z", opens(fridays, 0));
    assertEquals("2026-04-07T07:00:00Z", opens(fridays, 1));
    assertEquals("2026-04-10T07:00:00Z", opens(fridays, 2));
  }

  @Test
  void theLastDayIsTheLastOnWhichAWaveMayOpen() {
    var tuesdays =
        new Rhythm(
            day("2026-11-10"), 1, LocalTime.of(9, 0), BERLIN, 3, Set.of(), day("2026-11-24"));
    assertTrue(tuesdays.wave(2).isPresent());
    assertTrue(tuesdays.wave(3).isEmpty());
    var movedBeyond =
        new Rhythm(
            day("2026-11-10"),
            1,
            LocalTime.of(9, 0),
            BERLIN,
            3,
            Set.of(day("2026-11-24")),
            day("2026-11-24"));
    assertTrue(movedBeyond.wave(2).isEmpty());
  }

  @Test
  void aWaveClosesBeforeTheNextOneOpens() {
    assertThrows(IllegalArgumentException.class, () -> berlinFor("2026-11-10", 1, 7));
  }

  private static Rhythm berlin(String first, int weeks) {
    return berlinFor(first, weeks, 5);
  }

  private static Rhythm berlinFor(String first, int weeks, int openDays) {
    return new Rhythm(day(first), weeks, LocalTime.of(9, 0), BERLIN, openDays, Set.of(), null);
  }

  private static Rhythm at(String first, String time, ZoneId zone) {
    return new Rhythm(day(first), 1, LocalTime.parse(time), zone, 3, Set.of(), null);
  }

  private static String opens(Rhythm rhythm, int wave) {
    return rhythm.wave(wave).orElseThrow().opens().toString();
  }

  private static String closes(Rhythm rhythm, int wave) {
    return rhythm.wave(wave).map(Rhythm.Wave::closes).map(Instant::toString).orElseThrow();
  }

  private static LocalDate day(String text) {
    return LocalDate.parse(text);
  }
}
