package plimsoll.statistics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.RealMatrix;
import org.junit.jupiter.api.Test;
import plimsoll.statistics.Reliability.Word;

class ReliabilityTest {

  /** Where one factor makes all correlations, both fits must find it, whatever the number. */
  @Test
  void loadingsThatMadeTheCorrelationsAreFound() {
    for (double[] loadings :
        List.of(
            new double[] {.9, .5, .4},
            new double[] {.8, .7, .6, .5},
            new double[] {.3, .9, .2, .7, .55, .6, .45, .8})) {
      RealMatrix correlations = correlations(loadings);
      assertArrayEquals(loadings, OneFactor.minres(correlations).loadings(), 1e-6);
      assertArrayEquals(loadings, OneFactor.likeliest(correlations).loadings(), 1e-6);
      double sum = Arrays.stream(loadings).sum();
      double unique = Arrays.stream(loadings).map(l -> 1 - l * l).sum();
      double omega = sum * sum / (sum * sum + unique);
      assertEquals(omega, OneFactor.minres(correlations).omega(), 1e-7);
    }
  }

  @Test
  void aReversedItemLoadsTheOtherWay() {
    double[] found = OneFactor.minres(correlations(.8, .7, -.6, .5)).loadings();
    assertArrayEquals(new double[] {.8, .7, -.6, .5}, found, 1e-6);
  }

  /** An item cannot share more than all of itself (Heywood's case). */
  @Test
  void noItemIsMoreThanWhole() {
    var impossible = correlations(.9, .9, .9);
    impossible.setEntry(0, 1, .95);
    impossible.setEntry(1, 0, .95);
    impossible.setEntry(1, 2, .5);
    impossible.setEntry(2, 1, .5);
    var found = OneFactor.minres(impossible);
    assertTrue(found == null || found.omega() > 0.5 && found.omega() <= 1);
  }

  @Test
  void fiftyPeopleAreNeededAndAHundredForAFactor() {
    assertEquals(Word.TOO_FEW_PEOPLE, Reliability.of(rows(49, 3, 1)).word());
    assertNull(Reliability.of(rows(49, 3, 1)).coefficient());
    assertEquals(49, Reliability.of(rows(49, 3, 1)).people());
    var fifty = Reliability.of(rows(50, 3, 1));
    assertEquals(Reliability.alpha(rows(50, 3, 1)), fifty.coefficient());
    assertNull(fifty.omega());
    assertNull(Reliability.of(rows(99, 3, 1)).omega());
    assertEquals(Reliability.omega(rows(100, 3, 1)), Reliability.of(rows(100, 3, 1)).omega());
  }

  @Test
  void itemsThatHardlyBelongTogetherAreWarnedOf() {
    assertEquals(Word.SOUND, Reliability.of(rows(120, 3, 1)).word());
    assertEquals(Word.LOW, Reliability.of(rows(120, 3, 12)).word());
    assertEquals(Word.SOUND, Reliability.of(rows(120, 2, 1)).word());
    var apart = Reliability.of(rows(120, 2, 12));
    assertEquals(Word.SHOW_ITEMS_APART, apart.word());
    assertTrue(apart.coefficient() < Reliability.APART);
    assertNull(apart.omega());
  }

  @Test
  void whoLeftAnItemOutDoesNotCount() {
    double[][] rows = rows(52, 3, 1);
    double[][] without = Arrays.copyOfRange(rows, 2, 52);
    rows[0][1] = Double.NaN;
    rows[1][2] = Double.NaN;
    assertEquals(50, Reliability.of(rows).people());
    assertEquals(Reliability.alpha(without), Reliability.alpha(rows), 1e-12);
    assertEquals(Reliability.omega(without), Reliability.omega(rows), 1e-12);
    assertEquals(Reliability.standardisedAlpha(without), Reliability.standardisedAlpha(rows));
  }

  /** Two items of one variance have the same α by either formula (Eisinga et al. 2013). */
  @Test
  void twoItemsOfOneVarianceHaveOneReliability() {
    double[] a = {1, 2, 3, 4, 5};
    double[] b = {2, 1, 4, 3, 5};
    double[][] rows = new double[5][];
    Arrays.setAll(rows, i -> new double[] {a[i], b[i]});
    assertEquals(2 * .8 / 1.8, Reliability.spearmanBrown(a, b), 1e-12);
    assertEquals(2 * .8 / 1.8, Reliability.alpha(rows), 1e-12);
    double[] against = {5, 4, 3, 2, 1};
    assertEquals(Double.NEGATIVE_INFINITY, Reliability.spearmanBrown(a, against), 1e-12);
  }

