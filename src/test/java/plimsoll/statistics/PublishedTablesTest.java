package plimsoll.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.stat.inference.OneWayAnova;
import org.junit.jupiter.api.Test;

/** Data and results that stand in books, certified tables and the documentation of R. */
class PublishedTablesTest {

  /** Student's sleep, R {@code datasets::sleep}: hours gained by two drugs. */
  private static final double[] DRUG_1 = {.7, -1.6, -.2, -1.2, -.1, 3.4, 3.7, .8, 0, 2};

  private static final double[] DRUG_2 = {1.9, .8, 1.1, .1, -.1, 4.4, 5.5, 1.6, 4.6, 3.4};

  /** Ozone in New York, R {@code datasets::airquality}, May and August 1973. */
  private static final double[] MAY = {
    41, 36, 12, 18, 28, 23, 19, 8, 7, 16, 11, 14, 18, 14, 34, 6, 30, 11, 1, 11, 4, 32, 23, 45, 115,
    37
  };

  private static final double[] AUGUST = {
    39, 9, 16, 78, 35, 66, 122, 89, 110, 44, 28, 65, 22, 59, 23, 31, 44, 21, 9, 45, 168, 73, 76,
    118, 84, 85
  };

  /** Darwin's maize, crossed less self-fertilised, in eighths of an inch (Fisher 1935). */
  private static final double[] MAIZE = {
    49, -67, 8, 16, 6, 23, 28, 41, 14, 29, 56, 24, 75, 60, -48
  };

  /** {@code exactRankTests::wilcox.exact(extra ~ group, sleep)}: W = 25.5, p = 0.06582. */
  @Test
  void sleepOfTwoGroups() {
    var found = TwoSamples.compare(DRUG_1, DRUG_2);
    assertEquals(25.5, found.statistic());
    assertEquals(12160 / 184756.0, found.p(), 1e-12);
    assertEquals(0.06932757543362658, TwoSamples.normalP(DRUG_1, DRUG_2, true), 1e-12);
  }

  /** The same people: nine changes, all to one side, one pair alike; p = 2/512. */
  @Test
  void sleepOfTheSamePeople() {
    var found = Pairs.compare(DRUG_1, DRUG_2);
    assertEquals(45, found.statistic());
    assertEquals(2 / 512.0, found.p(), 1e-15);
    assertEquals(1.3, found.shift(), 1e-12);
  }

  /** {@code ?wilcox.test}: W = 127.5, p = 0.0001208 by the normal approximation. */
  @Test
  void ozoneOfTwoMonths() {
    var found = TwoSamples.compare(MAY, AUGUST);
    assertEquals(127.5, found.statistic());
    assertEquals(30294349930.0 / 495918532948104.0, found.p(), 1e-15);
    assertEquals(0.0001208, TwoSamples.normalP(MAY, AUGUST, true), 5e-8);
  }

  /** V = 96, p = 0.04126. */
  @Test
  void darwinsMaize() {
    var found = Pairs.compare(new double[MAIZE.length], MAIZE);
    assertEquals(96, found.statistic());
    assertEquals(0.041259765625, found.p(), 1e-15);
    assertEquals(25, found.shift());
    assertEquals(new Interval(4, 41.5), found.shiftInterval());
    var narrower = Pairs.compare(new double[MAIZE.length], MAIZE, 0.90);
    assertTrue(narrower.shiftInterval().halfWidth() < found.shiftInterval().halfWidth());
  }

  /** R {@code PlantGrowth} and {@code InsectSprays}: F = 4.846 and 34.70. */
  @Test
  void plantsAndInsects() {
    var plants = Icc.of(List.of(CONTROL, FIRST, SECOND));
    assertEquals(4.846087862380135, plants.f(), 1e-12);
    assertEquals(10, plants.meanSize(), 1e-12);
    assertEquals(3.846087862380135 / (4.846087862380135 + 9), plants.single(), 1e-12);
    assertEquals(34.702282055491715, Icc.of(List.of(INSECTS)).f(), 1e-11);
  }

