package plimsoll.statistics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static plimsoll.statistics.Oracles.at;
import static plimsoll.statistics.Oracles.numbers;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.stat.inference.OneWayAnova;
import org.apache.commons.math3.stat.inference.WilcoxonSignedRankTest;
import org.junit.jupiter.api.Test;

/** Every value that was computed elsewhere, to its stated tolerance. */
class OraclesTest {

  private static void between(JsonNode expected, Interval found, double tolerance) {
    assertEquals(expected.get(0).asDouble(), found.low(), tolerance);
    assertEquals(expected.get(1).asDouble(), found.high(), tolerance);
  }

  private static double ratio(JsonNode pair) {
    return pair.get(0).asDouble() / pair.get(1).asDouble();
  }

  @Test
  void aTeamsIntervalByItsOwnAndByModeratedVariance() {
    var o = at("team_interval");
    double[] scores = numbers(o.get("scores"));
    between(o.get("t_ci_own_var"), Estimate.ofSample(scores).interval(0.95), 1e-8);
    var estimate = new Pooled(o.get("pooled_var").asDouble(), 20).moderated(scores);
    assertEquals(o.get("mean").asDouble(), estimate.value(), 1e-12);
    double variance = estimate.standardError() * estimate.standardError() * scores.length;
    assertEquals(o.get("moderated_var").asDouble(), variance, 1e-9);
    assertEquals(o.get("df").asDouble(), estimate.degreesOfFreedom());
    assertEquals(o.get("t").asDouble(), estimate.quantile(0.95), 1e-8);
    between(o.get("ci"), estimate.interval(0.95), 1e-7);
  }

  @Test
  void theOrganisationsStratifiedMean() {
    var o = at("org_stratified");
    var strata = new ArrayList<Stratified.Stratum>();
    for (int j = 0; j < 3; j++) {
      strata.add(
          new Stratified.Stratum(
              o.get("roster").get(j).asDouble(),
              o.get("n").get(j).asInt(),
              o.get("means").get(j).asDouble()));
    }
    var found = Stratified.of(strata, new Pooled(400, 15));
    assertEquals(o.get("estimate").asDouble(), found.estimate().value(), 1e-8);
    assertEquals(o.get("se").asDouble(), found.estimate().standardError(), 1e-8);
    assertEquals(o.get("df").asDouble(), found.estimate().degreesOfFreedom());
    between(o.get("ci"), found.estimate().interval(0.95), 1e-7);
    assertEquals(o.get("n_eff").asDouble(), found.effectiveSize(), 1e-8);
    assertEquals(1, found.coverage());
  }

  @Test
  void eightSchools() {
    var o = at("eight_schools");
    var found = Shrinkage.of(numbers(o.get("y")), numbers(o.get("se")), 200, 0.25);
    assertArrayEquals(numbers(o.get("means")), found.means(), 0.005);
    assertArrayEquals(numbers(o.get("sds")), found.standardDeviations(), 0.005);
    assertEquals(o.get("E_tau").asDouble(), found.spread(), 0.005);
  }

  @Test
  void consistencyOfTheAttitudeData() {
    var o = at("alpha_attitude");
    assertEquals(o.get("raw_alpha").asDouble(), Reliability.alpha(ATTITUDE), 1e-12);
    assertEquals(o.get("std_alpha").asDouble(), Reliability.standardisedAlpha(ATTITUDE), 1e-12);
    assertEquals(o.get("omega_minres").asDouble(), Reliability.omega(ATTITUDE), 1e-4);
  }

  @Test
  void consistencyOfTwoItems() {
    var o = at("two_item");
    double[] a = numbers(o.get("a"));
    double[] b = numbers(o.get("b"));
    assertEquals(o.get("spearman_brown").asDouble(), Reliability.spearmanBrown(a, b), 1e-12);
    double[][] rows = new double[a.length][];
    Arrays.setAll(rows, i -> new double[] {a[i], b[i]});
    assertEquals(o.get("alpha").asDouble(), Reliability.alpha(rows), 1e-12);
  }

  @Test
  void intraclassCorrelations() {
    var o = at("shrout_fleiss");
    var icc = Agreement.icc(groups(o.get("matrix")));
    assertEquals(o.get("F_oneway").asDouble(), icc.f(), 1e-12);
    assertEquals(o.get("icc1").asDouble(), icc.single(), 1e-12);
    assertEquals(o.get("icc2_org").asDouble(), icc.mean(), 1e-12);
    var u = at("icc_unbalanced");
    var unbalanced = Agreement.icc(groups(u.get("groups")));
    assertEquals(u.get("F").asDouble(), unbalanced.f(), 1e-12);
    assertEquals(u.get("n0").asDouble(), unbalanced.meanSize(), 1e-12);
    assertEquals(u.get("icc1").asDouble(), unbalanced.single(), 1e-12);
    assertEquals(u.get("icc2").asDouble(), unbalanced.mean(), 1e-12);
  }

