package plimsoll.readiness;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import plimsoll.readiness.Verdict.Kind;
import plimsoll.statistics.Chance;
import plimsoll.statistics.Moments;

/**
 * Tries the method where its assumptions fail: those under load keep silent, some tick anything,
 * records miss by much. Seeded, and apart from the fast tests.
 */
@Tag("simulation")
class TroubleSimulationTest {
  private static final int[] SIZES = {3, 4, 6, 9, 14};
  private static final int ORGANISATIONS = 600;

  /** No limit: silence that depends on the answer can't be mended, only told. */
  @Test
  void silenceUnderLoadLowersTheLoadThatIsSeen() {
    for (double silence : new double[] {0, 0.02, 0.05}) {
      var holds = new Tally();
      var possible = new Tally();
      double[] off = new double[ORGANISATIONS];
      double asked = 0;
      double answered = 0;
      for (int i = 0; i < ORGANISATIONS; i++) {
        var world =
            new World(Chance.of(i, "silence"), SIZES[i % SIZES.length], World.Kind.HARD, -1);
        world.silence = silence;
        var scores = new Scores(part("EXI"), world.wave().build().teams());
        var estimate = scores.organisation().estimate();
        double truth = world.truth(Criterion.P4);
        off[i] = estimate.value() - truth;
        holds.count(estimate.interval(0.95).contains(truth));
        double people = Arrays.stream(world.rosters).sum();
        double silent = 1 - scores.people() / people;
        possible.count(Math.abs(off[i]) <= 20 * silent + 1.96 * estimate.standardError());
        asked += people;
        answered += scores.people();
      }
      var how = String.format(Locale.ROOT, "silence of %.2f a point, ", silence);
      System.out.printf(
          Locale.ROOT,
          "| %s%.0f %% answer: the load is missed by | %+.1f points |%n",
          how,
          100 * answered / asked,
          Moments.mean(off));
      holds.print(how + "interval holds the truth");
      possible.print(how + "the line of 20 points holds the truth");
      possible.within(0.93, 1);
    }
  }

  @Test
  void verdictsStayMostlyRightWithSilenceUnderLoad() {
    var right = new Tally();
    for (int i = 0; i < ORGANISATIONS; i++) {
      var world = hard(i, 8);
      world.silence = 0.02;
      judge(world, right, new Tally());
    }
    right.print("published verdicts that are right, silence of 0.02 a point");
    right.within(0.85, 1);
  }

  @Test
  void verdictsStayMostlyRightWithCarelessAnswers() {
    for (double careless : new double[] {0.05, 0.15}) {
      var right = new Tally();
      for (int i = 0; i < ORGANISATIONS; i++) {
        var world = hard(i, 8);
        world.careless = careless;
        judge(world, right, new Tally());
      }
      right.print("published verdicts that are right, careless " + careless);
      right.within(0.85, 1);
    }
  }

  /** Neither skewed nor polarised answers are foreseen by the method. */
  @Test
  void verdictsStayMostlyRightWithAnswersOfAnotherShape() {
    right("answers skewed to the low end", world -> world.cuts = new double[] {32, 52, 70, 86});
    right("answers polarised", world -> world.cuts = new double[] {35, 45, 55, 65});
  }

  /** At a slope of 0.03, 4 of 100 say it who feel a need of 20, and 23 who feel one of 80. */
  @Test
  void verdictsStayMostlyRightWhereNoBasisIsSaid() {
    right("a tenth of the answers are no basis", world -> world.noBasis = 0.1);
    right(
        "no basis is said by those in need",
        world -> {
          world.noBasis = 0.1;
          world.noBasisSlope = 0.03;
        });
  }

  @Test
  void verdictsStayMostlyRightWithRecordsThatComeLateOrTwice() {
    right(
        "5 % of hits come late, 2 % count twice",
        world -> {
          world.late = 0.05;
          world.twice = 0.02;
        });
  }

  private static void right(String what, Consumer<World> trouble) {
    var right = new Tally();
    for (int i = 0; i < ORGANISATIONS; i++) {
      var world = hard(i, 8);
      trouble.accept(world);
      judge(world, right, new Tally());
    }
    right.print("published verdicts that are right, " + what);
    right.within(0.85, 1);
  }

  @Test
  void probabilitiesComeTrueAsOftenAsTheySay() {
    var deciles = Stream.generate(Tally::new).limit(5).toList();
    double[] stated = new double[deciles.size()];
    for (int i = 0; i < 2 * ORGANISATIONS; i++) {
      var world = hard(i, 8);
      var bench = new OrganisationBench(new Sitting(world.wave().build()));
      var likeliest =
          bench.inquiry.ruling().probabilities().entrySet().stream()
              .max(Map.Entry.comparingByValue())
              .orElseThrow();
      int decile = (int) Math.max(0, Math.min(4, Math.floor(likeliest.getValue() * 10) - 5));
      stated[decile] += likeliest.getValue();
      deciles.get(decile).count(likeliest.getKey() == world.verdict());
    }
    for (int d = 0; d < stated.length; d++) {
      var tally = deciles.get(d);
      double said = stated[d] / tally.tried();
      tally.print(String.format(Locale.ROOT, "likeliest verdict right where %.2f is said", said));
      if (tally.tried() >= 40) {
        assertTrue(Math.abs(said - tally.share()) <= 0.10, () -> said + " v " + tally.share());
      }
    }
  }

  private static World hard(int i, double bias) {
    return new World(Chance.of(i, "HARD"), SIZES[i % SIZES.length], World.Kind.HARD, bias);
  }

  private static void judge(World world, Tally right, Tally decided) {
    var sitting = new Sitting(world.wave().build());
    var bench = new OrganisationBench(sitting);
    if (!new OrganisationVerdict(sitting, bench, List.of()).gates.isEmpty()) return;
    var ruling = bench.inquiry.ruling();
    boolean clear = ruling.kind() != Kind.UNCLEAR && ruling.leaning() == null;
    decided.count(clear);
    if (!clear) return;
    right.count(ruling.kind() == world.verdict());
  }

  static Part part(String key) {
    return Part.of(Cases.KEYING, 5).stream()
        .filter(p -> p.key().equals(key))
        .findFirst()
        .orElseThrow();
  }
}
