package plimsoll.roadmap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.apache.commons.math3.distribution.TDistribution;
import org.junit.jupiter.api.Test;
import plimsoll.readiness.BadCase;
import plimsoll.roadmap.Effect.Finding;

class EffectPropertiesTest {

  @Test
  void anIntervalThatTouchesTheSmallestEffectDoesNotLieBeyondIt() {
    assertEquals(Finding.CANNOT_TELL, Effect.of(-15, -20, -10, 10).finding());
    assertEquals(Finding.HELPED, Effect.of(-15, -20, -10.001, 10).finding());
    assertEquals(Finding.CANNOT_TELL, Effect.of(0, -10, 5, 10).finding());
    assertEquals(Finding.CANNOT_TELL, Effect.of(0, -5, 10, 10).finding());
    assertEquals(Finding.CANNOT_TELL, Effect.of(8, 0, 15, 10).finding());
    assertEquals(Finding.WORSE, Effect.of(8, 0.001, 15, 10).finding());
    assertEquals(
        Finding.NO_EFFECT, Effect.of(3, 1, 6, 10).finding(), "harm, but none that matters");
  }

  @Test
  void whatCanBeRuledOutIsTheOtherSideOfTheInterval() {
    assertEquals(17, Effect.of(-3, -17, 5, 10).ruledOutRelief());
    assertEquals(0, Effect.of(5, 2, 9, 10).ruledOutRelief());
    assertEquals(Double.POSITIVE_INFINITY, Effect.of(-3, -1 / 0.0, 5, 10).ruledOutRelief());
  }

  @Test
  void theStandardErrorFollowsFromTheInterval() {
    assertEquals(10 / 1.6448536269514722, Effect.of(0, -10, 10, 5).standardError(), 1e-12);
    assertEquals(1 / 0.0, Effect.of(0, -1 / 0.0, 1 / 0.0, 5).standardError());
  }

  /** A wait of 40 hours a week that falls by 15 and stays there; errors of an hour. */
  @Test
  void weeklyRecordsAreJudgedByAFifthOfWhatTheyWere() {
    var random = new Random(5);
    var fell = new double[30];
    var calm = new double[30];
    for (int week = 0; week < 30; week++) {
      fell[week] = 40 + random.nextGaussian() - (week >= 15 ? 15 : 0);
      calm[week] = 40 + random.nextGaussian();
    }
    var helped = Effect.ofWeeks(fell, null, 15, Bet.SMALLEST_SHARE_OF_HOURS);
    assertEquals(Finding.HELPED, helped.finding());
    assertEquals(-15, helped.estimate(), 3);
    assertEquals(Finding.HELPED, Effect.ofWeeks(fell, calm, 15, 0.2).finding());
    assertEquals(Finding.NO_EFFECT, Effect.ofWeeks(calm, null, 15, 0.2).finding());
    assertEquals(0, Effect.ofWeeks(fell, fell, 15, 0.2).estimate(), 1e-9);
    assertNull(Effect.ofWeeks(fell, null, 11, 0.2), "eleven weeks before are too few");
    assertNull(Effect.ofWeeks(fell, null, 19, 0.2), "eleven weeks after are too few");
    assertNull(Effect.ofWeeks(new double[30], null, 15, 0.2), "nothing cannot fall");
  }

  @Test
  void badInputIsRefused() {
    for (double smallest : new double[] {0, -1, Double.NaN, 1 / 0.0}) {
      assertThrows(BadCase.class, () -> Effect.of(0, -1, 1, smallest));
    }
    assertThrows(BadCase.class, () -> Effect.of(5, -1, 1, 10));
    assertThrows(BadCase.class, () -> Effect.of(-5, -1, 1, 10));
    assertThrows(BadCase.class, () -> Effect.of(Double.NaN, -1, 1, 10));
    assertThrows(BadCase.class, () -> Effect.of(1 / 0.0, 0, 1 / 0.0, 10));
  }

  /** Schuirmann 1987: two one-sided tests at 5 % agree with the 90 % interval. */
  @Property
  void theFindingIsThatOfTwoOneSidedTests(@ForAll long seed) {
    var random = new Random(seed);
    double estimate = 40 * random.nextDouble() - 20;
    double error = 0.2 + 8 * random.nextDouble();
    var t = new TDistribution(null, 2 + random.nextInt(30));
    double half = t.inverseCumulativeProbability(0.95) * error;
    var finding = Effect.of(estimate, estimate - half, estimate + half, 10).finding();
    double above = 1 - t.cumulativeProbability((estimate + 10) / error);
    double below = t.cumulativeProbability((estimate - 10) / error);
    double relief = t.cumulativeProbability((estimate + 10) / error);
    assertEquals(Math.max(above, below) < 0.05, finding == Finding.NO_EFFECT);
    assertEquals(relief < 0.05, finding == Finding.HELPED);
  }

  /** The larger the effect that would matter, the less can have helped, the more is none. */
  @Property
  void aLargerSmallestEffectNeverTurnsNoEffectIntoHelp(
      @ForAll @DoubleRange(min = -40, max = 40) double one,
      @ForAll @DoubleRange(min = -40, max = 40) double other,
      @ForAll @DoubleRange(min = 0.1, max = 30) double smallest) {
    double low = Math.min(one, other);
    double high = Math.max(one, other);
    var stages =
        low > 0
            ? List.of(Finding.WORSE, Finding.NO_EFFECT)
            : List.of(Finding.HELPED, Finding.CANNOT_TELL, Finding.NO_EFFECT);
    int before = 0;
    for (double factor : new double[] {1, 1.3, 2, 5}) {
      int now = stages.indexOf(Effect.of((low + high) / 2, low, high, factor * smallest).finding());
      assertTrue(now >= before, "never back to " + stages.get(Math.max(0, now)));
      before = now;
    }
  }
}