  /** NIST StRD, certified F of exactly 21 for SmLs01, 04 and 07, which only adds 10⁶ and 10¹². */
  @Test
  void analysisOfVarianceOfLargeNumbers() {
    assertEquals(21, Icc.of(smls(1.4)).f(), 1e-11);
    assertEquals(21, Icc.of(smls(1_000_000.4)).f(), 1e-6);
    assertEquals(21, Icc.of(smls(1_000_000_000_000.4)).f(), 0.05);
    double library = new OneWayAnova().anovaFValue(smls(1_000_000_000_000.4));
    assertTrue(Math.abs(library - 21) > 1, "the library's F is " + library);
  }

  /** NIST StRD: Michelso, mean 299.8524, standard deviation 0.0790105478190518; NumAcc2 and 3. */
  @Test
  void univariateData() {
    double[] speeds = Arrays.stream(MORLEY).map(v -> 299 + v / 1000).toArray();
    assertEquals(299.852400000000, Moments.mean(speeds), 1e-12);
    assertEquals(0.0790105478190518, Moments.standardDeviation(speeds), 1e-12);
    for (double centre : new double[] {1.2, 1_000_000.2}) {
      double[] alternating = new double[1001];
      Arrays.setAll(alternating, i -> i == 0 ? centre : i % 2 == 1 ? centre - .1 : centre + .1);
      assertEquals(centre, Moments.mean(alternating), 1e-9);
      assertEquals(0.1, Moments.standardDeviation(alternating), 1e-9);
    }
  }

  /** Newcombe 1998, table I: Wilson's score without continuity, and the exact interval. */
  @Test
  void sharesOfNewcombe() {
    between(.2553, .3662, new Proportion(81, 263).wilson(.95), 5e-5);
    between(.2527, .3676, new Proportion(81, 263).clopperPearson(.95), 5e-5);
    between(.0624, .1605, new Proportion(15, 148).wilson(.95), 5e-5);
    between(.0578, .1617, new Proportion(15, 148).clopperPearson(.95), 5e-5);
    between(0, .1611, new Proportion(0, 20).wilson(.95), 5e-5);
    between(0, .1684, new Proportion(0, 20).clopperPearson(.95), 5e-5);
    between(.0061, .1718, new Proportion(1, 29).wilson(.95), 5e-5);
    between(.0009, .1776, new Proportion(1, 29).clopperPearson(.95), 5e-5);
  }

  /** SciPy 1.17, other levels than 95 %. */
  @Test
  void sharesAtOtherLevels() {
    between(.26331361718848145, .3565663496084882, new Proportion(81, 263).wilson(.9), 1e-12);
    between(
        .00017283133270564689,
        .22960030657504218,
        new Proportion(1, 29).clopperPearson(.99),
        1e-12);
    between(9.69565721e-07, .176754097, new Proportion(0, 20).jeffreys(.99), 5e-10);
    between(.23858005, .38426824, new Proportion(81, 263).jeffreys(.99), 5e-9);
  }

  /** Garwood 1936, to three places in many books; SciPy for the rest. */
  @Test
  void countsOfGarwood() {
    between(0, 3.6888794541139354, Proportion.poisson(0, .95), 1e-10);
    between(.025317807984289876, 5.571643390938898, Proportion.poisson(1, .95), 1e-10);
    between(4.7953886961324335, 18.39035604201778, Proportion.poisson(10, .95), 1e-10);
    between(81.36399125092314, 121.62679379242638, Proportion.poisson(100, .95), 1e-9);
    between(4862.359188694899, 5140.5489485350045, Proportion.poisson(5000, .95), 1e-7);
  }

  /** Freireich et al. 1963, both arms: medians and log-log limits as in Stata's {@code stci}. */
  @Test
  void remissionsOfBothArms() {
    var placebo =
        KaplanMeier.of(
            new double[] {1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23},
            all(21));
    assertEquals(8, placebo.median());
    assertEquals(new Interval(4, 11), placebo.medianInterval(.95));
    assertEquals(8 / 21.0, placebo.surviving(8), 1e-12);
    double[] t = {6, 6, 6, 6, 7, 9, 10, 10, 11, 13, 16, 17, 19, 20, 22, 23, 25, 32, 32, 34, 35};
    var treated = KaplanMeier.of(t, arrived("111010100110001100000"));
    assertEquals(new Interval(13, Double.POSITIVE_INFINITY), treated.medianInterval(.95));
  }

