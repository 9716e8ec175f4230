package plimsoll.readiness;

import java.util.ArrayList;
import java.util.List;

/**
 * The thresholds of the decision table: judgements, so each is tried on both sides.
 *
 * @param cut need from which a criterion is met, 0 to 100
 * @param devops how many of D1 to D4 call for DevOps practice first
 * @param need how many of P2 to P4 call for a platform
 * @param divergence from which patterns diverge, 0 to 1
 */
record Setting(double cut, int devops, int need, double divergence) {

  static final Setting USUAL = new Setting(50, 2, 2, 0.10);

  /** All 81 combinations of three thresholds each. */
  static final List<Setting> GRID = grid();

  private static List<Setting> grid() {
    var all = new ArrayList<Setting>();
    for (double cut : new double[] {40, 50, 60}) {
      for (int devops = 1; devops <= 3; devops++) {
        for (int need = 1; need <= 3; need++) {
          for (double d : new double[] {0.05, 0.10, 0.15}) {
            all.add(new Setting(cut, devops, need, d));
          }
        }
      }
    }
    return List.copyOf(all);
  }
}
