package plimsoll.roadmap;

import java.util.Arrays;
import plimsoll.readiness.BadCase;
import plimsoll.statistics.Segmented;

/**
 * Whether a finished initiative helped, by two one-sided tests (Schuirmann 1987): its 90 % interval
 * against the smallest effect of interest.
 *
 * @param finding what may be said
 * @param estimate change in points; below 0 is relief
 * @param low lower end of the 90 % interval; minus infinity where there are too few teams for one
 * @param high its upper end
 */
public record Effect(Finding finding, double estimate, double low, double high) {

  /** Nine tenths of a normal lie within so many standard errors of its mean. */
  private static final double Z95 = 1.6448536269514722;

  /** What may be said of an initiative. */
  public enum Finding {
    HELPED("It helped"),
    NO_EFFECT("No effect that matters"),
    WORSE("It made things worse"),
    CANNOT_TELL("We can't tell yet");

    private final String title;

    Finding(String title) {
      this.title = title;
    }

    public String title() {
      return title;
    }
  }

  /**
   * @param smallest the smallest effect of interest, in points above 0
   * @throws BadCase for an interval that does not hold its estimate, or a smallest effect that is
   *     not a number above 0
   */
  public static Effect of(double estimate, double low, double high, double smallest) {
    BadCase.unless(low <= estimate && estimate <= high, "an interval holds its estimate");
    BadCase.unless(
        Double.isFinite(estimate) && smallest > 0 && Double.isFinite(smallest),
        "an effect is a number, and the smallest of interest lies above 0");
    return new Effect(finding(low, high, smallest), estimate, low, high);
  }

  /**
   * What weekly records say of an initiative, against those of teams without it.
   *
   * @param series hours of waiting, or another record that is to fall, one value a week; NaN is a
   *     week without one
   * @param control the same where nothing was done; null where there is no such series
   * @param from index of the first week after
   * @param smallest the smallest effect of interest as a share of what the series was before, above
   *     0; {@link Bet#SMALLEST_SHARE_OF_HOURS} where nobody said otherwise
   * @return judged at the last week; null with fewer than {@value Segmented#FEWEST} weeks on either
   *     side, or where the series was nothing before
   */
  public static Effect ofWeeks(double[] series, double[] control, int from, double smallest) {
    var broken =
        control == null ? Segmented.of(series, from) : Segmented.against(control, series, from);
    double before =
        Arrays.stream(series, 0, from).filter(v -> !Double.isNaN(v)).average().orElse(0);
    if (broken == null || !(before > 0)) {
      return null;
    }
    var last = broken.after(series.length - 1 - from);
    var interval = last.interval(0.9);
    return of(last.value(), interval.low(), interval.high(), smallest * before);
  }

  /** Relief larger than this can be ruled out, in points; infinite where none can. */
  public double ruledOutRelief() {
    return Math.max(0, -low);
  }

  /** Of the estimate, from the width of the interval; infinite where that is. */
  public double standardError() {
    return (high - low) / (2 * Z95);
  }

  /** Nothing can be said of it, for a reason outside of the numbers. */
  Effect untold() {
    return new Effect(Finding.CANNOT_TELL, estimate, low, high);
  }

  private static Finding finding(double low, double high, double smallest) {
    if (high < -smallest) {
      return Finding.HELPED;
    }
    if (low > -smallest && high < smallest) {
      return Finding.NO_EFFECT;
    }
    return low > 0 ? Finding.WORSE : Finding.CANNOT_TELL;
  }
}
