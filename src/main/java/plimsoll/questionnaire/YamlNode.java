package plimsoll.questionnaire;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A piece of a YAML file that knows on which line it stands, so that a fault can be found.
 *
 * @param field where it stands in the document, such as "blocks[0].items[3].scale"
 * @param value a {@code Map<String, YamlNode>}, a {@code List<YamlNode>}, or the scalar as written
 */
record YamlNode(String field, int line, Object value) {
  private static final YAMLFactory YAML = new YAMLFactory();
  private static final Pattern WORDS = Pattern.compile("(?!in ['\"]).*[a-z]{3}.*");
  private static final Pattern LINE = Pattern.compile("in '.*', line ([0-9]{1,9}),");

  /**
   * @throws SurveyFault when it is no YAML, with the line
   */
  static YamlNode read(String text) {
    requireReadable(text);
    try (JsonParser parser = YAML.createParser(text)) {
      parser.nextToken();
      var node = node(parser, "");
      if (parser.nextToken() != null) {
        int line = parser.currentTokenLocation().getLineNr();
        throw new SurveyFault(line, "", "begins a second document; keep one in a file");
      }
      return node;
    } catch (JsonProcessingException e) {
      throw notYaml(String.valueOf(e.getOriginalMessage()));
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
    if (((YAMLParser) parser).isCurrentAlias()) {
      throw new SurveyFault(line, field, "points elsewhere by *; write it out");
    }
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

  /** YAML knows no control signs but tabs and line ends. */
  private static void requireReadable(String text) {
    int line = 1;
    for (int i = 0; i < text.length(); i++) {
      char sign = text.charAt(i);
      if (sign == '\n') line++;
      if (Character.isISOControl(sign) && "\t\n\r".indexOf(sign) < 0) {
        throw new SurveyFault(
            line, "", String.format("holds the sign U+%04X; delete it", (int) sign));
      }
    }
  }

  /** The parser says first what it was at, then where and what it stumbled over. */
  private static SurveyFault notYaml(String message) {
    var words =
        message
            .lines()
            .map(String::strip)
            .filter(line -> WORDS.matcher(line).matches())
            .limit(2)
            .collect(Collectors.joining(", "));
    return new SurveyFault(lineIn(message), "", "is not YAML: " + words);
  }

  private static int lineIn(String message) {
    int line = 1;
    for (var found = LINE.matcher(message); found.find(); ) {
      line = Integer.parseInt(found.group(1));
    }
    return line;
  }
}
