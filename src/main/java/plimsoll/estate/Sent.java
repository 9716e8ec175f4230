package plimsoll.estate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import plimsoll.access.Refusal;
import plimsoll.document.YamlStream;
import plimsoll.json.Json;
import plimsoll.workload.Observed.Seen;

/** Objects that somebody sent, as "kubectl get -o json" or "-o yaml" writes them. */
final class Sent {
  static final int BYTES_MAX = 20_000_000;
  private static final int OBJECTS_MAX = 20_000;
  private static final Pattern JSON_START = Pattern.compile("\\s*[\\[{]");

  private final List<Seen> objects = new ArrayList<>();
  private final List<String> problems = new ArrayList<>();

  private Sent() {}

  /**
   * @throws Refusal 400 when it cannot be read, 413 when it is too large
   */
  static Sent of(byte[] bytes) {
    if (bytes.length > BYTES_MAX) {
      throw new Refusal(413, "At most 20 MB are taken at once. Send the kinds one by one.");
    }
    var text = text(bytes);
    var sent = new Sent();
    if (JSON_START.matcher(text).lookingAt()) {
      sent.add(json(text));
    } else {
      YamlStream.read(text).forEach(sent::add);
    }
    return sent;
  }

  List<Seen> objects() {
    return objects;
  }

  /** What can't be read, in words. */
  List<String> problems() {
    return problems;
  }

  private void add(YamlStream.Part part) {
    if (part.fault() != null) {
      problems.add(part.fault());
    } else {
      add(Json.MAPPER.<JsonNode>valueToTree(part.content()));
    }
  }

  /** A list of Kubernetes is its items. */
  private void add(JsonNode one) {
    if (one.isArray()) {
      one.forEach(this::add);
    } else if (one.path("items").isArray() && one.path("kind").asText("List").endsWith("List")) {
      one.path("items").forEach(this::add);
    } else if (objects.size() == OBJECTS_MAX) {
      throw new Refusal(
          413, "At most 20,000 objects are taken at once. Send the kinds one by one.");
    } else {
      objects.add(new Seen(one.toString(), false));
    }
  }

  private static JsonNode json(String text) {
    try {
      return Json.MAPPER.readTree(text);
    } catch (JsonProcessingException e) {
      var at = e.getLocation();
      throw new Refusal(
          400,
          "Line %d, column %d is not readable as JSON. Nothing was kept."
              .formatted(at == null ? 1 : at.getLineNr(), at == null ? 1 : at.getColumnNr()));
    }
  }

  private static String text(byte[] bytes) {
    try {
      var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.startsWith("\ufeff") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw new Refusal(400, "This is not UTF-8 text. Save it as UTF-8 and send it again.");
    }
  }
}
