package plimsoll.statistics;

import org.apache.commons.math3.random.RandomGenerator;

/** Ways to hand labels out anew, for tests by randomisation. */
public final class Arrangement {
  private Arrangement() {}

  /**
   * Turns an array into its next arrangement in lexical order; equal values count as one. Starting
   * from the sorted array, every arrangement comes once.
   *
   * @return false, and nothing changed, after the last
   */
  public static boolean next(int[] values) {
    int i = values.length - 2;
    while (i >= 0 && values[i] >= values[i + 1]) {
      i--;
    }
    if (i < 0) {
      return false;
    }
    int j = values.length - 1;
    while (values[j] <= values[i]) {
      j--;
    }
    swap(values, i, j);
    for (int a = i + 1, b = values.length - 1; a < b; a++, b--) {
      swap(values, a, b);
    }
    return true;
  }

  /** Every arrangement is equally likely (Fisher and Yates). */
  public static void shuffle(int[] values, RandomGenerator random) {
    for (int i = values.length - 1; i > 0; i--) {
      swap(values, i, random.nextInt(i + 1));
    }
  }

  private static void swap(int[] values, int i, int j) {
    int kept = values[i];
    values[i] = values[j];
    values[j] = kept;
  }
}
