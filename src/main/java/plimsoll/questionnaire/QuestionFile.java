package plimsoll.questionnaire;

import static plimsoll.questionnaire.Reader.between;
import static plimsoll.questionnaire.Reader.decimal;
import static plimsoll.questionnaire.Reader.name;
import static plimsoll.questionnaire.Reader.need;
import static plimsoll.questionnaire.Reader.optional;
import static plimsoll.questionnaire.Reader.sensible;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import plimsoll.survey.Option;
import plimsoll.survey.Question;
import plimsoll.survey.Scale;
import plimsoll.survey.Text;

/** Reads questions of every kind, and remembers which were asked and which they replace. */
class QuestionFile {
  private static final Set<String> OF_ALL = Set.of("id", "kind", "wording", "when", "replaces");
  private static final Map<String, Set<String>> OF_KIND =
      Map.of(
          "rating", Set.of("scale", "direction", "construct"),
          "slider", Set.of("low", "high", "direction", "construct"),
          "matrix", Set.of("scale", "rows"),
          "yes-no", Set.of(),
          "one-of", Set.of("options"),
          "several-of", Set.of("options", "most"),
          "ranking", Set.of("options", "most"),
          "number", Set.of("unit", "lowest", "highest", "decimals"),
          "short-text", Set.of("hint", "longest"),
          "text", Set.of("hint", "longest"));
  private static final Set<String> OF_ROW =
      Set.of("id", "wording", "direction", "construct", "replaces");
  private static final int LONGEST_TEXT = 5_000;
  private static final int LONGEST_LINE = 500;
  private static final int MOST_DECIMALS = 3;

  private final Reader reader;
  private final Map<String, Scale> scales;
  private final Map<String, Question> asked = new LinkedHashMap<>();
  private final Map<String, String> replaces = new HashMap<>();

  QuestionFile(Reader reader, Map<String, Scale> scales) {
    this.reader = reader;
    this.scales = scales;
  }

  /** What is answered by itself, by its id, as far as it was read. */
  Map<String, Question> asked() {
    return asked;
  }

  Map<String, String> replaces() {
    return replaces;
  }

  Question read(YamlNode node) {
    YamlNode kind = need(node, "kind");
    if (!OF_KIND.containsKey(kind.text())) {
      throw kind.fault("must be one of " + String.join(", ", new TreeSet<>(OF_KIND.keySet())));
    }
    reader.knowOnly(node, union(OF_ALL, OF_KIND.get(kind.text())));
    Question question = sensible(node, () -> ofKind(kind.text(), node));
    if (!question.items().contains(question)) take(question, node);
    question.items().forEach(item -> take(item, node));
    return question;
  }

  private Question ofKind(String kind, YamlNode node) {
    String id = name(need(node, "id"));
    Text wording = reader.words(need(node, "wording"));
    return switch (kind) {
      case "rating" -> rating(id, wording, scale(node), node);
      case "slider" -> slider(id, wording, node);
      case "matrix" -> new Question.Matrix(id, wording, rows(node));
      case "yes-no" -> new Question.YesNo(id, wording);
      case "one-of" -> new Question.OneOf(id, wording, options(node));
      case "several-of" -> {
        var options = options(node);
        yield new Question.SeveralOf(id, wording, options, most(node, options));
      }
      case "ranking" -> {
        var options = options(node);
        yield new Question.Ranking(id, wording, options, most(node, options));
      }
      case "number" -> quantity(id, wording, node);
      default -> text(id, wording, kind.equals("text"), node);
    };
  }

  private Question.Rating rating(String id, Text wording, Scale scale, YamlNode node) {
    var construct = construct(node);
    return new Question.Rating(id, wording, scale, direction(node, construct), construct);
  }

  private Question slider(String id, Text wording, YamlNode node) {
    var construct = construct(node);
    return new Question.Slider(
        id,
        wording,
        reader.words(need(node, "low")),
        reader.words(need(node, "high")),
        direction(node, construct),
        construct);
  }

  private List<Question.Rating> rows(YamlNode node) {
    Scale scale = scale(node);
    return reader.each(
        need(node, "rows"),
        row -> {
          reader.knowOnly(row, OF_ROW);
          Text wording = reader.words(need(row, "wording"));
          note(row);
          return rating(name(need(row, "id")), wording, scale, row);
        });
  }

  private Question quantity(String id, Text wording, YamlNode node) {
    return new Question.Quantity(
        id,
        wording,
        reader.words(need(node, "unit")),
        decimal(need(node, "lowest")),
        decimal(need(node, "highest")),
        optional(node, "decimals", 0, decimals -> between(decimals, 0, MOST_DECIMALS)));
  }

  private Question text(String id, Text wording, boolean lines, YamlNode node) {
    int longest = between(need(node, "longest"), 1, lines ? LONGEST_TEXT : LONGEST_LINE);
    return new Question.OpenText(id, wording, reader.words(need(node, "hint")), longest, lines);
  }

  private List<Option> options(YamlNode node) {
    YamlNode options = need(node, "options");
    return options.fields().values().stream()
        .map(option -> new Option(key(option), reader.words(option)))
        .toList();
  }

  private static int most(YamlNode node, List<Option> options) {
    return optional(node, "most", options.size(), most -> between(most, 1, options.size()));
  }

  /** The field's own name is the key of the option. */
  private static String key(YamlNode option) {
    String key = option.field().substring(option.field().indexOf("options.") + "options.".length());
    return name(new YamlNode(option.field(), option.line(), key));
  }

  private Scale scale(YamlNode node) {
    YamlNode scale = need(node, "scale");
    if (!scales.containsKey(scale.text())) {
      throw scale.fault("must be one of " + String.join(", ", scales.keySet()));
    }
    return scales.get(scale.text());
  }

  private static String construct(YamlNode node) {
    return optional(node, "construct", null, Reader::name);
  }

  private static Question.Direction direction(YamlNode node, String construct) {
    var direction =
        optional(
            node,
            "direction",
            Question.Direction.NONE,
            one -> Reader.choice(one, Question.Direction.values()));
    if (construct != null && direction == Question.Direction.NONE) {
      throw node.fault("speaks to a construct, so it needs direction: more-need or less-need");
    }
    return direction;
  }

  private void take(Question question, YamlNode node) {
    if (asked.put(question.id(), question) != null) {
      throw need(node, "id").fault("is used twice; give each item its own id");
    }
    note(node);
  }

  private void note(YamlNode node) {
    YamlNode replaced = node.fields().get("replaces");
    if (replaced == null) return;
    String id = name(need(node, "id"));
    if (name(replaced).equals(id)) {
      throw replaced.fault("must be the id of the item in an earlier edition, which is another");
    }
    replaces.put(id, replaced.text());
  }

  private static Set<String> union(Set<String> one, Set<String> other) {
    var all = new TreeSet<>(one);
    all.addAll(other);
    return all;
  }
}
