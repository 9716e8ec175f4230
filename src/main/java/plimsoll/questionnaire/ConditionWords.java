package plimsoll.questionnaire;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A condition as one line that a person can type: {@code {K0} = true and {hours} >= 2}. */
final class ConditionWords {
  private ConditionWords() {}

  /** The line of what stands in a file; what is no condition stays as it was typed. */
  static String of(Object condition) {
    return condition instanceof Map<?, ?> map ? of(map) : String.valueOf(condition);
  }

  /** What stands in a file for a line; the line itself where it can't be read. */
  static Object read(String line) {
    try {
      return SurveyJsCondition.read(line);
    } catch (SurveyJsCondition.Unknown e) {
      return line;
    }
  }

  private static String of(Map<?, ?> map) {
    if (map.get("all") instanceof List<?> parts) return joined(parts, " and ");
    if (map.get("any") instanceof List<?> parts) return joined(parts, " or ");
    if (map.containsKey("not")) return "!(" + of(map.get("not")) + ")";
    String item = "{" + map.get("item") + "}";
    Map<String, Object> signs = new LinkedHashMap<>();
    map.forEach((key, value) -> signs.put(sign(key.toString()), value));
    signs.remove("");
    return signs.entrySet().stream()
        .map(one -> item + " " + one.getKey() + " " + literal(one.getValue()))
        .collect(Collectors.joining(" and "));
  }

  private static String joined(List<?> parts, String word) {
    return parts.stream()
        .map(part -> part instanceof Map<?, ?> map && inner(map) ? "(" + of(map) + ")" : of(part))
        .collect(Collectors.joining(word));
  }

  private static boolean inner(Map<?, ?> map) {
    return map.containsKey("any") || map.containsKey("all");
  }

  private static String sign(String field) {
    return switch (field) {
      case "is" -> "=";
      case "in" -> "anyof";
      case "at-least" -> ">=";
      case "at-most" -> "<=";
      default -> "";
    };
  }

  private static String literal(Object value) {
    if (value instanceof List<?> list) {
      return list.stream().map(ConditionWords::literal).collect(Collectors.joining(", ", "[", "]"));
    }
    String words = String.valueOf(value);
    return words.matches("true|false|-?[0-9]+(\\.[0-9]+)?") ? words : "'" + words + "'";
  }
}
