package plimsoll.readiness;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import plimsoll.readiness.Verdict.Kind;
import plimsoll.statistics.Chance;
import plimsoll.statistics.Detectable;
import plimsoll.statistics.Holm;
import plimsoll.statistics.Pairs;
import plimsoll.statistics.Shrinkage;
import plimsoll.statistics.TwoSamples;

/**
 * Tries the method on organisations whose truth is known. Seeded, and apart from the fast tests; it
 * prints the table that stands in docs/method.md.
 */
@Tag("simulation")
class SimulationTest {
  private static final int[] SIZES = {3, 4, 6, 9, 14};
  private static final int ORGANISATIONS = 1000;

  @Test
  void intervalsHoldTheTruthAsOftenAsTheySay() {
    int[] organisation = new int[2];
    int[] team = new int[2];
    int[] leaning = new int[2];
    for (int i = 0; i < ORGANISATIONS; i++) {
      var chance = Chance.of(i, "coverage");
      var world = new World(chance, SIZES[i % SIZES.length], World.Kind.HARD, -1);
      var scores = new Scores(part("D2"), world.wave().build().teams());
      var whole = scores.organisation();
      if (whole.coverage() >= 0.8) {
        count(organisation, whole.estimate().interval(0.95).contains(world.truth(Criterion.D2)));
      }
      countTeams(world, scores, team, leaning);
    }
    print("organisation's 95 % interval holds the truth", organisation);
    print("team's 95 % interval, n of 4 or more", team);
    print("team's 95 % interval, leaning on the others", leaning);
    within(0.93, 0.97, organisation);
    within(0.93, 0.97, team);
    within(0.92, 0.98, leaning);
  }

  @Test
  void exactTestsRaiseFewFalseAlarms() {
    for (int n : new int[] {5, 8, 12, 20, 30}) {
      var chance = Chance.of(n, "ranks");
      int[] two = new int[2];
      int[] pairs = new int[2];
      for (int i = 0; i < 2000; i++) {
        double[] x = answers(n, chance);
        double[] y = answers(n, chance);
        count(two, TwoSamples.compare(x, y).p() <= 0.05);
        count(pairs, Pairs.compare(x, y).p() <= 0.05);
      }
      print("false alarms of Mann-Whitney, n = " + n, two);
      print("false alarms of signed ranks, n = " + n, pairs);
      within(0, 0.055, two);
      within(0, 0.055, pairs);
    }
  }

  /** As many people say they would tell the change that is stated before a campaign. */
  @Test
  void theChangeThatIsStatedBeforehandIsTold() {
    for (int n : new int[] {12, 40, 80}) {
      var chance = Chance.of(n, "detectable");
      double change = Detectable.shift(n, n, 21);
      int[] told = new int[2];
      for (int i = 0; i < 1000; i++) {
        double[] before = twoItems(n, 50 - change / 2, chance);
        double[] after = twoItems(n, 50 + change / 2, chance);
        count(told, TwoSamples.compare(before, after).p() <= 0.05);
      }
      print("a change of %.0f points told, n = %d".formatted(change, n), told);
      within(0.74, 0.88, told);
    }
  }

  @Test
  void nineConstructsTogetherRaiseFewFalseAlarms() {
    var chance = Chance.of(9, "family");
    int[] family = new int[2];
    for (int i = 0; i < 1500; i++) {
      double[] p = new double[9];
      for (int c = 0; c < p.length; c++) {
        p[c] = TwoSamples.compare(answers(20, chance), answers(20, chance)).p();
      }
      count(family, Arrays.stream(Holm.adjusted(p)).anyMatch(a -> a <= 0.05));
    }
    print("any false alarm among nine constructs, Holm", family);
    within(0, 0.06, family);
  }

  @Test
  void publishedVerdictsAreMostlyRight() {
    within(0.95, 1, verdicts(300, World.Kind.EASY, new int[2]));
    within(0.85, 1, verdicts(600, World.Kind.HARD, new int[2]));
  }

  @Test
  void aPlatformTeamIsSeldomBuiltInVain() {
    int[] inVain = new int[2];
    verdicts(700, World.Kind.NEAR_BUILD, inVain);
    assertTrue(inVain[1] >= 200, () -> "only " + inVain[1] + " Build verdicts");
    within(0, 0.10, inVain);
  }

