package plimsoll.platform;

/**
 * What a capability promises and how it did, in events or in minutes.
 *
 * @param target share that must be good, above 0 and below 1: a promise of everything leaves no
 *     budget to use
 * @param good how many were good, 0 to {@code total}
 * @param total 0 or more
 */
public record ServiceLevel(String capability, double target, double good, double total) {

  /** With fewer bad ones expected, chance decides more than the service. */
  private static final double ENOUGH_EXPECTED = 5;

  /** What the arithmetic of shares such as 1 − 0.9 may miss. */
  private static final double TOLERANCE = 1e-9;

  public ServiceLevel {
    BadRecord.unless(
        target > 0 && target < 1, "a target of %s is not between 0 and 1, both left out", target);
    BadRecord.unless(
        Double.isFinite(total) && good >= 0 && good <= total,
        "%s good of %s is not a share",
        good,
        total);
  }

  /** How a promise was kept. */
  public enum Attainment {
    MET,
    MISSED,
    /** So little happened that fewer than five bad ones were to be expected. */
    TOO_FEW
  }

  /** How many may be bad: its error budget. */
  public double allowed() {
    return (1 - target) * total;
  }

  public double bad() {
    return total - good;
  }

  /** Share of the budget that is used, 0 or more; beyond 1 it is overdrawn; null of nothing. */
  public Double budgetUsed() {
    return total == 0 ? null : (Double) (bad() / allowed());
  }

  public Attainment attainment() {
    if (allowed() < ENOUGH_EXPECTED - TOLERANCE) return Attainment.TOO_FEW;
    return bad() <= allowed() * (1 + TOLERANCE) ? Attainment.MET : Attainment.MISSED;
  }
}
