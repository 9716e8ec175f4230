package plimsoll.connection;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import plimsoll.json.Json;

/**
 * What Helm says of a release in the secret that it keeps it in. The values that it was made with,
 * and the manifests, are passed over as they are read: they may hold secrets.
 */
final class Helm {
  static final String TYPE = "helm.sh/release.v1";
  private static final long BYTES_MAX = 20_000_000;

  private Helm() {}

  static boolean isCurrentRelease(JsonNode secret) {
    return secret.path("type").asText().equals(TYPE)
        && !secret.path("metadata").path("labels").path("status").asText().equals("superseded");
  }

  /** Writes chart and versions as notes on the object, whose data is gone already. */
  static void note(ObjectNode slim, JsonNode secret) {
    var read = read(secret.path("data").path("release").asText(""));
    if (read.isEmpty()) return;
    var metadata = slim.withObject("/metadata");
    var notes =
        metadata.path("annotations") instanceof ObjectNode there
            ? there
            : metadata.putObject("annotations");
    read.forEach((name, text) -> notes.put("plimsoll/" + name, text));
  }

  /** Empty when it is not as Helm writes it. */
  private static Map<String, String> read(String data) {
    var found = new LinkedHashMap<String, String>();
    try (var parser = Json.MAPPER.createParser(opened(data))) {
      if (parser.nextToken() != JsonToken.START_OBJECT) return Map.of();
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        var name = parser.currentName();
        parser.nextToken();
        if (name.equals("chart")) {
          chart(parser, found);
        } else {
          parser.skipChildren();
        }
      }
    } catch (IOException | IllegalArgumentException e) {
      return found;
    }
    return found;
  }

  private static void chart(JsonParser parser, Map<String, String> found) throws IOException {
    if (parser.currentToken() != JsonToken.START_OBJECT) return;
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      boolean wanted = parser.currentName().equals("metadata");
      parser.nextToken();
      if (!wanted) {
        parser.skipChildren();
        continue;
      }
      JsonNode metadata = Json.MAPPER.readTree(parser);
      put(found, "chart", metadata.path("name"));
      put(found, "chart-version", metadata.path("version"));
      put(found, "app-version", metadata.path("appVersion"));
    }
  }

  private static void put(Map<String, String> found, String name, JsonNode value) {
    if (value.isTextual() && value.asText().length() <= 200) found.put(name, value.asText());
  }

  /** Kubernetes encodes data, and Helm has encoded it before, and mostly packed it before that. */
  private static InputStream opened(String data) throws IOException {
    var bytes = Base64.getDecoder().decode(Base64.getDecoder().decode(data));
    boolean packed = bytes.length > 2 && bytes[0] == 0x1f && bytes[1] == (byte) 0x8b;
    var stream = new ByteArrayInputStream(bytes);
    return packed ? new Limited(new GZIPInputStream(stream)) : stream;
  }

  /** Ends where a packed release would be larger than any is. */
  private static final class Limited extends InputStream {
    private final InputStream whole;
    private long left = BYTES_MAX;

    Limited(InputStream whole) {
      this.whole = whole;
    }

    @Override
    public int read() throws IOException {
      return left-- > 0 ? whole.read() : -1;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
      if (left <= 0) return -1;
      int count = whole.read(into, from, (int) Math.min(length, left));
      left -= Math.max(count, 0);
      return count;
    }
  }
}
