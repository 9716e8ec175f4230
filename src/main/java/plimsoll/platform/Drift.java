package plimsoll.platform;

import java.util.Collection;
import plimsoll.statistics.Proportion;

/**
 * How long what runs was not what is written down, over all applications of a quarter.
 *
 * @param applications how many were looked at for any time
 * @param drifted how many of them were out of sync for any time
 * @param hours for which all together were looked at
 * @param outOfSync of these hours
 * @param unhealthy of these hours, degraded or missing
 */
public record Drift(
    int applications, int drifted, double hours, double outOfSync, double unhealthy) {

  /** One application. */
  public record Course(States sync, States health) {}

  public static Drift of(Collection<Course> courses, Quarter within) {
    var looked = courses.stream().filter(one -> hours(one, within) > 0).toList();
    return new Drift(
        looked.size(),
        (int) looked.stream().filter(one -> outOfSync(one, within) > 0).count(),
        looked.stream().mapToDouble(one -> hours(one, within)).sum(),
        looked.stream().mapToDouble(one -> outOfSync(one, within)).sum(),
        looked.stream().mapToDouble(one -> unhealthy(one, within)).sum());
  }

  /** Applications that drifted. */
  public Proportion share() {
    return new Proportion(drifted, applications);
  }

  private static double hours(Course one, Quarter within) {
    return one.sync().hours(any -> true, within);
  }

  private static double outOfSync(Course one, Quarter within) {
    return one.sync().hours("OutOfSync"::equals, within);
  }

  private static double unhealthy(Course one, Quarter within) {
    return one.health().hours(s -> s.equals("Degraded") || s.equals("Missing"), within);
  }
}
