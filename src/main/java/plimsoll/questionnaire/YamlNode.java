package plimsoll.questionnaire;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A piece of a YAML file that knows on which line it stands, so that a fault can be found.
 *
 * @param field where it stands in the document, such as "blocks[0].items[3].scale"
 * @param value a {@code Map<String, YamlNode>}, a {@code List<YamlNode>}, or the scalar as written
 */
record YamlNode(String field, int line, Object value) {
  private static final YAMLFactory YAML = new YAMLFactory();

  /**
   * @throws SurveyFault when it is no YAML, with the line
   */
  static YamlNode read(String text) {
    try (JsonParser parser = YAML.createParser(text)) {
      parser.nextToken();
      return node(parser, "");
    } catch (JsonProcessingException e) {
      int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
      throw new SurveyFault(line, "", "is not YAML: " + firstLine(e.getOriginalMessage()));
    } catch (IOException e) {
      throw new SurveyFault(1, "", "cannot be read");
    }
  }

  @SuppressWarnings("unchecked")
  Map<String, YamlNode> fields() {
    if (value instanceof Map<?, ?>) {
      return (Map<String, YamlNode>) value;
    }
    throw fault("must hold fields, such as \"key: value\"");
  }

  @SuppressWarnings("unchecked")
  List<YamlNode> elements() {
    if (value instanceof List<?>) {
      return (List<YamlNode>) value;
    }
    throw fault("must be a list, each entry after \"- \"");
  }

  String text() {
    if (value instanceof String words && !words.isBlank()) {
      return words;
    }
    throw fault("must be words");
  }

  int number() {
    try {
      return Integer.parseInt(text());
    } catch (NumberFormatException e) {
      throw fault("must be a whole number");
    }
  }

  boolean truth() {
    return switch (text()) {
      case "true" -> true;
      case "false" -> false;
      default -> throw fault("must be true or false");
    };
  }

  SurveyFault fault(String message) {
    return new SurveyFault(line, field, message);
  }

  private static YamlNode node(JsonParser parser, String field) throws IOException {
    int line = parser.currentTokenLocation().getLineNr();
    JsonToken token = parser.currentToken();
    if (token == JsonToken.START_OBJECT) {
      return new YamlNode(field, line, map(parser, field));
    }
    if (token == JsonToken.START_ARRAY) {
      return new YamlNode(field, line, list(parser, field));
    }
    return new YamlNode(field, line, token == null ? null : parser.getText());
  }

  private static Map<String, YamlNode> map(JsonParser parser, String field) throws IOException {
    Map<String, YamlNode> fields = new LinkedHashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      String path = field.isEmpty() ? name : field + "." + name;
      int line = parser.currentTokenLocation().getLineNr();
      parser.nextToken();
      if (fields.put(name, node(parser, path)) != null) {
        throw new SurveyFault(line, path, "stands here twice; keep one");
      }
    }
    return fields;
  }

  private static List<YamlNode> list(JsonParser parser, String field) throws IOException {
    List<YamlNode> elements = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      elements.add(node(parser, field + "[" + elements.size() + "]"));
    }
    return elements;
  }

  private static String firstLine(String message) {
    return message == null ? "" : message.lines().findFirst().orElse("");
  }
}
