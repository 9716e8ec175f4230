package plimsoll.delivery.source;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import plimsoll.access.Refusal;
import plimsoll.delivery.fact.Fields;
import plimsoll.json.Json;

/**
 * One request as a tool sent it.
 *
 * @param body as it came, at most 10 MB
 * @param headers by name in small letters; of several with one name the first
 * @param rules how this organisation wants it read
 * @param now when it came, or when it came first where it is read again
 */
public record Delivery(byte[] body, Map<String, String> headers, Rules rules, Instant now) {

  /** Under which the secret is found that a tool without headers sends in its address. */
  public static final String IN_ADDRESS = "plimsoll-secret-in-address";

  /** What follows the value must not get lost silently. */
  private static final ObjectReader WHOLE =
      Json.MAPPER.reader(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  public Delivery {
    headers =
        headers.entrySet().stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    one -> one.getKey().toLowerCase(Locale.ROOT),
                    Map.Entry::getValue,
                    (first, second) -> first));
  }

  /** Null where there is none. */
  public String header(String name) {
    return headers.get(name.toLowerCase(Locale.ROOT));
  }

  /**
   * What the body holds.
   *
   * @throws Refusal 400 when it is not JSON
   */
  public JsonNode json() {
    try {
      var json = WHOLE.readTree(body);
      if (json == null || json.isMissingNode()) {
        throw new Refusal(400, "The body is empty.");
      }
      return json;
    } catch (JsonProcessingException e) {
      throw new Refusal(400, "The body is not JSON, or is nested too deeply. Nothing was stored.");
    } catch (IOException e) {
      throw new Refusal(400, "The body cannot be read. Send it again.");
    }
  }

  /**
   * The object that the body holds.
   *
   * @throws Refusal 400 when it is not JSON, or something other than an object
   */
  public Fields fields() {
    if (json() instanceof ObjectNode object) {
      return new Fields(object);
    }
    throw new Refusal(400, "A JSON object is expected.");
  }
}
