package plimsoll.delivery.fact;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import plimsoll.json.Json;

/** What an event in the envelope of CloudEvents, version 1.0 or 0.3, holds as JSON. */
public final class EventData {
  private static final String BASE64 = "data_base64";
  private static final String ENCODING = "datacontentencoding";

  private EventData() {}

  /** The data as JSON, however it was written; a text where it is no JSON, missing for none. */
  public static JsonNode of(ObjectNode event) {
    var data = event.path("data");
    if (event.hasNonNull(BASE64)) {
      return opened(bytes(event.get(BASE64).asText()));
    }
    return "base64".equalsIgnoreCase(event.path(ENCODING).asText())
        ? opened(bytes(data.asText()))
        : data.isTextual() ? opened(data.textValue().getBytes(StandardCharsets.UTF_8)) : data;
  }

  /** Writes the data as JSON into its event, or leaves it out where it is none. */
  static void write(ObjectNode event) {
    var data = of(event);
    event.remove(List.of(BASE64, ENCODING, "data"));
    if (data.isContainerNode()) {
      event.set("data", data);
    }
  }

  private static byte[] bytes(String base64) {
    try {
      return Base64.getMimeDecoder().decode(base64);
    } catch (IllegalArgumentException e) {
      return new byte[0];
    }
  }

  /** Some senders write the JSON of an event as a text. */
  private static JsonNode opened(byte[] text) {
    try {
      return Json.MAPPER.readTree(text);
    } catch (IOException e) {
      return JsonNodeFactory.instance.textNode(new String(text, StandardCharsets.UTF_8));
    }
  }
}
