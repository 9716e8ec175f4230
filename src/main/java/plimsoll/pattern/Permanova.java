package plimsoll.pattern;

import java.util.Arrays;
import org.apache.commons.math3.random.RandomGenerator;
import org.apache.commons.math3.random.Well19937c;
import plimsoll.statistics.Arrangement;

/**
 * Whether services differ more between teams than within: permutational analysis of variance on
 * distances (M. J. Anderson, Austral Ecology 26, 2001).
 *
 * @param f pseudo-F; infinite where teams are uniform in themselves
 * @param r2 share of the spread that lies between teams, 0 to 1
 * @param p probability of an F as large if teams did not matter, in (0, 1]
 */
public record Permanova(double f, double r2, double p) {
  private static final int MOST_ARRANGEMENTS = 10_000;
  private static final int PERMUTATIONS = 999;

  /**
   * Tries every arrangement where there are at most 10,000, else 999 random ones and the real one.
   *
   * @param distances all pairs
   * @param teams the team of each service, 0 or more; at least two teams and more services than
   *     teams
   */
  public static Permanova of(double[][] distances, int[] teams, long seed) {
    int groups = (int) Arrays.stream(teams).distinct().count();
    int n = teams.length;
    double total = total(distances);
    double within = within(distances, teams);
    double f = (total - within) / (groups - 1) / (within / (n - groups));
    var count = new Count(distances, within);
    double p =
        arrangements(teams) <= MOST_ARRANGEMENTS
            ? count.ofEvery(teams)
            : count.ofSome(teams, new Well19937c(seed));
    return new Permanova(f, total == 0 ? 0 : 1 - within / total, p);
  }

  private static double total(double[][] distances) {
    return within(distances, new int[distances.length]);
  }

  private static double within(double[][] distances, int[] teams) {
    int most = Arrays.stream(teams).max().orElse(0) + 1;
    var sums = new double[most];
    var sizes = new int[most];
    for (int i = 0; i < teams.length; i++) {
      sizes[teams[i]]++;
      for (int j = 0; j < i; j++) {
        if (teams[i] == teams[j]) {
          sums[teams[i]] += distances[i][j] * distances[i][j];
        }
      }
    }
    double within = 0;
    for (int team = 0; team < most; team++) {
      within += sizes[team] == 0 ? 0 : sums[team] / sizes[team];
    }
    return within;
  }

  private static double arrangements(int[] teams) {
    var sizes = new int[Arrays.stream(teams).max().orElse(0) + 1];
    double product = 1;
    for (int i = 0; i < teams.length; i++) {
      product *= (i + 1.0) / ++sizes[teams[i]];
    }
    return product;
  }

  /** The less spread within teams, the larger F; so it is enough to compare that. */
  private static final class Count {
    private final double[][] distances;
    private final double observed;
    private int asLarge;
    private int tried;

    Count(double[][] distances, double observed) {
      this.distances = distances;
      this.observed = observed;
    }

    double ofEvery(int[] teams) {
      int[] arrangement = teams.clone();
      Arrays.sort(arrangement);
      do {
        consider(arrangement);
      } while (Arrangement.next(arrangement));
      return (double) asLarge / tried;
    }

    double ofSome(int[] teams, RandomGenerator random) {
      int[] arrangement = teams.clone();
      for (int i = 0; i < PERMUTATIONS; i++) {
        Arrangement.shuffle(arrangement, random);
        consider(arrangement);
      }
      return (1.0 + asLarge) / (1.0 + tried);
    }

    private void consider(int[] arrangement) {
      tried++;
      if (within(distances, arrangement) <= observed + 1e-12) {
        asLarge++;
      }
    }
  }
}
