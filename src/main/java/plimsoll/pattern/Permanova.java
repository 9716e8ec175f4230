package plimsoll.pattern;

import java.util.Arrays;
import org.apache.commons.math3.random.RandomGenerator;
import org.apache.commons.math3.random.Well19937c;
import plimsoll.statistics.Arrangement;

/**
 * Whether services differ more between teams than within: permutational analysis of variance on
 * distances (M. J. Anderson, Austral Ecology 26, 2001).
 *
 * @param f pseudo-F, 0 or more; null where nothing differs within teams, which makes it infinite
 * @param r2 share of the spread that lies between teams, 0 to 1; 0 where nothing differs at all
 * @param p probability of an F as large if teams did not matter, in (0, 1]; null where an
 *     arrangement has so many pairs that not even {@value #LEAST} could be tried
 * @param tried how many arrangements; null in what was kept before they were counted
 */
public record Permanova(Double f, double r2, Double p, Integer tried) {
  /** With fewer services a team than this the test can hardly find anything. */
  static final int SERVICES_A_TEAM = 4;

  private static final int MOST_ARRANGEMENTS = 10_000;
  private static final int PERMUTATIONS = 999;
  private static final int LEAST = 99;

  /** Pairs within teams, over all arrangements: some seconds. */
  private static final long MOST_PAIRS = 400_000_000;

  /** Absorbs that a sum comes out otherwise in another order. */
  private static final double EPSILON = 1e-9;

  /**
   * Tries every arrangement where there are at most 10,000, else 999 random ones, fewer where teams
   * have very many services, and the real one: (1 + as large) / (1 + tried), after B. Phipson and
   * G. K. Smyth, 2010.
   *
   * @param distances all pairs, none NaN
   * @param teams the team of each service, numbered from 0; at least two teams and more services
   *     than teams
   * @throws IllegalArgumentException when there are fewer
   */
  public static Permanova of(double[][] distances, int[] teams, long seed) {
    return of(Distances.of(distances), teams, seed);
  }

  static Permanova of(Distances distances, int[] teams, long seed) {
    int groups = (int) Arrays.stream(teams).distinct().count();
    int n = teams.length;
    if (groups < 2 || n <= groups) {
      throw new IllegalArgumentException(n + " services of " + groups + " teams tell nothing");
    }
    double total = within(distances, new int[n]);
    double within = within(distances, teams);
    boolean differs = within > EPSILON * total;
    Double f =
        differs ? (Double) ((total - within) / (groups - 1) / (within / (n - groups))) : null;
    var count = new Count(distances, within + EPSILON * total);
    Double p =
        arrangements(teams) <= MOST_ARRANGEMENTS
            ? (Double) count.ofEvery(teams)
            : count.ofSome(teams, affordable(teams), new Well19937c(seed));
    return new Permanova(f, total == 0 ? 0 : 1 - within / total, p, count.tried);
  }

  /** How many random arrangements; none where they would be too few. */
  private static int affordable(int[] teams) {
    long pairs = Arrays.stream(sizes(teams)).mapToLong(size -> size * (size - 1L) / 2).sum();
    long affordable = Math.min(PERMUTATIONS, MOST_PAIRS / Math.max(1, pairs));
    return affordable < LEAST ? 0 : (int) affordable;
  }

  /** For each team the sum of squared distances over its size, added up. */
  private static double within(Distances distances, int[] teams) {
    var members = members(teams);
    double within = 0;
    for (int[] team : members) {
      double sum = 0;
      for (int i = 0; i < team.length; i++) {
        for (int j = 0; j < i; j++) {
          double distance = distances.between(team[i], team[j]);
          sum += distance * distance;
        }
      }
      if (team.length > 0) within += sum / team.length;
    }
    return within;
  }

  private static int[][] members(int[] teams) {
    int[] sizes = sizes(teams);
    var members = new int[sizes.length][];
    for (int team = 0; team < sizes.length; team++) members[team] = new int[sizes[team]];
    for (int i = 0; i < teams.length; i++) members[teams[i]][--sizes[teams[i]]] = i;
    return members;
  }

  private static int[] sizes(int[] teams) {
    var sizes = new int[Arrays.stream(teams).max().orElse(0) + 1];
    for (int team : teams) sizes[team]++;
    return sizes;
  }

  /** How many ways there are to hand the services to teams of these sizes. */
  private static double arrangements(int[] teams) {
    double product = 1;
    int handed = 0;
    for (int size : sizes(teams)) {
      for (int k = 1; k <= size; k++) product *= ++handed / (double) k;
    }
    return Math.rint(product);
  }

  /** The less spread within teams, the larger F; so it is enough to compare that. */
  private static final class Count {
    private final Distances distances;
    private final double observed;
    private int asLarge;
    private int tried;

    Count(Distances distances, double observed) {
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

    Double ofSome(int[] teams, int times, RandomGenerator random) {
      if (times == 0) return null;
      int[] arrangement = teams.clone();
      for (int i = 0; i < times; i++) {
        Arrangement.shuffle(arrangement, random);
        consider(arrangement);
      }
      return (1.0 + asLarge) / (1.0 + tried);
    }

    private void consider(int[] arrangement) {
      tried++;
      if (within(distances, arrangement) <= observed) asLarge++;
    }
  }
}
