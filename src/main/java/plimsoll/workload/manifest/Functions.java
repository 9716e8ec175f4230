package plimsoll.workload.manifest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import plimsoll.workload.manifest.Expression.Scope;
import plimsoll.workload.manifest.Values.Unknown;

/** Functions of templates that only reckon; those that look elsewhere give nothing known. */
final class Functions {
  private static final int LENGTH_MAX = 500_000;

  private Functions() {}

  /**
   * @param words the call as it stands there, by which a result goes that is not known
   */
  static Object call(String name, List<Object> given, String words, Scope scope) {
    try {
      return switch (name) {
        case "include", "template" ->
            scope
                .include()
                .apply(Values.text(given.get(0)), given.size() > 1 ? given.get(1) : null);
        case "and" -> junction(given, words, false);
        case "or" -> junction(given, words, true);
        case "coalesce" -> junction(given, words, true);
        case "default" -> otherwise(given.get(0), given.get(1), words);
        case "ternary" ->
            isUnknown(given.get(2))
                ? new Unknown(words)
                : given.get(Values.isTrue(given.get(2)) ? 0 : 1);
        case "dict" -> dict(given);
        case "list", "tuple" -> new ArrayList<>(given);
        case "required" -> given.get(1);
        case "toYaml", "toYamlPretty" -> yaml(given.get(0), words);
        case "quote" -> Values.quoted(Values.text(given.get(0)));
        case "squote" -> "'" + Values.text(given.get(0)).replace("'", "''") + "'";
        case "toString" -> Values.text(given.get(0));
        case "printf" -> printf(given);
        case "print" -> String.join("", given.stream().map(Values::text).toList());
        case "indent" -> indented(given, "");
        case "nindent" -> indented(given, "\n");
        case "trunc" -> trunc(given);
        case "tpl" -> Values.text(given.get(0)).contains("{{") ? new Unknown(words) : given.get(0);
        case "hasKey" ->
            given.get(0) instanceof Map<?, ?> map && map.containsKey(given.get(1))
                ? (Object) true
                : new Unknown(words);
        default ->
            given.stream().anyMatch(Values::isOpen)
                ? new Unknown(words)
                : known(name, given, words);
      };
    } catch (IndexOutOfBoundsException | ClassCastException | NumberFormatException e) {
      return new Unknown(words);
    }
  }

  private static boolean isUnknown(Object value) {
    return value instanceof Unknown;
  }

  private static Object known(String name, List<Object> given, String words) {
    var first = given.isEmpty() ? null : given.get(0);
    var last = given.isEmpty() ? null : given.get(given.size() - 1);
    var text = Values.text(last);
    return switch (name) {
      case "not" -> !Values.isTrue(first);
      case "empty" -> !Values.isTrue(first);
      case "eq" -> given.stream().skip(1).anyMatch(other -> same(first, other));
      case "ne" -> !same(first, given.get(1));
      case "gt" -> number(first) > number(given.get(1));
      case "ge" -> number(first) >= number(given.get(1));
      case "lt" -> number(first) < number(given.get(1));
      case "le" -> number(first) <= number(given.get(1));
      case "int", "int64" -> (long) number(first);
      case "add" -> (long) given.stream().mapToDouble(Functions::number).sum();
      case "sub" -> (long) (number(first) - number(given.get(1)));
      case "lower" -> text.toLowerCase(Locale.ROOT);
      case "upper" -> text.toUpperCase(Locale.ROOT);
      case "trim" -> text.strip();
      case "trimSuffix" -> without(text, Values.text(first), true);
      case "trimPrefix" -> without(text, Values.text(first), false);
      case "trimAll" -> text.replace(Values.text(first), "");
      case "replace" -> limited(text.replace(Values.text(first), Values.text(given.get(1))));
      case "contains" -> text.contains(Values.text(first));
      case "hasPrefix" -> text.startsWith(Values.text(first));
      case "hasSuffix" -> text.endsWith(Values.text(first));
      case "kindIs" -> kind(given.get(1)).equals(first);
      case "typeIs" -> kind(given.get(1)).equals(first);
      case "len" -> (long) (first instanceof List<?> list ? list.size() : Values.map(first).size());
      case "has" -> given.get(1) instanceof List<?> list && list.contains(first);
      case "first" -> ((List<?>) first).get(0);
      case "last" -> ((List<?>) first).get(((List<?>) first).size() - 1);
      case "get", "index" -> index(given, words);
      case "merge", "mergeOverwrite" -> mergedMaps(given, name.equals("mergeOverwrite"));
      case "join" -> joined(Values.text(first), last);
      case "b64enc", "sha256sum", "toJson" -> new Unknown(words);
      default -> new Unknown(words);
    };
  }