  @Test
  void agreementSaysSoOnlyOfFivePeople() {
    double[] four = {4, 4, 4, 4};
    assertNull(Agreement.of(List.of(four), 5));
    assertNotNull(Agreement.of(List.of(new double[] {4, 4, 4, 4, 4}), 5));
    assertNull(Agreement.of(List.of(new double[] {4, 4, 4, 4, 4}, four), 5));
  }

  @Test
  void agreementHasThreeWords() {
    var agreed = Agreement.of(List.of(new double[] {4, 4, 4, 4, 4, 5}), 5);
    assertEquals(Agreement.Word.AGREE, agreed.word());
    var narrow = Agreement.of(List.of(new double[] {4, 4, 5, 4, 3}), 5);
    assertEquals(0.75, narrow.even(), 1e-12);
    assertEquals(1 - 0.5 / 1.34, narrow.skewed(), 1e-12);
    assertEquals(Agreement.Word.AGREE_NARROWLY, narrow.word());
    var divided = Agreement.of(List.of(new double[] {1, 1, 5, 5, 1, 5}), 5);
    assertEquals(Agreement.Word.DIVIDED, divided.word());
    assertEquals(0, divided.even());
    assertEquals(2, divided.deviation());
  }

  @Test
  void theSecondOpinionIsASixthOfTheScale() {
    assertTrue(Agreement.near(5 / 6.0, 5));
    assertEquals(false, Agreement.near(0.84, 5));
    assertEquals(0.4, Agreement.medianDeviation(List.of(new double[] {4, 4, 5, 4, 3})), 1e-12);
  }

  @Test
  void fiveGroupsAreNeededToSayThatGroupsDiffer() {
    double[][] groups = {{10, 11}, {20, 21}, {30, 31}, {40, 41}, {50, 51}};
    assertEquals(Icc.Word.DIFFER_RELIABLY, Icc.of(List.of(groups)).word());
    assertEquals(Icc.Word.TOO_FEW_GROUPS, Icc.of(List.of(groups).subList(0, 4)).word());
    double[][] alike = {{1, 5}, {2, 4}, {3, 3}, {1, 4}, {5, 2}};
    var none = Icc.of(List.of(alike));
    assertEquals(Icc.Word.SPEAK_OF_ALL_ONLY, none.word());
    assertTrue(none.single() < 0 && none.mean() < 0);
  }

  @Test
  void bothMarksMustBeReachedToTellGroupsApart() {
    assertEquals(Icc.Word.SPEAK_OF_ALL_ONLY, icc(.04, .9).word());
    assertEquals(Icc.Word.SPEAK_OF_ALL_ONLY, icc(.4, .59).word());
    assertEquals(Icc.Word.DIFFER_RELIABLY, icc(.05, .60).word());
  }

  @Test
  void emptyGroupsAreLeftOutAndSinglePeopleCountBetween() {
    double[][] some = {{10, 12}, {}, {20}, {30, 31, 35}};
    var icc = Icc.of(List.of(some));
    assertEquals(3, icc.groups());
    assertEquals((6 - 14 / 6.0) / 2, icc.meanSize(), 1e-12);
    assertEquals((2 + 14) / 3.0, icc.within(), 1e-12);
    assertEquals((2 * 144 + 9 + 3 * 81) / 2.0, icc.between(), 1e-12);
  }

  private static Icc icc(double single, double mean) {
    return new Icc(5, 1, 1, 1, 4, single, mean);
  }

  private static RealMatrix correlations(double... loadings) {
    double[][] all = new double[loadings.length][loadings.length];
    for (int i = 0; i < all.length; i++) {
      for (int j = 0; j < all.length; j++) all[i][j] = i == j ? 1 : loadings[i] * loadings[j];
    }
    return new Array2DRowRealMatrix(all);
  }

  /** What all items share, and noise of so many times its size. */
  private static double[][] rows(int people, int items, double noise) {
    var chance = new Chance(people * 31L + items);
    double[][] rows = new double[people][items];
    for (double[] row : rows) {
      double trait = chance.normal();
      for (int i = 0; i < items; i++) row[i] = trait + noise * 0.7 * chance.normal();
    }
    return rows;
  }
}
