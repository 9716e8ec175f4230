package plimsoll.pattern;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class DiversityTest {

  @Test
  void equallyCommonPatternsCountAsManyAsTheyAre() {
    assertEquals(4, Diversity.hill(new double[] {3, 3, 3, 3}), 1e-12);
    assertEquals(1, Diversity.hill(new double[] {0, 7}), 1e-12);
  }

  @Test
  void whatAreNoSharesIsRefused() {
    for (double[] wrong :
        new double[][] {
          {}, {0, 0}, {Double.NaN, 1}, {Double.POSITIVE_INFINITY, 1}, {-1, 2}, {1, -1}
        }) {
      assertThrows(IllegalArgumentException.class, () -> Diversity.hill(wrong));
    }
  }

  @Test
  void oneGroupDiffersFromNobody() {
    assertThrows(
        IllegalArgumentException.class,
        () -> Diversity.jensenShannon(List.of(Prints.counts(1, 2))));
  }

  @Test
  void theSameMixInOtherNumbersDiffersInNothing() {
    assertEquals(
        0, Diversity.jensenShannon(List.of(Prints.counts(1, 2), Prints.counts(10, 20))), 1e-12);
  }

  /** The middle one of three is near to both others, which are far from each other. */
  @Test
  void contradictoryDistancesNeverMakeFewerPatternsThanATeamHas() {
    var distances = new double[][] {{0, 1, 0, 0}, {1, 0, 0, 0}, {0, 0, 0, 1}, {0, 0, 1, 0}};
    var diversity = Diversity.of(distances, new int[] {0, 0, 1, 1});
    assertEquals(2, diversity.alpha(), 1e-12);
    assertEquals(4 / 3.0, diversity.gamma(), 1e-12);
    assertEquals(1, diversity.beta());
  }
}