  @Test
  void verdictsStandWhileNothingChanges() {
    int[] flips = new int[2];
    for (int i = 0; i < 150; i++) {
      var world = new World(Chance.of(i, "waves"), SIZES[i % SIZES.length], World.Kind.HARD, 8);
      Readiness previous = null;
      for (int wave = 0; wave < 3; wave++) {
        var cases = world.wave();
        cases.previous = previous;
        var now = cases.assess();
        if (previous != null) count(flips, flipped(previous.verdict(), now.verdict()));
        previous = now;
      }
    }
    print("verdicts that change between waves of the same truth", flips);
    within(0, 0.05, flips);
  }

  /** Becoming clear or unclear is no change of mind. */
  private static boolean flipped(Verdict before, Verdict now) {
    return before.kind() != now.kind()
        && before.kind() != Kind.UNCLEAR
        && now.kind() != Kind.UNCLEAR;
  }

  /** A verdict that only leans is not counted as published. */
  private static int[] verdicts(int count, World.Kind kind, int[] inVain) {
    int[] right = new int[2];
    int[] decided = new int[2];
    for (int i = 0; i < count; i++) {
      var world = new World(Chance.of(i, kind.name()), SIZES[i % SIZES.length], kind, 8);
      var sitting = new Sitting(world.wave().build());
      var bench = new OrganisationBench(sitting);
      if (!new OrganisationVerdict(sitting, bench, List.of()).gates.isEmpty()) continue;
      var ruling = bench.inquiry.ruling();
      boolean clear = ruling.kind() != Kind.UNCLEAR && ruling.leaning() == null;
      count(decided, clear);
      if (!clear) continue;
      count(right, ruling.kind() == world.verdict());
      if (ruling.kind() == Kind.BUILD_PLATFORM_TEAM)
        count(inVain, world.verdict() != ruling.kind());
    }
    print("verdicts published, " + kind, decided);
    print("published verdicts that are right, " + kind, right);
    print("published Build verdicts that are wrong, " + kind, inVain);
    return right;
  }

  private static void countTeams(World world, Scores scores, int[] team, int[] leaning) {
    var shown = new ArrayList<Integer>();
    for (int j = 0; j < world.rosters.length; j++) if (scores.people(j) >= 4) shown.add(j);
    for (int j : shown) {
      count(team, scores.team(j).interval(0.95).contains(world.truth(Criterion.D2, j)));
    }
    if (shown.size() < 3) return;
    var among =
        Shrinkage.of(
            shown.stream().mapToDouble(j -> scores.team(j).value()).toArray(),
            shown.stream().mapToDouble(j -> scores.team(j).standardError()).toArray());
    double[] means = among.means();
    double[] deviations = among.standardDeviations();
    for (int i = 0; i < means.length; i++) {
      double off = Math.abs(world.truth(Criterion.D2, shown.get(i)) - means[i]);
      count(leaning, off <= 1.96 * deviations[i]);
    }
  }

  private static Part part(String key) {
    return Part.of(Cases.KEYING, 5).stream()
        .filter(p -> p.key().equals(key))
        .findFirst()
        .orElseThrow();
  }

  private static double[] answers(int n, Chance chance) {
    double[] all = new double[n];
    Arrays.setAll(all, i -> Math.max(1, Math.min(5, Math.rint(3.4 + 1.1 * chance.normal()))));
    return all;
  }

  /** Means of two five-point items over people who differ by 18 and answer with a noise of 14. */
  private static double[] twoItems(int n, double middle, Chance chance) {
    double[] all = new double[n];
    Arrays.setAll(
        all,
        i -> {
          double person = middle + 18 * chance.normal();
          return (item(person, chance) + item(person, chance)) / 2;
        });
    return all;
  }

  private static double item(double person, Chance chance) {
    double felt = person + 14 * chance.normal();
    return 25 * Math.max(0, Math.min(4, Math.ceil(felt / 20) - 1));
  }

  private static void count(int[] tally, boolean holds) {
    if (holds) tally[0]++;
    tally[1]++;
  }

  private static void within(double low, double high, int[] tally) {
    double share = (double) tally[0] / tally[1];
    assertTrue(share >= low && share <= high, () -> share + " is not " + low + " to " + high);
  }

  private static void print(String what, int[] tally) {
    System.out.printf(
        Locale.ROOT, "| %s | %.1f %% of %d |%n", what, 100.0 * tally[0] / tally[1], tally[1]);
  }
}
