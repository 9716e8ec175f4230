package plimsoll.roadmap;

import plimsoll.readiness.BadCase;

/**
 * What a kind of initiative is believed to take off its criterion before it is tried here.
 *
 * @param mean points of 0 to 100; more is better
 * @param sd standard deviation in points, above 0
 */
public record Prior(double mean, double sd) {

  public Prior {
    BadCase.unless(
        Double.isFinite(mean) && sd > 0 && Double.isFinite(sd),
        "a belief needs a finite mean and a spread above 0");
  }

  /**
   * The belief after a finished initiative of this kind, by the normal–normal update: each weighs
   * by its precision (Gelman et al., Bayesian Data Analysis, 2.5).
   *
   * @param observed what it took off, in points
   * @param standardError of that, above 0; infinite where nothing could be told, which leaves the
   *     belief
   */
  public Prior after(double observed, double standardError) {
    BadCase.unless(
        Double.isFinite(observed) && standardError > 0, "what was seen needs an error above 0");
    double old = 1 / (sd * sd);
    double seen = 1 / (standardError * standardError);
    return new Prior((old * mean + seen * observed) / (old + seen), Math.sqrt(1 / (old + seen)));
  }
}
