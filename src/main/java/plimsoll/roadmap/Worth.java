package plimsoll.roadmap;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.math3.distribution.BetaDistribution;
import org.apache.commons.math3.distribution.BinomialDistribution;
import org.apache.commons.math3.random.RandomGenerator;
import org.apache.commons.math3.random.Well19937c;

/**
 * What one proposal may be worth, drawn {@link #DRAWS} times.
 *
 * @param benefit reach × relief × probability that it works, in person-points a quarter
 * @param rate the same for each person-week of effort
 */
record Worth(double[] benefit, double[] rate) {
  static final int DRAWS = 10_000;

  /**
   * @param reach drawn reach, from {@link #reach}; proposals for the same gap share it, so that its
   *     luck does not part them
   * @param need no relief can exceed this
   * @param confidence 0 to 1, not either
   */
  static Worth of(
      int[] reach, Prior relief, double need, double confidence, Effort effort, long seed) {
    var random = new Well19937c(seed);
    var works = new BetaDistribution(random, 10 * confidence, 10 * (1 - confidence));
    var benefit = new double[DRAWS];
    var rate = new double[DRAWS];
    for (int i = 0; i < DRAWS; i++) {
      double points = Math.min(need, relief.mean() + relief.sd() * random.nextGaussian());
      benefit[i] = reach[i] * points * works.sample();
      rate[i] = benefit[i] / effort.at(random.nextGaussian());
    }
    return new Worth(benefit, rate);
  }

  /** The same draws in another unit. */
  Worth times(double factor) {
    return new Worth(
        Arrays.stream(benefit).map(value -> value * factor).toArray(),
        Arrays.stream(rate).map(value -> value * factor).toArray());
  }

  /** How many people it reaches, each team by how sure it is to meet the criterion. */
  static int[] reach(List<Gap.Group> groups, long seed) {
    var random = new Well19937c(seed);
    var reach = new int[DRAWS];
    Map<String, Count> counts = new HashMap<>();
    for (var group : groups) {
      var count =
          counts.computeIfAbsent(
              group.heads() + " " + group.probability(),
              key -> new Count(group.heads(), group.probability()));
      for (int i = 0; i < DRAWS; i++) {
        reach[i] += count.draw(random);
      }
    }
    return reach;
  }

  /** A binomial count by its table, because the library would search the distribution each time. */
  private static final class Count {
    private final double[] upTo;

    Count(int heads, double probability) {
      var distribution = new BinomialDistribution(null, heads, probability);
      upTo = new double[heads + 1];
      for (int k = 0; k <= heads; k++) {
        upTo[k] = (k == 0 ? 0 : upTo[k - 1]) + distribution.probability(k);
      }
    }

    int draw(RandomGenerator random) {
      int found = Arrays.binarySearch(upTo, random.nextDouble());
      return Math.min(found < 0 ? -found - 1 : found + 1, upTo.length - 1);
    }
  }
}
