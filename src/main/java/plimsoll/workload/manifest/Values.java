package plimsoll.workload.manifest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import plimsoll.document.Node;

/**
 * Values as templates reckon with them: maps, lists, texts, numbers, booleans, null, and what is
 * not known.
 */
final class Values {
  private static final Pattern SIMPLE = Pattern.compile("[A-Za-z_./][A-Za-z0-9_./-]{0,200}");
  private static final java.util.Set<String> WORDS =
      java.util.Set.of("true", "false", "null", "yes", "no", "on", "off");

  private Values() {}

  /** Something that nobody states; it goes by the words that ask for it. */
  record Unknown(String words) {
    @Override
    public String toString() {
      return Open.mark(words);
    }
  }

  static Object of(Node node) {
    return switch (node.kind()) {
      case MAP -> {
        var map = new LinkedHashMap<String, Object>();
        node.fields().forEach((name, value) -> map.put(name, of(value)));
        yield map;
      }
      case LIST -> {
        var list = new ArrayList<Object>();
        node.items().forEach(item -> list.add(of(item)));
        yield list;
      }
      case TEXT -> node.text();
      case NUMBER -> number(node.text());
      case BOOLEAN -> node.isTrue();
      case NULL, MISSING -> null;
    };
  }

  private static Object number(String text) {
    try {
      return Long.valueOf(text);
    } catch (NumberFormatException e) {
      try {
        return Double.valueOf(text);
      } catch (NumberFormatException f) {
        return text;
      }
    }
  }

  /** What the second says holds; null takes a field away. */
  static Map<String, Object> merged(Map<String, Object> below, Map<String, Object> above) {
    var merged = new LinkedHashMap<>(below);
    above.forEach(
        (name, value) -> {
          if (value == null) merged.remove(name);
          else if (value instanceof Map<?, ?> map && merged.get(name) instanceof Map<?, ?> old) {
            merged.put(name, merged(map(old), map(map)));
          } else merged.put(name, value);
        });
    return merged;
  }

  @SuppressWarnings("unchecked")
  static Map<String, Object> map(Object value) {
    return value instanceof Map<?, ?> ? (Map<String, Object>) value : Map.of();
  }

  static boolean isTrue(Object value) {
    if (value instanceof Boolean yes) return yes;
    if (value instanceof Number number) return number.doubleValue() != 0;
    if (value instanceof String text) return !text.isEmpty();
    if (value instanceof List<?> list) return !list.isEmpty();
    if (value instanceof Map<?, ?> map) return !map.isEmpty();
    return value != null;
  }

  /** Whether some of it is not known. */
  static boolean isOpen(Object value) {
    return value instanceof Unknown || value instanceof String text && Open.is(text);
  }

  /** As a template writes it. */
  static String text(Object value) {
    return value == null ? "" : value.toString();
  }

  /** As YAML without an end of line. */
  static String yaml(Object value) {
    var out = new StringBuilder();
    write(value, 0, false, out);
    return out.toString().strip();
  }

  private static void write(Object value, int indent, boolean inline, StringBuilder out) {
    if (value instanceof Map<?, ?> map && !map.isEmpty()) {
      boolean first = true;
      for (var one : map.entrySet()) {
        if (!(first && inline)) newLine(indent, out);
        out.append(scalar(one.getKey().toString())).append(':');
        below(one.getValue(), indent + 2, out);
        first = false;
      }
    } else if (value instanceof List<?> list && !list.isEmpty()) {
      boolean first = true;
      for (var item : list) {
        if (!(first && inline)) newLine(indent, out);
        out.append("- ");
        write(item, indent + 2, true, out);
        first = false;
      }
    } else {
      out.append(plain(value));
    }
  }

  private static void below(Object value, int indent, StringBuilder out) {
    boolean nested =
        value instanceof Map<?, ?> map && !map.isEmpty()
            || value instanceof List<?> list && !list.isEmpty();
    if (!nested) out.append(' ');
    write(value, indent, false, out);
  }

  private static void newLine(int indent, StringBuilder out) {
    out.append('\n').append(" ".repeat(indent));
  }

  private static String plain(Object value) {
    if (value instanceof Map<?, ?>) return "{}";
    if (value instanceof List<?>) return "[]";
    if (value == null) return "null";
    return value instanceof String text ? scalar(text) : value.toString();
  }

  static String scalar(String text) {
    return SIMPLE.matcher(text).matches()
            && !WORDS.contains(text.toLowerCase(java.util.Locale.ROOT))
        ? text
        : quoted(text);
  }

  static String quoted(String text) {
    var out = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        case '\t' -> out.append("\\t");
        case '\r' -> out.append("\\r");
        default -> out.append(c);
      }
    }
    return out.append('"').toString();
  }
}
