package plimsoll.questionnaire;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import plimsoll.survey.Block;
import plimsoll.survey.Question;
import plimsoll.survey.Scale;
import plimsoll.survey.Survey;
import plimsoll.survey.Text;
import plimsoll.survey.Window;

/** Reads a survey from YAML, and names every fault with its line, its field and its mend. */
class SurveyFile {
  private static final Set<String> FIELDS =
      Set.of(
          "key", "edition", "title", "purpose", "minutes", "window", "scales", "apart", "blocks");
  private static final Set<String> BLOCK_FIELDS =
      Set.of("key", "title", "intro", "terms", "when", "items");
  private static final Map<String, Set<String>> ITEM_FIELDS =
      Map.of(
          "rating", Set.of("id", "kind", "scale", "direction", "construct", "wording"),
          "yes-no", Set.of("id", "kind", "wording"),
          "text", Set.of("id", "kind", "wording", "hint", "longest"));
  private static final int LONGEST_TEXT = 5_000;

  private final String file;
  private final List<String> faults = new ArrayList<>();
  private final Map<String, Scale> scales = new LinkedHashMap<>();
  private final Map<String, Question> asked = new LinkedHashMap<>();

  private SurveyFile(String file) {
    this.file = file;
  }

  /**
   * What a file holds.
   *
   * @param survey null when there are faults
   * @param faults each with file, line, field and mend; empty when it can be asked
   */
  record Read(Survey survey, List<String> faults) {}

  /**
   * @param file its name, which must be the survey's key and edition: "quarterly-2026.1.yaml"
   */
  static Read read(String file, String text) {
    SurveyFile reader = new SurveyFile(file);
    Survey survey = reader.attempt(() -> reader.survey(YamlNode.read(text)));
    return new Read(reader.faults.isEmpty() ? survey : null, List.copyOf(reader.faults));
  }

  private Survey survey(YamlNode root) {
    knowOnly(root, FIELDS);
    attempt(() -> readScales(need(root, "scales")));
    var key = attempt(() -> name(need(root, "key")));
    var edition = attempt(() -> name(need(root, "edition")));
    var title = attempt(() -> words(need(root, "title")));
    var purpose = attempt(() -> words(need(root, "purpose")));
    var minutes = attempt(() -> between(need(root, "minutes"), 1, 60));
    var window = attempt(() -> choice(need(root, "window"), Window.values()));
    var blocks = attempt(() -> each(need(root, "blocks"), this::block));
    var apart = attempt(() -> apart(root));
    if (faults.isEmpty() && !file.equals(key + "-" + edition + ".yaml")) {
      throw root.fault("key and edition make the name " + key + "-" + edition + ".yaml");
    }
    return faults.isEmpty()
        ? new Survey(key, edition, title, purpose, minutes, window, blocks, apart)
        : null;
  }

  private Void readScales(YamlNode node) {
    node.fields().forEach((key, scale) -> attempt(() -> scales.put(key, scale(key, scale))));
    return null;
  }

  private Scale scale(String key, YamlNode node) {
    List<Scale.Point> points = new ArrayList<>();
    for (var point : node.fields().entrySet()) {
      int value =
          new YamlNode(point.getValue().field(), point.getValue().line(), point.getKey()).number();
      points.add(new Scale.Point(value, words(point.getValue())));
    }
    return sensible(node, () -> new Scale(key, points));
  }

  private Block block(YamlNode node) {
    knowOnly(node, BLOCK_FIELDS);
    var when = node.fields().containsKey("when") ? when(need(node, "when")) : null;
    var terms =
        node.fields().containsKey("terms")
            ? each(need(node, "terms"), this::term)
            : List.<Block.Term>of();
    var questions = each(need(node, "items"), this::question);
    if (need(node, "items").elements().isEmpty()) {
      throw node.fault("asks nothing: give it items");
    }
    return questions.isEmpty() ? null : block(node, when, terms, questions);
  }

  private Block block(
      YamlNode node, Block.When when, List<Block.Term> terms, List<Question> questions) {
    return new Block(
        name(need(node, "key")),
        words(need(node, "title")),
        words(need(node, "intro")),
        terms,
        when,
        questions);
  }

  private Block.When when(YamlNode node) {
    knowOnly(node, Set.of("item", "is"));
    YamlNode item = need(node, "item");
    if (!(asked.get(item.text()) instanceof Question.YesNo)) {
      throw item.fault("must be the id of a yes-no item of an earlier block");
    }
    return new Block.When(item.text(), need(node, "is").truth());
  }

