package plimsoll.statistics;

import static java.util.Map.entry;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.stat.inference.MannWhitneyUTest;
import org.apache.commons.math3.stat.inference.WilcoxonSignedRankTest;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import plimsoll.statistics.Oracles.Room;

/** Every value that was computed elsewhere, to its stated tolerance. */
class OraclesTest {

  @TestFactory
  Stream<DynamicTest> whatWasComputedElsewhereIsFoundHere() {
    return Oracles.of(
        Room.STATISTICS,
        Map.ofEntries(
            entry("team_interval", OraclesTest::aTeamsInterval),
            entry("org_stratified", OraclesTest::theOrganisationsStratifiedMean),
            entry("alpha_attitude", OraclesTest::consistencyOfTheAttitudeData),
            entry("two_item", OraclesTest::consistencyOfTwoItems),
            entry("shrout_fleiss", OraclesTest::intraclassCorrelations),
            entry("icc_unbalanced", OraclesTest::intraclassCorrelationsOfUnequalGroups),
            entry("rwg", OraclesTest::agreementWithinAGroup),
            entry("eight_schools", OraclesTest::eightSchools),
            entry("bca_exhaustive_n5", OraclesTest::theBootstrapOverAllResamples),
            entry("mwu", o -> o.all().forEach(OraclesTest::twoSamples)),
            entry("wilcoxon", o -> o.all().forEach(OraclesTest::pairs)),
            entry("holm", o -> o.all().forEach(OraclesTest::manyTestsAtOnce)),
            entry("nist", OraclesTest::momentsOfNist),
            entry("proportions", o -> o.all().forEach(OraclesTest::intervalsOfShares)),
            entry("nps", OraclesTest::theBalanceOfRecommendations),
            entry("km_6mp", OraclesTest::remissionsUnderSixMercaptopurine),
            entry("kish", OraclesTest::weightsOfKish)));
  }

  private static void aTeamsInterval(Oracle o) {
    double tol = o.number("tol");
    double[] scores = o.numbers("scores");
    assertEquals(o.number("sd"), Moments.standardDeviation(scores), tol);
    between(o.at("t_ci_own_var"), Estimate.ofSample(scores).interval(0.95), tol);
    assertEquals(o.number("d0"), Pooled.PRIOR);
    var estimate = new Pooled(o.number("pooled_var"), 20).moderated(scores);
    assertEquals(o.number("mean"), estimate.value(), tol);
    double variance = estimate.standardError() * estimate.standardError() * scores.length;
    assertEquals(o.number("moderated_var"), variance, tol);
    assertEquals(o.number("df"), estimate.degreesOfFreedom(), tol);
    assertEquals(o.number("t"), estimate.quantile(0.95), tol);
    between(o.at("ci"), estimate.interval(0.95), tol);
    leaningIsKnown(o.at("eb_fixed"), estimate, tol);
  }

  private static void leaningIsKnown(Oracle o, Estimate team, double tol) {
    double spread = Math.sqrt(o.number("tau2"));
    var found = Leaning.of(team.value(), team.standardError(), o.number("mu"), spread);
    assertEquals(o.number("B"), found.lean(), tol);
    assertEquals(o.number("theta"), found.value(), tol);
    assertEquals(o.number("sd"), found.deviation(), tol);
  }

  private static void theOrganisationsStratifiedMean(Oracle o) {
    double tol = o.number("tol");
    double[] roster = o.numbers("roster");
    double[] n = o.numbers("n");
    double[] means = o.numbers("means");
    var strata = new ArrayList<Stratified.Stratum>();
    for (int j = 0; j < n.length; j++) {
      strata.add(new Stratified.Stratum(roster[j], (int) n[j], means[j]));
    }
    double freedom = Arrays.stream(n).sum() - n.length;
    var found = Stratified.of(strata, new Pooled(o.number("pooled_var"), freedom));
    assertEquals(o.number("estimate"), found.estimate().value(), tol);
    assertEquals(o.number("se"), found.estimate().standardError(), tol);
    assertEquals(o.number("df"), found.estimate().degreesOfFreedom(), tol);
    between(o.at("ci"), found.estimate().interval(0.95), tol);
    assertEquals(o.number("n_eff"), found.effectiveSize(), tol);
    assertEquals(1, found.coverage());
  }

