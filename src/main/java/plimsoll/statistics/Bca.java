package plimsoll.statistics;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Efron's bias-corrected and accelerated bootstrap interval (1987), for ratios over 30 units or
 * more and never for a team. Ties with the estimate count half (mid-P), or answers on a coarse
 * scale would shift the interval.
 *
 * @param bias z₀
 * @param acceleration a
 * @param interval of the level asked for
 */
public record Bca(double bias, double acceleration, Interval interval) {

  /** Of fewer units resamples know too little. */
  public static final int FEWEST = 30;

  /**
   * The interval of a ratio of sums, Σ parts / Σ wholes, by drawing whole units anew: services with
   * their deployments, teams with their people.
   *
   * @param parts one a unit
   * @param wholes one a unit, above 0
   * @return null for fewer than 30 units
   */
  public static Bca ofRatio(
      double[] parts, double[] wholes, int resamples, double level, Chance chance) {
    Refuse.unless(parts.length == wholes.length, "each unit has a part and a whole");
    Refuse.unlessFinite(parts);
    Refuse.unlessFinite(wholes);
    for (double whole : wholes) Refuse.unless(whole > 0, "a whole is above 0");
    ToDoubleFunction<int[]> ratio = units -> sum(parts, units) / sum(wholes, units);
    return ofUnits(parts.length, ratio, resamples, level, chance);
  }

  /**
   * The interval of any estimate over units, whole units drawn anew.
   *
   * @param estimate of the units with these indices, of which some come more than once
   * @return null for fewer than 30 units
   */
  public static Bca ofUnits(
      int units, ToDoubleFunction<int[]> estimate, int resamples, double level, Chance chance) {
    if (units < FEWEST) return null;
    double[] resampled = new double[resamples];
    Arrays.setAll(resampled, r -> estimate.applyAsDouble(drawn(units, chance)));
    double[] leftOut = new double[units];
    Arrays.setAll(leftOut, i -> estimate.applyAsDouble(without(i, units)));
    int[] all = IntStream.range(0, units).toArray();
    return of(estimate.applyAsDouble(all), resampled, leftOut, level);
  }

  /**
   * @param estimate of the sample, not beyond all resamples
   * @param resampled the estimate of each resample, one or more
   * @param leftOut the estimate with each unit left out in turn
   */
  public static Bca of(double estimate, double[] resampled, double[] leftOut, double level) {
    Refuse.unlessLevel(level);
    Refuse.unless(resampled.length > 0, "no sample was drawn anew");
    Refuse.unlessFinite(estimate);
    Refuse.unlessFinite(resampled);
    Refuse.unlessFinite(leftOut);
    double[] sorted = resampled.clone();
    Arrays.sort(sorted);
    double below = shareBelow(estimate, sorted);
    Refuse.unless(below > 0 && below < 1, "the estimate lies beyond all resamples");
    double bias = Normal.quantile(below);
    double acceleration = acceleration(leftOut);
    double tail = (1 - level) / 2;
    double low = at(sorted, share(bias, acceleration, tail));
    double high = at(sorted, share(bias, acceleration, 1 - tail));
    return new Bca(bias, acceleration, new Interval(low, high));
  }

  private static double shareBelow(double estimate, double[] sorted) {
    double below = 0;
    for (double each : sorted) below += each < estimate ? 1 : each == estimate ? 0.5 : 0;
    return below / sorted.length;
  }

  private static double acceleration(double[] leftOut) {
    double mean = Moments.mean(leftOut);
    double squares = 0;
    double cubes = 0;
    for (double each : leftOut) {
      double off = mean - each;
      squares += off * off;
      cubes += off * off * off;
    }
    return squares == 0 ? 0 : cubes / (6 * squares * Math.sqrt(squares));
  }

  private static double share(double bias, double acceleration, double tail) {
    double z = bias + Normal.quantile(tail);
    double stretch = 1 - acceleration * z;
    if (stretch <= 0) return z < 0 ? 0 : 1;
    return Normal.below(bias + z / stretch);
  }

  /** The smallest resample that the share of all does not exceed. */
  private static double at(double[] sorted, double share) {
    int rank = (int) Math.ceil(share * sorted.length);
    return sorted[Math.max(0, Math.min(sorted.length, rank) - 1)];
  }

  private static int[] drawn(int units, Chance chance) {
    return IntStream.generate(() -> chance.below(units)).limit(units).toArray();
  }

  private static int[] without(int left, int units) {
    return IntStream.range(0, units).filter(i -> i != left).toArray();
  }

  private static double sum(double[] values, int[] units) {
    double sum = 0;
    for (int unit : units) sum += values[unit];
    return sum;
  }
}
