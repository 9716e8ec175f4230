package plimsoll.platform;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import plimsoll.statistics.Proportion;

/**
 * Product practice: the share of checks passed in each of four groups, which count the same however
 * many checks they hold. Null where a group is not known.
 *
 * @param customers whether segments are named ({@link Segments#named}), 0 or 1
 * @param roadmap 0 to 1, see {@link Checks#roadmap}
 * @param research 0 to 1: the mean of {@link Research#reached} and {@link Research#backed}
 * @param serviceLevels 0 to 1: the mean over capabilities of {@link Checks#serviceLevel}
 */
public record Practice(Double customers, Double roadmap, Double research, Double serviceLevels) {
  private static final int GROUPS = 4;

  public Practice {
    Stream.of(known(customers, roadmap, research, serviceLevels))
        .forEach(each -> BadRecord.unless(each >= 0 && each <= 1, "%s is not a share", each));
  }

  /**
   * Each may be null where it is not known.
   *
   * @param roadmap checks passed
   * @param reached segments of which enough people were interviewed; of none, nothing was done
   * @param backed items that research spoke for; of none, research is judged by the segments alone
   * @param serviceLevels checks passed by each capability; without any, nothing was promised
   */
  public static Practice of(
      Segments segments,
      Proportion roadmap,
      Proportion reached,
      Proportion backed,
      List<Proportion> serviceLevels) {
    return new Practice(
        segments == null ? null : (Double) (segments.named() ? 1.0 : 0.0),
        roadmap == null ? null : (Double) share(roadmap),
        reached == null || backed == null ? null : (Double) research(reached, backed),
        serviceLevels == null
            ? null
            : (Double) serviceLevels.stream().mapToDouble(Practice::share).average().orElse(0));
  }

  private static double research(Proportion reached, Proportion backed) {
    return backed.trials() == 0 ? share(reached) : (share(reached) + share(backed)) / 2;
  }

  private static double share(Proportion checks) {
    return checks.trials() == 0 ? 0 : checks.share();
  }

  public static Practice unknown() {
    return new Practice(null, null, null, null);
  }

  /** The mean of the four, 0 to 1; null where one is not known. */
  public Double score() {
    return all().length < GROUPS ? null : (Double) least();
  }

  /** The score if nothing that is not known were done. */
  public double least() {
    double sum = 0;
    for (double each : all()) sum += each;
    return sum / GROUPS;
  }

  /** The score if all that is not known were done. */
  public double most() {
    return least() + (double) (GROUPS - all().length) / GROUPS;
  }

  private Double[] all() {
    return known(customers, roadmap, research, serviceLevels);
  }

  private static Double[] known(Double... groups) {
    return Stream.of(groups).filter(Objects::nonNull).toArray(Double[]::new);
  }
}
