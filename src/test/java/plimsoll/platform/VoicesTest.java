package plimsoll.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import plimsoll.disclosure.Published;
import plimsoll.disclosure.Withholding;
import plimsoll.statistics.Proportion;

class VoicesTest {

  @Test
  void fourAndFiveAreSatisfied() {
    var found = Satisfaction.of(new int[] {4, 5, 3, 2, 1, 3, 3});
    assertEquals(new Proportion(2, 7), found.satisfied());
    var wilson = found.satisfied().wilson(0.95);
    assertEquals(0.082219, wilson.low(), 1e-6);
    assertEquals(0.641066, wilson.high(), 1e-6);
    // Squares 1 + 4 + 1 + 4 = 10 over 6, over 7; t(0.975, 6) = 2.446912.
    var ends = found.mean().interval(0.95);
    assertEquals(3, found.mean().value());
    assertEquals(3 - 2.446912 * 0.4879500, ends.low(), 1e-6);
    assertEquals(3 + 2.446912 * 0.4879500, ends.high(), 1e-6);
  }

  @Test
  void onePersonHasNoMeanAndNobodyNoShare() {
    assertNull(Satisfaction.of(new int[] {4}).mean());
    assertEquals(new Satisfaction(new Proportion(0, 0), null), Satisfaction.of(new int[0]));
    assertEquals(4.5, Satisfaction.of(new int[] {4, 5}).mean().value());
  }

  @Test
  void whoMustUseItStandsApartFromWhoMay() {
    var apart =
        Satisfaction.apart(
            Map.of("a", new int[] {5, 5}, "b", new int[] {1, 2, 3}, "c", new int[] {4}),
            Set.of("b", "not there"));
    assertEquals(new Proportion(3, 6), apart.all().satisfied());
    assertEquals(new Proportion(0, 3), apart.mandated().satisfied());
    assertEquals(new Proportion(3, 3), apart.free().satisfied());
  }

  @Test
  void answersOutsideTheScaleAreRefused() {
    for (int wrong : new int[] {0, 6, -1}) {
      assertThrows(BadRecord.class, () -> Satisfaction.of(new int[] {3, wrong}));
    }
    for (int wrong : new int[] {-1, 11}) {
      assertThrows(BadRecord.class, () -> Recommendation.of(new int[] {3, wrong}));
    }
  }

  @Test
  void theBalanceOfFortyIsThePublishedOne() {
    int[] answers = new int[40];
    Arrays.fill(answers, 0, 9, 10);
    Arrays.fill(answers, 9, 18, 9);
    Arrays.fill(answers, 18, 24, 8);
    Arrays.fill(answers, 24, 30, 7);
    Arrays.fill(answers, 30, 35, 6);
    var found = (Recommendation.Figure) Recommendation.of(answers);
    assertEquals(40, found.n());
    assertEquals(20, found.balance().value());
    assertEquals(-5.5, found.balance().adjusted().low(), 0.05);
    assertEquals(42.7, found.balance().adjusted().high(), 0.05);
    assertEquals(new Voices.Balance(20.0, -6.0, 43.0, 40, null), Voices.Balance.of(found));
  }

  @Test
  void ofFewerThanTwentyThereIsNoFigure() {
    int[] answers = new int[19];
    Arrays.fill(answers, 7);
    answers[3] = 10;
    var spread = (Recommendation.Spread) Recommendation.of(answers);
    assertEquals(List.of(0, 0, 0, 0, 0, 0, 0, 18, 0, 0, 1), spread.counts());
    assertEquals(19, spread.n());
    int[] twenty = Arrays.copyOf(answers, 20);
    twenty[19] = 7;
    assertEquals(5, ((Recommendation.Figure) Recommendation.of(twenty)).balance().value(), 1e-12);
    assertEquals(0, ((Recommendation.Spread) Recommendation.of(new int[0])).n());
  }

  @Test
  void aUnanimousBalanceStaysWithinItsBounds() {
    int[] all = new int[20];
    Arrays.fill(all, 10);
    var told = Voices.Balance.of((Recommendation.Figure) Recommendation.of(all));
    assertEquals(100, told.value());
    assertEquals(100, told.high());
    Arrays.fill(all, 0);
    told = Voices.Balance.of((Recommendation.Figure) Recommendation.of(all));
    assertEquals(-100, told.value());
    assertEquals(-100, told.low());
  }

  @Test
  void aNeedTurnedRoundIsTheGoodDirection() {
    var need = new Published(30.0, 20.0, 45.0, "31", null);
    assertEquals(new Published(70.0, 55.0, 80.0, "31", null), Voices.turned(need));
    var withheld = Published.withheld(Withholding.TOO_FEW);
    assertEquals(withheld, Voices.turned(withheld));
    assertEquals(Withholding.NO_EVIDENCE, Voices.none().balance().withheld());
  }
}
