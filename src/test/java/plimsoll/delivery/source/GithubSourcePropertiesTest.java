package plimsoll.delivery.source;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Whatever happens to a payload of GitHub, it becomes facts, words or a refusal. */
public class GithubSourcePropertiesTest {
  private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");
  private static final String[] EVENTS = GithubSourceTest.PAYLOADS.keySet().toArray(String[]::new);

  @Property(tries = 2000)
  void harmedPayloadsThrowNothingElse(
      @ForAll long seed, @ForAll @IntRange(max = 6) int which, @ForAll boolean said) {
    var event = EVENTS[which % EVENTS.length];
    var body = GithubSourceTest.PAYLOADS.get(event).getBytes(StandardCharsets.UTF_8);
    Sound.check(
        new GithubSource(),
        new Delivery(
            Mutant.of(body, seed),
            Map.of("X-GitHub-Event", event),
            said ? GithubSourceTest.RULES : Rules.none(),
            NOW));
  }
}
