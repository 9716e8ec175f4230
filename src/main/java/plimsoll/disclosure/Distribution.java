package plimsoll.disclosure;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How one question was answered in the whole organisation, as it may be shown: never of a team or a
 * group, so nothing can be taken from it; from {@value #ENOUGH} answers on; shares to 5 %, nearer
 * to an end than 5 % as "5 % or less" and "95 % or more"; of numbers the middle and the quartiles,
 * to two digits that count.
 *
 * @param people at least so many answered, to 5 downward; null when withheld
 * @param shares per cent of those who answered, by what they chose, 5 to 95; empty when withheld,
 *     or of a number
 * @param first of a ranking, per cent who ranked it first, likewise; else empty
 * @param quartiles the first, the middle and the third, in the question's unit; empty where it asks
 *     for no number
 * @param withheld why it is not shown; null when it is
 */
public record Distribution(
    Integer people,
    Map<String, Integer> shares,
    Map<String, Integer> first,
    List<Double> quartiles,
    Withholding withheld) {
  /** Items of the organisation are told from so many on (measurement 8.4, P2, asks for 15). */
  private static final int ENOUGH = 30;

  private static final int LARGE = 100;
  private static final int STEP = 5;

  /**
   * @param answered how many did
   * @param chosen how many chose each answer
   * @param first of a ranking, how many ranked it first; else empty
   * @param numbers the answers where it asks for numbers, least first; else empty
   * @param hardlyChanged whether one or two people joined or left the organisation since anything
   *     of it was shown
   */
  public static Distribution of(
      int answered,
      Map<String, Integer> chosen,
      Map<String, Integer> first,
      List<Double> numbers,
      boolean hardlyChanged) {
    if (answered < ENOUGH) return withheld(Withholding.TOO_FEW);
    if (hardlyChanged && answered < LARGE) return withheld(Withholding.ROSTER_CHANGED);
    return new Distribution(
        answered / STEP * STEP,
        shares(chosen, answered),
        shares(first, answered),
        numbers.isEmpty() ? List.of() : quartiles(numbers),
        null);
  }

  private static Distribution withheld(Withholding reason) {
    return new Distribution(null, Map.of(), Map.of(), List.of(), reason);
  }

  private static Map<String, Integer> shares(Map<String, Integer> counts, int answered) {
    var shares = new LinkedHashMap<String, Integer>();
    counts.forEach((key, n) -> shares.put(key, share(n, answered)));
    return shares;
  }

  private static int share(int n, int answered) {
    int rounded = (int) Math.rint(100.0 * n / answered / STEP) * STEP;
    return Math.max(STEP, Math.min(100 - STEP, rounded));
  }

  /** Where the answers stand at a quarter, a half and three quarters of the way. */
  private static List<Double> quartiles(List<Double> sorted) {
    return List.of(digits(at(sorted, 0.25)), digits(at(sorted, 0.5)), digits(at(sorted, 0.75)));
  }

  /** Type 7 of Hyndman and Fan (1996). */
  private static double at(List<Double> sorted, double share) {
    double place = share * (sorted.size() - 1);
    int below = (int) Math.floor(place);
    int above = Math.min(below + 1, sorted.size() - 1);
    return sorted.get(below) + (place - below) * (sorted.get(above) - sorted.get(below));
  }

  /** Two digits that count: 12.3 becomes 12, 0.123 becomes 0.12. */
  private static double digits(double value) {
    return java.math.BigDecimal.valueOf(value)
        .round(new java.math.MathContext(2, java.math.RoundingMode.HALF_EVEN))
        .doubleValue();
  }
}
