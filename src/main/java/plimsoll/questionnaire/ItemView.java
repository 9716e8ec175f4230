package plimsoll.questionnaire;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import plimsoll.survey.Block;
import plimsoll.survey.Condition;
import plimsoll.survey.Option;
import plimsoll.survey.Question;
import plimsoll.survey.Survey;

/**
 * One question, its texts by language. What its kind doesn't have is null, or empty for lists.
 *
 * @param kind as in the file, such as "one-of"
 * @param when asked only of whom this holds; null means of everybody
 * @param replaces the item of an earlier edition in whose place it stands
 * @param construct what it speaks to; null where it is read on its own
 * @param direction whether a higher point is "more-need", "less-need" or "none"
 * @param points of the scale that can be chosen
 * @param low words at the lower end of a slider
 * @param high words at its upper end
 * @param options to choose from or to rank
 * @param most how many options may be chosen or ranked
 * @param rows of a matrix, each an item
 * @param unit of a number
 * @param hint what to mind while writing
 * @param longest characters at most
 */
public record ItemView(
    String id,
    String kind,
    Map<String, String> wording,
    Condition when,
    String replaces,
    String construct,
    String direction,
    List<PointView> points,
    Map<String, String> low,
    Map<String, String> high,
    List<OptionView> options,
    Integer most,
    List<ItemView> rows,
    Map<String, String> unit,
    BigDecimal lowest,
    BigDecimal highest,
    Integer decimals,
    Map<String, String> hint,
    Integer longest) {

  /** A point of a scale. */
  public record PointView(int value, Map<String, String> label) {}

  /** A thing to choose. */
  public record OptionView(String key, Map<String, String> label) {}

  static ItemView of(Survey survey, Block block, Question question) {
    var scored = question instanceof Question.Scored one ? one : null;
    var slider = question instanceof Question.Slider one ? one : null;
    var number = question instanceof Question.Quantity one ? one : null;
    var words = question instanceof Question.OpenText one ? one : null;
    return new ItemView(
        question.id(),
        kind(question),
        question.wording().in(),
        block.only().get(question.id()),
        survey.replaces().get(question.id()),
        scored == null ? null : scored.construct(),
        scored == null ? null : name(scored.direction()),
        points(question),
        slider == null ? null : slider.low().in(),
        slider == null ? null : slider.high().in(),
        options(question).stream().map(o -> new OptionView(o.key(), o.label().in())).toList(),
        most(question),
        rows(survey, block, question),
        number == null ? null : number.unit().in(),
        number == null ? null : number.lowest(),
        number == null ? null : number.highest(),
        number == null ? null : number.decimals(),
        words == null ? null : words.hint().in(),
        words == null ? null : words.longest());
  }

  /** As files name it. */
  public static String kind(Question question) {
    if (question instanceof Question.Rating) return "rating";
    if (question instanceof Question.Slider) return "slider";
    if (question instanceof Question.Matrix) return "matrix";
    if (question instanceof Question.YesNo) return "yes-no";
    if (question instanceof Question.OneOf) return "one-of";
    if (question instanceof Question.SeveralOf) return "several-of";
    if (question instanceof Question.Ranking) return "ranking";
    if (question instanceof Question.Quantity) return "number";
    return ((Question.OpenText) question).lines() ? "text" : "short-text";
  }

  static List<Option> options(Question question) {
    if (question instanceof Question.OneOf one) return one.options();
    if (question instanceof Question.SeveralOf several) return several.options();
    return question instanceof Question.Ranking ranking ? ranking.options() : List.of();
  }

  static Integer most(Question question) {
    if (question instanceof Question.SeveralOf several) return several.most();
    return question instanceof Question.Ranking ranking ? Integer.valueOf(ranking.most()) : null;
  }

  private static List<PointView> points(Question question) {
    return question instanceof Question.Rating rating
        ? rating.scale().points().stream()
            .map(point -> new PointView(point.value(), point.label().in()))
            .toList()
        : List.of();
  }

  private static List<ItemView> rows(Survey survey, Block block, Question question) {
    return question instanceof Question.Matrix matrix
        ? matrix.rows().stream().map(row -> of(survey, block, row)).toList()
        : List.of();
  }

  private static String name(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
