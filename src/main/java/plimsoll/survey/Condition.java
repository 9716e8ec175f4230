package plimsoll.survey;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** What must have been answered before, for something to be asked. */
public sealed interface Condition {

  /**
   * @param answers by the item's id, as they were sent; what is not in it was not answered
   */
  boolean holds(Map<String, ?> answers);

  /** Ids of the items that it looks at. */
  Set<String> items();

  /** What is wrong with it for these questions, by the item's id; null when nothing is. */
  String fault(Map<String, Question> earlier);

  /** The item was answered so; of an answer of several parts, one part at least was. */
  record Among(String item, Set<Object> values) implements Condition {
    public Among {
      values = Set.copyOf(values);
    }

    @Override
    public boolean holds(Map<String, ?> answers) {
      Object answer = answers.get(item);
      return answer instanceof Collection<?> parts
          ? parts.stream().anyMatch(values::contains)
          : answer != null && values.contains(answer);
    }

    @Override
    public Set<String> items() {
      return Set.of(item);
    }

    @Override
    public String fault(Map<String, Question> earlier) {
      Question question = earlier.get(item);
      if (question == null || question instanceof Question.OpenText) return notEarlier(item);
      return values.stream().allMatch(value -> possible(question, value))
          ? null
          : "asks for an answer that " + item + " can't have";
    }

    private static boolean possible(Question question, Object value) {
      boolean several =
          question instanceof Question.SeveralOf || question instanceof Question.Ranking;
      return Answer.isNone(value) || question.read(several ? List.of(value) : value).isPresent();
    }
  }

  /**
   * The item was answered with a number within these bounds.
   *
   * @param lowest null for no lower bound
   * @param highest null for no upper bound
   */
  record Within(String item, BigDecimal lowest, BigDecimal highest) implements Condition {

    @Override
    public boolean holds(Map<String, ?> answers) {
      if (!(answers.get(item) instanceof Number number)) return false;
      var value = new BigDecimal(number.toString());
      return (lowest == null || value.compareTo(lowest) >= 0)
          && (highest == null || value.compareTo(highest) <= 0);
    }

    @Override
    public Set<String> items() {
      return Set.of(item);
    }

    @Override
    public String fault(Map<String, Question> earlier) {
      Question question = earlier.get(item);
      return question instanceof Question.Scored || question instanceof Question.Quantity
          ? null
          : notEarlier(item) + " that is answered with a number";
    }
  }

  /** One that is made of others, and looks at what they look at. */
  sealed interface Compound extends Condition {

    List<Condition> parts();

    @Override
    default Set<String> items() {
      return parts().stream().flatMap(part -> part.items().stream()).collect(Collectors.toSet());
    }

    @Override
    default String fault(Map<String, Question> earlier) {
      return parts().stream()
          .map(part -> part.fault(earlier))
          .filter(Objects::nonNull)
          .findFirst()
          .orElse(null);
    }
  }

  /** All of them hold. */
  record All(List<Condition> parts) implements Compound {
    public All {
      parts = List.copyOf(parts);
    }

    @Override
    public boolean holds(Map<String, ?> answers) {
      return parts.stream().allMatch(part -> part.holds(answers));
    }
  }

  /** One of them holds at least. */
  record Any(List<Condition> parts) implements Compound {
    public Any {
      parts = List.copyOf(parts);
    }

    @Override
    public boolean holds(Map<String, ?> answers) {
      return parts.stream().anyMatch(part -> part.holds(answers));
    }
  }

  /** It does not hold, or what it looks at was not answered. */
  record Not(Condition part) implements Condition {

    @Override
    public boolean holds(Map<String, ?> answers) {
      return !part.holds(answers);
    }

    @Override
    public Set<String> items() {
      return part.items();
    }

    @Override
    public String fault(Map<String, Question> earlier) {
      return part.fault(earlier);
    }
  }

  private static String notEarlier(String item) {
    return item + " is no closed item of an earlier block";
  }
}
