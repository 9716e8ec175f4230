package plimsoll.pattern.copy;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Finds the pairs that are worth comparing. */
final class Near {
  /** So many are compared each with each; beyond, only those that share a band. */
  static final int ALL_PAIRS = 2_000;

  /**
   * Sixteen bands of eight rows miss one pair in twenty that is just similar enough; these miss one
   * in six hundred, and what they bring too much is soon compared.
   */
  static final Banding BANDING = new Banding(21, 6);

  private Near() {}

  /** Takes a pair of numbers, the lesser first, each pair once. */
  @FunctionalInterface
  interface Pairs {
    void pair(int one, int other);
  }

  static void pairs(List<Imprint> imprints, Pairs found) {
    if (imprints.size() <= ALL_PAIRS) all(imprints.size(), found);
    else banded(imprints, BANDING, found);
  }

  static void all(int size, Pairs found) {
    for (int i = 1; i < size; i++) {
      for (int j = 0; j < i; j++) found.pair(j, i);
    }
  }

  static void banded(List<Imprint> imprints, Banding banding, Pairs found) {
    long[][] bands =
        imprints.stream()
            .map(each -> MinHash.bands(each.windows(), banding))
            .toArray(long[][]::new);
    for (int band = 0; band < banding.bands(); band++) {
      int at = band;
      int[] order =
          IntStream.range(0, bands.length)
              .boxed()
              .sorted((i, j) -> Long.compare(bands[i][at], bands[j][at]))
              .mapToInt(i -> i)
              .toArray();
      for (int from = 0, to; from < order.length; from = to) {
        to = from + 1;
        while (to < order.length && bands[order[to]][at] == bands[order[from]][at]) to++;
        bucket(Arrays.copyOfRange(order, from, to), bands, at, found);
      }
    }
  }

  /** Those that share an earlier band were compared there. */
  private static void bucket(int[] members, long[][] bands, int band, Pairs found) {
    for (int i = 1; i < members.length; i++) {
      for (int j = 0; j < i; j++) {
        if (!agreeBefore(bands[members[i]], bands[members[j]], band)) {
          found.pair(members[j], members[i]);
        }
      }
    }
  }

  private static boolean agreeBefore(long[] one, long[] other, int band) {
    for (int k = 0; k < band; k++) if (one[k] == other[k]) return true;
    return false;
  }
}
