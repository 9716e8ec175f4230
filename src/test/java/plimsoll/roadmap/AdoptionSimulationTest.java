package plimsoll.roadmap;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import plimsoll.statistics.Chance;

/**
 * Tries the test of an initiative on eight teams and five waves, where four take it on in the
 * third: team's level SD 12, each wave's error SD 6. Seeded, and apart from the fast tests.
 */
@Tag("simulation")
class AdoptionSimulationTest {
  private static final int ROUNDS = 2000;
  private static final int TEAMS = 8;
  private static final int WAVES = 5;

  @Test
  void nothingIsSeldomTakenForAnEffect() {
    double none = found(0);
    assertTrue(none <= 0.06, () -> none + " is too many");
    assertTrue(found(15) > found(10));
  }

  /** How often p is 0.05 or less where the initiative gave so many points of relief. */
  private static double found(double relief) {
    int found = 0;
    for (int i = 0; i < ROUNDS; i++) {
      if (adoption(Chance.of(i, "adoption"), relief).p(i) <= 0.05) found++;
    }
    System.out.printf(
        Locale.ROOT,
        "| p of 0.05 or less where an initiative relieves by %.0f | %.1f %% of %d |%n",
        relief,
        100.0 * found / ROUNDS,
        ROUNDS);
    return (double) found / ROUNDS;
  }

  private static Adoption adoption(Chance chance, double relief) {
    var scores = new HashMap<String, double[]>();
    var adopted = new HashMap<String, Integer>();
    for (int team = 0; team < TEAMS; team++) {
      scores.put("t" + team, row(chance, team < TEAMS / 2 ? relief : 0));
      if (team < TEAMS / 2) adopted.put("t" + team, 3);
    }
    return new Adoption(Map.copyOf(scores), adopted);
  }

  private static double[] row(Chance chance, double relief) {
    double level = 60 + 12 * chance.normal();
    double[] row = new double[WAVES];
    for (int wave = 0; wave < WAVES; wave++) {
      row[wave] = level + 6 * chance.normal() - (wave >= 2 ? relief : 0);
    }
    return row;
  }
}
