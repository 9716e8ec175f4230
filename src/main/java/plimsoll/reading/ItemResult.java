package plimsoll.reading;

import static java.util.stream.Collectors.toMap;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import plimsoll.disclosure.Distribution;
import plimsoll.survey.Question;
import plimsoll.survey.Tally;
import plimsoll.survey.Text;

/**
 * How a question that is part of no score was answered in the whole organisation.
 *
 * @param wording in English, with the names of places to fill in as they are
 * @param unit of a number; null for others
 * @param labels words of what could be chosen, in the question's order
 */
public record ItemResult(
    String item, String wording, String unit, Map<String, String> labels, Distribution answers) {

  static ItemResult of(Tally tally, boolean hardlyChanged) {
    var question = tally.question();
    return new ItemResult(
        question.id(),
        question.wording().in(Text.ENGLISH),
        unit(question),
        labels(question),
        Distribution.of(
            tally.answered(), tally.chosen(), tally.first(), tally.numbers(), hardlyChanged));
  }

  static List<ItemResult> of(List<Tally> tallies, boolean hardlyChanged) {
    return tallies.stream().map(tally -> of(tally, hardlyChanged)).toList();
  }

  private static String unit(Question question) {
    if (question instanceof Question.Quantity number) return number.unit().in(Text.ENGLISH);
    return question instanceof Question.Slider ? "of 100" : null;
  }

  private static Map<String, String> labels(Question question) {
    return Tally.choices(question).entrySet().stream()
        .collect(
            toMap(
                Map.Entry::getKey,
                choice -> choice.getValue().in(Text.ENGLISH),
                (one, other) -> one,
                LinkedHashMap::new));
  }
}
