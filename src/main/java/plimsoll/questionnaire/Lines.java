package plimsoll.questionnaire;

import java.util.HashMap;
import java.util.Map;

/** Where in a text each item stands. */
final class Lines {
  private final Map<String, YamlNode> items = new HashMap<>();

  private Lines() {}

  static Lines of(String text) {
    var lines = new Lines();
    lines.walk(YamlNode.read(text));
    return lines;
  }

  Review.Fault fault(String item, String mend) {
    var node = items.get(item);
    return node == null
        ? new Review.Fault(1, "", item + " " + mend)
        : new Review.Fault(node.line(), node.field(), "(" + item + ") " + mend);
  }

  private void walk(YamlNode node) {
    if (node.value() instanceof Map<?, ?>) {
      var id = node.fields().get("id");
      if (id != null && id.value() instanceof String name) items.put(name, node);
      node.fields().values().forEach(this::walk);
    } else if (node.value() instanceof java.util.List<?>) {
      node.elements().forEach(this::walk);
    }
  }
}