  private Block.Term term(YamlNode node) {
    knowOnly(node, Set.of("word", "meaning"));
    return new Block.Term(words(need(node, "word")), words(need(node, "meaning")));
  }

  private Question question(YamlNode node) {
    YamlNode kind = need(node, "kind");
    if (!ITEM_FIELDS.containsKey(kind.text())) {
      throw kind.fault("must be one of " + String.join(", ", sorted(ITEM_FIELDS.keySet())));
    }
    knowOnly(node, ITEM_FIELDS.get(kind.text()));
    Question question =
        switch (kind.text()) {
          case "rating" -> rating(node);
          case "yes-no" -> new Question.YesNo(id(node), words(need(node, "wording")));
          default -> openText(node);
        };
    if (asked.put(question.id(), question) != null) {
      throw need(node, "id").fault("is used twice; give each item its own id");
    }
    return question;
  }

  private Question rating(YamlNode node) {
    YamlNode scale = need(node, "scale");
    if (!scales.containsKey(scale.text())) {
      throw scale.fault("must be one of " + String.join(", ", scales.keySet()));
    }
    var direction =
        node.fields().containsKey("direction")
            ? choice(need(node, "direction"), Question.Direction.values())
            : Question.Direction.NONE;
    var construct = node.fields().containsKey("construct") ? name(need(node, "construct")) : null;
    if (construct != null && direction == Question.Direction.NONE) {
      throw node.fault("speaks to a construct, so it needs direction: more-need or less-need");
    }
    return new Question.Rating(
        id(node), words(need(node, "wording")), scales.get(scale.text()), direction, construct);
  }

  private Question openText(YamlNode node) {
    return new Question.OpenText(
        id(node),
        words(need(node, "wording")),
        words(need(node, "hint")),
        between(need(node, "longest"), 1, LONGEST_TEXT));
  }

  private Set<String> apart(YamlNode root) {
    return root.fields().containsKey("apart")
        ? new HashSet<>(each(need(root, "apart"), YamlNode::text))
        : Set.of();
  }

  private static String id(YamlNode node) {
    return name(need(node, "id"));
  }

  private static String name(YamlNode node) {
    if (!node.text().matches("[A-Za-z0-9][A-Za-z0-9._-]{0,39}")) {
      throw node.fault("must be 1 to 40 letters, digits, dots or hyphens");
    }
    return node.text();
  }

  private Text words(YamlNode node) {
    Map<String, String> in = new LinkedHashMap<>();
    node.fields().forEach((language, words) -> in.put(language, words.text()));
    if (!in.containsKey(Text.ENGLISH)) {
      throw node.fault("needs the words in English: {en: …}");
    }
    return new Text(in);
  }

  private static int between(YamlNode node, int lowest, int highest) {
    if (node.number() < lowest || node.number() > highest) {
      throw node.fault("must be from " + lowest + " to " + highest);
    }
    return node.number();
  }

  private static <E extends Enum<E>> E choice(YamlNode node, E[] choices) {
    List<String> names = new ArrayList<>();
    for (E choice : choices) {
      String name = choice.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
      if (name.equals(node.text())) {
        return choice;
      }
      names.add(name);
    }
    throw node.fault("must be one of " + String.join(", ", names));
  }

  private <T> List<T> each(YamlNode node, Function<YamlNode, T> read) {
    List<T> values = new ArrayList<>();
    for (YamlNode element : node.elements()) {
      T value = attempt(() -> read.apply(element));
      if (value != null) {
        values.add(value);
      }
    }
    return values;
  }

  private static YamlNode need(YamlNode node, String field) {
    YamlNode found = node.fields().get(field);
    if (found == null) {
      throw node.fault("lacks the field " + field);
    }
    return found;
  }

  private void knowOnly(YamlNode node, Set<String> known) {
    node.fields().values().stream()
        .filter(field -> !known.contains(last(field.field())))
        .map(
            field -> field.fault("is no field here; those are " + String.join(", ", sorted(known))))
        .forEach(fault -> faults.add(fault.in(file)));
  }

  private static List<String> sorted(Set<String> names) {
    return names.stream().sorted().toList();
  }

  private static String last(String field) {
    return field.substring(field.lastIndexOf('.') + 1);
  }

  private static <T> T sensible(YamlNode node, Supplier<T> make) {
    try {
      return make.get();
    } catch (IllegalArgumentException e) {
      throw node.fault("is wrong: " + e.getMessage());
    }
  }

  /** Notes a fault and goes on, so that all faults of a file are told at once. */
  private <T> T attempt(Supplier<T> read) {
    try {
      return read.get();
    } catch (SurveyFault fault) {
      faults.add(fault.in(file));
      return null;
    }
  }
}
