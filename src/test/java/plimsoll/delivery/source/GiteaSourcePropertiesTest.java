package plimsoll.delivery.source;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Whatever happens to a payload of Gitea, it becomes facts, words or a refusal. */
public class GiteaSourcePropertiesTest {
  private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");
  private static final List<String> EVENTS = List.copyOf(GiteaSourceTest.PAYLOADS.keySet());

  @Property(tries = 2000)
  void harmedPayloadsThrowNothingElse(
      @ForAll long seed, @ForAll @IntRange(max = 5) int which, @ForAll boolean said) {
    var event = EVENTS.get(which);
    var body = GiteaSourceTest.PAYLOADS.get(event).getBytes(StandardCharsets.UTF_8);
    Sound.check(
        new GiteaSource(),
        new Delivery(
            Mutant.of(body, seed),
            Map.of("X-Gitea-Event", event),
            said ? GiteaSourceTest.RULES : Rules.none(),
            NOW));
  }
}
