package plimsoll.questionnaire;

import static plimsoll.questionnaire.Reader.need;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import plimsoll.survey.Condition;
import plimsoll.survey.Question;

/**
 * Reads a condition: {@code {item: K0, is: true}}, {@code {item: size, in: [small, large]}}, {@code
 * {item: hours, at-least: 2}}, or {@code {all: […]}}, {@code {any: […]}} and {@code {not: …}} of
 * such.
 */
final class ConditionFile {
  private static final Set<String> OF_AN_ITEM = Set.of("item", "is", "in", "at-least", "at-most");

  private ConditionFile() {}

  static Condition read(Reader reader, YamlNode node, Map<String, Question> earlier) {
    if (node.fields().containsKey("item")) return ofItem(reader, node, earlier);
    reader.knowOnly(node, Set.of("all", "any", "not"));
    if (node.fields().size() != 1) {
      throw node.fault("must name an item, or hold one of all, any and not");
    }
    var only = node.fields().entrySet().iterator().next();
    return switch (only.getKey()) {
      case "all" -> new Condition.All(parts(reader, only.getValue(), earlier));
      case "any" -> new Condition.Any(parts(reader, only.getValue(), earlier));
      default -> new Condition.Not(read(reader, only.getValue(), earlier));
    };
  }

  private static List<Condition> parts(
      Reader reader, YamlNode node, Map<String, Question> earlier) {
    if (node.elements().isEmpty()) throw node.fault("must hold a condition");
    return reader.each(node, part -> read(reader, part, earlier));
  }

  private static Condition ofItem(Reader reader, YamlNode node, Map<String, Question> earlier) {
    reader.knowOnly(node, OF_AN_ITEM);
    String item = need(node, "item").text();
    Condition condition = ofItem(item, earlier.get(item), node);
    String fault = condition.fault(earlier);
    if (fault != null) throw need(node, "item").fault("is wrong: " + fault);
    return condition;
  }

  private static Condition ofItem(String item, Question question, YamlNode node) {
    var fields = node.fields();
    if (fields.containsKey("is")) {
      return new Condition.Among(item, Set.of(value(question, need(node, "is"))));
    }
    if (fields.containsKey("in")) {
      var values = need(node, "in").elements().stream().map(each -> value(question, each));
      return new Condition.Among(item, values.collect(Collectors.toSet()));
    }
    BigDecimal least = Reader.optional(node, "at-least", null, Reader::decimal);
    BigDecimal most = Reader.optional(node, "at-most", null, Reader::decimal);
    if (least == null && most == null) {
      throw node.fault("lacks one of is, in, at-least and at-most");
    }
    return new Condition.Within(item, least, most);
  }

  /** A truth value, a whole number, or the key of an option, which may look like either. */
  private static Object value(Question question, YamlNode node) {
    String text = node.text();
    boolean option =
        question instanceof Question.OneOf
            || question instanceof Question.SeveralOf
            || question instanceof Question.Ranking;
    if (option) return text;
    if (text.equals("true") || text.equals("false")) return node.truth();
    return text.matches("-?[0-9]{1,9}") ? (Object) node.number() : text;
  }
}
