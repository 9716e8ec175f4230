package plimsoll.pattern.copy;

import java.util.stream.IntStream;

/**
 * Sketches of sets, whose values agree with the probability that is the sets' similarity (A.
 * Broder, "On the resemblance and containment of documents", 1997).
 */
final class MinHash {
  static final int PERMUTATIONS = 128;

  private static final long[] SEEDS =
      IntStream.rangeClosed(1, PERMUTATIONS).mapToLong(Hash::mix).toArray();

  private MinHash() {}

  /** The least of each permutation; of an empty set the largest number there is. */
  static long[] of(long[] set) {
    var least = new long[PERMUTATIONS];
    for (int k = 0; k < PERMUTATIONS; k++) {
      long found = Long.MAX_VALUE;
      for (long each : set) found = Math.min(found, Hash.mix(each ^ SEEDS[k]));
      least[k] = found;
    }
    return least;
  }

  /** One number for each band of a sketch: two sketches share it when they agree in the band. */
  static long[] bands(long[] set, Banding banding) {
    var sketch = of(set);
    return IntStream.range(0, banding.bands())
        .mapToLong(band -> band(sketch, band * banding.rows(), banding.rows()))
        .toArray();
  }

  private static long band(long[] sketch, int from, int rows) {
    long hash = 0;
    for (int k = from; k < from + rows; k++) hash = Hash.and(hash, sketch[k]);
    return hash;
  }
}
