package plimsoll.questionnaire;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import plimsoll.survey.Scale;

/** Makes items of the elements of SurveyJS, kind by kind. */
final class SurveyJsElements {
  private static final Set<String> OF_ALL =
      Set.of("type", "name", "title", "visibleIf", "description", "valueName");
  private static final Set<String> OF_CHOICES =
      Set.of(
          "choices",
          "showOtherItem",
          "hasOther",
          "otherText",
          "showNoneItem",
          "hasNone",
          "noneText");
  private static final Set<String> OF_SEVERAL_CHOICES =
      Stream.concat(OF_CHOICES.stream(), Stream.of("maxSelectedChoices"))
          .collect(Collectors.toUnmodifiableSet());
  private static final Map<String, Set<String>> OF_TYPE =
      Map.ofEntries(
          Map.entry("radiogroup", OF_CHOICES),
          Map.entry("dropdown", OF_CHOICES),
          Map.entry("checkbox", OF_SEVERAL_CHOICES),
          Map.entry("tagbox", OF_SEVERAL_CHOICES),
          Map.entry("ranking", Set.of("choices", "maxSelectedChoices", "selectToRankEnabled")),
          Map.entry(
              "rating",
              Set.of(
                  "rateValues",
                  "rateMin",
                  "rateMax",
                  "rateStep",
                  "rateCount",
                  "minRateDescription",
                  "maxRateDescription",
                  "autoGenerate")),
          Map.entry("boolean", Set.of("valueTrue", "valueFalse")),
          Map.entry("matrix", Set.of("columns", "rows")),
          Map.entry(
              "text",
              Set.of("inputType", "min", "max", "step", "maxLength", "placeholder", "placeHolder")),
          Map.entry("slider", Set.of("min", "max", "step")),
          Map.entry(
              "comment",
              Set.of("maxLength", "placeholder", "placeHolder", "rows", "cols", "autoGrow")),
          Map.entry("multipletext", Set.of("items")));
  private static final Map<String, String> UNKNOWN =
      Map.ofEntries(
          Map.entry("html", "shows words and asks nothing: put them into the page's intro"),
          Map.entry("image", "shows a picture, which is not shown here"),
          Map.entry("imagepicker", "lets choose pictures: name them in words instead"),
          Map.entry("file", "takes a file, which could tell who answers"),
          Map.entry("signaturepad", "takes a signature, which tells who answers"),
          Map.entry("expression", "computes something, which is not done here"),
          Map.entry("matrixdropdown", "is a table of unlike questions: ask them one by one"),
          Map.entry("matrixdynamic", "is a table that grows: ask for the one that matters most"),
          Map.entry("paneldynamic", "repeats questions: ask for the one that matters most"));
  private static final Set<String> TELLS = Set.of("email", "tel", "url", "password");
  static final String NO_ENDS = "has no words at its ends: write them";
  private static final int MOST_OPTIONS = 30;
  private static final int MOST_ROWS = 12;
  private static final int LINE = 200;
  private static final int LINES = 2000;

  private final SurveyJsTexts texts;
  private final SurveyJsNames names;
  private final Map<String, Object> scales;
  private final BiConsumer<String, String> problem;
  private final Map<String, SurveyJsCondition.Asked> asked = new HashMap<>();

  SurveyJsElements(
      SurveyJsTexts texts,
      SurveyJsNames names,
      Map<String, Object> scales,
      BiConsumer<String, String> problem) {
    this.texts = texts;
    this.names = names;
    this.scales = scales;
    this.problem = problem;
  }

  /** What conditions may look at, by its name there. */
  Map<String, SurveyJsCondition.Asked> asked() {
    return asked;
  }

  /** The items that it becomes: mostly one, none where nothing here asks such a thing. */
  List<Map<String, Object>> read(JsonNode element) {
    var type = element.path("type").asText("");
    var name = element.path("name").asText(element.path("id").asText(""));
    if (!OF_TYPE.containsKey(type)) {
      problem.accept(
          name,
          UNKNOWN.getOrDefault(type, "is of the kind “" + type + "”, which is not known here")
              + ". It is left out");
      return List.of();
    }
    if (element.has("visible")
        && !element.path("visible").asBoolean(true)
        && !element.has("visibleIf")) {
      problem.accept(name, "is never shown there. It is left out");
      return List.of();
    }
    nameLost(name, element, OF_TYPE.get(type));
    if (type.equals("multipletext")) return lines(name, element);
    var item = item(type, name, element);
    var shared = element.path("valueName").asText("");
    if (asked.containsKey(name) && !shared.isEmpty()) asked.put(shared, asked.get(name));
    return item == null ? List.of() : List.of(item);
  }

