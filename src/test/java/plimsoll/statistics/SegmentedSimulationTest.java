package plimsoll.statistics;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How often a weekly series in which nothing happened is said to have broken. */
@Tag("simulation")
class SegmentedSimulationTest {
  private static final int ROUNDS = 1000;

  @Test
  void aBreakIsSeldomSeenWhereThereIsNone() {
    for (int weeks : new int[] {24, 52, 104}) {
      for (double factor : new double[] {0, 0.3, 0.6}) {
        double[] alarms = alarms(weeks, factor);
        System.out.printf(
            "%d weeks, resemblance %.1f: level, slope and eighth week by Newey and West"
                + " %.1f, %.1f, %.1f %%; averaged %.1f, %.1f, %.1f %%%n",
            weeks, factor, alarms[0], alarms[1], alarms[2], alarms[3], alarms[4], alarms[5]);
        for (int i = 3; i < 6; i++) assertTrue(alarms[i] <= 9, "a false alarm of " + alarms[i]);
      }
    }
  }

  private static double[] alarms(int weeks, double factor) {
    var chance = new Chance(weeks + Math.round(100 * factor));
    double[] alarms = new double[6];
    for (int round = 0; round < ROUNDS; round++) {
      double[] series = series(weeks, factor, chance);
      count(alarms, 0, Segmented.neweyWest(series, weeks / 2));
      count(alarms, 3, Segmented.of(series, weeks / 2));
    }
    return alarms;
  }

  private static void count(double[] alarms, int from, Segmented found) {
    double share = 100.0 / ROUNDS;
    if (!found.level().interval(0.95).contains(0)) alarms[from] += share;
    if (!found.slope().interval(0.95).contains(0)) alarms[from + 1] += share;
    if (!found.after(8).interval(0.95).contains(0)) alarms[from + 2] += share;
  }

  private static double[] series(int weeks, double factor, Chance chance) {
    double[] series = new double[weeks];
    double last = chance.normal() / Math.sqrt(1 - factor * factor);
    for (int w = 0; w < weeks; w++) {
      last = factor * last + chance.normal();
      series[w] = last;
    }
    return series;
  }
}
