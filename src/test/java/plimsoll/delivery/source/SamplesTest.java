package plimsoll.delivery.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The deliveries that try a connection with a forge. */
public class SamplesTest {
  private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");

  static List<Source> forges() {
    return List.of(
        new CdeventsSource(),
        new GithubSource(),
        new GitlabSource(),
        new GiteaSource(),
        new BitbucketSource());
  }

  @ParameterizedTest
  @MethodSource("forges")
  void sampleIsProvedByItsSecretAndCounts(Source source) {
    var sample = source.sample("quite a secret", NOW);
    var delivery =
        new Delivery(
            sample.body().getBytes(StandardCharsets.UTF_8), sample.headers(), Rules.none(), NOW);
    assertTrue(source.signed(delivery, "quite a secret"));
    assertFalse(source.signed(delivery, "another secret"));
    var batch = source.read(delivery);
    assertEquals(List.of(), batch.problems());
    assertEquals(NOW, batch.facts().get(0).asOf());
  }
}
