package plimsoll.questionnaire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import plimsoll.survey.Text;

/**
 * Makes a survey of a questionnaire in the JSON of SurveyJS. What it has and we have not is named,
 * with the element that it stands in; nothing is dropped silently.
 */
public final class SurveyJsImport {
  private static final Set<String> OF_THE_WHOLE =
      Set.of("title", "description", "pages", "elements", "questions", "locale", "plimsoll");
  private static final Set<String> OF_A_PAGE =
      Set.of("name", "title", "description", "elements", "questions", "visibleIf");
  private static final int MOST_PROBLEMS = 500;

  private final JsonNode root;
  private final List<Problem> problems = new ArrayList<>();
  private final SurveyJsTexts texts;
  private final SurveyJsNames names = new SurveyJsNames();
  private final SurveyJsNames keys = new SurveyJsNames();
  private final Map<String, Object> scales = new LinkedHashMap<>();
  private final List<Object> blocks = new ArrayList<>();
  private final SurveyJsElements elements;

  /** What stands in the block that is being filled, whose answers no condition may look at. */
  private final Set<String> here = new HashSet<>();

  private SurveyJsImport(JsonNode root) {
    this.root = root;
    texts = new SurveyJsTexts(root.path("locale").asText(""));
    elements = new SurveyJsElements(texts, names, scales, this::problem);
  }

  /**
   * What was not carried over.
   *
   * @param element its name there; empty for the whole questionnaire
   */
  public record Problem(String element, String message) {}

  /**
   * @param text YAML, with the problems as comments before it
   */
  record Outcome(String text, List<Problem> problems) {}

  static Outcome of(JsonNode root, String key, String edition) {
    var read = new SurveyJsImport(root);
    var tree = read.survey(key, edition);
    new SurveyJsExtras(root.path("plimsoll")).addTo(tree);
    read.problems.removeIf(read::putBack);
    return new Outcome(read.comments() + YamlText.write(tree), List.copyOf(read.problems));
  }

  /** Our own export brings the words at the ends of a slider beside it. */
  private boolean putBack(Problem problem) {
    return problem.message().equals(SurveyJsElements.NO_ENDS)
        && root.path("plimsoll").path("items").path(problem.element()).has("low");
  }

  private Map<String, Object> survey(String key, String edition) {
    var title = texts.of(root.path("title"), key);
    var purpose =
        texts.of(root.path("description"), "Your answers help us to decide what to change.");
    pages().forEach(this::page);
    nameUnknown("", root, OF_THE_WHOLE);
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("key", key);
    tree.put("edition", edition);
    tree.put("title", inCompleteLanguages(title));
    tree.put("purpose", purpose);
    tree.put("minutes", minutes());
    tree.put("window", "month");
    tree.put("scales", scales);
    tree.put("blocks", blocks);
    return tree;
  }

  private Iterable<JsonNode> pages() {
    var pages = root.path("pages");
    return pages.isArray() && pages.size() > 0 ? pages : List.of(root);
  }

  private void page(JsonNode page) {
    here.clear();
    String wanted = page == root ? "all" : page.path("name").asText("");
    var block = block(page, wanted);
    if (page != root) nameUnknown(wanted, page, OF_A_PAGE);
    var when = condition(page, wanted);
    if (when != null) block.put("when", when);
    for (var element : children(page)) add(page, element, null);
    blocks.removeIf(one -> items(one).isEmpty());
  }

  private Map<String, Object> block(JsonNode page, String wanted) {
    Map<String, Object> block = new LinkedHashMap<>();
    block.put("key", keys.take(wanted, "page" + (blocks.size() + 1)));
    var title = page == root ? MissingNode.getInstance() : page.path("title");
    block.put(
        "title",
        texts.of(
            title,
            SurveyJsTexts.isGiven(root.path("title"))
                ? "Part " + (blocks.size() + 1)
                : "Questions"));
    var intro = page == root ? MissingNode.getInstance() : page.path("description");
    block.put("intro", texts.of(intro, "Leave empty what you can’t or won’t answer."));
    block.put("items", new ArrayList<>());
    blocks.add(block);
    return block;
  }

  /** Panels are opened: what is in them stands in the page, under their condition. */
  private void add(JsonNode page, JsonNode element, Map<String, Object> outer) {
    var name = element.path("name").asText("");
    var when = both(outer, condition(element, name));
    if (element.path("type").asText().equals("panel")) {
      problem(name, "is a panel: its questions are kept, its frame and title are not");
      for (var inner : children(element)) add(page, inner, when);
      return;
    }
    var items = elements.read(element);
    if (items.isEmpty()) return;
    if (when != null) {
      if (looksAt(when).stream().anyMatch(here::contains)) cut(page, name);
      items.forEach(item -> item.put("when", when));
    }
    items.forEach(item -> here.addAll(idsOf(item)));
    items(blocks.get(blocks.size() - 1)).addAll(items);
  }

