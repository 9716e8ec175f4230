package plimsoll.questionnaire;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a new survey, and each new part of one, begins with: all that must be there. */
final class Templates {
  private Templates() {}

  static String survey(String key, String edition, String title) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("key", key);
    tree.put("edition", edition);
    tree.put("title", words(title));
    tree.put("purpose", words("So that we know what to change first."));
    tree.put("minutes", "2");
    tree.put("window", "quarter");
    tree.put("scales", new LinkedHashMap<>(Map.of("F5", frequency())));
    tree.put("blocks", new ArrayList<>(List.of(first())));
    return YamlText.write(tree);
  }

  private static Map<String, Object> first() {
    var block = part("blocks", 1, Map.of());
    var waits = item("rating", "Q1");
    waits.put(
        "wording", words("How often does your team wait for another team before it can deploy?"));
    waits.put("direction", "more-need");
    waits.put("construct", "WAIT");
    var alone = item("rating", "Q2");
    alone.put("wording", words("How often does your team deploy entirely by itself?"));
    alone.put("direction", "less-need");
    alone.put("construct", "WAIT");
    var more = item("text", "Q3");
    more.put("wording", words("What should change first?"));
    block.put("items", new ArrayList<>(List.of(waits, alone, more)));
    return block;
  }

  private static Map<String, Object> frequency() {
    Map<String, Object> scale = new LinkedHashMap<>();
    var labels = List.of("Never", "Rarely", "Sometimes", "Often", "Always");
    for (int i = 0; i < labels.size(); i++) scale.put("" + (i + 1), words(labels.get(i)));
    return scale;
  }

  /** What a list of a form begins its next entry with. */
  static Map<String, Object> part(String list, int number, Map<String, Object> form) {
    return switch (list) {
      case "blocks" -> block(number);
      case "items" -> begun(item("rating", free(form)), form);
      case "rows" -> row(free(form));
      case "options" -> FormTree.named("key", "o" + number, "words", new LinkedHashMap<>());
      case "points" -> FormTree.named("value", "" + number, "words", new LinkedHashMap<>());
      case "terms" ->
          FormTree.named("word", new LinkedHashMap<>(), "meaning", new LinkedHashMap<>());
      default -> scale(number);
    };
  }

  private static Map<String, Object> block(int number) {
    Map<String, Object> block = new LinkedHashMap<>();
    block.put("key", "part" + number);
    block.put("title", words("Part " + number));
    block.put("intro", words("Think of the time since {start}."));
    block.put("items", new ArrayList<>());
    return block;
  }

  private static Map<String, Object> scale(int number) {
    List<Object> points = new ArrayList<>();
    for (int i = 1; i <= 5; i++)
      points.add(FormTree.named("value", "" + i, "words", new LinkedHashMap<>()));
    return FormTree.named("name", "scale" + number, "points", points);
  }

  private static Map<String, Object> begun(Map<String, Object> item, Map<String, Object> form) {
    var scales = FormTree.list(form.get("scales"));
    if (!scales.isEmpty()) item.put("scale", scales.get(0).getOrDefault("name", "F5"));
    return item;
  }

  /** The first of Q1, Q2 and so on that no item has. */
  private static String free(Map<String, Object> form) {
    var all = String.valueOf(form);
    int number = 1;
    while (all.contains("id=Q" + number + ",") || all.contains("id=Q" + number + "}")) number++;
    return "Q" + number;
  }

  /** A question of a kind, with the fields that it must have. */
  static Map<String, Object> item(String kind, String id) {
    Map<String, Object> item = new LinkedHashMap<>();
    item.put("id", id);
    item.put("kind", kind);
    item.put("wording", new LinkedHashMap<>());
    switch (kind) {
      case "rating" -> {
        item.put("scale", "F5");
        item.put("direction", "none");
        item.put("construct", "");
      }
      case "slider" -> {
        item.put("low", new LinkedHashMap<>());
        item.put("high", new LinkedHashMap<>());
        item.put("direction", "none");
        item.put("construct", "");
      }
      case "matrix" -> {
        item.put("scale", "F5");
        item.put("rows", new ArrayList<>(List.of(row(id + "a"), row(id + "b"))));
      }
      case "one-of", "several-of", "ranking" -> {
        item.put(
            "options",
            new ArrayList<>(List.of(part("options", 1, Map.of()), part("options", 2, Map.of()))));
        if (!kind.equals("one-of")) item.put("most", "");
      }
      case "number" -> {
        item.put("unit", new LinkedHashMap<>());
        item.put("lowest", "0");
        item.put("highest", "100");
        item.put("decimals", "0");
      }
      case "short-text", "text" -> {
        item.put("hint", words("No names, please."));
        item.put("longest", kind.equals("text") ? "1000" : "100");
      }
      default -> {}
    }
    item.values().removeIf(""::equals);
    return item;
  }

  private static Map<String, Object> row(String id) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("id", id);
    row.put("wording", new LinkedHashMap<>());
    return row;
  }

  private static Map<String, Object> words(String english) {
    return new LinkedHashMap<>(Map.of("en", english));
  }
}
