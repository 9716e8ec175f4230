package plimsoll.delivery.source;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Whatever happens to a payload of Bitbucket, it becomes facts, words or a refusal. */
public class BitbucketSourcePropertiesTest {
  private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");
  private static final List<String> EVENTS = List.copyOf(BitbucketSourceTest.PAYLOADS.keySet());

  @Property(tries = 2000)
  void harmedPayloadsThrowNothingElse(
      @ForAll long seed, @ForAll @IntRange(max = 5) int which, @ForAll boolean said) {
    var event = EVENTS.get(which);
    var body = BitbucketSourceTest.PAYLOADS.get(event).getBytes(StandardCharsets.UTF_8);
    Sound.check(
        new BitbucketSource(),
        new Delivery(
            Mutant.of(body, seed),
            Map.of("X-Event-Key", event),
            said ? BitbucketSourceTest.RULES : Rules.none(),
            NOW));
  }
}
