package plimsoll.delivery.source;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Whatever happens to a payload of GitLab, it becomes facts, words or a refusal. */
public class GitlabSourcePropertiesTest {
  private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");
  private static final List<String> BODIES = List.copyOf(GitlabSourceTest.PAYLOADS.values());

  @Property(tries = 2000)
  void harmedPayloadsThrowNothingElse(
      @ForAll long seed, @ForAll @IntRange(max = 6) int which, @ForAll boolean said) {
    var body = BODIES.get(which).getBytes(StandardCharsets.UTF_8);
    Sound.check(
        new GitlabSource(),
        new Delivery(
            Mutant.of(body, seed), Map.of(), said ? GitlabSourceTest.RULES : Rules.none(), NOW));
  }
}
