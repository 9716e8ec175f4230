package plimsoll.document;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A value in a file, with the line that it stands on. Whoever asks for a field that is not there
 * gets {@link #MISSING}, of which one can ask on.
 */
public final class Node {
  private static final int[] NOWHERE = {-1, -1};

  /** What is not there. */
  public static final Node MISSING =
      new Node(Kind.MISSING, Map.of(), List.of(), "", "", 0, NOWHERE);

  private final Kind kind;
  private final Map<String, Node> fields;
  private final List<Node> items;
  private final String text;
  private final String tag;
  private final int line;
  private final int[] span;

  private Node(
      Kind kind,
      Map<String, Node> fields,
      List<Node> items,
      String text,
      String tag,
      int line,
      int[] span) {
    this.kind = kind;
    this.fields = fields;
    this.items = items;
    this.text = text;
    this.tag = tag;
    this.line = line;
    this.span = span;
  }

  /** What a value is. */
  public enum Kind {
    MAP,
    LIST,
    TEXT,
    NUMBER,
    BOOLEAN,
    NULL,
    MISSING
  }

  public static Node map(Map<String, Node> fields, int line) {
    return new Node(
        Kind.MAP,
        Collections.unmodifiableMap(new LinkedHashMap<>(fields)),
        List.of(),
        "",
        "",
        line,
        NOWHERE);
  }

  public static Node list(List<Node> items, int line) {
    return new Node(Kind.LIST, Map.of(), List.copyOf(items), "", "", line, NOWHERE);
  }

  /**
   * @param text as it stands in the file, without quotes
   */
  public static Node scalar(Kind kind, String text, int line) {
    return new Node(kind, Map.of(), List.of(), text, "", line, NOWHERE);
  }

  /**
   * @param tag that its language gives a meaning of its own, such as "!reference"
   */
  public Node tagged(String tag) {
    return new Node(kind, fields, items, text, tag, line, span);
  }

  /** The same, with its place. */
  Node spanning(int start, int end) {
    return new Node(kind, fields, items, text, tag, line, new int[] {start, end});
  }

  public Kind kind() {
    return kind;
  }

  /** Counted from 1; 0 when it is not known. */
  public int line() {
    return line;
  }

  /** Where in the text of its file its first character stands; -1 when it is not known. */
  public int start() {
    return span[0];
  }

  /** Where in the text of its file it has ended; -1 when it is not known. */
  public int end() {
    return span[1];
  }

  /** Empty when it has none of its own. */
  public String tag() {
    return tag;
  }

  /** In the order of the file; empty when this is no map. */
  public Map<String, Node> fields() {
    return fields;
  }

  /** Empty when this is no list. */
  public List<Node> items() {
    return items;
  }

  /** Of a text, a number or a boolean, as it stands there; else empty. */
  public String text() {
    return kind == Kind.NULL ? "" : text;
  }

  public boolean isThere() {
    return kind != Kind.MISSING && kind != Kind.NULL;
  }

  public boolean isMap() {
    return kind == Kind.MAP;
  }

  public boolean isList() {
    return kind == Kind.LIST;
  }

  /** Whether this is the boolean true; a text that says so is none. */
  public boolean isTrue() {
    return kind == Kind.BOOLEAN && text.equalsIgnoreCase("true");
  }

  /** Whether this is the boolean false. */
  public boolean isFalse() {
    return kind == Kind.BOOLEAN && text.equalsIgnoreCase("false");
  }

  /**
   * A field of a field.
   *
   * @param path names, from the outside in
   */
  public Node at(String... path) {
    var found = this;
    for (var name : path) {
      found = found.fields.getOrDefault(name, MISSING);
    }
    return found;
  }
}
