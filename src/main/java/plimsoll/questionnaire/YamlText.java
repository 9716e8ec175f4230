package plimsoll.questionnaire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** A survey's text as maps, lists and words, which need make no sense yet, and back. */
final class YamlText {
  private static final ObjectMapper YAML =
      new ObjectMapper(
          YAMLFactory.builder()
              .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
              .disable(YAMLGenerator.Feature.SPLIT_LINES)
              .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
              .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
              .enable(YAMLGenerator.Feature.INDENT_ARRAYS_WITH_INDICATOR)
              .build());

  /** What is a number or a truth value in the file, and not words that look like one. */
  private static final Set<String> PLAIN =
      Set.of(
          "minutes",
          "ask",
          "most",
          "longest",
          "lowest",
          "highest",
          "decimals",
          "from",
          "to",
          "at-least",
          "at-most",
          "is",
          "in");

  private YamlText() {}

  /**
   * @throws SurveyFault when it is no YAML, or holds no fields
   */
  @SuppressWarnings("unchecked")
  static Map<String, Object> tree(String text) {
    var root = YamlNode.read(text);
    root.fields();
    return (Map<String, Object>) plain(root);
  }

  static String write(Map<String, Object> tree) {
    try {
      return YAML.writeValueAsString(typed("", tree));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The comments before the first field, which a tree doesn't hold. */
  static String head(String text) {
    return text.lines()
        .takeWhile(line -> line.isBlank() || line.startsWith("#"))
        .map(line -> line + "\n")
        .collect(Collectors.joining());
  }

  private static Object plain(YamlNode node) {
    if (node.value() instanceof Map<?, ?>) {
      var map = new LinkedHashMap<String, Object>();
      node.fields().forEach((key, value) -> map.put(key, plain(value)));
      return map;
    }
    if (node.value() instanceof List<?>) {
      return new ArrayList<>(node.elements().stream().map(YamlText::plain).toList());
    }
    return node.value() == null ? "" : node.value();
  }

  private static Object typed(String field, Object value) {
    if (value instanceof Map<?, ?> map) {
      var typed = new LinkedHashMap<String, Object>();
      map.forEach((key, one) -> typed.put(key.toString(), typed(key.toString(), one)));
      return typed;
    }
    if (value instanceof List<?> list) {
      return list.stream().map(one -> typed(field, one)).toList();
    }
    return PLAIN.contains(field) && value instanceof String words ? scalar(words) : value;
  }

  private static Object scalar(String words) {
    if (words.equals("true") || words.equals("false")) return Boolean.valueOf(words);
    if (words.matches("-?(0|[1-9][0-9]{0,8})")) return Integer.valueOf(words);
    return words.matches("-?(0|[1-9][0-9]{0,11})\\.[0-9]{1,3}")
        ? new java.math.BigDecimal(words)
        : words;
  }
}
