package plimsoll.readiness;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import plimsoll.readiness.Readiness.CriterionResult;
import plimsoll.readiness.Verdict.Flip;
import plimsoll.readiness.Verdict.Kind;

/**
 * How different those who kept silent would have to be for another verdict: the tipping point. It
 * comes from nothing but what is shown: scores, what would change the verdict, and the response.
 */
public final class Silence {

  private Silence() {}

  /**
   * The least difference on one criterion that would do.
   *
   * @param by how many points more need than those who answered the silent would have to feel, to
   *     1, away from 0; below 0 less
   * @param becomes the verdict then
   */
  public record Tipping(Criterion criterion, double by, Kind becomes) {}

  /**
   * The nearest tipping point; null where no answer of theirs on one criterion alone would change
   * the verdict. With all answers a score lies at {@code answered + silent · by}, and half as far
   * where records speak beside people.
   *
   * @param silent share of those asked who kept silent, 0 to 1
   */
  public static Tipping tipping(Verdict verdict, List<CriterionResult> criteria, double silent) {
    if (silent <= 0) return null;
    return verdict.flips().stream()
        .map(flip -> tipping(flip, criteria, silent))
        .filter(Objects::nonNull)
        .min(Comparator.comparingDouble(tipping -> Math.abs(tipping.by())))
        .orElse(null);
  }

  private static Tipping tipping(Flip flip, List<CriterionResult> criteria, double silent) {
    return criteria.stream()
        .filter(each -> each.criterion().name().equals(flip.input()) && each.said().shown())
        .findFirst()
        .map(each -> tipping(flip, each, silent))
        .orElse(null);
  }

  /** Null where even 0 or 100 of all of them would not do. */
  private static Tipping tipping(Flip flip, CriterionResult criterion, double silent) {
    double parts = criterion.recorded().shown() ? 2 : 1;
    double by = parts * (flip.to() - flip.from()) / silent;
    double away = Math.copySign(Math.ceil(Math.abs(by) - 1e-9), by);
    double theirs = criterion.said().value() + away;
    boolean possible = theirs >= 0 && theirs <= 100;
    return possible ? new Tipping(criterion.criterion(), away, flip.becomes()) : null;
  }

  /** The most who may be silent where the response is told as a band, 0 to 1. */
  public static double most(String response) {
    return response == null || response.startsWith("<") ? 1 : response.startsWith("50") ? 0.5 : 0.2;
  }

  /** The same in words; null where there is no verdict that could change. */
  public static String words(Verdict verdict, List<CriterionResult> criteria, double silent) {
    if (verdict.kind() == Kind.UNCLEAR || silent <= 0) return null;
    var tipping = tipping(verdict, criteria, silent);
    if (tipping == null) {
      return "Whatever they think of any one criterion, the verdict stays \""
          + verdict.kind().title()
          + "\".";
    }
    return "The verdict would be \"%s\" if their need on \"%s\" were %s points %s, or further off."
        .formatted(
            tipping.becomes().title(),
            Words.lower(tipping.criterion().title()),
            Words.number(Math.abs(tipping.by())),
            tipping.by() > 0 ? "higher" : "lower");
  }
}
