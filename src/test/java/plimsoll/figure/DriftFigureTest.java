package plimsoll.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import plimsoll.figure.DriftFigure.Moment;
import plimsoll.figure.Figure.Point;

class DriftFigureTest {
  private static final Moment THEN = moment("1 January 2026", new Point(0.08, 0.05, 0.11));
  private static final Moment NOW = moment("1 April 2026", new Point(0.18, 0.12, 0.26));

  @Test
  void theTitleSaysHowFarItWent() {
    assertEquals(
        "Divergence went from 0.08 to 0.18 in 2 readings",
        DriftFigure.of(List.of(THEN, NOW)).title());
    assertEquals(
        "Divergence stayed at 0.18 in 2 readings", DriftFigure.of(List.of(NOW, NOW)).title());
  }

  @Test
  void oneReadingTellsNoDrift() {
    var figure = DriftFigure.of(List.of(moment("1 January 2026", null), NOW));
    assertTrue(figure.title().startsWith("We can't tell yet"), figure.title());
    assertEquals("we can't tell", figure.table().get(1).get(1));
    assertFalse(DriftFigure.of(List.of()).drawn());
  }

  @Test
  void theAxisEndsAboveTheLargestRange() {
    assertEquals(0.4, DriftFigure.of(List.of(THEN, NOW)).top());
    assertEquals(0.2, DriftFigure.of(List.of(THEN)).top());
  }

  @Test
  void lessThanNothingIsToldInTheTableAlone() {
    var figure = DriftFigure.of(List.of(moment("May", new Point(-0.04, -0.06, 0.01))));
    assertEquals(new Point(0, 0.0, 0.01), figure.series().get(0).points().get(0));
    assertEquals(List.of("May", "-0.04", "-0.06 to 0.01", "4", "20"), figure.table().get(1));
  }

  private static Moment moment(String at, Point point) {
    return new Moment(at, point, 4, 20);
  }
}
