package plimsoll.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import plimsoll.access.Refusal;

/** The sources that sign what they send. */
@ApplicationScoped
public class Sources {
  @Inject @Any Instance<Source> all;
  @Inject SourceSecrets secrets;
  @Inject Intake intake;
  @Inject Clock clock;

  /**
   * @throws Refusal 404 when there is no such source, 401 when no secret fits the signature; then
   *     nothing is kept
   */
  Taken take(String key, byte[] body, UnaryOperator<String> header) {
    var source = find(key);
    if (!isSigned(source, body, header)) {
      throw new Refusal(401, "The signature does not fit. Nothing was stored.");
    }
    return intake.take(key, source.what(header), source.read(body, header, clock.instant()));
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

  /** Every secret is tried, so that the time tells nothing of which one fits. */
  private boolean isSigned(Source source, byte[] body, UnaryOperator<String> header) {
    boolean signed = false;
    for (var secret : secrets.of(source.key())) {
      signed |= source.signed(body, header, secret);
    }
    return signed;
  }
}
