package plimsoll.workload.manifest;

import plimsoll.document.Node;
import plimsoll.document.Node.Kind;

/**
 * What a template leaves open stands in its output between marks, in the same words wherever the
 * template has the same: so a selector still finds the labels that it is made of.
 */
final class Open {
  static final String LEFT = "⟦";
  static final String RIGHT = "⟧";
  private static final int WORDS_MAX = 60;

  private Open() {}

  /** A value that YAML takes for a plain text. */
  static String mark(String expression) {
    var words = new StringBuilder(LEFT);
    for (int i = 0; i < expression.length() && words.length() < WORDS_MAX; i++) {
      char c = expression.charAt(i);
      if (Character.isLetterOrDigit(c) || c == '.' || c == '_') words.append(c);
    }
    return words.append(RIGHT).toString();
  }

  static boolean is(String text) {
    return text.contains(LEFT);
  }

  /** Whether a value, or some of the fields of a map, is not known. */
  static boolean is(Node node) {
    return node.isMap()
        ? node.fields().keySet().stream().anyMatch(Open::is)
        : node.isList()
            ? node.items().stream().anyMatch(item -> !item.isMap() && is(item))
            : is(node.text());
  }

  /** A field of a field; open where a template may have put it. */
  static Node at(Node from, String... path) {
    var found = from;
    for (var name : path) {
      if (!found.isMap() && found.isThere() && is(found)) return found;
      var next = found.at(name);
      if (!next.isThere() && found.isMap() && is(found)) return open(found.line());
      found = next;
    }
    return found;
  }

  private static Node open(int line) {
    return Node.scalar(Kind.TEXT, LEFT + RIGHT, line);
  }
}
