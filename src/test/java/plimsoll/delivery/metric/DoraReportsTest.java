package plimsoll.delivery.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import plimsoll.delivery.metric.DoraReports.Band;

class DoraReportsTest {
  private static final double DAY = 86_400;

  @Test
  void everyYearWithATableIsThereAndSaysWhereItWasRead() {
    assertEquals(
        List.of(2019, 2021, 2022, 2023, 2024, 2025),
        DoraReports.ALL.stream().map(DoraReports.Year::year).toList());
    assertTrue(DoraReports.ALL.stream().allMatch(year -> year.source().contains("" + year.year())));
  }

  /** Measurement 3.4: what the criticisms rest on. */
  @Test
  void whatIsOddInTheTablesIsInThem() {
    assertEquals(List.of("High", "Medium", "Low"), names(2022));
    assertEquals("20 %", band(2024, "High").failRate());
    assertEquals("10 %", band(2024, "Medium").failRate());
    assertEquals(band(2023, "Medium").leadTime(), band(2023, "Low").leadTime());
    assertEquals(band(2023, "Medium").frequency(), band(2023, "Low").frequency());
    assertEquals(List.of(), names(2025));
  }

  @Test
  void aValueIsTheAnswerThatItWouldHaveBeen() {
    var lead = Measure.LEAD_TIME;
    assertEquals("less than an hour", DoraReports.answer(lead, 3599));
    assertEquals("less than a day", DoraReports.answer(lead, 3600));
    assertEquals("less than a day", DoraReports.answer(lead, 18 * 3600));
    assertEquals("a day to a week", DoraReports.answer(lead, DAY));
    assertEquals("a week to a month", DoraReports.answer(lead, 7 * DAY));
    assertEquals("one to six months", DoraReports.answer(Measure.RECOVERY_TIME, 31 * DAY));
    assertEquals("more than six months", DoraReports.answer(lead, 183 * DAY));
    var frequency = Measure.DEPLOYMENT_FREQUENCY;
    assertEquals("once a day to once a week", DoraReports.answer(frequency, 0.5));
    assertEquals("once a week to once a month", DoraReports.answer(frequency, 1 / 8.0));
    assertEquals("once a month to once in six months", DoraReports.answer(frequency, 1 / 31.0));
    assertEquals("less than once in six months", DoraReports.answer(frequency, 0));
    assertTrue(DoraReports.answer(frequency, 3).endsWith("records cannot tell which"));
    assertNull(DoraReports.answer(Measure.CHANGE_FAIL_RATE, 0.2));
  }

  /** The clusters speak of four of the five; rework was asked about later. */
  @Test
  void eachBandSpeaksOfTheFourFiguresAndOfNoOther() {
    for (var year : DoraReports.ALL) {
      for (var band : year.bands()) {
        assertEquals(band.leadTime(), band.of(Measure.LEAD_TIME));
        assertEquals(band.frequency(), band.of(Measure.DEPLOYMENT_FREQUENCY));
        assertEquals(band.failRate(), band.of(Measure.CHANGE_FAIL_RATE));
        assertEquals(band.recovery(), band.of(Measure.RECOVERY_TIME));
        assertNull(band.of(Measure.REWORK_RATE));
      }
    }
    assertTrue(DoraReports.means(Measure.REWORK_RATE).contains("22 %"));
    assertNull(DoraReports.means(Measure.TICKET_SHARE));
  }

  private static List<String> names(int year) {
    return DoraReports.ALL.stream()
        .filter(one -> one.year() == year)
        .flatMap(one -> one.bands().stream())
        .map(Band::name)
        .toList();
  }

  private static Band band(int year, String name) {
    return DoraReports.ALL.stream()
        .filter(one -> one.year() == year)
        .flatMap(one -> one.bands().stream())
        .filter(one -> one.name().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
