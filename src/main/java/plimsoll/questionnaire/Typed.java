package plimsoll.questionnaire;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import plimsoll.access.Refusal;

/**
 * What somebody typed into the fields of the editor and which button she pressed, done to the tree
 * of a form. A field's name is its place in the tree, as a JSON pointer.
 */
final class Typed {
  private static final int MOST = 100;
  private static final Set<String> NEW_ITEM = Set.of("id", "kind", "wording", "when", "replaces");
  private final Map<String, Object> form;

  private Typed(Map<String, Object> form) {
    this.form = form;
  }

  /**
   * @param fields by their names; those that begin with no "/" are none of the tree
   * @param action such as "remove /blocks/0/items/2"; "save" changes nothing more
   */
  static void into(Map<String, Object> form, Map<String, String> fields, String action) {
    var typed = new Typed(form);
    fields.forEach(
        (name, value) -> {
          if (name.startsWith("/")) typed.put(name, value.replace("\r\n", "\n"));
        });
    typed.act(action.split(" ", 2)[0], action.contains(" ") ? action.split(" ", 2)[1] : "");
  }

  /** How many stand in a list of a form. */
  static int size(Map<String, Object> form, String pointer) {
    return new Typed(form).list(pointer).size();
  }

  private void put(String pointer, String value) {
    var parent = parent(pointer);
    if (!(parent instanceof Map<?, ?>)) return;
    var map = FormTree.map(parent);
    var field = last(pointer);
    if (map.get(field) instanceof Map<?, ?> || map.get(field) instanceof List<?>) return;
    if (field.equals("kind") && !value.equals(map.get("kind"))) turn(map, value);
    if (value.isBlank()) map.remove(field);
    else map.put(field, value);
  }

  /** Another kind of question keeps what both kinds have, and begins the rest. */
  private static void turn(Map<String, Object> item, String kind) {
    var begun = Templates.item(kind, "");
    item.keySet().removeIf(field -> !NEW_ITEM.contains(field) && !begun.containsKey(field));
    begun.forEach(item::putIfAbsent);
  }

  private void act(String verb, String pointer) {
    switch (verb) {
      case "add" -> add(pointer);
      case "remove" -> remove(within(pointer), index(pointer));
      case "up" -> move(pointer, -1);
      case "down" -> move(pointer, 1);
      case "speak" ->
          FormTree.map(form.computeIfAbsent("title", none -> new LinkedHashMap<>()))
              .putIfAbsent(pointer, "…");
      default -> {}
    }
  }

  private static void remove(List<Map<String, Object>> list, int index) {
    if (index >= 0 && index < list.size()) list.remove(index);
  }

  private void add(String pointer) {
    var list = list(pointer);
    if (list.size() >= MOST) throw new Refusal(422, "More than " + MOST + " of these don't fit.");
    list.add(Templates.part(last(pointer), list.size() + 1, form));
  }

  /** Over the edge of its block an item goes into the next one. */
  private void move(String pointer, int by) {
    var list = within(pointer);
    int from = index(pointer);
    int to = from + by;
    if (from < 0 || from >= list.size()) return;
    if (to >= 0 && to < list.size()) {
      list.add(to, list.remove(from));
    } else if (pointer.matches("/blocks/\\d+/items/\\d+")) {
      var blocks = FormTree.list(form.get("blocks"));
      int block = Integer.parseInt(pointer.split("/")[2]) + by;
      if (block < 0 || block >= blocks.size()) return;
      var there = list("/blocks/" + block + "/items");
      there.add(by < 0 ? there.size() : 0, list.remove(from));
    }
  }

  private List<Map<String, Object>> within(String pointer) {
    return list(pointer.substring(0, Math.max(0, pointer.lastIndexOf('/'))));
  }

  @SuppressWarnings("unchecked")
  private List<Map<String, Object>> list(String pointer) {
    var parent = parent(pointer);
    if (!(parent instanceof Map<?, ?>)) return new ArrayList<>();
    var list = FormTree.map(parent).computeIfAbsent(last(pointer), none -> new ArrayList<>());
    return list instanceof List<?> ? (List<Map<String, Object>>) list : new ArrayList<>();
  }

  /** What holds the last step of a pointer; texts begin where there is none. */
  private Object parent(String pointer) {
    Object at = form;
    var steps = pointer.split("/");
    for (int i = 1; i < steps.length - 1; i++) {
      if (at instanceof List<?> list) {
        int index = steps[i].matches("\\d{1,4}") ? Integer.parseInt(steps[i]) : -1;
        at = index >= 0 && index < list.size() ? list.get(index) : null;
      } else if (at instanceof Map<?, ?>) {
        var step = steps[i];
        at = FormTree.map(at).computeIfAbsent(step, none -> new LinkedHashMap<>());
      } else {
        return null;
      }
    }
    return at;
  }

  private static int index(String pointer) {
    var last = last(pointer);
    return last.matches("\\d{1,4}") ? Integer.parseInt(last) : -1;
  }

  private static String last(String pointer) {
    return pointer.substring(pointer.lastIndexOf('/') + 1);
  }
}
