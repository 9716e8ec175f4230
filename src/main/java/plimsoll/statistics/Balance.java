package plimsoll.statistics;

/**
 * Those who would recommend less those who would not, −100 to 100.
 *
 * @param value 100 (P − D) / n
 * @param standardError in the same points
 * @param wald its interval by the normal approximation
 * @param adjusted the same with ¾ added to each end and 1½ to the middle; the one to show
 */
public record Balance(double value, double standardError, Interval wald, Interval adjusted) {

  /** At 95 %; needs an answer or more. */
  public static Balance of(int promoters, int detractors, int answers) {
    return of(promoters, detractors, answers, 0.95);
  }

  /** Needs an answer or more. */
  public static Balance of(int promoters, int detractors, int answers, double level) {
    Refuse.unless(
        answers >= 1
            && promoters >= 0
            && detractors >= 0
            && (long) promoters + detractors <= answers,
        "promoters and detractors are among the answers");
    double z = Normal.reach(level);
    double value = 100.0 * (promoters - detractors) / answers;
    double error = error(promoters, detractors, answers);
    Interval adjusted = around(promoters + 0.75, detractors + 0.75, answers + 3.0, z);
    return new Balance(value, error, reach(value, error, z), adjusted);
  }

  private static Interval around(double promoters, double detractors, double answers, double z) {
    double value = 100 * (promoters - detractors) / answers;
    return reach(value, error(promoters, detractors, answers), z);
  }

  private static Interval reach(double value, double error, double z) {
    return new Interval(value - z * error, value + z * error);
  }

  private static double error(double promoters, double detractors, double answers) {
    double p = promoters / answers;
    double d = detractors / answers;
    return 100 * Math.sqrt((p + d - (p - d) * (p - d)) / answers);
  }
}
