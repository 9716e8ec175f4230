package plimsoll.roadmap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import plimsoll.roadmap.Effect.Finding;
import plimsoll.statistics.Chance;

/**
 * Tries the test of an initiative over six waves, where half of the teams take it on, one after the
 * other in the third, fourth and fifth: level of a team SD 12, error of each wave SD 6. Seeded, and
 * apart from the fast tests.
 */
@Tag("simulation")
class AdoptionSimulationTest {
  private static final int WAVES = 6;
  private static final int FIRST = 3;
  private static final int COHORTS = 3;

  /** A share of a twentieth needs more tries to be known. */
  private static final int ALARMS = 3;

  /** The power of the prototype (measurement, 7.3) stands beside what is found. */
  @ParameterizedTest
  @CsvSource({
    "6, 2000, 0.47, 0.89, false",
    "10, 1000, 0.59, 0.99, false",
    "20, 300, 0.95, 1.00, false",
    "10, 1000, 0.59, 0.99, true"
  })
  void nothingIsSeldomTakenForAnEffectAndALargeOneFound(
      int teams, int rounds, double ten, double twenty, boolean rounded) {
    double alarms = alarms(teams, ALARMS * rounds, rounded);
    var none = found(teams, rounds, 0, rounded);
    var some = found(teams, rounds, 10, rounded);
    var much = found(teams, rounds, 20, rounded);
    System.out.printf(
        Locale.ROOT,
        "| p of 0.05 or less, %d teams%s, where it relieves by 0, 10, 20 points (%d tries, %d of 0) | %.1f,"
            + " %.1f, %.1f %% | said to help, not to: %.1f, %.1f, %.1f %%; %.1f, %.1f, %.1f %% |"
            + " interval holds the truth %.1f, %.1f, %.1f %% |%n",
        teams,
        rounded ? ", rounded to 5" : "",
        rounds,
        ALARMS * rounds,
        alarms,
        some.significant(),
        much.significant(),
        none.helped(),
        some.helped(),
        much.helped(),
        none.none(),
        some.none(),
        much.none(),
        none.held(),
        some.held(),
        much.held());
    assertTrue(alarms <= 6, () -> alarms + " is too many");
    assertTrue(none.helped() <= 6, () -> none + " is too many");
    assertTrue(some.significant() >= 100 * ten - 10, () -> some + " is too few");
    assertTrue(much.significant() >= 100 * twenty - 10, () -> much + " is too few");
    assertEquals(90, none.held(), 6);
  }

  /** How often in percent: p ≤ 0.05, "helped", "no effect", and the interval holds the truth. */
  private record Found(double significant, double helped, double none, double held) {}

  private static Found found(int teams, int rounds, double relief, boolean rounded) {
    int significant = 0;
    int helped = 0;
    int none = 0;
    int held = 0;
    for (int i = 0; i < rounds; i++) {
      var adoption = adoption(Chance.of(i, "adoption " + teams), teams, relief, rounded);
      var effect = adoption.judged(10, i);
      if (adoption.p(i) <= 0.05) significant++;
      if (effect.finding() == Finding.HELPED) helped++;
      if (effect.finding() == Finding.NO_EFFECT) none++;
      if (effect.low() <= -relief && -relief <= effect.high()) held++;
    }
    double percent = 100.0 / rounds;
    return new Found(percent * significant, percent * helped, percent * none, percent * held);
  }

  /** How often in percent p is 0.05 or less where there is no effect. */
  private static double alarms(int teams, int rounds, boolean rounded) {
    int alarms = 0;
    for (int i = 0; i < rounds; i++) {
      if (adoption(Chance.of(i, "alarm " + teams), teams, 0, rounded).p(i) <= 0.05) alarms++;
    }
    return 100.0 * alarms / rounds;
  }

  private static Adoption adoption(Chance chance, int teams, double relief, boolean rounded) {
    var scores = new HashMap<String, double[]>();
    var adopted = new HashMap<String, Integer>();
    for (int team = 0; team < teams; team++) {
      int wave = team < teams / 2 ? FIRST + team % COHORTS : WAVES + 1;
      scores.put("t" + team, row(chance, wave, relief, rounded));
      if (wave <= WAVES) adopted.put("t" + team, wave);
    }
    return new Adoption(Map.copyOf(scores), adopted);
  }

  private static double[] row(Chance chance, int adopted, double relief, boolean rounded) {
    double level = 60 + 12 * chance.normal();
    double[] row = new double[WAVES];
    for (int wave = 1; wave <= WAVES; wave++) {
      double score = level + 6 * chance.normal() - (wave >= adopted ? relief : 0);
      row[wave - 1] = rounded ? 5 * Math.rint(score / 5) : score;
    }
    return row;
  }
}
