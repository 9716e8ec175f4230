package plimsoll.statistics;

/**
 * A group's mean that leans on what all groups share (Stein's shrinkage with the common values
 * known).
 *
 * @param lean how far: 0 stands alone, 1 has no voice of its own
 * @param value between the group's own mean and the common one
 * @param deviation what remains unknown of it
 */
record Leaning(double lean, double value, double deviation) {

  /** Two groups of which everything is known do not divide by nothing. */
  private static final double LEAST = 1e-12;

  /**
   * @param error of the group's own mean, 0 or more
   * @param centre that all groups lie around
   * @param spread standard deviation of the groups around it, 0 or more
   */
  static Leaning of(double mean, double error, double centre, double spread) {
    double lean = error * error / total(error, spread);
    return new Leaning(lean, lean * centre + (1 - lean) * mean, error * Math.sqrt(1 - lean));
  }

  /** The variance of a group's own mean around the common one. */
  static double total(double error, double spread) {
    return Math.max(error * error + spread * spread, LEAST);
  }
}
