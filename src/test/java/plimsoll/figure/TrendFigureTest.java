package plimsoll.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import plimsoll.disclosure.Published;
import plimsoll.figure.Figure.Break;
import plimsoll.figure.Figure.Trend;

class TrendFigureTest {
  private static final Published SCORE = new Published(60.0, 54.0, 66.0, "104", null);

  @Test
  void aBreakOfEditionIsMarkedInPictureTableAndWords() {
    var trend = trend("2026.1", "2026.1", "2026.2");
    assertEquals(List.of(new Break(2, "edition 2026.2")), trend.breaks());
    assertTrue(
        trend.caption().contains("From September on by edition 2026.2 of the method"),
        trend.caption());
    assertEquals(
        List.of("Edition of the method", "2026.1", "2026.1", "2026.2"),
        trend.table().get(trend.table().size() - 1));
  }

  @Test
  void oneEditionThroughoutIsNotSpokenOf() {
    var trend = trend("2026.2", "2026.2", "2026.2");
    assertEquals(List.of(), trend.breaks());
    assertFalse(trend.caption().contains("edition"), trend.caption());
    assertEquals(2, trend.table().size());
  }

  private static Trend trend(String... editions) {
    return TrendFigure.of(
        List.of("March", "June", "September"),
        Map.of("Load", List.of(SCORE, SCORE, SCORE)),
        List.of(editions),
        List.of());
  }

  @Test
  void aLineOfOtherQuestionsIsNotOneLine() {
    var before = Map.of("Load", List.of("L3", "L4"));
    var trend =
        TrendFigure.of(
            List.of("March", "June", "September"),
            Map.of("Load", List.of(SCORE, SCORE, SCORE)),
            List.of("2026.2", "2026.2", "2026.2"),
            List.of(before, Map.of(), Map.of("Load", List.of("L3", "L4b"))));
    assertEquals(List.of(new Figure.Break(2, "other questions for load")), trend.breaks());
    assertTrue(
        trend
            .caption()
            .endsWith(
                " From September on other questions for load: what moves there may be the wording's doing."),
        trend.caption());
  }
}
