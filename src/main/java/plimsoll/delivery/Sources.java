package plimsoll.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import plimsoll.access.Refusal;
import plimsoll.delivery.source.Delivery;
import plimsoll.delivery.source.Source;

/** The tools that send of themselves. */
@ApplicationScoped
public class Sources {
  @Inject @Any Instance<Source> all;
  @Inject SourceSecrets secrets;
  @Inject SourceSettings settings;
  @Inject Inbox inbox;
  @Inject Clock clock;

  /**
   * @param trusted the caller holds a token of ours that may send
   * @throws Refusal 404 when there is no such source, 401 when no secret fits the signature; then
   *     nothing is kept
   */
  Taken take(String key, byte[] body, Map<String, String> headers, boolean trusted) {
    var source = find(key);
    var delivery =
        new Delivery(body, headers, settings.of(key), Deliveries.micros(clock.instant()));
    if (!isSigned(source, delivery) && !trusted) {
      throw new Refusal(401, "The signature does not fit. Nothing was stored.");
    }
    return inbox.take(source, delivery);
  }

  Source find(String key) {
    return all().stream()
        .filter(one -> one.key().equals(key))
        .findFirst()
        .orElseThrow(() -> Refusal.notFound("source"));
  }

  List<Source> all() {
    return all.stream().sorted(Comparator.comparing(Source::key)).toList();
  }

  /** What would become of a delivery such as the tool sends; it goes the same way, unstored. */
  Trial tryOut(String key) {
    var source = find(key);
    var now = clock.instant();
    var secret = secrets.of(key).stream().findFirst();
    if (secret.isEmpty()) return Trial.turnedAway(null, "No secret is set, so it was turned away.");
    var sample = source.sample(secret.get(), now);
    var body = sample.body().getBytes(StandardCharsets.UTF_8);
    var delivery = new Delivery(body, sample.headers(), settings.of(key), now);
    return isSigned(source, delivery)
        ? Trial.of(sample.body(), source.read(delivery))
        : Trial.turnedAway(sample.body(), "The secret did not prove it, so it was turned away.");
  }

  /** Every secret is tried, so that the time tells nothing of which one fits. */
  private boolean isSigned(Source source, Delivery delivery) {
    boolean signed = false;
    for (var secret : secrets.of(source.key())) {
      signed |= source.signed(delivery, secret);
    }
    return signed;
  }
}
