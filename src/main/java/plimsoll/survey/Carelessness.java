package plimsoll.survey;

import java.util.List;
import java.util.Objects;

/**
 * Signs that somebody answered without reading. Speed is not among them, because no time is kept.
 *
 * @param longString {@value #LONG_STRING} or more same raw answers in a row, over items of both
 *     directions
 * @param noVariation all raw answers the same, over {@value #ENOUGH_ITEMS} or more items
 * @param pairsClash in {@value #CLASHES} or more pairs that ask the same from both sides, the
 *     answers lie {@value #FAR_APART} or more points apart
 */
public record Carelessness(boolean longString, boolean noVariation, boolean pairsClash) {
  private static final int LONG_STRING = 12;
  private static final int ENOUGH_ITEMS = 16;
  private static final int CLASHES = 3;
  private static final int FAR_APART = 3;
  private static final int SIGNALS = 2;

  /** True when two or more signs stand. */
  public boolean careless() {
    return (longString ? 1 : 0) + (noVariation ? 1 : 0) + (pairsClash ? 1 : 0) >= SIGNALS;
  }

  /**
   * @param shown the questions in the order in which this person saw them
   */
  public static Carelessness of(List<Question> shown, Keying keying, Sheet sheet) {
    List<Integer> keyed = rawAnswers(shown, sheet);
    return new Carelessness(
        longestRun(shown, sheet) >= LONG_STRING,
        keyed.size() >= ENOUGH_ITEMS && keyed.stream().distinct().count() == 1,
        clashes(keying, sheet) >= CLASHES);
  }

  private static List<Integer> rawAnswers(List<Question> shown, Sheet sheet) {
    return shown.stream()
        .filter(question -> direction(question) != Question.Direction.NONE)
        .map(question -> sheet.points().get(question.id()))
        .filter(Objects::nonNull)
        .toList();
  }

  /** The longest run that holds items of both directions; others can be honest. */
  private static int longestRun(List<Question> shown, Sheet sheet) {
    int longest = 0;
    int run = 0;
    Integer last = null;
    boolean more = false;
    boolean less = false;
    for (Question question : shown) {
      Integer point = sheet.points().get(question.id());
      Question.Direction direction = direction(question);
      if (direction == Question.Direction.NONE || point == null) {
        continue;
      }
      boolean same = point.equals(last);
      run = same ? run + 1 : 1;
      more = same && more || direction == Question.Direction.MORE_NEED;
      less = same && less || direction == Question.Direction.LESS_NEED;
      longest = more && less ? Math.max(longest, run) : longest;
      last = point;
    }
    return longest;
  }

  private static Question.Direction direction(Question question) {
    return question instanceof Question.Scored scored
        ? scored.direction()
        : Question.Direction.NONE;
  }

  private static long clashes(Keying keying, Sheet sheet) {
    return keying.constructs().stream()
        .filter(construct -> fromBothSides(construct.items()))
        .filter(construct -> apart(construct.items(), sheet) >= FAR_APART)
        .count();
  }

  private static boolean fromBothSides(List<Keying.Keyed> items) {
    return items.size() == 2 && items.get(0).reversed() != items.get(1).reversed();
  }

  private static int apart(List<Keying.Keyed> items, Sheet sheet) {
    Keying.Keyed a = items.get(0);
    Keying.Keyed b = items.get(1);
    Integer one = sheet.points().get(a.item());
    Integer other = sheet.points().get(b.item());
    return one == null || other == null ? 0 : Math.abs(turned(a, one) - turned(b, other));
  }

  private static int turned(Keying.Keyed item, int point) {
    return item.reversed() ? item.lowest() + item.highest() - point : point;
  }
}