  /** A condition looks at earlier blocks alone, so a new one begins before it. */
  private void cut(JsonNode page, String name) {
    var before = castMap(blocks.get(blocks.size() - 1));
    var next = block(page, before.get("key").toString());
    if (before.containsKey("when")) next.put("when", before.get("when"));
    here.clear();
    problem(name, "looks at an answer on its own page, so a new page begins before it");
  }

  private Map<String, Object> condition(JsonNode node, String name) {
    var expression = node == root ? "" : node.path("visibleIf").asText("");
    if (expression.isBlank()) return null;
    try {
      return SurveyJsCondition.read(expression, elements.asked()::get);
    } catch (SurveyJsCondition.Unknown e) {
      problem(
          name,
          "has the condition "
              + expression
              + ", which can’t be carried over: "
              + e.getMessage()
              + ". It is asked of everybody");
      return null;
    }
  }

  private static Map<String, Object> both(Map<String, Object> one, Map<String, Object> other) {
    if (one == null || other == null) return one == null ? other : one;
    return Map.of("all", List.of(one, other));
  }

  private static Set<String> looksAt(Object condition) {
    Set<String> ids = new HashSet<>();
    if (condition instanceof Map<?, ?> map) {
      map.forEach(
          (key, value) -> {
            if (key.equals("item")) ids.add(value.toString());
            ids.addAll(looksAt(value));
          });
    } else if (condition instanceof List<?> list) {
      list.forEach(each -> ids.addAll(looksAt(each)));
    }
    return ids;
  }

  private static List<String> idsOf(Map<String, Object> item) {
    List<String> ids = new ArrayList<>(List.of(item.get("id").toString()));
    if (item.get("rows") instanceof List<?> rows) {
      rows.forEach(row -> ids.add(castMap(row).get("id").toString()));
    }
    return ids;
  }

  private static Iterable<JsonNode> children(JsonNode node) {
    return node.path("elements").isArray() ? node.path("elements") : node.path("questions");
  }

  private Map<String, Object> inCompleteLanguages(Map<String, Object> title) {
    var complete = texts.complete();
    var missing = title.keySet().stream().filter(one -> !complete.contains(one)).toList();
    if (!missing.isEmpty() && title.size() > 1) {
      problem(
          "",
          "is not wholly translated into "
              + String.join(", ", missing)
              + ", and is not offered in it until the title and all texts have it");
    }
    if (texts.englishIsMissing()) {
      problem(
          "",
          "has texts without English: their words stand where the English ones must; put the English there");
    }
    Map<String, Object> offered = new LinkedHashMap<>();
    title.forEach(
        (language, words) -> {
          if (language.equals(Text.ENGLISH) || complete.contains(language))
            offered.put(language, words);
        });
    return offered;
  }

  /** As the linter estimates it once the items can be read; here about ten seconds an item. */
  private int minutes() {
    int items = blocks.stream().mapToInt(block -> items(block).size()).sum();
    return Math.max(1, Math.min(60, items / 6 + 1));
  }

  private void nameUnknown(String name, JsonNode node, Set<String> known) {
    var unknown = new ArrayList<String>();
    node.fieldNames()
        .forEachRemaining(
            field -> {
              if (!known.contains(field)) unknown.add(field);
            });
    if (!unknown.isEmpty())
      problem(name, "has " + String.join(", ", unknown) + ", which is not carried over");
  }

  private void problem(String element, String message) {
    if (problems.size() < MOST_PROBLEMS) problems.add(new Problem(element, message));
  }

  private String comments() {
    var comments = new StringBuilder("# Brought over from SurveyJS.");
    if (!problems.isEmpty()) comments.append(" Not as it was there:");
    for (var problem : problems) {
      var words =
          ((problem.element().isEmpty() ? "the questionnaire" : problem.element())
                  + " "
                  + problem.message())
              .replaceAll("[\\s\\p{Cntrl}]+", " ");
      comments.append("\n# - ").append(words);
    }
    return comments.append("\n").toString();
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> castMap(Object value) {
    return (Map<String, Object>) value;
  }

  @SuppressWarnings("unchecked")
  private static List<Object> items(Object block) {
    return (List<Object>) castMap(block).get("items");
  }
}
