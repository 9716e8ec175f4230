package plimsoll.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class WaitsTest {

  @Test
  void exactlyHalfIsMidwayAsInAnyMedian() {
    assertEquals(2.5, all(4, 1, 3, 2).median());
    assertEquals(2, all(3, 1, 2).median());
  }

  @Test
  void halfAndNobodyAfterIsTheTimeItself() {
    var half = KaplanMeier.of(new double[] {1, 2, 9, 9}, new boolean[] {true, true, false, false});
    assertEquals(2, half.median());
    var fewer = KaplanMeier.of(new double[] {1, 9, 9}, new boolean[] {true, false, false});
    assertNull(fewer.median());
  }

  @Test
  void theLastArrivalSaysNothingOfLongerWaits() {
    assertEquals(Double.POSITIVE_INFINITY, all(1, 2, 3).medianInterval(0.95).high());
    assertEquals(1, all(1, 2, 3).medianInterval(0.95).low());
    assertEquals(0, all(1, 2, 3).surviving(3));
    assertEquals(1 / 3.0, all(1, 2, 3).surviving(2.5), 1e-12);
  }

  /** Greenwood by hand: 2/(5·3) at 1, and 1/(2·1) more at 4, where one has been lost at 2. */
  @Test
  void errorsAddUpOverArrivals() {
    var found =
        KaplanMeier.of(
            new double[] {4, 1, 2, 1, 5}, new boolean[] {true, true, false, true, false});
    assertEquals(2, found.steps().size());
    assertEquals(2 / 15.0, found.steps().get(0).greenwood(), 1e-12);
    assertEquals(2 / 15.0 + 0.5, found.steps().get(1).greenwood(), 1e-12);
    assertEquals(0.3, found.surviving(4), 1e-12);
    assertEquals(4, found.median());
  }

  /**
   * By hand, from S = 0.6, 0.4 and 0.2 at 1, 2 and 3: at 50 % the bands are [0.44, 0.73], [0.25,
   * 0.54] and [0.10, 0.33], at 30 % [0.51, 0.68], [0.32, 0.48] and [0.14, 0.27].
   */
  @Test
  void aLevelMovesTheLimits() {
    var found = all(1, 1, 2, 3, 4);
    assertEquals(new Interval(1, 3), found.medianInterval(0.50));
    assertEquals(new Interval(2, 2), found.medianInterval(0.30));
    assertEquals(2, found.median());
  }

  private static KaplanMeier all(double... times) {
    boolean[] arrived = new boolean[times.length];
    Arrays.fill(arrived, true);
    return KaplanMeier.of(times, arrived);
  }
}
