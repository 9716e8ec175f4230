package plimsoll.readiness;

import plimsoll.statistics.Chance;
import plimsoll.statistics.Interval;

/**
 * What people say and what records say of one criterion, and both together: their mean, with the
 * error of the method added (measurement 2.5).
 *
 * @param said null when people do not say enough
 * @param recorded null when records do not
 * @param methodError what either misses
 */
record Joined(Source said, Source recorded, MethodError methodError) {
  private static final double DISAGREEMENT = 25;

  Joined with(MethodError learned) {
    return new Joined(said, recorded, learned);
  }

  /** How far people and records lie apart; both must speak. */
  MethodError.Gap gap() {
    double chance = square(said.standardDeviation()) + square(recorded.standardDeviation());
    return new MethodError.Gap(said.value() - recorded.value(), chance, methodError.scale());
  }

  boolean known() {
    return said != null || recorded != null;
  }

  double value() {
    if (said == null) return recorded.value();
    return recorded == null ? said.value() : (said.value() + recorded.value()) / 2;
  }

  double standardDeviation() {
    double sum = methodError.variance();
    if (said != null) sum += square(said.standardDeviation());
    if (recorded != null) sum += square(recorded.standardDeviation());
    return Math.sqrt(sum) / (said != null && recorded != null ? 2 : 1);
  }

  Interval interval() {
    double reach = Interval.NORMAL_95 * standardDeviation();
    return new Interval(value() - reach, value() + reach).clipped(0, 100);
  }

  boolean disagrees() {
    return said != null
        && recorded != null
        && Math.abs(said.value() - recorded.value()) > DISAGREEMENT;
  }

  double draw(int world, Chance chance) {
    double sum = methodError.draw(chance);
    if (said != null) sum += said.draw(world, chance);
    if (recorded != null) sum += recorded.draw(world, chance);
    return said != null && recorded != null ? sum / 2 : sum;
  }

  /** One value for each world; null when nothing speaks to the criterion. */
  double[] draws(Chance chance) {
    if (!known()) return null;
    double[] drawn = new double[Worlds.DRAWS];
    for (int world = 0; world < drawn.length; world++) drawn[world] = draw(world, chance);
    return drawn;
  }

  private static double square(double x) {
    return x * x;
  }
}
