package plimsoll.platform;

import java.util.Arrays;
import java.util.List;
import plimsoll.statistics.Balance;

/**
 * How likely users are to advise others to come (K8, 0 to 10). With forty answers its interval
 * reaches some 25 points to each side, so it never stands in a headline. Not safe to show as it is.
 */
public sealed interface Recommendation {

  /** Of fewer there is no figure. */
  int FIGURE_FROM = 20;

  int PROMOTER_FROM = 9;
  int DETRACTOR_TO = 6;
  int MOST = 10;

  /** Enough answered for a figure: the share of 9 and 10 less that of 0 to 6, in points. */
  record Figure(Balance balance, int n) implements Recommendation {}

  /** Too few: how many chose each of the points 0 to 10. */
  record Spread(List<Integer> counts, int n) implements Recommendation {}

  /**
   * @param answers 0 to 10, one for each person who answered
   * @throws BadRecord for any other answer
   */
  static Recommendation of(int[] answers) {
    for (int each : answers)
      BadRecord.unless(each >= 0 && each <= MOST, "K8 has no answer %d", each);
    if (answers.length < FIGURE_FROM) return new Spread(counts(answers), answers.length);
    int promoters = (int) Arrays.stream(answers).filter(each -> each >= PROMOTER_FROM).count();
    int detractors = (int) Arrays.stream(answers).filter(each -> each <= DETRACTOR_TO).count();
    return new Figure(Balance.of(promoters, detractors, answers.length), answers.length);
  }

  private static List<Integer> counts(int[] answers) {
    var counts = new Integer[MOST + 1];
    Arrays.fill(counts, 0);
    for (int each : answers) counts[each]++;
    return List.of(counts);
  }
}
