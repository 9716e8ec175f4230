package plimsoll.pattern;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** More values from outside this project: R (vegan), NumPy, SciPy and published tables. */
class PatternTablesTest {
  /** With NumPy, over seven points of three teams of unequal size. */
  @Test
  void aServiceWeighsTheSameInATeamOfAnySize() {
    var diversity = Diversity.of(SEVEN, new int[] {0, 0, 0, 1, 1, 2, 2});
    assertEquals(1.6887125512716574, diversity.gamma(), 1e-12);
    assertEquals(1.4112314355212672, diversity.alpha(), 1e-12);
    assertEquals(1.1966233948352327, diversity.beta(), 1e-12);
  }

  /** The cases that scikit-bio checks against vegan; all arrangements give the exact p. */
  @Test
  void analysisOfVarianceOnDistancesAgreesWithVeganOnTheCasesOfScikitBio() {
    int[] pairs = {0, 0, 1, 1};
    var ties =
        Permanova.of(
            new double[][] {{0, 1, 1, 4}, {1, 0, 3, 2}, {1, 3, 0, 3}, {4, 2, 3, 0}}, pairs, 1);
    assertEquals(2, ties.f(), 1e-12);
    assertEquals(2 / 3.0, ties.p(), 1e-12);
    var noTies =
        Permanova.of(
            new double[][] {{0, 1, 5, 4}, {1, 0, 3, 2}, {5, 3, 0, 3}, {4, 2, 3, 0}}, pairs, 1);
    assertEquals(4.4, noTies.f(), 1e-12);
    assertEquals(1 / 3.0, noTies.p(), 1e-12);
    var unequal =
        Permanova.of(
            new double[][] {
              {0, 1, .1, .5678, 1, 1},
              {1, 0, .002, .42, .998, 0},
              {.1, .002, 0, 1, .123, 1},
              {.5678, .42, 1, 0, .123, .43},
              {1, .998, .123, .123, 0, .5},
              {1, 0, 1, .43, .5, 0}
            },
            new int[] {0, 1, 2, 1, 0, 0},
            1);
    assertEquals(.578848, unequal.f(), 1e-6);
    assertEquals(39 / 60.0, unequal.p(), 1e-12);
  }

  /** With NumPy, over all 210 arrangements. */
  @Test
  void analysisOfVarianceOnDistancesTriesEveryArrangementOnce() {
    var test = Permanova.of(SEVEN, new int[] {0, 0, 0, 1, 1, 2, 2}, 1);
    assertEquals(.6952545134218651, test.f(), 1e-12);
    assertEquals(.2579550502409428, test.r2(), 1e-12);
    assertEquals(126 / 210.0, test.p(), 1e-12);
  }

  /** With NumPy; each team weighs the same, whatever its counts. */
  @Test
  void mixesOfThreeTeamsDifferByTheGeneralisedDivergence() {
    var three = List.of(Prints.counts(5, 1, 0), Prints.counts(2, 2, 2), Prints.counts(0, 0, 3));
    assertEquals(.4641669064778995, Diversity.jensenShannon(three), 1e-12);
  }

  /** Spiders in a forest of girdled and of logged trees: Chao and others 2014, table 2. */
  @Test
  void effectiveNumbersOfThePublishedSpiders() {
    assertEquals(
        12.060, Diversity.hill(spiders(12, 46, 22, 17, 15, 15, 9, 8, 6, 6, 4, 2, 2, 2, 2)), 5e-4);
    assertEquals(
        14.421,
        Diversity.hill(
            spiders(14, 88, 22, 16, 15, 13, 10, 8, 8, 7, 7, 7, 5, 4, 4, 4, 3, 3, 3, 3, 2, 2, 2, 2)),
        5e-4);
  }

  /** The worked example by which average linkage is commonly taught: five bacteria's RNA. */
  @Test
  void bacteriaJoinAtTheirPublishedHeights() {
    double[][] rna = {
      {0, 17, 21, 31, 23},
      {17, 0, 30, 34, 21},
      {21, 30, 0, 28, 39},
      {31, 34, 28, 0, 43},
      {23, 21, 39, 43, 0}
    };
    assertEquals(5, Clusters.shares(rna, 16.9).length);
    assertEquals(4, Clusters.shares(rna, 17).length);
    assertEquals(4, Clusters.shares(rna, 21.9).length);
    assertArrayEquals(new double[] {.2, .2, .6}, sorted(Clusters.shares(rna, 22)), 1e-15);
    assertArrayEquals(new double[] {.4, .6}, sorted(Clusters.shares(rna, 28)), 1e-15);
    assertEquals(2, Clusters.shares(rna, 32.9).length);
    assertEquals(1, Clusters.shares(rna, 33).length);
  }

  /** With SciPy's average linkage, at four cuts. */
  @Test
  void clustersAgreeWithSciPy() {
    assertArrayEquals(new double[] {1, 1, 1, 1, 2, 3}, ninths(.2), 1e-12);
    assertArrayEquals(new double[] {1, 1, 2, 2, 3}, ninths(.3), 1e-12);
    assertArrayEquals(new double[] {1, 2, 3, 3}, ninths(.4), 1e-12);
    assertArrayEquals(new double[] {3, 3, 3}, ninths(.5), 1e-12);
  }

  private static double[] spiders(int single, int... counts) {
    return IntStream.concat(Arrays.stream(counts), IntStream.generate(() -> 1).limit(single))
        .asDoubleStream()
        .toArray();
  }

  private static double[] ninths(double cut) {
    return Arrays.stream(sorted(Clusters.shares(NINE, cut))).map(share -> 9 * share).toArray();
  }

  private static double[] sorted(double[] values) {
    return Arrays.stream(values).sorted().toArray();
  }

  private static final double[][] SEVEN = {
    {0, 0.24, 0.8, 0.58, 0.09, 0.43, 0.48},
    {0.24, 0, 0.11, 0.39, 0.52, 0.43, 0.59},
    {0.8, 0.11, 0, 0.65, 0.7, 0.29, 0},
    {0.58, 0.39, 0.65, 0, 0.59, 0.47, 0.77},
    {0.09, 0.52, 0.7, 0.59, 0, 0.93, 0.21},
    {0.43, 0.43, 0.29, 0.47, 0.93, 0, 0.66},
    {0.48, 0.59, 0, 0.77, 0.21, 0.66, 0}
  };

  private static final double[][] NINE = {
    {0, 0.48, 0.146, 0.698, 0.292, 0.871, 0.275, 0.562, 0.4},
    {0.48, 0, 0.18, 0.747, 0.752, 0.567, 0.921, 0.206, 0.851},
    {0.146, 0.18, 0, 0.607, 0.971, 0.787, 0.79, 0.054, 0.369},
    {0.698, 0.747, 0.607, 0, 0.127, 0.297, 0.493, 0.849, 0.965},
    {0.292, 0.752, 0.971, 0.127, 0, 0.68, 0.368, 0.59, 0.67},
    {0.871, 0.567, 0.787, 0.297, 0.68, 0, 0.481, 0.536, 0.774},
    {0.275, 0.921, 0.79, 0.493, 0.368, 0.481, 0, 0.909, 0.393},
    {0.562, 0.206, 0.054, 0.849, 0.59, 0.536, 0.909, 0, 0.947},
    {0.4, 0.851, 0.369, 0.965, 0.67, 0.774, 0.393, 0.947, 0}
  };
}
