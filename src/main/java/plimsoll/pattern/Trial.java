package plimsoll.pattern;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import plimsoll.pattern.Spread.Look;

/**
 * What a platform team's first condition comes to under one pair of thresholds: three teams or more
 * that are consistent in themselves, and drifted apart (measurement 4.7). Both thresholds are
 * judgements, so nine pairs are told.
 *
 * @param consistentUpTo the largest W of a consistent team
 * @param divergingFrom the smallest D of diverging patterns
 * @param consistentTeams how many teams are consistent
 * @param excess D among these; null with fewer than two of them
 * @param met three teams or more are consistent, and D is large enough
 */
public record Trial(
    double consistentUpTo, double divergingFrom, int consistentTeams, Double excess, boolean met) {
  private static final double[] CONSISTENT = {0.20, Divergence.CONSISTENT, 0.30};
  private static final double[] DIVERGING = {0.05, Divergence.DIVERGING, 0.15};
  private static final int ENOUGH_TEAMS = 3;

  /** A sum of thirds may miss a threshold by the last bit. */
  private static final double EPSILON = 1e-9;

  /** What must be looked at for it. */
  static final List<Look> LOOKS =
      Arrays.stream(CONSISTENT).mapToObj(within -> new Look(null, within)).toList();

  static List<Trial> grid(List<Fingerprint> services) {
    return grid(Spread.of(services, LOOKS));
  }

  /**
   * All nine; none where no team has two services to compare.
   *
   * @param spreads of {@link #LOOKS} at least
   */
  static List<Trial> grid(Map<Look, Spread> spreads) {
    var grid = new ArrayList<Trial>();
    for (var look : LOOKS) {
      var spread = spreads.get(look);
      if (spread.within().isEmpty()) return List.of();
      for (double excess : DIVERGING) grid.add(of(spread, look.cut(), excess));
    }
    return List.copyOf(grid);
  }

  private static Trial of(Spread spread, double within, double from) {
    Double excess = spread.excess();
    boolean met = spread.consistent() >= ENOUGH_TEAMS && excess != null && excess >= from - EPSILON;
    return new Trial(within, from, spread.consistent(), excess, met);
  }
}
