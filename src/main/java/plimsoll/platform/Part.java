package plimsoll.platform;

import java.util.Objects;
import plimsoll.disclosure.Published;
import plimsoll.disclosure.Rounding;
import plimsoll.disclosure.Withholding;
import plimsoll.statistics.Interval;
import plimsoll.statistics.Proportion;

/**
 * One part of the index as it may be shown.
 *
 * @param value 0 to 100, in the direction that its title says; null when nothing is known
 * @param low lower end of its 95 % interval; null with the value
 * @param high upper end; null with the value
 * @param of what stands behind it, such as "31 people" or "12 of 40"; null with the value
 * @param missing why it does not weigh in the index, and what would help; null when it weighs
 */
public record Part(Facet facet, Double value, Double low, Double high, String of, String missing) {
  private static final int WEIGHS_FROM = 10;

  public Part {
    Objects.requireNonNull(facet);
    if (value == null) {
      BadRecord.unless(missing != null, "%s is neither known nor missing", facet);
    } else {
      BadRecord.unless(
          0 <= low && low <= value && value <= high && high <= 100,
          "%s of %s to %s is not a share of 100",
          value,
          low,
          high);
    }
  }

  /** Nothing is known of it. */
  public static Part unknown(Facet facet, String why) {
    return new Part(facet, null, null, null, null, why);
  }

  /**
   * What people say, from what is shown of it and nothing else.
   *
   * @param need as the survey has it: higher is more need
   */
  public static Part said(Facet facet, Published need) {
    if (!need.shown()) return unknown(facet, why(facet, need.withheld()));
    var score = facet.good() ? Voices.turned(need) : need;
    return shown(facet, score, score.people() + " people", null);
  }

  /** The same to be shown only. */
  public Part without(String why) {
    return missing == null ? new Part(facet, value, low, high, of, why) : this;
  }

  /** A count; of fewer than ten it is shown and does not weigh. */
  public static Part counted(Facet facet, Proportion share) {
    if (share.trials() == 0) return unknown(facet, facet.send());
    Interval ends = share.wilson(0.95);
    return shown(
        facet,
        Rounding.record(100 * share.share(), 100 * ends.low(), 100 * ends.high()),
        share.hits() + " of " + share.trials(),
        share.trials() < WEIGHS_FROM ? "Fewer than ten were recorded; ten count." : null);
  }

  private static Part shown(Facet facet, Published score, String of, String missing) {
    return new Part(facet, score.value(), score.low(), score.high(), of, missing);
  }

  private static String why(Facet facet, Withholding reason) {
    return switch (reason) {
      case NO_EVIDENCE -> facet.send();
      case TOO_FEW -> "Withheld: too few of its users answered.";
      case WOULD_REVEAL_ANOTHER ->
          "Withheld: with it, what a smaller group answered could be worked out.";
      case ROSTER_CHANGED ->
          "Withheld: one or two people joined or left since it was shown before.";
    };
  }

  public boolean weighs() {
    return missing == null;
  }

  /** As wide as the longer side of its interval says, so rather too large than too small. */
  double standardError() {
    return Math.max(high - value, value - low) / Interval.NORMAL_95;
  }
}
