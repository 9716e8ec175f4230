package plimsoll.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import plimsoll.delivery.metric.Measure;
import plimsoll.delivery.metric.Metric;
import plimsoll.delivery.metric.Metric.Alternative;
import plimsoll.delivery.metric.Metric.State;

class FigureWordsTest {
  private final FigureWords words = new FigureWords();

  @Test
  void howFarAFigureMovesIsASentence() {
    var moved = share(2, 7, other("a", 1, 7), other("b", 4, 7));
    assertEquals(
        "It is 2 of 7 here; under other rules it lies between 1 of 7 and 4 of 7.",
        words.moves(moved));
    var same = share(2, 7, other("a", 2, 7), other("b", 2, 7));
    assertEquals("It is 2 of 7 under every other rule too.", words.moves(same));
    assertEquals("", words.moves(share(2, 7)));
  }

  @Test
  void manyAreSaidAsAShareAndFewAsACount() {
    assertEquals("2 of 29", words.value(Measure.CHANGE_FAIL_RATE, other("a", 2, 29)));
    assertEquals("50 %", words.value(Measure.CHANGE_FAIL_RATE, other("a", 15, 30)));
  }

  /** Half an hour before midnight of Greenwich it is the next day in Berlin, and so it counts. */
  @Test
  void recordStandsOnTheDayOnWhichItCounts() {
    var at = Instant.parse("2026-03-28T23:30:00Z");
    assertEquals("2026-03-29 00:30", words.when(at, "Europe/Berlin"));
    assertEquals("2026-03-28 23:30", words.when(at, "UTC"));
    assertEquals("2026-03-29 05:15", words.when(at, "Asia/Katmandu"));
  }

  @Test
  void littleIsNotNothing() {
    assertEquals("0.4 %", words.amount(Measure.CHANGE_FAIL_RATE, 0.004));
    assertEquals("0 %", words.amount(Measure.CHANGE_FAIL_RATE, 0));
    assertEquals("1 %", words.amount(Measure.CHANGE_FAIL_RATE, 0.01));
  }

  @Test
  void anEndThatNobodyKnowsIsUnknown() {
    assertEquals("60 min to unknown", words.interval(Measure.LEAD_TIME, 3600.0, null));
    assertEquals("", words.interval(Measure.LEAD_TIME, null, null));
  }

  @Test
  void servicesAreSaidByTheirMiddleAndTheirEnds() {
    var services = List.of(of("a", share(1, 4)), of("b", share(0, 5)), of("c", share(3, 4)));
    assertEquals(
        "Of 3 services with a value the middle one has 25 %; they reach from 0 % to 75 %.",
        words.spread(Measure.CHANGE_FAIL_RATE, services));
    assertEquals("", words.spread(Measure.CHANGE_FAIL_RATE, services.subList(0, 1)));
  }

  /** A line of 0 to 100 reaches to the largest end of all. */
  @Test
  void allRulesLieOnOneLine() {
    var rows = RuleRow.of(share(2, 8, other("a", 4, 8)));
    assertEquals(List.of(50.0, 100.0), rows.stream().map(RuleRow::at).toList());
    assertEquals(0.5, rows.get(0).end());
    assertEquals(List.of(), RuleRow.of(share(2, 8)));
  }

  private static FigureView.OfService of(String service, Metric metric) {
    return new FigureView.OfService(service, metric);
  }

  private static Alternative other(String key, int hits, int n) {
    return new Alternative(key, key, (double) hits / n, null, null, n, hits, List.of());
  }

  private static Metric share(int hits, int n, Alternative... others) {
    return new Metric(
        Measure.CHANGE_FAIL_RATE,
        State.MEASURED,
        (double) hits / n,
        null,
        null,
        null,
        null,
        "share",
        n,
        hits,
        1,
        List.of(),
        List.of(others),
        new Metric.Provenance("rule", "edition", 0, 0, List.of()));
  }
}
