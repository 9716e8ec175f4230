package plimsoll.roadmap;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

/** Proposals whose draws are made by hand. */
class RankingTest {

  @Test
  void theOrderIsThatOfTheMedians() {
    var ranking = new Ranking(List.of(worth(i -> 2), worth(i -> 5), worth(i -> 3)));
    assertEquals(List.of(1, 2, 0), ranking.order());
  }

  @Test
  void oneBeatsTheOtherInTheShareOfDrawsInWhichItIsMore() {
    var quarter = worth(i -> i % 4 == 0 ? 2 : 0);
    var one = worth(i -> 1);
    var ranking = new Ranking(List.of(quarter, one));
    assertEquals(0.25, ranking.beats(0, 1));
    assertEquals(0.75, ranking.beats(1, 0));
    assertEquals(0, ranking.beats(1, 1));
  }

  @Test
  void amongTheFirstThreeAreThoseThatFewerThanThreeBeat() {
    var ranking =
        new Ranking(
            List.of(worth(i -> 9), worth(i -> 8), worth(i -> 7), worth(i -> i % 5 == 0 ? 7.5 : 1)));
    assertArrayEquals(new double[] {1, 1, 0.8, 0.2}, ranking.topThree());
  }

  @Test
  void equalsAreAllAmongTheFirstThree() {
    var same = worth(i -> 4);
    assertArrayEquals(
        new double[] {1, 1, 1, 1}, new Ranking(List.of(same, same, same, same)).topThree());
  }

  @Test
  void aTieLiesBetweenFourAndSixOfTenDraws() {
    assertFalse(Ranking.tied(0.4));
    assertTrue(Ranking.tied(0.41));
    assertTrue(Ranking.tied(0.59));
    assertFalse(Ranking.tied(0.6));
  }

  private static Worth worth(IntToDoubleFunction rate) {
    double[] rates = new double[Worth.DRAWS];
    Arrays.setAll(rates, rate);
    return new Worth(rates, rates);
  }
}
