package plimsoll.questionnaire;

import static plimsoll.questionnaire.Reader.between;
import static plimsoll.questionnaire.Reader.name;
import static plimsoll.questionnaire.Reader.need;
import static plimsoll.questionnaire.Reader.optional;
import static plimsoll.questionnaire.Reader.sensible;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import plimsoll.survey.Block;
import plimsoll.survey.Condition;
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
      Set.of("key", "title", "intro", "terms", "when", "order", "ask", "items");

  /** Pages of the form that are no block's. */
  private static final Set<String> PAGES = Set.of("send", "shown");

  private static final Set<String> ENDS = Set.of("from", "to", "low", "high");
  static final String EDITION = "[0-9]{1,9}(\\.[0-9]{1,9}){0,3}";
  private static final int MOST_BYTES = 1 << 20;
  private static final int MOST_ITEMS = 500;

  private final Reader reader;
  private final Map<String, Scale> scales = new LinkedHashMap<>();
  private final QuestionFile questions;

  /** Items of the blocks that surely come before. */
  private final Map<String, Question> before = new HashMap<>();

  private boolean amongMovable;

  private SurveyFile() {
    reader = new Reader();
    questions = new QuestionFile(reader, scales);
  }

  /**
   * What a file holds.
   *
   * @param file its name
   * @param survey null when there are faults
   * @param found empty when it can be asked
   */
  record Read(String file, Survey survey, List<SurveyFault> found) {
    /** Each with file, line, field and mend. */
    List<String> faults() {
      return found.stream().map(fault -> fault.in(file)).toList();
    }
  }

  /** How a block stands among those beside it. */
  private enum Order {
    FIXED,
    RANDOM
  }

  /**
   * @param file its name, which must be the survey's key and edition: "quarterly-2026.1.yaml"; null
   *     where the text lies in no file
   */
  static Read read(String file, String text) {
    SurveyFile all = new SurveyFile();
    Survey survey = all.reader.attempt(() -> all.survey(file, YamlNode.read(limited(text))));
    return new Read(
        file == null ? "survey" : file, all.reader.sound() ? survey : null, all.reader.faults());
  }

  private static String limited(String text) {
    if (text.length() > MOST_BYTES) throw new SurveyFault(1, "", "has more than a million letters");
    return text;
  }

  private Survey survey(String file, YamlNode root) {
    reader.knowOnly(root, FIELDS);
    var title = reader.attempt(() -> reader.title(need(root, "title")));
    reader.attempt(() -> readScales(need(root, "scales")));
    var key = reader.attempt(() -> name(need(root, "key")));
    var edition = reader.attempt(() -> edition(need(root, "edition")));
    var purpose = reader.attempt(() -> reader.words(need(root, "purpose")));
    var minutes = reader.attempt(() -> between(need(root, "minutes"), 1, 60));
    var window = reader.attempt(() -> Reader.choice(need(root, "window"), Window.values()));
    var blocks = reader.attempt(() -> reader.each(need(root, "blocks"), this::block));
    var apart = reader.attempt(() -> apart(root));
    if (!reader.sound()) return null;
    if (file != null && !file.equals(key + "-" + edition + ".yaml")) {
      throw root.fault("key and edition make the name " + key + "-" + edition + ".yaml");
    }
    if (questions.asked().size() > MOST_ITEMS) {
      throw root.fault("asks more than " + MOST_ITEMS + " items");
    }
    return sensible(
        root,
        () ->
            new Survey(
                key,
                edition,
                title,
                purpose,
                minutes,
                window,
                blocks,
                apart,
                questions.replaces()));
  }

  /** Numbers between dots can be put in order. */
  private static String edition(YamlNode node) {
    if (!node.text().matches(EDITION)) {
      throw node.fault("must be numbers between dots, such as 2026.1");
    }
    return node.text();
  }

  private Void readScales(YamlNode node) {
    node.fields()
        .forEach(
            (key, scale) ->
                reader.attempt(() -> scales.put(nameOf(key, scale), scale(key, scale))));
    return null;
  }

  private static String nameOf(String key, YamlNode node) {
    return name(new YamlNode(node.field(), node.line(), key));
  }

  private Scale scale(String key, YamlNode node) {
    var points = node.fields().containsKey("from") ? betweenEnds(node) : labelled(node);
    return sensible(node, () -> new Scale(key, points));
  }

  private List<Scale.Point> labelled(YamlNode node) {
    List<Scale.Point> points = new ArrayList<>();
    for (var point : node.fields().entrySet()) {
      int value =
          new YamlNode(point.getValue().field(), point.getValue().line(), point.getKey()).number();
      points.add(new Scale.Point(value, reader.words(point.getValue())));
    }
    return points;
  }

  /** Points whose ends alone have words, such as {from: 0, to: 10, low: …, high: …}. */
  private List<Scale.Point> betweenEnds(YamlNode node) {
    reader.knowOnly(node, ENDS);
    int from = between(need(node, "from"), -Scale.MOST_POINTS, Scale.MOST_POINTS);
    int to = between(need(node, "to"), from + 1, from + Scale.MOST_POINTS - 1);
    Text low = reader.words(need(node, "low"));
    Text high = reader.words(need(node, "high"));
    List<Scale.Point> points = new ArrayList<>();
    points.add(new Scale.Point(from, low.after(from + " – ")));
    for (int value = from + 1; value < to; value++) {
      points.add(new Scale.Point(value, Text.english(String.valueOf(value))));
    }
    points.add(new Scale.Point(to, high.after(to + " – ")));
    return points;
  }

  private Block block(YamlNode node) {
    reader.knowOnly(node, BLOCK_FIELDS);
    var movable =
        optional(node, "order", Order.FIXED, one -> Reader.choice(one, Order.values()))
            == Order.RANDOM;
    if (!movable || !amongMovable) before.putAll(questions.asked());
    amongMovable = movable;
    var when = condition(node);
    var terms = optional(node, "terms", List.<Block.Term>of(), all -> reader.each(all, this::term));
    Map<String, Condition> only = new HashMap<>();
    var asked = reader.each(need(node, "items"), item -> question(item, only));
    if (need(node, "items").elements().isEmpty()) {
      throw node.fault("asks nothing: give it items");
    }
    if (asked.isEmpty()) return null;
    var ask = optional(node, "ask", (Integer) null, YamlNode::number);
    return sensible(
        node,
        () ->
            new Block(
                key(need(node, "key")),
                reader.words(need(node, "title")),
                reader.words(need(node, "intro")),
                terms,
                when,
                movable,
                ask,
                only,
                asked));
  }

  /** It stands in the address of the block's page. */
  private static String key(YamlNode node) {
    if (PAGES.contains(name(node))) {
      throw node.fault("is the name of another page of the form; take another key");
    }
    return node.text();
  }

  private Question question(YamlNode node, Map<String, Condition> only) {
    var when = condition(node);
    Question question = questions.read(node);
    if (when != null) only.put(question.id(), when);
    return question;
  }

  private Condition condition(YamlNode node) {
    return optional(
        node, "when", (Condition) null, when -> ConditionFile.read(reader, when, before));
  }

  private Block.Term term(YamlNode node) {
    reader.knowOnly(node, Set.of("word", "meaning"));
    return new Block.Term(reader.words(need(node, "word")), reader.words(need(node, "meaning")));
  }

  private Set<String> apart(YamlNode root) {
    return optional(
        root, "apart", Set.of(), all -> new HashSet<>(reader.each(all, YamlNode::text)));
  }
}
