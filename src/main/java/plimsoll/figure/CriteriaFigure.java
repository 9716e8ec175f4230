package plimsoll.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import plimsoll.disclosure.Published;
import plimsoll.figure.Figure.Pair;
import plimsoll.figure.Figure.Pairs;
import plimsoll.figure.Figure.Point;
import plimsoll.readiness.Readiness.CriterionResult;

/** Each criterion: what people say beside what records say, and whether the two agree. */
public final class CriteriaFigure {
  private static final double MET = 0.8;
  private static final double NOT_MET = 0.2;
  private static final double CUT = 50;

  private CriteriaFigure() {}

  /**
   * The organisation's.
   *
   * @param evidence where a row leads; null for nowhere
   */
  public static Pairs of(List<CriterionResult> criteria, String evidence) {
    return figure(criteria, Words::range, evidence);
  }

  /** A team's: the ends of the scale are not told apart. */
  public static Pairs ofTeam(List<CriterionResult> criteria) {
    return figure(criteria, Words::teamRange, null);
  }

  private static Pairs figure(
      List<CriterionResult> criteria, Function<Published, String> score, String evidence) {
    return new Pairs(
        "criteria",
        title(criteria),
        "Need from 0 to 100, with its 95 % interval; from 50 a criterion counts as met. \"Met\""
            + " is said from a probability of 80 %, \"not met\" below 20 %. Survey and records"
            + " disagree when they lie more than 25 points apart.",
        "points of need, 0–100",
        "People say",
        "Records say",
        CUT,
        "Counts as met",
        criteria.stream()
            .filter(result -> result.said().shown() || result.recorded().shown())
            .map(result -> pair(result, evidence))
            .toList(),
        table(criteria, score));
  }

  private static String title(List<CriterionResult> criteria) {
    var judged = criteria.stream().filter(result -> result.probabilityMet() != null).toList();
    if (judged.isEmpty()) {
      return "We can't tell yet which criteria are met";
    }
    var met = names(judged.stream().filter(result -> result.probabilityMet() >= MET).toList());
    var open =
        judged.stream()
            .filter(result -> result.probabilityMet() > NOT_MET && result.probabilityMet() < MET)
            .toList();
    var words =
        met.isEmpty()
            ? "None of %d criteria is surely met".formatted(judged.size())
            : "%d of %d criteria %s met: %s"
                .formatted(
                    met.size(), judged.size(), met.size() == 1 ? "is" : "are", Words.list(met));
    return open.isEmpty() ? words : words + "; of " + open.size() + " we can't tell yet";
  }

  private static List<String> names(List<CriterionResult> results) {
    return results.stream().map(result -> result.criterion().name()).toList();
  }

  private static Pair pair(CriterionResult result, String evidence) {
    return new Pair(
        Words.criterion(result.criterion()),
        point(result.said()),
        point(result.recorded()),
        result.disagrees(),
        evidence);
  }

  private static Point point(Published published) {
    return published.shown()
        ? new Point(published.value(), published.low(), published.high())
        : null;
  }

  private static List<List<String>> table(
      List<CriterionResult> criteria, Function<Published, String> score) {
    var rows = new ArrayList<List<String>>();
    rows.add(
        List.of("Criterion", "People say (95 %)", "People", "Records say (95 %)", "Met", "Note"));
    for (var result : criteria) {
      rows.add(
          List.of(
              Words.criterion(result.criterion()),
              score.apply(result.said()),
              Words.people(result.said()),
              score.apply(result.recorded()),
              met(result),
              note(result)));
    }
    return rows;
  }

  /** Whether a criterion is met, with its probability, such as "met (91 %)". */
  public static String met(CriterionResult result) {
    var probability = result.probabilityMet();
    if (probability == null) {
      return "–";
    }
    var word = probability >= MET ? "met" : probability <= NOT_MET ? "not met" : "can't tell yet";
    return word + " (" + Words.percent(probability) + ")";
  }

  private static String note(CriterionResult result) {
    var apart = result.disagrees() ? "Survey and records disagree." : "";
    var fact = result.fact() == null ? "" : result.fact();
    return (apart + " " + fact).strip();
  }
}
