package plimsoll.questionnaire;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * A survey's tree as fields of a form hold it: what is named by its key in the file stands in lists
 * here, so that the key can be typed too, and a condition is one line.
 */
final class FormTree {
  private static final Set<String> TEXTS =
      Set.of(
          "title", "purpose", "intro", "wording", "low", "high", "unit", "hint", "word", "meaning");

  private FormTree() {}

  /**
   * @return null where the tree has a shape that no form can show, so that it must be mended as
   *     text
   */
  static Map<String, Object> opened(Map<String, Object> tree) {
    try {
      return whole(copy(tree), FormTree::openedItem, true);
    } catch (ClassCastException e) {
      return null;
    }
  }

  static Map<String, Object> closed(Map<String, Object> form) {
    return whole(copy(form), FormTree::closedItem, false);
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> whole(
      Map<String, Object> tree, UnaryOperator<Map<String, Object>> item, boolean opening) {
    if (opening) {
      requireTexts(tree);
      tree.put("scales", openedScales(map(tree.get("scales"))));
      if (tree.get("apart") instanceof List<?> apart)
        tree.put("apart", String.join(", ", (List<String>) apart));
      tree.putIfAbsent("blocks", new ArrayList<>());
    } else {
      tree.put("scales", closedScales(list(tree.get("scales"))));
      var apart =
          Arrays.stream(String.valueOf(tree.getOrDefault("apart", "")).split("[,\\s]+"))
              .filter(one -> !one.isEmpty())
              .toList();
      if (apart.isEmpty()) tree.remove("apart");
      else tree.put("apart", apart);
    }
    for (var block : list(tree.get("blocks"))) {
      if (opening) requireTexts(block);
      turnCondition(block, opening);
      block.putIfAbsent("items", new ArrayList<>());
      if (block.containsKey("terms")) list(block.get("terms")).forEach(FormTree::requireTexts);
      list(block.get("items")).forEach(item::apply);
    }
    return tree;
  }

  private static Map<String, Object> openedItem(Map<String, Object> item) {
    requireTexts(item);
    turnCondition(item, true);
    if (item.containsKey("options")) {
      List<Object> options = new ArrayList<>();
      map(item.get("options"))
          .forEach((key, words) -> options.add(named("key", key, "words", words)));
      item.put("options", options);
    }
    if (item.containsKey("rows")) list(item.get("rows")).forEach(FormTree::requireTexts);
    return item;
  }

  private static Map<String, Object> closedItem(Map<String, Object> item) {
    turnCondition(item, false);
    if (item.containsKey("options")) {
      var keys = new SurveyJsNames();
      Map<String, Object> options = new LinkedHashMap<>();
      for (var option : list(item.get("options"))) {
        var key =
            keys.take(String.valueOf(option.getOrDefault("key", "")), "o" + (options.size() + 1));
        options.put(key, option.getOrDefault("words", new LinkedHashMap<>()));
      }
      item.put("options", options);
    }
    return item;
  }

  private static List<Object> openedScales(Map<String, Object> scales) {
    List<Object> all = new ArrayList<>();
    scales.forEach(
        (name, scale) -> {
          if (map(scale).containsKey("from")) {
            requireTexts(map(scale));
            var ends = named("name", name, "from", map(scale).get("from"));
            ends.putAll(map(scale));
            all.add(ends);
          } else {
            List<Object> points = new ArrayList<>();
            map(scale)
                .forEach((value, words) -> points.add(named("value", value, "words", map(words))));
            all.add(named("name", name, "points", points));
          }
        });
    return all;
  }

  private static Map<String, Object> closedScales(List<Map<String, Object>> scales) {
    var names = new SurveyJsNames();
    Map<String, Object> all = new LinkedHashMap<>();
    for (var scale : scales) {
      var name =
          names.take(String.valueOf(scale.getOrDefault("name", "")), "scale" + (all.size() + 1));
      if (scale.containsKey("points")) {
        Map<String, Object> points = new LinkedHashMap<>();
        list(scale.get("points"))
            .forEach(
                point ->
                    points.put(
                        free(points, String.valueOf(point.getOrDefault("value", "")).strip()),
                        point.getOrDefault("words", new LinkedHashMap<>())));
        all.put(name, points);
      } else {
        scale.remove("name");
        all.put(name, scale);
      }
    }
    return all;
  }

  private static String free(Map<String, Object> points, String value) {
    if (!value.isEmpty() && !points.containsKey(value)) return value;
    return ""
        + (points.keySet().stream()
                .filter(one -> one.matches("-?[0-9]{1,6}"))
                .mapToInt(Integer::parseInt)
                .max()
                .orElse(0)
            + 1);
  }

  private static void turnCondition(Map<String, Object> node, boolean opening) {
    if (!node.containsKey("when")) return;
    var when = node.get("when");
    node.put("when", opening ? ConditionWords.of(when) : ConditionWords.read(String.valueOf(when)));
  }

  private static void requireTexts(Map<String, Object> node) {
    TEXTS.stream()
        .filter(node::containsKey)
        .forEach(
            field -> {
              if ("".equals(node.get(field))) node.put(field, new LinkedHashMap<>());
              map(node.get(field)).values().forEach(String.class::cast);
            });
  }

  /** Languages of the survey, as its title has them; English first. */
  static List<String> languages(Map<String, Object> tree) {
    Set<String> languages = new LinkedHashSet<>(List.of("en"));
    if (tree.get("title") instanceof Map<?, ?> title)
      title.keySet().forEach(one -> languages.add(one.toString()));
    return List.copyOf(languages);
  }

  static Map<String, Object> named(String one, Object first, String other, Object second) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put(one, first);
    map.put(other, second);
    return map;
  }

  @SuppressWarnings("unchecked")
  static Map<String, Object> map(Object value) {
    return value == null || "".equals(value) ? new LinkedHashMap<>() : (Map<String, Object>) value;
  }

  @SuppressWarnings("unchecked")
  static List<Map<String, Object>> list(Object value) {
    if (value == null || "".equals(value)) return new ArrayList<>();
    var list = (List<Object>) value;
    list.forEach(Map.class::cast);
    return (List<Map<String, Object>>) (Object) list;
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> copy(Map<String, Object> tree) {
    return (Map<String, Object>) deep(tree);
  }

  private static Object deep(Object value) {
    if (value instanceof Map<?, ?> map) {
      Map<String, Object> all = new LinkedHashMap<>();
      map.forEach((key, one) -> all.put(key.toString(), deep(one)));
      return all;
    }
    return value instanceof List<?> list
        ? list.stream().map(FormTree::deep).collect(Collectors.toCollection(ArrayList::new))
        : value;
  }
}
