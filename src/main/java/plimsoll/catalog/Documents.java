package plimsoll.catalog;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import plimsoll.document.YamlStream;

/**
 * The documents in a text: those of a YAML stream, the elements of an array, the items of an answer
 * of the catalog API. One that cannot be read does not hide the others.
 */
final class Documents {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final List<Document> found = new ArrayList<>();
  private boolean morePages;

  private Documents() {}

  static Documents inYaml(String text) {
    var documents = new Documents();
    YamlStream.read(text).forEach(documents::add);
    return documents;
  }

  /**
   * @throws UnreadableException when it is not JSON; nothing of it can be read then
   */
  static Documents inJson(String text) throws UnreadableException {
    var documents = new Documents();
    try {
      documents.addContent(JSON.readValue(text, Object.class));
    } catch (JsonProcessingException e) {
      var place = e.getLocation();
      throw new UnreadableException(
          place == null || place.getLineNr() < 1
              ? "This is not readable as JSON."
              : "Line %d, column %d is not readable as JSON."
                  .formatted(place.getLineNr(), place.getColumnNr()));
    }
    return documents;
  }

  List<Document> all() {
    return found;
  }

  /** True when an answer of the catalog API says that further pages follow. */
  boolean morePages() {
    return morePages;
  }

  private void add(YamlStream.Part part) {
    if (part.fault() == null) {
      addContent(part.content());
    } else {
      found.add(new Document(found.size() + 1, null, part.fault()));
    }
  }

  private void addContent(Object content) {
    if (content instanceof List<?> elements) {
      elements.forEach(this::addOne);
    } else if (content instanceof Map<?, ?> map && isEnvelope(map)) {
      addItems(map);
    } else {
      addOne(content);
    }
  }

  private static boolean isEnvelope(Map<?, ?> map) {
    return !map.containsKey("kind")
        && (map.get("items") instanceof List || map.get("entities") instanceof List);
  }

  private void addItems(Map<?, ?> answer) {
    var items = answer.get("items") instanceof List<?> list ? list : answer.get("entities");
    ((List<?>) items).forEach(this::addOne);
    if (answer.get("pageInfo") instanceof Map<?, ?> page && page.get("nextCursor") != null) {
      morePages = true;
    }
  }

  private void addOne(Object content) {
    found.add(new Document(found.size() + 1, content, null));
  }

  /** The whole text is not what it was said to be. */
  static final class UnreadableException extends Exception {
    private static final long serialVersionUID = 1;

    UnreadableException(String message) {
      super(message);
    }
  }
}
