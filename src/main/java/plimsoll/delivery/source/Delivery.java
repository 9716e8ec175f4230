package plimsoll.delivery.source;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One request as a tool sent it.
 *
 * @param body as it came, at most 10 MB
 * @param headers by name in small letters; of several with one name the first
 * @param rules how this organisation wants it read
 * @param now when it came, or when it came first where it is read again
 */
public record Delivery(byte[] body, Map<String, String> headers, Rules rules, Instant now) {

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
}
