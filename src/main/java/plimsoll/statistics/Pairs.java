package plimsoll.statistics;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The same people twice: Wilcoxon's signed ranks, zeros dropped, exact with ties up to 60 changes,
 * with the median of Walsh averages, zeros kept.
 */
public final class Pairs {
  private static final int EXACT = 60;

  private Pairs() {}

  /** How did {@code after} move from {@code before}? Of one length, a pair or more, no NaN. */
  public static RankTest compare(double[] before, double[] after) {
    if (before.length != after.length)
      throw new IllegalArgumentException("a pair needs two values");
    TwoSamples.requireSome(before, after);
    double[] moves = new double[before.length];
    Arrays.setAll(moves, i -> after[i] - before[i]);
    return ofMoves(moves, TwoSamples.delta(after, before));
  }

  private static RankTest ofMoves(double[] moves, double delta) {
    double[] changed = Arrays.stream(moves).filter(m -> m != 0).toArray();
    int[] ranks = Ranks.doubled(Arrays.stream(changed).map(Math::abs).toArray());
    double up = 0;
    for (int i = 0; i < changed.length; i++) if (changed[i] > 0) up += ranks[i];
    boolean exact = changed.length <= EXACT;
    double p = changed.length == 0 ? 1 : exact ? exactP(ranks, up) : normalP(ranks, up);
    double[] walsh = walsh(moves);
    return new RankTest(
        up / 2, p, exact, Moments.median(walsh), interval(walsh, moves.length), delta);
  }

  private static double exactP(int[] ranks, double up) {
    return Ranks.twoSided(Ranks.sumOfSigns(ranks), up, Arrays.stream(ranks).sum() / 2.0);
  }

  /** Corrected for ties by their own ranks, with continuity of one half rank. */
  private static double normalP(int[] ranks, double up) {
    double expected = Arrays.stream(ranks).sum() / 2.0;
    double variance = Arrays.stream(ranks).mapToDouble(r -> (double) r * r).sum() / 4;
    return TwoSamples.tails(Math.max(0, Math.abs(up - expected) - 1) / Math.sqrt(variance));
  }

  /** The means of all pairs of moves, each with itself too. */
  private static double[] walsh(double[] moves) {
    double[] all = new double[moves.length * (moves.length + 1) / 2];
    int next = 0;
    for (int i = 0; i < moves.length; i++) {
      for (int j = i; j < moves.length; j++) all[next++] = (moves[i] + moves[j]) / 2;
    }
    Arrays.sort(all);
    return all;
  }

  private static Interval interval(double[] walsh, int n) {
    int skip = Math.max(1, Math.min(lowerQuantile(n), (walsh.length + 1) / 2));
    return new Interval(walsh[skip - 1], walsh[walsh.length - skip]);
  }

  private static int lowerQuantile(int n) {
    if (n <= EXACT) {
      int[] ranks = IntStream.rangeClosed(1, n).toArray();
      return TwoSamples.firstReaching(Ranks.sumOfSigns(ranks), 0);
    }
    double sd = Math.sqrt(n * (n + 1.0) * (2 * n + 1.0) / 24);
    return (int) Math.floor(n * (n + 1.0) / 4 - 1.959963984540054 * sd);
  }
}
