package plimsoll.roadmap;

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
   */
  public static Effect of(double estimate, double low, double high, double smallest) {
    if (!(low <= estimate && estimate <= high) || !(smallest > 0)) {
      throw new IllegalArgumentException("an interval holds its estimate");
    }
    return new Effect(finding(low, high, smallest), estimate, low, high);
  }

  /** Relief larger than this can be ruled out, in points; infinite where none can. */
  public double ruledOutRelief() {
    return Math.max(0, -low);
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
