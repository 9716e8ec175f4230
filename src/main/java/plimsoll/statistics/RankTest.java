package plimsoll.statistics;

/**
 * What a rank test found.
 *
 * @param statistic Mann–Whitney's U of the first sample, or Wilcoxon's sum of positive ranks
 * @param p two-sided, above 0 and at most 1
 * @param exact true when p is the share of all arrangements, ties as they are
 * @param shift Hodges and Lehmann's estimate: how far the first sample lies above the second, or
 *     the later values above the earlier
 * @param shiftInterval of the level asked for or more; without end to both sides where so few
 *     values have no interval of that level
 * @param delta Cliff's δ, −1 to 1; for pairs, of the later against the earlier values
 */
public record RankTest(
    double statistic, double p, boolean exact, double shift, Interval shiftInterval, double delta) {

  static final double LEVEL = 0.95;

  /** More values than this are compared by the normal approximation. */
  static final int EXACT = 60;

  static Interval endless() {
    return new Interval(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
  }
}
