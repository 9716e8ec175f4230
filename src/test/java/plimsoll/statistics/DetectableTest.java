package plimsoll.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class DetectableTest {

  /** R: power.t.test(n = 64, sd = 1, power = 0.8) finds 0.499, which ranks raise to 0.511. */
  @Test
  void sixtyFourOnEachSideTellHalfADeviation() {
    assertEquals(0.4991 / Math.sqrt(3 / Math.PI), Detectable.shift(64, 64, 1), 0.003);
  }

  /** R: power.t.test(n = 34, sd = 1, power = 0.8, type = "paired") finds 0.495. */
  @Test
  void thirtyFourPairsTellHalfADeviation() {
    assertEquals(0.4953 / Math.sqrt(3 / Math.PI), Detectable.linked(34, 1), 0.003);
  }

  @Test
  void fourTimesThePeopleTellHalfTheChange() {
    assertEquals(2, Detectable.shift(100, 100, 21) / Detectable.shift(400, 400, 21), 0.02);
    assertEquals(2, Detectable.linked(100, 21) / Detectable.linked(400, 21), 0.02);
  }

  /** The paper's table 2.8, simulated with SD 18 between people and 14 of noise. */
  @Test
  void theTableOfThePaperIsNear() {
    int[] people = {8, 12, 20, 40, 80};
    double[] linked = {21, 16, 14, 9, 7};
    double[] unlinked = {36, 30, 23, 16, 12};
    for (int i = 0; i < people.length; i++) {
      double deviation = Math.hypot(18, 14);
      assertEquals(linked[i], Detectable.linked(people[i], 14 * Math.sqrt(2)), 0.16 * linked[i]);
      assertEquals(
          unlinked[i], Detectable.shift(people[i], people[i], deviation), 0.16 * unlinked[i]);
    }
  }

  /** 2 of 2⁵ signs are 0.0625, 2 of C(6, 3) choices 0.1, 2 of C(7, 3) 0.057: none is 0.05. */
  @Test
  void soFewPeopleNeverTell() {
    assertEquals(Double.POSITIVE_INFINITY, Detectable.linked(5, 20));
    assertTrue(Double.isFinite(Detectable.linked(6, 20)));
    assertEquals(Double.POSITIVE_INFINITY, Detectable.shift(3, 3, 20));
    assertEquals(Double.POSITIVE_INFINITY, Detectable.shift(3, 4, 20));
    assertTrue(Double.isFinite(Detectable.shift(4, 4, 20)));
    assertTrue(Double.isFinite(Detectable.shift(2, 8, 20)));
  }

  /** (2.690 + 0.842) / (1.960 + 0.842), from tables of the normal distribution. */
  @Test
  void sevenComparisonsTogetherTellAQuarterLess() {
    assertEquals(1.26, Detectable.shift(80, 80, 20, 7) / Detectable.shift(80, 80, 20), 0.02);
    assertEquals(Double.POSITIVE_INFINITY, Detectable.linked(8, 20, 7));
    assertTrue(Double.isFinite(Detectable.linked(9, 20, 7)));
  }

  @Test
  void itNeedsTwoPeopleOnBothSides() {
    assertThrows(IllegalArgumentException.class, () -> Detectable.shift(1, 9, 21));
    assertThrows(IllegalArgumentException.class, () -> Detectable.shift(9, 1, 21));
    assertTrue(Double.isFinite(Detectable.shift(4, 4, 21)));
  }

  /** The signed-rank test itself, 1,000 times each. */
  @Test
  @Tag("simulation")
  void aChangeOfLinkedPeopleIsToldFourTimesOutOfFive() {
    for (int people : new int[] {12, 40, 80}) {
      double shift = Detectable.linked(people, 20);
      var chance = new Chance(people);
      int told = 0;
      for (int round = 0; round < 1000; round++) {
        double[] moves = new double[people];
        Arrays.setAll(moves, i -> shift + 20 * chance.normal());
        if (Pairs.compare(new double[people], moves).p() <= 0.05) told++;
      }
      System.out.println(
          people + " linked people tell " + shift + " points: " + told / 10.0 + " %");
      assertEquals(0.80, told / 1000.0, 0.05);
    }
  }
}
