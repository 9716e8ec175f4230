package plimsoll.readiness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import plimsoll.readiness.MethodError.Gap;
import plimsoll.statistics.Chance;

class MethodErrorTest {

  /** Four gaps of 15 with a chance of 9 each: √((4·100 + 4·(225 − 9)) / 8) = 12.57. */
  @Test
  void gapsBeyondChanceMakeItLarger() {
    var learned = MethodError.learned(10, 4, Collections.nCopies(4, new Gap(15, 9, 10)));
    assertEquals(12.5, learned.scale());
    assertEquals(8, learned.degreesOfFreedom());
  }

  /** Four gaps within what chance does: √(4·100 / 8) = 7.07. */
  @Test
  void agreementMakesItSmaller() {
    var learned = MethodError.learned(10, 4, Collections.nCopies(4, new Gap(-2, 9, 10)));
    assertEquals(7, learned.scale());
  }

  @Test
  void withoutGapsItIsAsExpected() {
    assertEquals(new MethodError(10, 4), MethodError.learned(10, 4, List.of()));
  }

  @Test
  void anEditionThatLearnsNothingKeepsIt() {
    var gaps = List.of(new Gap(60, 4, 10));
    assertEquals(MethodError.of(10), MethodError.learned(10, Double.POSITIVE_INFINITY, gaps));
  }

  /**
   * A proxy that is expected to miss by 15 tells less by a gap of 30 than one that misses by 10.
   */
  @Test
  void aPoorProxyIsMeasuredByItsOwnError() {
    var proxy = MethodError.learned(10, 4, List.of(new Gap(30, 0, 15)));
    assertEquals(Math.rint(20 * Math.sqrt((4 + 4) / 5.0)) / 2, proxy.scale());
    assertEquals(new MethodError(15, 5), new MethodError(10, 5).times(1.5));
  }

  /** The share of draws of t with 8 degrees of freedom beyond 2.306 is 5 % (published tables). */
  @Test
  void whatWasLearnedHasHeavierTails() {
    var learned = new MethodError(10, 8);
    var chance = new Chance(1);
    int beyond = 0;
    double squares = 0;
    for (int i = 0; i < 100_000; i++) {
      double drawn = learned.draw(chance);
      squares += drawn * drawn;
      if (Math.abs(drawn) > 23.06) beyond++;
    }
    assertEquals(0.05, beyond / 100_000.0, 0.003);
    assertEquals(learned.variance(), squares / 100_000, 3);
    assertEquals(100 * 8 / 6.0, learned.variance(), 1e-12);
  }

  @Test
  void disagreementLowersSurenessByTheNewEditionOnly() {
    var before = disagreeing("2026.1");
    var after = disagreeing("2026.2");
    assertEquals(10, before.trace().methodError());
    assertTrue(after.trace().methodError() > 12, () -> "" + after.trace().methodError());
    var sure = before.criteria().get(Criterion.P4.ordinal()).probabilityMet();
    var less = after.criteria().get(Criterion.P4.ordinal()).probabilityMet();
    assertTrue(Math.abs(less - 0.5) < Math.abs(sure - 0.5), () -> less + " and " + sure);
  }

  private static Readiness disagreeing(String edition) {
    var cases = Cases.five(3.6, 3.2);
    for (String team : List.of("a", "b", "c", "d", "e")) {
      for (var each : List.of(Criterion.D2, Criterion.D3, Criterion.D4)) {
        cases.records.add(Recorded.of(team, each, 35, 100));
      }
    }
    cases.edition = Edition.of(edition);
    return cases.assess();
  }
}
