package plimsoll.pattern;

import java.util.Arrays;

/**
 * How far two ways to sort things into groups agree, beyond chance: 1 where they are the same, 0 as
 * expected of chance (L. Hubert and P. Arabie, "Comparing partitions", Journal of Classification 2,
 * 1985).
 */
public final class AdjustedRand {
  private AdjustedRand() {}

  public static double index(int[] one, int[] other) {
    int rows = Arrays.stream(one).max().orElse(-1) + 1;
    int columns = Arrays.stream(other).max().orElse(-1) + 1;
    var table = new int[rows][columns];
    for (int i = 0; i < one.length; i++) table[one[i]][other[i]]++;
    double both = 0;
    double inOne = 0;
    var sums = new int[columns];
    for (var row : table) {
      inOne += pairs(Arrays.stream(row).sum());
      for (int c = 0; c < columns; c++) {
        both += pairs(row[c]);
        sums[c] += row[c];
      }
    }
    double inOther = Arrays.stream(sums).mapToDouble(AdjustedRand::pairs).sum();
    double chance = inOne * inOther / pairs(one.length);
    double most = (inOne + inOther) / 2;
    return most == chance ? 1 : (both - chance) / (most - chance);
  }

  private static double pairs(int n) {
    return n * (n - 1.0) / 2;
  }
}
