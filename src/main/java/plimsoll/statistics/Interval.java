package plimsoll.statistics;

/** A lower and an upper end, in the unit of what lies between. */
public record Interval(double low, double high) {

  /** How many standard deviations the central 95 % of a normal reach to either side. */
  public static final double NORMAL_95 = 1.959963984540054;

  public Interval {
    if (!(low <= high)) {
      throw new IllegalArgumentException("an interval from " + low + " to " + high + " is empty");
    }
  }

  public double halfWidth() {
    return (high - low) / 2;
  }

  public boolean contains(double value) {
    return low <= value && value <= high;
  }

  /** The part that lies between two ends; an interval wholly outside shrinks to the nearer end. */
  public Interval clipped(double lowest, double highest) {
    return new Interval(clip(low, lowest, highest), clip(high, lowest, highest));
  }

  private static double clip(double value, double lowest, double highest) {
    return Math.max(lowest, Math.min(highest, value));
  }
}