  @Test
  void agreementWithinAGroup() {
    var o = at("rwg");
    var items = groups(o.get("items"));
    assertEquals(
        o.get("rwg_j").asDouble(), Agreement.withinGroup(items, Agreement.uniform(5)), 1e-12);
    double single = Agreement.withinGroup(items.subList(0, 1), Agreement.UNIFORM);
    assertEquals(o.get("rwg_first_item").asDouble(), single, 1e-12);
  }

  @Test
  void theBootstrapOverAllResamples() {
    var o = at("bca_exhaustive_n5");
    double[] x = numbers(o.get("x"));
    double[] resampled = new double[3125];
    for (int r = 0; r < resampled.length; r++) {
      double sum = 0;
      for (int i = 0, rest = r; i < 5; i++, rest /= 5) sum += x[rest % 5];
      resampled[r] = sum / 5;
    }
    double[] leftOut = new double[5];
    Arrays.setAll(leftOut, i -> (Arrays.stream(x).sum() - x[i]) / 4);
    var found = Bca.of(Moments.mean(x), resampled, leftOut, 0.95);
    assertEquals(o.get("z0_mid").asDouble(), found.bias(), 1e-9);
    assertEquals(o.get("a").asDouble(), found.acceleration(), 1e-10);
    between(o.get("ci95_mid"), found.interval(), 1e-10);
    between(o.get("t_ci"), Estimate.ofSample(x).interval(0.95), 1e-7);
  }

  @Test
  void mannAndWhitneyWithTies() {
    var o = at("mwu").get(0);
    double[] x = numbers(o.get("x"));
    double[] y = numbers(o.get("y"));
    var found = TwoSamples.compare(x, y);
    assertEquals(o.get("U_x").asDouble(), found.statistic());
    assertEquals(ratio(o.get("p_exact")), found.p(), 1e-12);
    assertEquals(o.get("p_tie_corrected_nocc").asDouble(), TwoSamples.normalP(x, y, false), 1e-9);
    assertEquals(o.get("p_tie_corrected_cc").asDouble(), TwoSamples.normalP(x, y, true), 1e-9);
    assertEquals(o.get("cliff").asDouble(), found.delta(), 1e-12);
    assertEquals(o.get("HL_x_minus_y").asDouble(), found.shift(), 1e-12);
    var small = at("mwu").get(1);
    var second = TwoSamples.compare(numbers(small.get("x")), numbers(small.get("y")));
    assertEquals(small.get("U_x").asDouble(), second.statistic());
    assertEquals(ratio(small.get("p_exact")), second.p(), 1e-12);
    assertEquals(small.get("cliff").asDouble(), second.delta(), 1e-12);
  }

  @Test
  void permeabilityOfHollanderAndWolfe() {
    var o = at("mwu").get(2);
    var found = TwoSamples.compare(numbers(o.get("x")), numbers(o.get("y")));
    assertEquals(o.get("U_x").asDouble(), found.statistic());
    assertEquals(o.get("p_exact_two_sided").asDouble(), found.p(), 1e-12);
    assertEquals(o.get("HL").asDouble(), found.shift(), 1e-12);
    between(o.get("ci95"), found.shiftInterval(), 1e-12);
  }

  @Test
  void depressionOfHollanderAndWolfe() {
    var o = at("wilcoxon").get(0);
    var found = Pairs.compare(numbers(o.get("y")), numbers(o.get("x")));
    assertEquals(o.get("V").asDouble(), found.statistic());
    assertEquals(o.get("p_exact_two_sided").asDouble(), found.p(), 1e-12);
    assertEquals(o.get("HL").asDouble(), found.shift(), 1e-12);
    between(o.get("ci95"), found.shiftInterval(), 1e-12);
  }

  @Test
  void signedRanksWithTiesAndZeros() {
    var o = at("wilcoxon").get(1);
    var found = Pairs.compare(numbers(o.get("before")), numbers(o.get("after")));
    assertEquals(o.get("W_plus").asDouble(), found.statistic());
    assertEquals(ratio(o.get("p_exact")), found.p(), 1e-12);
    assertEquals(o.get("HL_zeros_kept").asDouble(), found.shift(), 1e-12);
  }

  @Test
  void nothingMovedIsNoEvidenceThoughCommonsMathFindsSome() {
    double[] same = {1, 2, 3, 4, 5, 1, 2, 3, 4, 5};
    assertEquals(at("wilcoxon").get(2).get("p").asDouble(), Pairs.compare(same, same).p());
    assertTrue(new WilcoxonSignedRankTest().wilcoxonSignedRankTest(same, same, true) < 0.01);
  }

  @Test
  void manyTestsAtOnce() {
    for (var o : at("holm")) {
      assertArrayEquals(numbers(o.get("adj")), Holm.adjusted(numbers(o.get("p"))), 1e-12);
    }
  }