  private Map<String, Object> item(String type, String name, JsonNode element) {
    return switch (type) {
      case "radiogroup", "dropdown" -> options("one-of", name, element);
      case "checkbox", "tagbox" -> options("several-of", name, element);
      case "ranking" -> options("ranking", name, element);
      case "rating" -> rating(name, element);
      case "boolean" -> yesNo(name, element);
      case "matrix" -> matrix(name, element);
      case "slider" -> number(name, element);
      case "comment" -> words("text", name, element);
      default -> line(name, element);
    };
  }

  private Map<String, Object> begun(String kind, String name, JsonNode element) {
    Map<String, Object> item = new LinkedHashMap<>();
    var id = names.take(name, "q");
    if (!id.equals(name)) problem.accept(name, "is called " + id + " here");
    item.put("id", id);
    item.put("kind", kind);
    item.put("wording", texts.of(element.path("title"), name.isEmpty() ? id : name));
    return item;
  }

  private Map<String, Object> options(String kind, String name, JsonNode element) {
    var keys = new SurveyJsNames();
    Map<String, Object> options = new LinkedHashMap<>();
    Map<String, String> values = new LinkedHashMap<>();
    var choices = new ArrayList<Choice>();
    element.path("choices").forEach(choice -> choices.add(choice(choice)));
    boolean other =
        element.path("showOtherItem").asBoolean() || element.path("hasOther").asBoolean();
    if (element.path("showNoneItem").asBoolean() || element.path("hasNone").asBoolean()) {
      choices.add(new Choice("none", texts.of(element.path("noneText"), "None")));
    }
    if (other) {
      choices.add(new Choice("other", texts.of(element.path("otherText"), "Something else")));
      problem.accept(
          name, "takes own words beside “other”: the choice is kept, the words are not asked");
    }
    if (choices.size() < 2 || choices.size() > MOST_OPTIONS) {
      problem.accept(
          name,
          "has "
              + choices.size()
              + " choices of its own, and can have 2 to "
              + MOST_OPTIONS
              + " here. It is left out");
      return null;
    }
    var item = begun(kind, name, element);
    for (var choice : choices) {
      var key =
          keys.take(
              List.of("no-basis", "prefer-not-to-say").contains(choice.value())
                  ? choice.value() + "-there"
                  : choice.value(),
              "o" + (options.size() + 1));
      if (!key.equals(choice.value()))
        problem.accept(name, "keeps the choice “" + choice.value() + "” as " + key);
      options.put(key, choice.words());
      values.putIfAbsent(choice.value(), key);
    }
    item.put("options", options);
    int most = element.path("maxSelectedChoices").asInt(0);
    if (!kind.equals("one-of") && most > 0 && most < options.size()) item.put("most", most);
    note(name, item, values);
    return item;
  }

  private Map<String, Object> rating(String name, JsonNode element) {
    List<Choice> points = new ArrayList<>();
    if (element.path("rateValues").size() > 0) {
      element.path("rateValues").forEach(value -> points.add(choice(value)));
    } else {
      int step = Math.max(1, element.path("rateStep").asInt(1));
      int from = element.path("rateMin").asInt(1);
      int count = element.path("rateCount").asInt(0);
      int to =
          element.path("rateMax").asInt(count > 0 ? from + (count - 1) * step : from + 4 * step);
      for (int value = from; value <= to && points.size() <= Scale.MOST_POINTS; value += step)
        points.add(point(value));
    }
    if (points.size() < 2 || points.size() > Scale.MOST_POINTS) {
      problem.accept(
          name,
          "rates on more or fewer points than 2 to " + Scale.MOST_POINTS + ". It is left out");
      return null;
    }
    end(points, 0, element.path("minRateDescription"));
    end(points, points.size() - 1, element.path("maxRateDescription"));
    var item = begun("rating", name, element);
    scale(name, item, points);
    return item;
  }

  private Choice point(int value) {
    return new Choice("" + value, new LinkedHashMap<>(Map.of("en", "" + value)));
  }

  /** The words of an end stand after its number, as scales with words at both ends have them. */
  private void end(List<Choice> points, int at, JsonNode words) {
    if (!SurveyJsTexts.isGiven(words)) return;
    var point = points.get(at);
    var all = new LinkedHashMap<>(texts.of(words, ""));
    all.replaceAll(
        (language, said) -> point.words().getOrDefault(language, point.value()) + " – " + said);
    points.set(at, new Choice(point.value(), all));
  }

