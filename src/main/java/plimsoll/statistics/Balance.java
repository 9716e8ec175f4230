package plimsoll.statistics;

/**
 * Those who would recommend less those who would not, −100 to 100.
 *
 * @param value 100 (P − D) / n
 * @param standardError in the same points
 * @param wald its 95 % interval by the normal approximation
 * @param adjusted the same with ¾ added to each end and 1½ to the middle; the one to show
 */
public record Balance(double value, double standardError, Interval wald, Interval adjusted) {
  private static final double Z = 1.959963984540054;

  /** Needs an answer or more. */
  public static Balance of(int promoters, int detractors, int answers) {
    if (answers < 1 || promoters < 0 || detractors < 0 || promoters + detractors > answers) {
      throw new IllegalArgumentException("promoters and detractors are among the answers");
    }
    double value = 100.0 * (promoters - detractors) / answers;
    double error = error(promoters, detractors, answers);
    Interval adjusted = around(promoters + 0.75, detractors + 0.75, answers + 3);
    return new Balance(value, error, reach(value, error), adjusted);
  }

  private static Interval around(double promoters, double detractors, double answers) {
    double value = 100 * (promoters - detractors) / answers;
    return reach(value, error(promoters, detractors, answers));
  }

  private static Interval reach(double value, double error) {
    return new Interval(value - Z * error, value + Z * error);
  }

  private static double error(double promoters, double detractors, double answers) {
    double p = promoters / answers;
    double d = detractors / answers;
    return 100 * Math.sqrt((p + d - (p - d) * (p - d)) / answers);
  }
}
