package plimsoll.statistics;

/**
 * What a rank test found.
 *
 * @param statistic Mann–Whitney's U of the first sample, or Wilcoxon's sum of positive ranks
 * @param p two-sided, above 0 and at most 1
 * @param exact true when p is the share of all arrangements, ties as they are
 * @param shift Hodges and Lehmann's estimate: how far the first sample lies above the second, or
 *     the later values above the earlier
 * @param shiftInterval its 95 % interval, conservative
 * @param delta Cliff's δ, −1 to 1; for pairs, of the later against the earlier values
 */
public record RankTest(
    double statistic,
    double p,
    boolean exact,
    double shift,
    Interval shiftInterval,
    double delta) {}
