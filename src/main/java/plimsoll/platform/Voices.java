package plimsoll.platform;

import plimsoll.disclosure.Published;
import plimsoll.disclosure.Withholding;

/**
 * What users say, as it may be shown; here higher is better, 0 to 100.
 *
 * @param useful how well it covers what teams need, and how easy it is (K1, K2)
 * @param working how often it works when it is needed (K3)
 * @param satisfied mean satisfaction (K7)
 * @param satisfiedShare share who are satisfied or very satisfied; from 30 people on
 * @param mandated mean satisfaction where teams must use it; withheld where that is not known
 * @param free the same where they may
 * @param balance those who would advise others to come less those who would not
 */
public record Voices(
    Published useful,
    Published working,
    Published satisfied,
    Published satisfiedShare,
    Published mandated,
    Published free,
    Balance balance) {

  /**
   * A recommendation balance as it may be shown; it never stands in a headline.
   *
   * @param value −100 to 100; null when withheld
   * @param low lower end of its 95 % interval, adjusted Wald; null when withheld
   * @param high upper end; null when withheld
   * @param people how many answered; null when withheld
   */
  public record Balance(
      Double value, Double low, Double high, Integer people, Withholding withheld) {

    public static Balance withheld(Withholding reason) {
      return new Balance(null, null, null, null, reason);
    }

    /** To 1, its interval outward. */
    public static Balance of(Recommendation.Figure figure) {
      var ends = figure.balance().adjusted();
      double value = Math.rint(figure.balance().value());
      return new Balance(
          value,
          Math.max(-100, Math.min(value, Math.floor(ends.low()))),
          Math.min(100, Math.max(value, Math.ceil(ends.high()))),
          figure.n(),
          null);
    }
  }

  /** A score of need turned round, so that higher is better. */
  public static Published turned(Published need) {
    return need.shown()
        ? new Published(
            100 - need.value(), 100 - need.high(), 100 - need.low(), need.people(), null)
        : need;
  }

  /** Nothing was asked. */
  public static Voices none() {
    var none = Published.withheld(Withholding.NO_EVIDENCE);
    return new Voices(
        none, none, none, none, none, none, Balance.withheld(Withholding.NO_EVIDENCE));
  }
}
