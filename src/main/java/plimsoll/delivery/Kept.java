package plimsoll.delivery;

import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import plimsoll.delivery.source.Delivery;
import plimsoll.delivery.source.Rules;
import plimsoll.delivery.source.Source;
import plimsoll.json.Json;

/**
 * What a request brought, as it is kept: without people, packed.
 *
 * @param id follows from what was sent, so that the same request is kept once
 * @param headers those that are needed to read it, as JSON
 */
record Kept(UUID id, String source, Instant receivedAt, String headers, byte[] body) {

  /**
   * @param text the body without people
   */
  static Kept of(Source source, Delivery delivery, String text) {
    var headers = Json.write(needed(source, delivery));
    return new Kept(
        id(source.key() + time(source, delivery), headers, delivery.body()),
        source.key(),
        delivery.now(),
        headers,
        Pack.pack(text));
  }

  /** As the tool sent it, but for the people. */
  Delivery delivery(Rules rules) {
    try {
      var sent = Json.MAPPER.readValue(headers, new TypeReference<Map<String, String>>() {});
      return new Delivery(Pack.unpack(body), sent, rules, receivedAt);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static SortedMap<String, String> needed(Source source, Delivery delivery) {
    var needed = new TreeMap<String, String>();
    delivery
        .headers()
        .forEach(
            (name, value) -> {
              if (source.needs(name)) needed.put(name, value);
            });
    return needed;
  }

  private static String time(Source source, Delivery delivery) {
    return source.tellsTime(delivery) ? "" : " " + delivery.now();
  }

  private static UUID id(String source, String headers, byte[] body) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      digest.update((source + '\n' + headers + '\n').getBytes(StandardCharsets.UTF_8));
      return UUID.nameUUIDFromBytes(digest.digest(body));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
