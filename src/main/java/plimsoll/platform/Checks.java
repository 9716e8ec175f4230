package plimsoll.platform;

import java.time.LocalDate;
import java.util.stream.Stream;
import plimsoll.statistics.Proportion;

/** Questions on a practice that are answered with yes or no, four at a time. */
public final class Checks {
  private static final int FRESH_DAYS = 90;

  private Checks() {}

  /**
   * Whether a capability's service level is more than a wish.
   *
   * @param from first day of the quarter
   * @param owner who answers for it; null or blank when nobody does
   * @param reviewed when somebody looked at it last; null when never
   */
  public static Proportion serviceLevel(
      boolean stated,
      String owner,
      boolean measured,
      LocalDate reviewed,
      LocalDate from,
      LocalDate until) {
    boolean owned = owner != null && !owner.isBlank();
    boolean looked = reviewed != null && !reviewed.isBefore(from) && reviewed.isBefore(until);
    return passed(stated, owned, measured, looked);
  }

  /**
   * Whether a roadmap can be read and believed.
   *
   * @param dated when it was last brought up to date; null when it bears no date
   * @param outcomes it says what is to become better, and not only what is to be built
   * @param notDoing it lists what will not be done
   */
  public static Proportion roadmap(
      boolean published, LocalDate dated, boolean outcomes, boolean notDoing, LocalDate today) {
    boolean fresh =
        dated != null && !dated.isAfter(today) && !dated.isBefore(today.minusDays(FRESH_DAYS));
    return passed(published, fresh, outcomes, notDoing);
  }

  private static Proportion passed(Boolean... checks) {
    return new Proportion((int) Stream.of(checks).filter(each -> each).count(), checks.length);
  }
}
