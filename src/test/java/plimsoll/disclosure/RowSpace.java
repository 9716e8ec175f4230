package plimsoll.disclosure;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * What follows from means that are shown, by linear algebra alone. Each mean is a row over the
 * teams; a person counts in it by the roster of the team over its answers, the same in every row.
 * Ranks are taken in whole numbers modulo a large prime, so nothing is lost to rounding.
 */
final class RowSpace {
  private static final long PRIME = Integer.MAX_VALUE;
  private static final BigInteger MODULUS = BigInteger.valueOf(PRIME);

  private final List<Node> teams;
  private final List<long[]> rows = new ArrayList<>();

  RowSpace(Node tree, Set<String> shown, Random chance) {
    this.teams = tree.leaves().stream().filter(team -> team.people() > 0).toList();
    Map<String, Long> weights = new HashMap<>();
    teams.forEach(team -> weights.put(team.id(), 1L + chance.nextInt(1_000_000)));
    for (Node node : tree.deepestFirst()) if (shown.contains(node.id())) add(node, weights);
  }

  private void add(Node node, Map<String, Long> weights) {
    var inside = Set.copyOf(node.leaves());
    rows.add(
        teams.stream()
            .mapToLong(team -> inside.contains(team) ? weights.get(team.id()) : 0)
            .toArray());
  }

  /**
   * How many sets of teams with fewer people than the minimum are such that something about them
   * alone follows: a combination of rows that is nothing outside of the set, and something in it.
   */
  int revealed(int minimumGroup) {
    if (rows.isEmpty()) return 0;
    int rank = rank(new boolean[teams.size()]);
    return revealed(new boolean[teams.size()], 0, 0, minimumGroup, rank);
  }

  /** Only sets to which no other team can be added: what follows for less follows for them. */
  private int revealed(boolean[] chosen, int next, int people, int minimumGroup, int rank) {
    if (next == teams.size()) {
      return people > 0 && full(chosen, people, minimumGroup) && rank(chosen) < rank ? 1 : 0;
    }
    int found = revealed(chosen, next + 1, people, minimumGroup, rank);
    int with = people + teams.get(next).people();
    if (with >= minimumGroup) return found;
    chosen[next] = true;
    found += revealed(chosen, next + 1, with, minimumGroup, rank);
    chosen[next] = false;
    return found;
  }

  private boolean full(boolean[] chosen, int people, int minimumGroup) {
    for (int t = 0; t < chosen.length; t++) {
      if (!chosen[t] && people + teams.get(t).people() < minimumGroup) return false;
    }
    return true;
  }

  /** Of the rows without the columns of these teams. */
  private int rank(boolean[] without) {
    var left = rows.stream().map(long[]::clone).toArray(long[][]::new);
    int rank = 0;
    for (int t = 0; t < without.length && rank < left.length; t++) {
      if (!without[t] && eliminated(left, rank, t)) rank++;
    }
    return rank;
  }

  /** False where no row from this one on has anything in the column. */
  private static boolean eliminated(long[][] rows, int from, int column) {
    int pivot = from;
    while (pivot < rows.length && rows[pivot][column] == 0) pivot++;
    if (pivot == rows.length) return false;
    long[] swapped = rows[from];
    rows[from] = rows[pivot];
    rows[pivot] = swapped;
    long inverse = BigInteger.valueOf(rows[from][column]).modInverse(MODULUS).longValue();
    for (int r = from + 1; r < rows.length; r++) {
      long factor = rows[r][column] * inverse % PRIME;
      if (factor == 0) continue;
      for (int c = 0; c < rows[r].length; c++) {
        rows[r][c] = Math.floorMod(rows[r][c] - factor * rows[from][c] % PRIME, PRIME);
      }
    }
    return true;
  }
}