  private static void eightSchools(Oracle o) {
    double tol = o.number("tol");
    var found = Shrinkage.of(o.numbers("y"), o.numbers("se"), 200, 0.25);
    assertArrayEquals(o.numbers("means"), found.means(), tol);
    assertArrayEquals(o.numbers("sds"), found.standardDeviations(), tol);
    assertEquals(o.number("E_tau"), found.spread(), tol);
    assertEquals(o.number("E_mu"), found.mean(), tol);
    assertEquals(o.number("median_tau"), found.spread(0.5), tol);
  }

  private static void consistencyOfTheAttitudeData(Oracle o) {
    double tol = o.number("tol_alpha");
    assertEquals(o.number("raw_alpha"), Reliability.alpha(ATTITUDE), tol);
    assertEquals(o.number("std_alpha"), Reliability.standardisedAlpha(ATTITUDE), tol);
    double near = o.number("tol_omega");
    assertEquals(o.number("omega_minres"), Reliability.omega(ATTITUDE), near);
    var likeliest = OneFactor.likeliest(Reliability.correlations(ATTITUDE));
    assertEquals(o.number("omega_ml"), likeliest.omega(), near);
  }

  private static void consistencyOfTwoItems(Oracle o) {
    double tol = o.number("tol");
    double[] a = o.numbers("a");
    double[] b = o.numbers("b");
    double[][] rows = new double[a.length][];
    Arrays.setAll(rows, i -> new double[] {a[i], b[i]});
    assertEquals(o.number("r"), Reliability.correlations(rows).getEntry(0, 1), tol);
    assertEquals(o.number("spearman_brown"), Reliability.spearmanBrown(a, b), tol);
    assertEquals(o.number("alpha"), Reliability.alpha(rows), tol);
  }

  private static void intraclassCorrelations(Oracle o) {
    double tol = o.number("tol");
    var icc = Icc.of(o.rows("matrix"));
    assertEquals(o.number("F_oneway"), icc.f(), tol);
    assertEquals(o.number("icc1"), icc.single(), tol);
    assertEquals(o.number("icc2_org"), icc.mean(), tol);
  }

  private static void intraclassCorrelationsOfUnequalGroups(Oracle o) {
    double tol = o.number("tol");
    var icc = Icc.of(o.rows("groups"));
    assertEquals(o.number("msb"), icc.between(), tol);
    assertEquals(o.number("msw"), icc.within(), tol);
    assertEquals(o.number("F"), icc.f(), tol);
    assertEquals(o.number("n0"), icc.meanSize(), tol);
    assertEquals(o.number("icc1"), icc.single(), tol);
    assertEquals(o.number("icc2"), icc.mean(), tol);
  }

  private static void agreementWithinAGroup(Oracle o) {
    double tol = o.number("tol");
    var items = o.rows("items");
    double chance = Agreement.uniform(o.whole("scale_points"));
    double variance = items.stream().mapToDouble(Moments::variance).average().orElseThrow();
    assertEquals(o.number("mean_item_var"), variance, tol);
    assertEquals(o.number("rwg_j"), Agreement.withinGroup(items, chance), tol);
    double single = Agreement.withinGroup(items.subList(0, 1), chance);
    assertEquals(o.number("rwg_first_item"), single, tol);
  }

