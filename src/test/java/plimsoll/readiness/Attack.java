package plimsoll.readiness;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.DecompositionSolver;
import org.apache.commons.math3.linear.RealVector;

/**
 * Somebody who knows who was in which team in every wave, how much people, teams and waves differ,
 * and everything that was published, and works out each single answer as well as that allows: the
 * best linear guess, which is the least squares solution of the system with what is known of people
 * besides. Whoever is not linked from one wave to the next guesses from the marginals alone.
 */
final class Attack {
  private static final double TEAMS = 144;
  private static final double MIDDLE = 50;

  private final List<Cell> known;
  private final boolean linking;
  private final double people;
  private final double waves;
  private final DecompositionSolver solver;
  private final RealVector weights;

  /**
   * A mean that was published.
   *
   * @param people who stands behind it, by the attacker's knowledge
   * @param teams how many of them in which team
   * @param error variance of its rounding
   */
  record Cell(
      int wave, Set<String> people, Map<String, Integer> teams, double value, double error) {

    static Cell of(
        int wave, Set<String> people, Map<String, String> in, double value, double error) {
      var teams = new HashMap<String, Integer>();
      people.forEach(person -> teams.merge(in.get(person), 1, Integer::sum));
      return new Cell(wave, people, teams, value, error);
    }
  }

  /**
   * A guess of an answer.
   *
   * @param need 0 to 100
   * @param variance how sure the attacker is
   */
  record Guess(double need, double variance) {
    boolean hits(int answer) {
      return Math.max(1, Math.min(5, Math.rint(need / 25 + 1))) == answer;
    }
  }

  /**
   * @param linking knows that a person is the same in the next wave
   */
  Attack(Company.Nature nature, List<Cell> known, boolean linking) {
    this.known = known;
    this.linking = linking;
    this.people = 324 + 52;
    this.waves = 0.5 + 625 * nature.wavering() / 2;
    this.solver = known.isEmpty() ? null : solver();
    this.weights = known.isEmpty() ? null : solver.solve(seen());
  }

  Guess guess(String person, String team, int wave) {
    double prior = TEAMS + people + waves;
    if (known.isEmpty()) return new Guess(MIDDLE, prior);
    RealVector with = with(person, team, wave);
    double left = prior - with.dotProduct(solver.solve(with));
    return new Guess(MIDDLE + with.dotProduct(weights), left);
  }

  private RealVector seen() {
    RealVector seen = new ArrayRealVector(known.size());
    for (int i = 0; i < known.size(); i++) seen.setEntry(i, known.get(i).value - MIDDLE);
    return seen;
  }

  private DecompositionSolver solver() {
    var variances = new Array2DRowRealMatrix(known.size(), known.size());
    for (int i = 0; i < known.size(); i++) {
      for (int j = 0; j <= i; j++) {
        double both = both(known.get(i), known.get(j));
        if (i == j) both += known.get(i).error + 1e-6;
        variances.setEntry(i, j, both);
        variances.setEntry(j, i, both);
      }
    }
    return new CholeskyDecomposition(variances, 1e-6, 0).getSolver();
  }

  private double both(Cell one, Cell other) {
    double sum = 0;
    for (var team : one.teams.entrySet()) {
      sum += TEAMS * team.getValue() * other.teams.getOrDefault(team.getKey(), 0);
    }
    var smaller = one.people.size() < other.people.size() ? one.people : other.people;
    var larger = smaller == one.people ? other.people : one.people;
    long shared = smaller.stream().filter(larger::contains).count();
    sum += shared * shared(one.wave, other.wave);
    return sum / one.people.size() / other.people.size();
  }

  private RealVector with(String person, String team, int wave) {
    RealVector with = new ArrayRealVector(known.size());
    for (int i = 0; i < known.size(); i++) {
      Cell cell = known.get(i);
      double sum = TEAMS * cell.teams.getOrDefault(team, 0);
      if (cell.people.contains(person)) sum += shared(cell.wave, wave);
      with.setEntry(i, sum / cell.people.size());
    }
    return with;
  }

  private double shared(int one, int other) {
    return one == other ? people + waves : linking ? people : 0;
  }

  /** Of how many people the answer follows for certain where all is exact and nobody wavers. */
  static int determined(List<Set<String>> sums) {
    var numbers = new HashMap<String, Integer>();
    sums.forEach(sum -> sum.forEach(p -> numbers.computeIfAbsent(p, none -> numbers.size())));
    var gram = new Array2DRowRealMatrix(sums.size(), sums.size());
    for (int i = 0; i < sums.size(); i++) {
      for (int j = 0; j < sums.size(); j++) {
        var both = new HashSet<>(sums.get(i));
        both.retainAll(sums.get(j));
        gram.setEntry(i, j, both.size() + (i == j ? 1e-7 : 0));
      }
    }
    var solver = new CholeskyDecomposition(gram, 1e-6, 0).getSolver();
    int determined = 0;
    for (String person : numbers.keySet()) {
      RealVector in = new ArrayRealVector(sums.size());
      for (int i = 0; i < sums.size(); i++) in.setEntry(i, sums.get(i).contains(person) ? 1 : 0);
      if (in.dotProduct(solver.solve(in)) > 1 - 1e-4) determined++;
    }
    return determined;
  }
}
