package plimsoll.document;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads JSON with the lines on which things stand: one value, or several one after the other. What
 * stands before a fault is read.
 */
public final class JsonStream {
  private static final int DEPTH_MAX = 100;
  private static final int VALUES_MAX = 1_000_000;
  private static final int TEXT_MAX = 5_000_000;
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(DEPTH_MAX)
                  .maxStringLength(TEXT_MAX)
                  .build())
          .build();

  private final JsonParser parser;
  private int values;

  private JsonStream(JsonParser parser) {
    this.parser = parser;
  }

  /** The values in order, each as a {@link Node}. */
  public static List<YamlStream.Part> nodes(String text) {
    var parts = new ArrayList<YamlStream.Part>();
    try (var parser = FACTORY.createParser(text)) {
      new JsonStream(parser).read(parts);
    } catch (JsonProcessingException e) {
      int line = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNr());
      parts.add(new YamlStream.Part(null, "Line " + line + " is not readable as JSON.", line));
    } catch (Composed.LimitException e) {
      parts.add(new YamlStream.Part(null, "This can't be read: " + e.getMessage() + ".", 1));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return parts;
  }

  private void read(List<YamlStream.Part> parts) throws IOException {
    while (parser.nextToken() != null) {
      int line = line();
      parts.add(new YamlStream.Part(value(), null, line));
    }
  }

  private Node value() throws IOException {
    if (++values > VALUES_MAX) {
      throw new Composed.LimitException("it has more than a million values");
    }
    int line = line();
    int start = (int) parser.currentTokenLocation().getCharOffset();
    var made =
        switch (parser.currentToken()) {
          case START_OBJECT -> Node.map(fields(), line);
          case START_ARRAY -> Node.list(items(), line);
          case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> scalar(Node.Kind.NUMBER, line);
          case VALUE_TRUE, VALUE_FALSE -> scalar(Node.Kind.BOOLEAN, line);
          case VALUE_NULL -> scalar(Node.Kind.NULL, line);
          default -> scalar(Node.Kind.TEXT, line);
        };
    return made.spanning(start, (int) parser.currentLocation().getCharOffset());
  }

  private Map<String, Node> fields() throws IOException {
    var fields = new LinkedHashMap<String, Node>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      var name = parser.currentName();
      parser.nextToken();
      fields.put(name, value());
    }
    return fields;
  }

  private List<Node> items() throws IOException {
    var items = new ArrayList<Node>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      items.add(value());
    }
    return items;
  }

  private Node scalar(Node.Kind kind, int line) throws IOException {
    return Node.scalar(kind, parser.getText(), line);
  }

  private int line() {
    return parser.currentTokenLocation().getLineNr();
  }
}