  /** Miller 1981, R {@code survival::aml}: medians 31 and 23; limits by SciPy's log-log band. */
  @Test
  void leukaemiaWithAndWithoutMaintenance() {
    var maintained =
        KaplanMeier.of(
            new double[] {9, 13, 13, 18, 23, 28, 31, 34, 45, 48, 161}, arrived("11011011010"));
    assertEquals(31, maintained.median());
    assertEquals(new Interval(13, Double.POSITIVE_INFINITY), maintained.medianInterval(.95));
    assertEquals(.1841, maintained.surviving(60), 5e-5);
    var not =
        KaplanMeier.of(
            new double[] {5, 5, 8, 8, 12, 16, 23, 27, 30, 33, 43, 45}, arrived("111110111111"));
    assertEquals(23, not.median());
    assertEquals(new Interval(5, 33), not.medianInterval(.95));
  }

  /** Five points leaning to one side, .05 .15 .20 .35 .25 (LeBreton and Senter 2008): 1.34. */
  @Test
  void chanceThatLeans() {
    double[] share = {.05, .15, .20, .35, .25};
    double mean = 0;
    double square = 0;
    for (int a = 1; a <= 5; a++) {
      mean += share[a - 1] * a;
      square += share[a - 1] * a * a;
    }
    assertEquals(Agreement.SKEWED, square - mean * mean, 1e-12);
    assertEquals(2, Agreement.uniform(5));
    assertEquals(4, Agreement.uniform(7));
    assertEquals(10, Agreement.uniform(11));
  }

  private static void between(double low, double high, Interval found, double tolerance) {
    assertEquals(low, found.low(), tolerance);
    assertEquals(high, found.high(), tolerance);
  }

  private static boolean[] all(int n) {
    return arrived("1".repeat(n));
  }

  private static boolean[] arrived(String flags) {
    boolean[] arrived = new boolean[flags.length()];
    for (int i = 0; i < arrived.length; i++) arrived[i] = flags.charAt(i) == '1';
    return arrived;
  }

  /** Nine treatments of 21: their mean, then a tenth below and above it in turn. */
  private static List<double[]> smls(double centre) {
    var groups = new ArrayList<double[]>();
    for (int g = 0; g < 9; g++) {
      double mean = g == 0 ? centre : g % 2 == 1 ? centre - .1 : centre + .1;
      double[] group = new double[21];
      Arrays.setAll(group, i -> i == 0 ? mean : i % 2 == 1 ? mean - .1 : mean + .1);
      groups.add(group);
    }
    return groups;
  }

  private static final double[] CONTROL = {
    4.17, 5.58, 5.18, 6.11, 4.50, 4.61, 5.17, 4.53, 5.33, 5.14
  };
  private static final double[] FIRST = {
    4.81, 4.17, 4.41, 3.59, 5.87, 3.83, 6.03, 4.89, 4.32, 4.69
  };
  private static final double[] SECOND = {
    6.31, 5.12, 5.54, 5.50, 5.37, 5.29, 4.92, 6.15, 5.80, 5.26
  };
  private static final double[][] INSECTS = {
    {10, 7, 20, 14, 14, 12, 10, 23, 17, 20, 14, 13},
    {11, 17, 21, 11, 16, 14, 17, 17, 19, 21, 7, 13},
    {0, 1, 7, 2, 3, 1, 2, 1, 3, 0, 1, 4},
    {3, 5, 12, 6, 4, 3, 5, 5, 5, 5, 2, 4},
    {3, 5, 3, 5, 3, 6, 1, 1, 3, 2, 6, 4},
    {11, 9, 15, 22, 15, 16, 13, 10, 26, 26, 24, 13}
  };
  private static final double[] MORLEY = {
    850, 740, 900, 1070, 930, 850, 950, 980, 980, 880, 1000, 980, 930, 650, 760, 810, 1000, 1000,
    960, 960, 960, 940, 960, 940, 880, 800, 850, 880, 900, 840, 830, 790, 810, 880, 880, 830, 800,
    790, 760, 800, 880, 880, 880, 860, 720, 720, 620, 860, 970, 950, 880, 910, 850, 870, 840, 840,
    850, 840, 840, 840, 890, 810, 810, 820, 800, 770, 760, 740, 750, 760, 910, 920, 890, 860, 880,
    720, 840, 850, 850, 780, 890, 840, 780, 810, 760, 810, 790, 810, 820, 850, 870, 870, 810, 740,
    810, 940, 950, 800, 810, 870
  };
}
