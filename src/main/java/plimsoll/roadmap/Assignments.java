package plimsoll.roadmap;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.random.RandomGenerator;
import org.apache.commons.math3.random.Well19937c;
import plimsoll.statistics.Arrangement;

/** Every way to give the waves of adoption to the teams; random ones where they are too many. */
final class Assignments {
  static final int MOST = 10_000;

  private Assignments() {}

  /** The given one is among them. */
  static List<int[]> of(int[] adopted, long seed) {
    var all = new ArrayList<int[]>();
    int[] next = adopted.clone();
    Arrays.sort(next);
    do {
      all.add(next.clone());
    } while (all.size() <= MOST && Arrangement.next(next));
    return all.size() <= MOST ? all : some(adopted, new Well19937c(seed));
  }

  /**
   * Scores between which there is no relation, known where the others are: two assignments give
   * them the same size of effect only if they give it to all scores.
   */
  static double[][] generic(double[][] scores) {
    var random = new Well19937c(1);
    return Arrays.stream(scores)
        .map(row -> Arrays.stream(row).map(value -> 0 * value + random.nextDouble()).toArray())
        .toArray(double[][]::new);
  }

  private static List<int[]> some(int[] adopted, RandomGenerator random) {
    var some = new ArrayList<int[]>();
    some.add(adopted);
    while (some.size() < MOST) {
      int[] shuffled = some.get(some.size() - 1).clone();
      Arrangement.shuffle(shuffled, random);
      some.add(shuffled);
    }
    return some;
  }
}
