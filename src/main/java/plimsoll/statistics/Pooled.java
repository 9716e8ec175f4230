package plimsoll.statistics;

import java.util.List;

/**
 * The variance within groups, pooled over them (measurement 2.2).
 *
 * @param variance Σ(n−1)s² / Σ(n−1); 0 when no group has two members
 * @param degreesOfFreedom Σ(n−1)
 */
public record Pooled(double variance, double degreesOfFreedom) {

  /** What a team's variance counts of the pool, in degrees of freedom. */
  public static final double PRIOR = 4;

  /** Variance of the grid that the mean of two five-point items lies on: 12.5² / 12. */
  public static final double FLOOR = 13.0;

  public Pooled {
    Refuse.unless(
        variance >= 0 && Double.isFinite(variance) && degreesOfFreedom >= 0,
        "a pool has a variance of 0 or more");
  }

  /** Groups of nobody or of one say nothing of it. */
  public static Pooled of(List<double[]> groups) {
    double squares = 0;
    double freedom = 0;
    for (double[] group : groups) {
      Refuse.unlessFinite(group);
      if (group.length < 2) continue;
      squares += (group.length - 1) * Moments.variance(group);
      freedom += group.length - 1;
    }
    return new Pooled(freedom == 0 ? 0 : squares / freedom, freedom);
  }

  /**
   * A group's mean with a variance that leans on the pool: d₀ = 4 degrees of freedom of it, and
   * never less than the grid's own.
   *
   * @param scores one or more
   */
  public Estimate moderated(double[] scores) {
    Refuse.unless(scores.length > 0, "nothing has no mean");
    Refuse.unlessFinite(scores);
    double own = scores.length - 1;
    double ownVariance = scores.length > 1 ? Moments.variance(scores) : 0;
    double mixed = (PRIOR * variance + own * ownVariance) / (PRIOR + own);
    return estimate(scores, Math.max(mixed, FLOOR), PRIOR + own);
  }

  /** A group's mean by its own variance, for an organisation of one team; the floor stays. */
  public static Estimate alone(double[] scores) {
    Refuse.unless(scores.length >= 2, "one value has no variance");
    Refuse.unlessFinite(scores);
    return estimate(scores, Math.max(Moments.variance(scores), FLOOR), scores.length - 1);
  }

  private static Estimate estimate(double[] scores, double variance, double freedom) {
    return new Estimate(Moments.mean(scores), Math.sqrt(variance / scores.length), freedom);
  }
}