  @Test
  void momentsOfNist() {
    var first = at("nist").get("NumAcc1");
    double[] x = numbers(first.get("x"));
    assertEquals(10000002, Moments.mean(x));
    assertEquals(1, Moments.standardDeviation(x), 1e-12);
    double[] fourth = new double[1001];
    Arrays.setAll(fourth, i -> i == 0 ? 10000000.2 : i % 2 == 1 ? 10000000.1 : 10000000.3);
    assertEquals(10000000.2, Moments.mean(fourth), 1e-8);
    assertEquals(0.1, Moments.standardDeviation(fourth), 1e-8);
    assertEquals(
        at("nist").get("SiRstv_F").asDouble(),
        new OneWayAnova().anovaFValue(List.of(SIRSTV)),
        1e-9);
  }

  @Test
  void intervalsOfShares() {
    for (var o : at("proportions")) {
      var share = new Proportion(o.get("k").asInt(), o.get("n").asInt());
      between(o.get("wilson"), share.wilson(0.95), 1e-9);
      if (o.has("clopper")) between(o.get("clopper"), share.clopperPearson(0.95), 1e-9);
      if (o.has("jeffreys")) between(o.get("jeffreys"), share.jeffreys(0.95), 1e-7);
    }
  }

  @Test
  void theBalanceOfRecommendations() {
    var o = at("nps");
    var found = Balance.of(18, 10, 40);
    assertEquals(o.get("nps").asDouble(), found.value(), 1e-12);
    assertEquals(o.get("se").asDouble(), found.standardError(), 1e-9);
    between(o.get("wald95"), found.wald(), 1e-6);
    between(o.get("adjusted_wald95"), found.adjusted(), 5e-6);
  }

  @Test
  void percentilesAreDefinitionSeven() {
    var o = at("delivery");
    double[] hours = numbers(o.get("lead_hours"));
    assertEquals(o.get("p50").asDouble(), Moments.median(hours), 1e-12);
    assertEquals(o.get("p90_R7").asDouble(), Moments.percentile(hours, 0.9), 1e-9);
  }

  @Test
  void remissionsUnderSixMercaptopurine() {
    var o = at("km_6mp");
    double[] events = numbers(o.get("e"));
    boolean[] arrived = new boolean[events.length];
    for (int i = 0; i < arrived.length; i++) arrived[i] = events[i] == 1;
    var found = KaplanMeier.of(numbers(o.get("t")), arrived);
    o.get("S")
        .properties()
        .forEach(
            s ->
                assertEquals(
                    s.getValue().asDouble(),
                    found.surviving(Double.parseDouble(s.getKey())),
                    0.0006));
    assertEquals(o.get("median").asDouble(), found.median());
  }

  @Test
  void weightsOfKish() {
    var o = at("kish");
    assertEquals(o.get("n_eff").asDouble(), Weights.effectiveSize(numbers(o.get("w"))), 1e-12);
  }

  private static List<double[]> groups(JsonNode matrix) {
    var groups = new ArrayList<double[]>();
    for (var row : matrix) groups.add(numbers(row));
    return groups;
  }

  /** The data set "attitude" of R (Chatterjee and Price 1977). */
  private static final double[][] ATTITUDE = {
    {43, 51, 30, 39, 61, 92, 45}, {63, 64, 51, 54, 63, 73, 47}, {71, 70, 68, 69, 76, 86, 48},
    {61, 63, 45, 47, 54, 84, 35}, {81, 78, 56, 66, 71, 83, 47}, {43, 55, 49, 44, 54, 49, 34},
    {58, 67, 42, 56, 66, 68, 35}, {71, 75, 50, 55, 70, 66, 41}, {72, 82, 72, 67, 71, 83, 31},
    {67, 61, 45, 47, 62, 80, 41}, {64, 53, 53, 58, 58, 67, 34}, {67, 60, 47, 39, 59, 74, 41},
    {69, 62, 57, 42, 55, 63, 25}, {68, 83, 83, 45, 59, 77, 35}, {77, 77, 54, 72, 79, 77, 46},
    {81, 90, 50, 72, 60, 54, 36}, {74, 85, 64, 69, 79, 79, 63}, {65, 60, 65, 75, 55, 80, 60},
    {65, 70, 46, 57, 75, 85, 46}, {50, 58, 68, 54, 64, 78, 52}, {50, 40, 33, 34, 43, 64, 33},
    {64, 61, 52, 62, 66, 80, 41}, {53, 66, 52, 50, 63, 80, 37}, {40, 37, 42, 58, 50, 57, 49},
    {63, 54, 42, 48, 66, 75, 33}, {66, 77, 66, 63, 88, 76, 72}, {78, 75, 58, 74, 80, 78, 49},
    {48, 57, 44, 45, 51, 83, 38}, {85, 85, 71, 71, 77, 74, 55}, {82, 82, 39, 59, 64, 78, 39}
  };

  /** NIST's SiRstv: resistivity of silicon by five instruments. */
  private static final double[][] SIRSTV = {
    {196.3052, 196.1240, 196.1890, 196.2569, 196.3403},
    {196.3042, 196.3825, 196.1669, 196.3257, 196.0422},
    {196.1303, 196.2005, 196.2889, 196.0343, 196.1811},
    {196.2795, 196.1748, 196.1494, 196.1485, 195.9885},
    {196.2119, 196.1051, 196.1850, 196.0052, 196.2090}
  };
}
