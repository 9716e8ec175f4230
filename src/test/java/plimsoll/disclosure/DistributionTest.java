package plimsoll.disclosure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DistributionTest {

  @Test
  void fewerThanThirtyAreNotTold() {
    assertEquals(Withholding.TOO_FEW, shares(29, 10, false).withheld());
    assertEquals(Map.of(), shares(29, 10, false).shares());
    assertEquals(30, shares(30, 10, false).people());
  }

  @Test
  void whereOneJoinedOrLeftOnlyManyAreTold() {
    assertEquals(Withholding.ROSTER_CHANGED, shares(99, 50, true).withheld());
    assertEquals(Map.of("a", 50), shares(100, 50, true).shares());
  }

  @Test
  void sharesAreRoundedToFiveAndNeverSayNobodyOrEverybody() {
    assertEquals(Map.of("a", 35), shares(48, 17, false).shares(), "35.4 %");
    assertEquals(Map.of("a", 5), shares(48, 0, false).shares());
    assertEquals(Map.of("a", 95), shares(48, 48, false).shares());
    assertEquals(45, shares(48, 0, false).people());
  }

  /** R: quantile(c(1:40) + 0.25, c(.25, .5, .75)) is 11.00, 20.75, 30.50. */
  @Test
  void ofNumbersTheQuartilesAreTold() {
    var numbers = IntStream.rangeClosed(1, 40).mapToObj(i -> i + 0.25).toList();
    var told = Distribution.of(40, Map.of(), Map.of(), numbers, false);
    assertEquals(List.of(11.0, 21.0, 30.0), told.quartiles());
  }

  private static Distribution shares(int answered, int chose, boolean changed) {
    return Distribution.of(answered, Map.of("a", chose), Map.of(), List.of(), changed);
  }
}
