package plimsoll.pattern.copy;

/**
 * How sketches of files are cut into bands, so that files that share a band are compared and all
 * others are not (Broder 1997; Leskovec, Rajaraman and Ullman, <i>Mining of Massive Datasets</i>,
 * 3.4). It is worth its misses only for more files than can all be compared, some five thousand.
 *
 * @param bands 1 or more
 * @param rows values of the sketch in each band, 1 or more
 */
public record Banding(int bands, int rows) {

  public Banding {
    if (bands < 1 || rows < 1) {
      throw new IllegalArgumentException("a sketch has a band of a row or more");
    }
  }

  /**
   * How likely two files are compared at all: {@code 1 − (1 − s^rows)^bands}.
   *
   * @param similarity Jaccard's, 0 to 1
   */
  public double candidate(double similarity) {
    if (!(similarity >= 0 && similarity <= 1)) {
      throw new IllegalArgumentException(similarity + " is not a similarity");
    }
    return 1 - StrictMath.pow(1 - StrictMath.pow(similarity, rows), bands);
  }
}
