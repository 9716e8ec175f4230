package plimsoll.response;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import plimsoll.access.Refusal;
import plimsoll.json.Json;

/** Reads {@code {"answers": {item: value}}}, and no more than anybody would write. */
class AnswersBody {
  private static final int MOST_BYTES = 128 * 1024;
  private static final int MOST_BYTES_READ_AWAY = 4 * 1024 * 1024;

  private AnswersBody() {}

  /**
   * @throws Refusal 400 when it is not readable, 413 when it is too large, 422 when it is not of
   *     that form
   */
  static Map<String, Object> read(InputStream body) {
    JsonNode answers = tree(bytes(body)).path("answers");
    if (!answers.isObject()) {
      throw Refusal.wrong("/answers", "must be an object that holds an answer by item");
    }
    Map<String, Object> sent = new LinkedHashMap<>();
    answers.properties().forEach(answer -> sent.put(answer.getKey(), value(answer.getValue())));
    return sent;
  }

  static byte[] bytes(InputStream body) {
    try {
      byte[] bytes = body.readNBytes(MOST_BYTES + 1);
      if (bytes.length > MOST_BYTES) {
        readAway(body);
        throw new Refusal(
            413, "Answers of more than 128 KiB are not taken. What was saved before is kept.");
      }
      return bytes;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A sender hears the answer only after sending all, so some more than is taken is read. */
  private static void readAway(InputStream body) throws IOException {
    body.readNBytes(MOST_BYTES_READ_AWAY);
  }

  private static JsonNode tree(byte[] bytes) {
    try {
      return Json.MAPPER
          .reader()
          .with(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .readTree(new String(bytes, java.nio.charset.StandardCharsets.UTF_8));
    } catch (JsonProcessingException e) {
      throw new Refusal(400, "The body is not JSON, or names an item twice. Nothing was saved.");
    }
  }

  private static Object value(JsonNode value) {
    if (value.isNull()) {
      return null;
    }
    if (value.isInt()) {
      return value.intValue();
    }
    if (value.isBoolean()) {
      return value.booleanValue();
    }
    if (value.isNumber()) {
      return value.decimalValue();
    }
    if (value.isArray()) {
      var parts = new ArrayList<Object>();
      value.forEach(part -> parts.add(value(part)));
      return parts;
    }
    return value.isTextual() ? text(value.textValue()) : value;
  }

  /**
   * Without what a database can't keep and nobody sees: control characters but for the end of a
   * line and the tab. Half a letter (a surrogate alone) becomes a question mark in a diamond.
   */
  static String text(String sent) {
    return sent.replace("\r\n", "\n")
        .codePoints()
        .filter(letter -> !Character.isISOControl(letter) || letter == '\n' || letter == '\t')
        .map(letter -> Character.getType(letter) == Character.SURROGATE ? 0xFFFD : letter)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
