package plimsoll.statistics;

import java.util.List;
import java.util.stream.DoubleStream;

/**
 * The mean over groups, each counting by its roster (measurement 2.3).
 *
 * @param estimate the mean with its error
 * @param effectiveSize people it is worth after weighting (Kish)
 * @param coverage roster of the groups with an answer over the whole roster, 0 to 1
 */
public record Stratified(Estimate estimate, double effectiveSize, double coverage) {

  /** A person counts at most this many times what the median person counts. */
  private static final double CAP = 5;

  /**
   * One group.
   *
   * @param roster people in it
   * @param answered people behind the mean, 0 or more; more than the roster raises the roster
   * @param mean of those who answered; ignored where nobody did
   */
  public record Stratum(double roster, int answered, double mean) {

    public Stratum {
      Refuse.unless(roster >= 0 && Double.isFinite(roster), "a roster has 0 people or more");
      Refuse.unless(answered >= 0, "0 people or more answered");
      if (answered > 0) Refuse.unlessFinite(mean);
    }
  }

  /**
   * @param pooled the variance within groups
   * @return null when nobody answered
   */
  public static Stratified of(List<Stratum> strata, Pooled pooled) {
    return of(strata, pooled, mostWeight(strata));
  }

  /**
   * The same of some of the groups, with {@link #mostWeight} of all of them: so a person counts
   * alike against another wherever both are counted.
   *
   * @param mostWeight what one person's weight is cut to
   */
  public static Stratified of(List<Stratum> strata, Pooled pooled, double mostWeight) {
    var heard = strata.stream().filter(s -> s.answered > 0).toList();
    if (heard.isEmpty()) return null;
    double[] weight =
        heard.stream().mapToDouble(s -> Math.min(personWeight(s), mostWeight)).toArray();
    double total = 0;
    for (int j = 0; j < weight.length; j++) total += weight[j] * heard.get(j).answered;
    double mean = 0;
    double squares = 0;
    double variance = Math.max(pooled.variance(), Pooled.FLOOR);
    for (int j = 0; j < weight.length; j++) {
      double share = weight[j] * heard.get(j).answered / total;
      mean += share * heard.get(j).mean;
      squares += share * share / heard.get(j).answered;
    }
    double freedom = Math.max(1, pooled.degreesOfFreedom());
    var estimate = new Estimate(mean, Math.sqrt(squares * variance), freedom);
    return new Stratified(estimate, 1 / squares, coverage(strata));
  }

  /** The most that one person counts: five times what the median person of all groups counts. */
  public static double mostWeight(List<Stratum> strata) {
    double[] people =
        strata.stream()
            .filter(s -> s.answered > 0)
            .flatMapToDouble(s -> DoubleStream.generate(() -> personWeight(s)).limit(s.answered))
            .toArray();
    return people.length == 0 ? CAP : CAP * Moments.median(people);
  }

  private static double personWeight(Stratum stratum) {
    return Math.max(stratum.roster, stratum.answered) / stratum.answered;
  }

  private static double coverage(List<Stratum> strata) {
    double all = 0;
    double heard = 0;
    for (Stratum stratum : strata) {
      double roster = Math.max(stratum.roster, stratum.answered);
      all += roster;
      if (stratum.answered > 0) heard += roster;
    }
    return all == 0 ? 0 : heard / all;
  }
}