  private static void theBootstrapOverAllResamples(Oracle o) {
    double tol = o.number("tol");
    double[] x = o.numbers("x");
    double mean = Moments.mean(x);
    double[] resampled = everyResample(x);
    assertEquals(o.number("resamples"), resampled.length);
    double below = Arrays.stream(resampled).filter(r -> r < mean).count();
    double upTo = Arrays.stream(resampled).filter(r -> r <= mean).count();
    assertEquals(o.number("P_lt"), below / resampled.length, tol);
    assertEquals(o.number("P_le"), upTo / resampled.length, tol);
    double[] leftOut = new double[x.length];
    Arrays.setAll(leftOut, i -> (Arrays.stream(x).sum() - x[i]) / (x.length - 1));
    var found = Bca.of(mean, resampled, leftOut, 0.95);
    assertEquals(o.number("z0_mid"), found.bias(), tol);
    assertEquals(o.number("a"), found.acceleration(), tol);
    between(o.at("ci95_mid"), found.interval(), tol);
    double strict = new NormalDistribution().inverseCumulativeProbability(below / resampled.length);
    assertEquals(o.number("z0_strict"), strict, tol);
    assertNotEquals(o.at("ci95_strict").numbers()[0], found.interval().low());
    between(o.at("t_ci"), Estimate.ofSample(x).interval(0.95), tol);
  }

  private static double[] everyResample(double[] x) {
    double[] resampled = new double[(int) Math.pow(x.length, x.length)];
    for (int r = 0; r < resampled.length; r++) {
      double sum = 0;
      for (int i = 0, rest = r; i < x.length; i++, rest /= x.length) sum += x[rest % x.length];
      resampled[r] = sum / x.length;
    }
    return resampled;
  }

  private static void twoSamples(Oracle o) {
    double[] x = o.numbers("x");
    double[] y = o.numbers("y");
    var found = TwoSamples.compare(x, y);
    assertEquals(o.number("U_x"), found.statistic());
    double p = o.has("p_exact") ? o.ratio("p_exact") : o.number("p_exact_two_sided");
    assertEquals(p, found.p(), 1e-12);
    if (o.has("cliff")) assertEquals(o.number("cliff"), found.delta(), 1e-12);
    if (o.has("HL")) assertEquals(o.number("HL"), found.shift(), 1e-12);
    if (o.has("HL_x_minus_y")) assertEquals(o.number("HL_x_minus_y"), found.shift(), 1e-12);
    if (o.has("ci95")) between(o.at("ci95"), found.shiftInterval(), 1e-12);
    if (!o.has("p_tie_corrected_nocc")) return;
    assertEquals(o.number("p_tie_corrected_nocc"), TwoSamples.normalP(x, y, false), 1e-12);
    assertEquals(o.number("p_tie_corrected_cc"), TwoSamples.normalP(x, y, true), 1e-12);
    double wrong = new MannWhitneyUTest().mannWhitneyUTest(x, y);
    assertEquals(o.number("p_commons_math3_wrong"), wrong, 1e-12);
  }

  private static void pairs(Oracle o) {
    if (o.has("n")) nothingMoved(o);
    else if (o.has("before")) signedRanksWithTiesAndZeros(o);
    else depressionOfHollanderAndWolfe(o);
  }

  /** Though Commons Math finds some evidence in it. */
  private static void nothingMoved(Oracle o) {
    double[] same = new double[o.whole("n")];
    Arrays.setAll(same, i -> 1 + i % 5);
    assertEquals(o.number("p"), Pairs.compare(same, same).p());
    double wrong = new WilcoxonSignedRankTest().wilcoxonSignedRankTest(same, same, true);
    assertEquals(0.001953125, wrong, 1e-12);
  }

