package plimsoll.roadmap;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.descriptive.rank.Percentile;
import org.apache.commons.math3.stat.descriptive.rank.Percentile.EstimationType;

/** Compares proposals draw by draw. */
final class Ranking {
  private static final Percentile PERCENTILE =
      new Percentile().withEstimationType(EstimationType.R_7);

  private final List<Worth> worths;

  Ranking(List<Worth> worths) {
    this.worths = worths;
  }

  /** The places of the list, most benefit for each week first. */
  List<Integer> order() {
    var medians = worths.stream().map(worth -> percentile(worth.rate(), 50)).toList();
    return IntStream.range(0, worths.size())
        .boxed()
        .sorted(Comparator.comparing((Integer i) -> medians.get(i)).reversed())
        .toList();
  }

  /** Two are tied where neither beats the other in six of ten draws. */
  static boolean tied(double probability) {
    return probability > 0.4 && probability < 0.6;
  }

  /** For each, the share of draws in which fewer than three beat it. */
  double[] topThree() {
    return IntStream.range(0, worths.size()).mapToDouble(this::topThree).toArray();
  }

  /** Probability that one beats another, 0 to 1. */
  double beats(int one, int other) {
    var mine = worths.get(one).rate();
    var theirs = worths.get(other).rate();
    long wins = IntStream.range(0, Worth.DRAWS).filter(i -> mine[i] > theirs[i]).count();
    return (double) wins / Worth.DRAWS;
  }

  static double percentile(double[] values, double percent) {
    return PERCENTILE.evaluate(values, percent);
  }

  private double topThree(int i) {
    long among = IntStream.range(0, Worth.DRAWS).filter(draw -> better(i, draw) < 3).count();
    return (double) among / Worth.DRAWS;
  }

  private int better(int i, int draw) {
    int better = 0;
    for (var worth : worths) {
      if (worth.rate()[draw] > worths.get(i).rate()[draw]) {
        better++;
      }
    }
    return better;
  }
}