  /** Points go up one by one here; where they don't there, their order is kept. */
  private void scale(String name, Map<String, Object> item, List<Choice> points) {
    Map<String, Object> scale = new LinkedHashMap<>();
    Map<String, String> values = new LinkedHashMap<>();
    boolean same = oneByOne(points);
    int first = same ? Integer.parseInt(points.get(0).value()) : 1;
    for (int i = 0; i < points.size(); i++) {
      scale.put("" + (first + i), points.get(i).words());
      values.put(points.get(i).value(), "" + (first + i));
    }
    if (!same)
      problem.accept(
          name,
          "has points that are not numbers one apart; they are 1 to " + points.size() + " here");
    item.put("scale", nameOf(scale));
    note(name, item, values);
  }

  private static boolean oneByOne(List<Choice> points) {
    for (int i = 0; i < points.size(); i++) {
      var value = points.get(i).value();
      if (!value.matches("-?[0-9]{1,6}")) return false;
      if (Integer.parseInt(value) != Integer.parseInt(points.get(0).value()) + i) return false;
    }
    return true;
  }

  private String nameOf(Map<String, Object> scale) {
    for (var known : scales.entrySet()) {
      if (known.getValue().equals(scale)) return known.getKey();
    }
    var name = "scale" + (scales.size() + 1);
    scales.put(name, scale);
    return name;
  }

  private Map<String, Object> yesNo(String name, JsonNode element) {
    var item = begun("yes-no", name, element);
    Map<String, String> values = new LinkedHashMap<>(Map.of("true", "true", "false", "false"));
    values.put(element.path("valueTrue").asText("true"), "true");
    values.put(element.path("valueFalse").asText("false"), "false");
    note(name, item, values);
    return item;
  }

  private Map<String, Object> matrix(String name, JsonNode element) {
    List<Choice> columns = new ArrayList<>();
    element.path("columns").forEach(column -> columns.add(choice(column)));
    List<Choice> rows = new ArrayList<>();
    element.path("rows").forEach(row -> rows.add(choice(row)));
    if (columns.size() < 2
        || columns.size() > Scale.MOST_POINTS
        || rows.size() < 2
        || rows.size() > MOST_ROWS) {
      problem.accept(
          name,
          "has "
              + rows.size()
              + " rows and "
              + columns.size()
              + " columns, and can have 2 to "
              + MOST_ROWS
              + " and 2 to "
              + Scale.MOST_POINTS
              + " here. It is left out");
      return null;
    }
    var item = begun("matrix", name, element);
    scale(name, item, columns);
    List<Object> ours = new ArrayList<>();
    for (var row : rows) {
      var whole = asked.get(name);
      var id = names.take(row.value(), item.get("id") + "-" + (ours.size() + 1));
      if (!id.equals(row.value()))
        problem.accept(name, "has the row “" + row.value() + "”, which is called " + id + " here");
      ours.add(new LinkedHashMap<>(Map.of("id", id, "wording", row.words())));
      asked.put(
          name + "." + row.value(),
          new SurveyJsCondition.Asked(
              id, whole.values(), whole.lowest(), whole.highest(), whole.step()));
    }
    asked.remove(name);
    item.put("rows", ours);
    return item;
  }

  private Map<String, Object> line(String name, JsonNode element) {
    var input = element.path("inputType").asText("text");
    if (input.equals("number") || input.equals("range")) return number(name, element);
    if (TELLS.contains(input)) {
      problem.accept(name, "asks for " + input + ", which tells who answers. It is left out");
      return null;
    }
    if (!input.equals("text")) {
      problem.accept(
          name, "asks for " + input + ", which is not a kind here: it is asked in own words");
    }
    return words("short-text", name, element);
  }

  private Map<String, Object> number(String name, JsonNode element) {
    var lowest = element.path("min").asText("0");
    var highest = element.path("max").asText("100");
    if (!lowest.matches("-?[0-9]{1,9}(\\.[0-9]{1,3})?")
        || !highest.matches("-?[0-9]{1,9}(\\.[0-9]{1,3})?")
        || new BigDecimal(lowest).compareTo(new BigDecimal(highest)) >= 0) {
      problem.accept(
          name, "has bounds that are no numbers, or the wrong way round. It is left out");
      return null;
    }
    boolean ranged =
        element.path("inputType").asText("").equals("range")
            || element.path("type").asText().equals("slider");
    if (ranged && lowest.equals("0") && highest.equals("100")) return slider(name, element);
    if (!element.has("min") || !element.has("max")) {
      problem.accept(name, "has no bounds: here it is from " + lowest + " to " + highest);
    }
    var item = begun("number", name, element);
    item.put("unit", texts.of(element.path("description"), "—"));
    if (!SurveyJsTexts.isGiven(element.path("description")))
      problem.accept(name, "has no unit: write one");
    item.put("lowest", lowest);
    item.put("highest", highest);
    var step = element.path("step").asText("1");
    int decimals = step.matches("[0-9]+\\.[0-9]{1,3}") ? step.length() - step.indexOf('.') - 1 : 0;
    if (decimals > 0) item.put("decimals", decimals);
    asked.put(
        name,
        new SurveyJsCondition.Asked(
            item.get("id").toString(),
            Map.of(),
            new BigDecimal(lowest),
            new BigDecimal(highest),
            BigDecimal.ONE.movePointLeft(decimals)));
    return item;
  }

