package plimsoll.pattern;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

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
  private static final double[] DIVERGING = {0.05, Divergence.DIVERGING, 0.15};
  private static final int ENOUGH_TEAMS = 3;

  /** The ways to look that the grid needs, the strictest first. */
  static final List<Spread.Look> LOOKS =
      DoubleStream.of(0.20, Divergence.CONSISTENT, 0.30)
          .mapToObj(cut -> new Spread.Look(null, cut))
          .toList();

  /** A sum of thirds may miss a threshold by the last bit. */
  private static final double EPSILON = 1e-9;

  /**
   * All nine; none where no team has two services to compare.
   *
   * @param spreads what {@link #LOOKS} found
   */
  static List<Trial> grid(List<Spread> spreads) {
    if (spreads.get(0).within().isEmpty()) return List.of();
    return IntStream.range(0, spreads.size())
        .boxed()
        .flatMap(
            i ->
                DoubleStream.of(DIVERGING).mapToObj(from -> of(spreads.get(i), LOOKS.get(i), from)))
        .toList();
  }

  private static Trial of(Spread spread, Spread.Look look, double from) {
    Double excess = spread.excess();
    int teams = spread.consistent().size();
    boolean met = teams >= ENOUGH_TEAMS && excess != null && excess >= from - EPSILON;
    return new Trial(look.cut(), from, teams, excess, met);
  }
}
