package plimsoll.readiness;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import plimsoll.readiness.Readiness.Consistency;
import plimsoll.readiness.Readiness.Differences;
import plimsoll.statistics.Icc;
import plimsoll.statistics.Reliability;
import plimsoll.survey.Keying.Keyed;

/**
 * How well items and teams hold together, where so many answered that it tells of nobody
 * (measurement 1.8 and 2.7).
 */
final class Structure {
  private static final double MOST_WITHOUT_BASIS = 0.20;
  private static final double MOST_ALIKE = 0.70;

  private Structure() {}

  /** Null where fewer than 50 people answered all items, or an item never differs. */
  static Consistency consistency(Sitting sitting, Scores scores) {
    var part = scores.part;
    if (part.items().size() < 2 || !tells(sitting, scores)) return null;
    var found = Reliability.of(scores.sheets().stream().map(part::needs).toArray(double[][]::new));
    if (found.coefficient() == null) return null;
    return new Consistency(
        part.items().size() == 2 ? "Spearman–Brown" : "α",
        hundredths(found.coefficient()),
        found.omega() == null ? null : (Double) hundredths(found.omega()),
        found.word() != Reliability.Word.SOUND);
  }

  /** Of the teams that are shown, so that nothing is told of the others. */
  static Differences differences(Sitting sitting, Scores scores) {
    var teams = shown(sitting, scores);
    int people = teams.stream().mapToInt(team -> team.length).sum();
    if (teams.size() < Icc.FEWEST || people < Reliability.FEWEST) return null;
    var found = tells(sitting, scores) ? Icc.of(teams) : null;
    return found == null
        ? null
        : new Differences(
            hundredths(found.single()),
            hundredths(found.mean()),
            found.word() == Icc.Word.DIFFER_RELIABLY);
  }

  /** Items of which more than a fifth of the people had no basis to answer. */
  static List<String> withoutBasis(Sitting sitting) {
    return items(sitting, Structure::shareWithoutBasis, MOST_WITHOUT_BASIS);
  }

  /** Items that more than 70 % of those who answered them answered alike. */
  static List<String> alike(Sitting sitting) {
    return items(sitting, Structure::shareAlike, MOST_ALIKE);
  }

  private static List<String> items(
      Sitting sitting, ToDoubleBiFunction<Scores, Keyed> share, double most) {
    return sitting.scores.values().stream()
        .filter(scores -> tells(sitting, scores))
        .flatMap(scores -> items(scores, item -> share.applyAsDouble(scores, item) > most))
        .toList();
  }

  private static Stream<String> items(Scores scores, Predicate<Keyed> weak) {
    return scores.part.items().stream().filter(weak).map(Keyed::item);
  }

  /** NaN where nobody answered. */
  private static double shareWithoutBasis(Scores scores, Keyed item) {
    double without =
        scores.sheets().stream().filter(sheet -> sheet.noBasis().contains(item.item())).count();
    return without / (without + answers(scores, item).count());
  }

  /** NaN where nobody answered. */
  private static double shareAlike(Scores scores, Keyed item) {
    var counts = new double[item.highest() - item.lowest() + 1];
    answers(scores, item).forEach(answer -> counts[answer - item.lowest()]++);
    return Arrays.stream(counts).max().orElseThrow() / Arrays.stream(counts).sum();
  }

  private static Stream<Integer> answers(Scores scores, Keyed item) {
    return scores.sheets().stream().map(sheet -> Part.answer(sheet, item)).filter(Objects::nonNull);
  }

  /** Only of a score that is shown, of 50 people or more, to whom no one or two came or went. */
  private static boolean tells(Sitting sitting, Scores scores) {
    var release = sitting.release;
    return scores.people() >= Reliability.FEWEST
        && release.organisation(scores.part.key()).shown()
        && !release.hardlyChanged(scores.people());
  }

  private static List<double[]> shown(Sitting sitting, Scores scores) {
    return IntStream.range(0, sitting.given.teams().size())
        .filter(team -> sitting.release.team(scores.part.key(), team).shown())
        .mapToObj(scores::scores)
        .toList();
  }

  /** What lies below 0, without end, says no more than 0. */
  private static double hundredths(double value) {
    return Math.rint(100 * Math.max(0, value)) / 100;
  }
}
