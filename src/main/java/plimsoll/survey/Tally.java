package plimsoll.survey;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * How one closed question was answered by some people together, counted. It is not to be shown as
 * it is.
 *
 * @param answered people with an answer; without those who had no basis, declined or left it blank
 * @param noBasis people who had no basis to answer
 * @param declined people who preferred not to say
 * @param chosen how many chose each answer, in the question's order; of a ranking, how many ranked
 *     it at all; empty for a number
 * @param first of a ranking, how many ranked it first; else empty
 * @param numbers of a question for a number or a place on a line, the answers, least first; else
 *     empty
 */
public record Tally(
    Question question,
    int answered,
    int noBasis,
    int declined,
    Map<String, Integer> chosen,
    Map<String, Integer> first,
    List<Double> numbers) {

  /**
   * Of every closed question that speaks to no construct: the others are told as scores.
   *
   * @param sheets what each person answered, by the item's id
   */
  public static List<Tally> of(Survey survey, Collection<Map<String, Answer>> sheets) {
    return survey.questions().stream()
        .filter(Tally::unscored)
        .map(question -> of(question, sheets))
        .toList();
  }

  private static boolean unscored(Question question) {
    boolean scored = question instanceof Question.Scored item && item.construct() != null;
    return !scored && !(question instanceof Question.OpenText);
  }

  private static Tally of(Question question, Collection<Map<String, Answer>> sheets) {
    var answers = answers(question, sheets);
    int noBasis = (int) answers.stream().filter(Answer.NoBasis.class::isInstance).count();
    int declined = (int) answers.stream().filter(Answer.Declined.class::isInstance).count();
    var chosen = nothing(question);
    var first =
        question instanceof Question.Ranking ? nothing(question) : Map.<String, Integer>of();
    var numbers = new ArrayList<Double>();
    for (Answer answer : answers) {
      parts(answer).forEach(part -> chosen.computeIfPresent(part, (key, n) -> n + 1));
      if (answer instanceof Answer.Ranked ranked)
        first.merge(ranked.value().get(0), 1, Integer::sum);
      if (chosen.isEmpty() && answer.value() instanceof Number n) numbers.add(n.doubleValue());
    }
    numbers.sort(null);
    int answered = answers.size() - noBasis - declined;
    return new Tally(question, answered, noBasis, declined, chosen, first, List.copyOf(numbers));
  }

  private static List<Answer> answers(Question question, Collection<Map<String, Answer>> sheets) {
    return sheets.stream()
        .map(sheet -> sheet.get(question.id()))
        .filter(answer -> answer != null)
        .toList();
  }

  /** What can be chosen, by the text that it is kept as; empty where one gives a number. */
  private static Map<String, Integer> nothing(Question question) {
    var counts = new LinkedHashMap<String, Integer>();
    choices(question).keySet().forEach(key -> counts.put(key, 0));
    return counts;
  }

  /** What can be chosen, with its words; empty where one gives a number. */
  public static Map<String, Text> choices(Question question) {
    var choices = new LinkedHashMap<String, Text>();
    if (question instanceof Question.Rating rating) {
      rating.scale().points().forEach(p -> choices.put(String.valueOf(p.value()), p.label()));
    }
    if (question instanceof Question.YesNo) {
      choices.put("true", Text.english("Yes"));
      choices.put("false", Text.english("No"));
    }
    options(question).forEach(option -> choices.put(option.key(), option.label()));
    return choices;
  }

  private static List<Option> options(Question question) {
    if (question instanceof Question.OneOf one) return one.options();
    if (question instanceof Question.SeveralOf several) return several.options();
    return question instanceof Question.Ranking ranking ? ranking.options() : List.of();
  }

  private static Stream<String> parts(Answer answer) {
    return answer.value() instanceof List<?> list
        ? list.stream().map(String::valueOf)
        : Stream.of(String.valueOf(answer.value()));
  }
}
