package plimsoll.questionnaire;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * A draft as fields to type into.
 *
 * @param head fields of the survey as a whole
 * @param conditions lines that can be taken for a condition
 */
public record Sheet(
    List<Field> head, List<Part> blocks, List<Part> scales, List<String> conditions) {

  /**
   * One field.
   *
   * @param name its place in the tree, as a JSON pointer
   * @param type "line", "lines", "number", "choice" or "condition"
   * @param language of what is typed; null where it is no words
   */
  public record Field(
      String name, String label, String type, String value, List<String> choices, String language) {
    public String id() {
      return name.substring(1).replace('/', '-');
    }
  }

  /**
   * What can be moved and removed as one.
   *
   * @param pointer its place in the tree
   * @param kind what people call it
   * @param lists lists within it that can be added to, such as its items
   */
  public record Part(
      String pointer, String kind, String name, List<Field> fields, List<Group> lists) {
    public String id() {
      return pointer.substring(1).replace('/', '-');
    }
  }

  /** Parts of one kind. */
  public record Group(String pointer, String kind, List<Part> parts) {}

  /**
   * @param form as {@link FormTree#opened} gives it
   * @param other the language beside English that is shown; null for none
   */
  static Sheet of(Map<String, Object> form, String other) {
    return new Writer(form, other).sheet();
  }

  private record Writer(Map<String, Object> form, String other) {
    private static final List<String> KINDS =
        List.of(
            "rating",
            "slider",
            "matrix",
            "yes-no",
            "one-of",
            "several-of",
            "ranking",
            "number",
            "short-text",
            "text");
    private static final List<String> DIRECTIONS = List.of("more-need", "less-need", "none");

    Sheet sheet() {
      List<Field> head = new ArrayList<>();
      text(head, "", form, "title", "Title", "line");
      text(head, "", form, "purpose", "Why it is asked, for those who are asked", "lines");
      add(head, "", form, "minutes", "Minutes that it takes", "number");
      choice(head, "", form, "window", "Asks about the last", List.of("quarter", "month"));
      add(head, "", form, "apart", "Constructs whose items are never averaged", "line");
      return new Sheet(
          head,
          blocks(),
          parts("/scales", FormTree.list(form.get("scales")), this::scale),
          conditions());
    }

    private List<Part> blocks() {
      return parts("/blocks", FormTree.list(form.get("blocks")), this::block);
    }

    private interface Maker {
      Part make(String pointer, Map<String, Object> node);
    }

    private static List<Part> parts(String pointer, List<Map<String, Object>> nodes, Maker maker) {
      return IntStream.range(0, nodes.size())
          .mapToObj(i -> maker.make(pointer + "/" + i, nodes.get(i)))
          .toList();
    }

    private Part block(String pointer, Map<String, Object> block) {
      List<Field> fields = new ArrayList<>();
      text(fields, pointer, block, "title", "Title of the page", "line");
      text(
          fields,
          pointer,
          block,
          "intro",
          "What to think of; {start} is the first day, {platform} the platform’s name",
          "lines");
      add(fields, pointer, block, "key", "Short name", "line");
      choice(
          fields,
          pointer,
          block,
          "order",
          "Place among such pages",
          List.of("", "fixed", "random"));
      add(
          fields,
          pointer,
          block,
          "ask",
          "How many of its constructs each person is asked; empty for all",
          "number");
      add(fields, pointer, block, "when", "Ask only if", "condition");
      return new Part(
          pointer,
          "page",
          english(block, "title"),
          fields,
          List.of(
              new Group(
                  pointer + "/items",
                  "question",
                  parts(pointer + "/items", FormTree.list(block.get("items")), this::item)),
              new Group(
                  pointer + "/terms",
                  "word to explain",
                  parts(pointer + "/terms", FormTree.list(block.get("terms")), this::term))));
    }

    private Part term(String pointer, Map<String, Object> term) {
      List<Field> fields = new ArrayList<>();
      text(fields, pointer, term, "word", "Word", "line");
      text(fields, pointer, term, "meaning", "What it means here", "lines");
      return new Part(pointer, "word", english(term, "word"), fields, List.of());
    }

    private Part item(String pointer, Map<String, Object> item) {
      List<Field> fields = new ArrayList<>();
      var kind = String.valueOf(item.getOrDefault("kind", ""));
      text(
          fields,
          pointer,
          item,
          "wording",
          kind.equals("matrix") ? "What all rows begin with" : "Question",
          "lines");
      choice(fields, pointer, item, "kind", "Kind", KINDS);
      add(fields, pointer, item, "id", "Id", "line");
      ofKind(fields, pointer, item, kind);
      add(fields, pointer, item, "when", "Ask only if", "condition");
      add(fields, pointer, item, "replaces", "Replaces the earlier item", "line");
      List<Group> lists = new ArrayList<>();
      if (item.containsKey("options"))
        lists.add(
            new Group(
                pointer + "/options",
                "choice",
                parts(pointer + "/options", FormTree.list(item.get("options")), this::option)));
      if (item.containsKey("rows"))
        lists.add(
            new Group(
                pointer + "/rows",
                "row",
                parts(pointer + "/rows", FormTree.list(item.get("rows")), this::row)));
      var id = String.valueOf(item.getOrDefault("id", ""));
      return new Part(pointer, "question", id + ": " + english(item, "wording"), fields, lists);
    }

    private void ofKind(List<Field> fields, String pointer, Map<String, Object> item, String kind) {
      switch (kind) {
        case "rating" -> {
          choice(fields, pointer, item, "scale", "Scale", scales());
          scored(fields, pointer, item);
        }
        case "slider" -> {
          text(fields, pointer, item, "low", "Words at 0", "line");
          text(fields, pointer, item, "high", "Words at 100", "line");
          scored(fields, pointer, item);
        }
        case "matrix" -> choice(fields, pointer, item, "scale", "Scale", scales());
        case "several-of", "ranking" ->
            add(fields, pointer, item, "most", "At most; empty for all", "number");
        case "number" -> {
          text(fields, pointer, item, "unit", "Unit", "line");
          add(fields, pointer, item, "lowest", "Lowest", "number");
          add(fields, pointer, item, "highest", "Highest", "number");
          add(fields, pointer, item, "decimals", "Digits after the point", "number");
        }
        case "short-text", "text" -> {
          text(fields, pointer, item, "hint", "What to mind", "line");
          add(fields, pointer, item, "longest", "Letters at most", "number");
        }
        default -> {}
      }
    }

    private void scored(List<Field> fields, String pointer, Map<String, Object> item) {
      choice(fields, pointer, item, "direction", "A higher answer means", DIRECTIONS);
      add(fields, pointer, item, "construct", "Construct, which items measure together", "line");
    }

    private Part option(String pointer, Map<String, Object> option) {
      List<Field> fields = new ArrayList<>();
      text(fields, pointer, option, "words", "Choice", "line");
      add(fields, pointer, option, "key", "Short name", "line");
      return new Part(pointer, "choice", english(option, "words"), fields, List.of());
    }

    private Part row(String pointer, Map<String, Object> row) {
      List<Field> fields = new ArrayList<>();
      text(fields, pointer, row, "wording", "Row", "line");
      add(fields, pointer, row, "id", "Id", "line");
      scored(fields, pointer, row);
      add(fields, pointer, row, "replaces", "Replaces the earlier item", "line");
      return new Part(pointer, "row", english(row, "wording"), fields, List.of());
    }

    private Part scale(String pointer, Map<String, Object> scale) {
      List<Field> fields = new ArrayList<>();
      add(fields, pointer, scale, "name", "Short name", "line");
      if (scale.containsKey("points")) {
        return new Part(
            pointer,
            "scale",
            string(scale, "name"),
            fields,
            List.of(
                new Group(
                    pointer + "/points",
                    "point",
                    parts(pointer + "/points", FormTree.list(scale.get("points")), this::point))));
      }
      add(fields, pointer, scale, "from", "From", "number");
      add(fields, pointer, scale, "to", "To", "number");
      text(fields, pointer, scale, "low", "Words at the lowest", "line");
      text(fields, pointer, scale, "high", "Words at the highest", "line");
      return new Part(pointer, "scale", string(scale, "name"), fields, List.of());
    }

    private Part point(String pointer, Map<String, Object> point) {
      List<Field> fields = new ArrayList<>();
      add(fields, pointer, point, "value", "Number", "number");
      text(fields, pointer, point, "words", "Words", "line");
      return new Part(pointer, "point", string(point, "value"), fields, List.of());
    }

    private List<String> scales() {
      return FormTree.list(form.get("scales")).stream()
          .map(scale -> string(scale, "name"))
          .toList();
    }

    /** Such as "{size} = 'small'", of all closed questions. */
    private List<String> conditions() {
      List<String> lines = new ArrayList<>();
      for (var block : FormTree.list(form.get("blocks"))) {
        for (var item : FormTree.list(block.get("items"))) {
          var id = "{" + string(item, "id") + "}";
          if (string(item, "kind").equals("yes-no"))
            lines.addAll(List.of(id + " = true", id + " = false"));
          for (var option : FormTree.list(item.get("options")))
            lines.add(id + " = '" + string(option, "key") + "'");
          if (List.of("rating", "slider", "number").contains(string(item, "kind")))
            lines.add(id + " >= 1");
        }
      }
      return lines.size() > 300 ? lines.subList(0, 300) : lines;
    }

    private void text(
        List<Field> fields,
        String pointer,
        Map<String, Object> node,
        String field,
        String label,
        String type) {
      var words = FormTree.map(node.get(field));
      var both = other == null ? List.of("en") : List.of("en", other);
      for (var language : both) {
        var named = other == null ? label : label + " (" + language + ")";
        fields.add(
            new Field(
                pointer + "/" + field + "/" + language,
                named,
                type,
                string(words, language),
                List.of(),
                language));
      }
    }

    private static void add(
        List<Field> fields,
        String pointer,
        Map<String, Object> node,
        String field,
        String label,
        String type) {
      fields.add(
          new Field(pointer + "/" + field, label, type, string(node, field), List.of(), null));
    }

    private static void choice(
        List<Field> fields,
        String pointer,
        Map<String, Object> node,
        String field,
        String label,
        List<String> choices) {
      var all = new ArrayList<>(choices);
      var value = string(node, field);
      if (!all.contains(value)) all.add(0, value);
      fields.add(new Field(pointer + "/" + field, label, "choice", value, all, null));
    }

    private static String english(Map<String, Object> node, String field) {
      return string(FormTree.map(node.get(field)), "en");
    }

    private static String string(Map<String, Object> node, String field) {
      var value = node.get(field);
      return value instanceof String || value instanceof Number ? value.toString() : "";
    }
  }
}
