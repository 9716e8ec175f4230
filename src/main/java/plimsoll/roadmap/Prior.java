package plimsoll.roadmap;

/**
 * What a kind of initiative is believed to take off its criterion before it is tried here.
 *
 * @param mean points of 0 to 100; more is better
 * @param sd standard deviation in points, above 0
 */
public record Prior(double mean, double sd) {

  public Prior {
    if (!Double.isFinite(mean) || !(sd > 0) || Double.isInfinite(sd)) {
      throw new IllegalArgumentException("a belief needs a finite mean and a spread above 0");
    }
  }

  /**
   * The belief after a finished initiative of this kind, by the normal–normal update: each weighs
   * by its precision.
   *
   * @param observed what it took off, in points
   * @param standardError of that, above 0
   */
  public Prior after(double observed, double standardError) {
    double old = 1 / (sd * sd);
    double seen = 1 / (standardError * standardError);
    return new Prior((old * mean + seen * observed) / (old + seen), Math.sqrt(1 / (old + seen)));
  }
}
