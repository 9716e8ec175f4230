package plimsoll.readiness;

import java.util.List;
import plimsoll.statistics.Chance;

/**
 * What people and records miss of a criterion beyond chance, which no number of answers or events
 * would reveal: normal where its size is known, Student's t where it was learned.
 *
 * @param scale its standard deviation where that is known, in points
 * @param degreesOfFreedom of the t; infinite for a normal
 */
record MethodError(double scale, double degreesOfFreedom) {

  static MethodError of(double scale) {
    return new MethodError(scale, Double.POSITIVE_INFINITY);
  }

  /**
   * How far people and records lie apart in one criterion.
   *
   * @param points people less records
   * @param variance what chance alone does to it
   * @param expected the error of the method that was expected, in points
   */
  record Gap(double points, double variance, double expected) {
    /** The square of what chance leaves over, in units of what was expected. */
    private double excess() {
      return Math.max(0, points * points - variance) / (expected * expected);
    }
  }

  /**
   * How much larger the error is here than was expected: the scale of a scaled inverse-χ² that
   * starts at 1 with the weight of some gaps and takes in those that were seen (Gelman et al.,
   * Bayesian Data Analysis, 2.6). Rounded so that the error is known to half a point: what is
   * judged from it then follows from what is shown.
   *
   * @param worth of the expectation, in gaps; infinite where nothing can change it
   */
  static MethodError learned(double usual, double worth, List<Gap> gaps) {
    if (Double.isInfinite(worth)) return of(usual);
    double excess = gaps.stream().mapToDouble(Gap::excess).sum();
    double scale = usual * Math.sqrt((worth + excess) / (worth + gaps.size()));
    return new MethodError(Math.rint(2 * scale) / 2, worth + gaps.size());
  }

  /** The same for a record that is expected to miss more or less than usual. */
  MethodError times(double factor) {
    return new MethodError(scale * factor, degreesOfFreedom);
  }

  double variance() {
    double heavier =
        Double.isInfinite(degreesOfFreedom) ? 1 : degreesOfFreedom / (degreesOfFreedom - 2);
    return scale * scale * heavier;
  }

  double draw(Chance chance) {
    return scale
        * (Double.isInfinite(degreesOfFreedom) ? chance.normal() : chance.t(degreesOfFreedom));
  }
}