  private Map<String, Object> slider(String name, JsonNode element) {
    var item = begun("slider", name, element);
    item.put("low", new LinkedHashMap<>(Map.of("en", "0")));
    item.put("high", new LinkedHashMap<>(Map.of("en", "100")));
    problem.accept(name, NO_ENDS);
    asked.put(
        name,
        new SurveyJsCondition.Asked(
            item.get("id").toString(),
            Map.of(),
            BigDecimal.ZERO,
            BigDecimal.valueOf(100),
            BigDecimal.ONE));
    return item;
  }

  private Map<String, Object> words(String kind, String name, JsonNode element) {
    var item = begun(kind, name, element);
    var hint =
        List.of("description", "placeholder", "placeHolder").stream()
            .map(element::path)
            .filter(SurveyJsTexts::isGiven)
            .findFirst()
            .orElse(element.path("description"));
    item.put("hint", texts.of(hint, "No names, please."));
    boolean line = kind.equals("short-text");
    int longest = element.path("maxLength").asInt(line ? LINE : LINES);
    item.put("longest", Math.max(1, Math.min(longest < 1 ? LINES : longest, line ? 500 : 5000)));
    asked.put(
        name, new SurveyJsCondition.Asked(item.get("id").toString(), Map.of(), null, null, null));
    return item;
  }

  private List<Map<String, Object>> lines(String name, JsonNode element) {
    problem.accept(name, "holds several lines: each is an item of its own here");
    List<Map<String, Object>> all = new ArrayList<>();
    for (var one : element.path("items")) {
      var item = words("short-text", one.path("name").asText(""), one);
      item.put("wording", joined(element.path("title"), name, one));
      all.add(item);
    }
    return all;
  }

  private Map<String, Object> joined(JsonNode title, String name, JsonNode one) {
    var whole = texts.of(title, name);
    var words = new LinkedHashMap<>(texts.of(one.path("title"), one.path("name").asText("")));
    words.replaceAll(
        (language, said) -> whole.getOrDefault(language, whole.get("en")) + ": " + said);
    return words;
  }

  /**
   * One thing to choose.
   *
   * @param value what is kept there
   */
  private record Choice(String value, Map<String, Object> words) {}

  private Choice choice(JsonNode node) {
    if (node.isObject()) {
      var value = node.path("value").asText(node.path("name").asText(""));
      var words = node.has("text") ? node.path("text") : node.path("title");
      return new Choice(value, texts.of(words, value.isBlank() ? "—" : value));
    }
    var parts = node.asText().split("\\|", 2);
    var words = parts.length > 1 && !parts[1].isBlank() ? parts[1] : parts[0];
    return new Choice(
        parts[0], texts.of(com.fasterxml.jackson.databind.node.TextNode.valueOf(words), "—"));
  }

  private void note(String name, Map<String, Object> item, Map<String, String> values) {
    boolean number = item.containsKey("scale");
    var sorted =
        values.values().stream().filter(v -> number).map(BigDecimal::new).sorted().toList();
    asked.put(
        name,
        new SurveyJsCondition.Asked(
            item.get("id").toString(),
            values,
            number ? sorted.get(0) : null,
            number ? sorted.get(sorted.size() - 1) : null,
            BigDecimal.ONE));
  }

  private void nameLost(String name, JsonNode element, Set<String> known) {
    var lost = new ArrayList<String>();
    element
        .fieldNames()
        .forEachRemaining(
            field -> {
              boolean kept = OF_ALL.contains(field) || known.contains(field);
              if (!kept && !element.path(field).asText("x").equals("false")) lost.add(field);
            });
    if (lost.remove("isRequired") || lost.remove("requiredIf")) {
      problem.accept(name, "must be answered there; here nobody must answer");
    }
    boolean words =
        Set.of("text", "comment", "number", "slider").contains(element.path("type").asText());
    if (element.has("description") && !words) lost.add("description");
    if (element.toString().contains("{")
        && element.path("title").toString().matches(".*\\{[A-Za-z][^}\"]*\\}.*")
        && !element.path("title").isObject()) {
      problem.accept(name, "puts an answer into its words, which is not done here: mend its words");
    }
    if (!lost.isEmpty())
      problem.accept(name, "has " + String.join(", ", lost) + ", which is not carried over");
  }
}