  private static void signedRanksWithTiesAndZeros(Oracle o) {
    double[] before = o.numbers("before");
    double[] after = o.numbers("after");
    var found = Pairs.compare(before, after);
    assertEquals(o.number("W_plus"), found.statistic());
    assertEquals(o.ratio("p_exact"), found.p(), 1e-12);
    assertEquals(o.number("HL_zeros_kept"), found.shift(), 1e-12);
    double[] moved = new double[before.length];
    Arrays.setAll(moved, i -> Math.abs(after[i] - before[i]));
    double[] changes = Arrays.stream(moved).filter(m -> m > 0).toArray();
    assertEquals(o.number("nonzero"), changes.length);
    double[] ranks = Arrays.stream(Ranks.doubled(changes)).mapToDouble(r -> r / 2.0).toArray();
    assertArrayEquals(o.numbers("ranks"), ranks);
  }

  private static void depressionOfHollanderAndWolfe(Oracle o) {
    var found = Pairs.compare(o.numbers("y"), o.numbers("x"));
    assertEquals(o.number("V"), found.statistic());
    assertEquals(o.number("p_exact_two_sided"), found.p(), 1e-12);
    assertEquals(o.number("HL"), found.shift(), 1e-12);
    between(o.at("ci95"), found.shiftInterval(), 1e-12);
  }

  private static void manyTestsAtOnce(Oracle o) {
    assertArrayEquals(o.numbers("adj"), Holm.adjusted(o.numbers("p")), 1e-12);
  }

  private static void momentsOfNist(Oracle o) {
    var first = o.at("NumAcc1");
    double[] x = first.numbers("x");
    assertEquals(first.number("mean"), Moments.mean(x));
    assertEquals(first.number("sd"), Moments.standardDeviation(x), 1e-12);
    var fourth = o.at("NumAcc4");
    double[] alternating = new double[1001];
    Arrays.setAll(alternating, i -> i == 0 ? 10000000.2 : i % 2 == 1 ? 10000000.1 : 10000000.3);
    assertEquals(fourth.number("mean"), Moments.mean(alternating), fourth.number("tol"));
    assertEquals(fourth.number("sd"), Moments.standardDeviation(alternating), fourth.number("tol"));
    assertEquals(o.number("SiRstv_F"), Icc.of(List.of(SIRSTV)).f(), o.number("SiRstv_tol"));
  }

  private static void intervalsOfShares(Oracle o) {
    var share = new Proportion(o.whole("k"), o.whole("n"));
    between(o.at("wilson"), share.wilson(0.95), 1e-12);
    if (o.has("clopper")) between(o.at("clopper"), share.clopperPearson(0.95), 1e-12);
    if (o.has("jeffreys")) between(o.at("jeffreys"), share.jeffreys(0.95), 5e-9);
  }

  /** The file took some 1.959964 for the normal quantile, so that its sixth place is its own. */
  private static void theBalanceOfRecommendations(Oracle o) {
    var found = Balance.of(o.whole("promoters"), o.whole("detractors"), o.whole("n"));
    assertEquals(o.number("nps"), found.value(), 1e-12);
    assertEquals(o.number("se"), found.standardError(), 1e-12);
    between(o.at("wald95"), found.wald(), 1e-6);
    between(o.at("adjusted_wald95"), found.adjusted(), 2e-6);
  }

  private static void remissionsUnderSixMercaptopurine(Oracle o) {
    double[] events = o.numbers("e");
    boolean[] arrived = new boolean[events.length];
    for (int i = 0; i < arrived.length; i++) arrived[i] = events[i] == 1;
    var found = KaplanMeier.of(o.numbers("t"), arrived);
    double tol = o.number("tol");
    o.at("S")
        .byName()
        .forEach(
            (time, share) ->
                assertEquals(share.number(), found.surviving(Double.parseDouble(time)), tol));
    assertEquals(o.number("median"), found.median());
  }

  private static void weightsOfKish(Oracle o) {
    assertEquals(o.number("n_eff"), Weights.effectiveSize(o.numbers("w")), 1e-12);
  }

  private static void between(Oracle expected, Interval found, double tolerance) {
    double[] ends = expected.numbers();
    assertEquals(ends[0], found.low(), tolerance);
    assertEquals(ends[1], found.high(), tolerance);
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
