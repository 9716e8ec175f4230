package plimsoll.statistics;

import java.util.stream.IntStream;

/**
 * Whether a weekly series broke when something was done: a line before, and what its level and its
 * slope changed by (Wagner et al. 2002). It has no control unless one is given: whatever else
 * happened in that week is in it too.
 *
 * @param level what the first week after lies above the old line
 * @param slope what each further week adds to that
 * @param together covariance of the errors of both
 * @param weeks with a value
 */
public record Segmented(Estimate level, Estimate slope, double together, int weeks) {

  /** Of fewer weeks on either side a line says nothing. */
  public static final int FEWEST = 12;

  private static final int LEVEL = 2;
  private static final int SLOPE = 3;

  /**
   * Errors of neighbouring weeks may resemble each other, however much ({@link Autocorrelated}).
   *
   * @param series one value a week; NaN is a week without one
   * @param from index of the first week after
   * @return null with fewer than twelve weeks on either side
   */
  public static Segmented of(double[] series, int from) {
    var weekly = Weekly.of(series, from);
    return weekly == null ? null : of(Autocorrelated.fitted(weekly));
  }

  /**
   * A series against one that nothing was done to: only what it moved more is counted.
   *
   * @param control as long as the series; a week that either lacks is left out
   * @return null with fewer than twelve weeks on either side
   */
  public static Segmented against(double[] control, double[] series, int from) {
    Refuse.unless(control.length == series.length, "a control has the same weeks");
    var more = IntStream.range(0, series.length).mapToDouble(w -> series[w] - control[w]);
    return of(more.toArray(), from);
  }

  /**
   * The same with Newey and West's errors, for comparison: they are too small for so few weeks, see
   * docs/method.md.
   */
  public static Segmented neweyWest(double[] series, int from) {
    var weekly = Weekly.of(series, from);
    return weekly == null ? null : of(NeweyWest.fitted(weekly));
  }

  /** What the series lies above the old line so many weeks after the first one. */
  public Estimate after(int weeks) {
    double own = square(level.standardError()) + square(weeks * slope.standardError());
    double variance = Math.max(0, own + 2 * weeks * together);
    double value = level.value() + weeks * slope.value();
    return new Estimate(value, Math.sqrt(variance), level.degreesOfFreedom());
  }

  private static Segmented of(Line line) {
    double together = line.covariance().getEntry(LEVEL, SLOPE);
    return new Segmented(line.estimate(LEVEL), line.estimate(SLOPE), together, line.weeks());
  }

  private static double square(double x) {
    return x * x;
  }
}
