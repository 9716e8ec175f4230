package plimsoll.survey;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Holds an edition to those before it: whatever stands under one id was asked in the same words in
 * all of them, so that its series can be read as one. Words in a language that an edition lacks may
 * be added in the next.
 */
public final class Lineage {
  private Lineage() {}

  /** One fault: which item, and what to mend. */
  public record Fault(String item, String mend) {}

  /**
   * @param earlier the other editions of its key
   * @return empty when it may follow them
   */
  public static List<Fault> faults(Survey next, List<Survey> earlier) {
    List<Fault> faults = new ArrayList<>();
    if (earlier.isEmpty()) return faults;
    Map<String, Survey> known = new HashMap<>();
    earlier.forEach(survey -> all(survey).forEach(item -> known.put(item.id(), survey)));
    for (Question question : all(next).toList()) {
      var other = earlier.stream().filter(survey -> changed(question, survey)).findFirst();
      other.ifPresent(survey -> faults.add(changed(question, survey.name())));
    }
    next.replaces().forEach((item, old) -> checkReplaced(next, item, old, known, faults));
    return faults;
  }

  private static Fault changed(Question question, String edition) {
    String id = question.id();
    return new Fault(
        id,
        "reads otherwise than in "
            + edition
            + ": new words are a new item; give it a new id and replaces: "
            + id);
  }

  private static void checkReplaced(
      Survey next, String item, String old, Map<String, Survey> known, List<Fault> faults) {
    if (!known.containsKey(old)) {
      faults.add(new Fault(item, "replaces " + old + ", which no earlier edition asks"));
    } else if (all(next).anyMatch(each -> each.id().equals(old))) {
      faults.add(
          new Fault(item, "replaces " + old + ", which is still asked; drop one of the two"));
    }
  }

  private static boolean changed(Question question, Survey earlier) {
    return all(earlier)
        .filter(other -> other.id().equals(question.id()))
        .anyMatch(other -> !same(question, other));
  }

  /** Matrices too, whose own words begin each row. */
  private static Stream<Question> all(Survey survey) {
    return survey.blocks().stream()
        .flatMap(block -> block.questions().stream())
        .flatMap(
            question ->
                question.items().contains(question)
                    ? Stream.of(question)
                    : Stream.concat(Stream.of(question), question.items().stream()));
  }

  private static boolean same(Question one, Question other) {
    return one.getClass() == other.getClass()
        && same(one.wording(), other.wording())
        && Objects.equals(answered(one), answered(other))
        && sameWords(words(one), words(other));
  }

  /** What can be answered and what it counts for, but for the words. */
  private static List<Object> answered(Question question) {
    List<Object> all = new ArrayList<>();
    if (question instanceof Question.Scored scored) {
      all.addAll(List.of(scored.lowest(), scored.highest(), scored.direction()));
    } else if (question instanceof Question.SeveralOf several) {
      all.add(several.most());
    } else if (question instanceof Question.Ranking ranking) {
      all.add(ranking.most());
    } else if (question instanceof Question.Quantity quantity) {
      all.addAll(List.of(quantity.lowest(), quantity.highest(), quantity.decimals()));
    }
    options(question).forEach(option -> all.add(option.key()));
    return all;
  }

  /** The words beside the wording that are read before answering. */
  private static List<Text> words(Question question) {
    if (question instanceof Question.Rating rating) {
      return rating.scale().points().stream().map(Scale.Point::label).toList();
    }
    if (question instanceof Question.Slider slider) return List.of(slider.low(), slider.high());
    if (question instanceof Question.Quantity quantity) return List.of(quantity.unit());
    return options(question).stream().map(Option::label).toList();
  }

  private static List<Option> options(Question question) {
    if (question instanceof Question.OneOf one) return one.options();
    if (question instanceof Question.SeveralOf several) return several.options();
    return question instanceof Question.Ranking ranking ? ranking.options() : List.of();
  }

  private static boolean sameWords(List<Text> one, List<Text> other) {
    if (one.size() != other.size()) return false;
    for (int i = 0; i < one.size(); i++) {
      if (!same(one.get(i), other.get(i))) return false;
    }
    return true;
  }

  /** In the languages that both have. */
  private static boolean same(Text one, Text other) {
    return one.in().entrySet().stream()
        .allMatch(
            words ->
                other.in().getOrDefault(words.getKey(), words.getValue()).equals(words.getValue()));
  }
}