  /** Decided as soon as one that is known decides it. */
  private static Object junction(List<Object> given, String words, boolean or) {
    for (var one : given) {
      if (isUnknown(one)) {
        boolean decided =
            given.stream().anyMatch(each -> !Values.isOpen(each) && Values.isTrue(each) == or);
        return decided && !or ? (Object) false : new Unknown(words);
      }
      if (Values.isTrue(one) == or) return one;
    }
    return given.get(given.size() - 1);
  }

  private static Object otherwise(Object otherwise, Object value, String words) {
    if (isUnknown(value)) return new Unknown(words);
    return Values.isTrue(value) ? value : otherwise;
  }

  private static Object dict(List<Object> given) {
    var map = new LinkedHashMap<String, Object>();
    for (int i = 0; i + 1 < given.size(); i += 2)
      map.put(Values.text(given.get(i)), given.get(i + 1));
    return map;
  }

  private static Object yaml(Object value, String words) {
    return isUnknown(value) ? new Unknown(words) : limited(Values.yaml(value));
  }

  private static Object printf(List<Object> given) {
    var out = new StringBuilder();
    var form = Values.text(given.get(0));
    int next = 1;
    for (int i = 0; i < form.length(); i++) {
      if (form.charAt(i) != '%' || i + 1 >= form.length()) {
        out.append(form.charAt(i));
      } else if (form.charAt(++i) == '%') {
        out.append('%');
      } else {
        out.append(Values.text(given.get(next++)));
      }
    }
    return limited(out.toString());
  }

  private static Object indented(List<Object> given, String before) {
    var value = given.get(1);
    int count = (int) Math.min(100, number(given.get(0)));
    var blanks = " ".repeat(count);
    if (isUnknown(value)) return new Block(before + blanks, value.toString());
    return limited(before + blanks + Values.text(value).replace("\n", "\n" + blanks));
  }

  /** Lines that are not known, with what they are set in by. */
  record Block(String before, String words) {}

  private static Object trunc(List<Object> given) {
    var text = Values.text(given.get(1));
    int length = (int) number(given.get(0));
    boolean longer = length >= 0 && text.length() > length && !Open.is(text);
    return longer ? text.substring(0, length) : isUnknown(given.get(1)) ? given.get(1) : text;
  }

  private static String without(String text, String part, boolean end) {
    if (part.isEmpty()) return text;
    if (end && text.endsWith(part)) return text.substring(0, text.length() - part.length());
    if (!end && text.startsWith(part)) return text.substring(part.length());
    return text;
  }

  private static Object index(List<Object> given, String words) {
    var value = given.get(0);
    for (var key : given.subList(1, given.size())) {
      if (value instanceof List<?> list) value = list.get((int) number(key));
      else if (value instanceof Map<?, ?> map && map.containsKey(key)) value = map.get(key);
      else return new Unknown(words);
    }
    return value;
  }

  private static Object mergedMaps(List<Object> given, boolean lastHolds) {
    Map<String, Object> merged = Values.map(given.get(0));
    for (var other : given.subList(1, given.size())) {
      merged =
          lastHolds
              ? Values.merged(merged, Values.map(other))
              : Values.merged(Values.map(other), merged);
    }
    return merged;
  }

  private static Object joined(String between, Object list) {
    return limited(String.join(between, ((List<?>) list).stream().map(Values::text).toList()));
  }

  private static boolean same(Object one, Object other) {
    if (one instanceof Number a && other instanceof Number b) {
      return a.doubleValue() == b.doubleValue();
    }
    return Objects.equals(one, other);
  }

  private static double number(Object value) {
    return value instanceof Number number
        ? number.doubleValue()
        : Double.parseDouble(Values.text(value));
  }

  private static String kind(Object value) {
    if (value instanceof Map<?, ?>) return "map";
    if (value instanceof List<?>) return "slice";
    if (value instanceof String) return "string";
    if (value instanceof Boolean) return "bool";
    return value instanceof Long ? "int" : value == null ? "invalid" : "float64";
  }

  private static String limited(String text) {
    if (text.length() > LENGTH_MAX) throw new Template.TemplateException("A text is too long.");
    return text;
  }
}
