package plimsoll.delivery.source;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Whatever happens to CDEvents, they become facts, words or a refusal. */
public class CdeventsSourcePropertiesTest {
  private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");

  @Property(tries = 2000)
  void harmedEventsThrowNothingElse(
      @ForAll long seed,
      @ForAll @IntRange(max = 7) int which,
      @ForAll @IntRange(max = 3) int mode) {
    Sound.check(new CdeventsSource(), delivery(Mutant.of(wrapped(which, mode), seed), mode));
  }

  @Property(tries = 200)
  void goodEventsCountInEveryMode(
      @ForAll @IntRange(max = 7) int which, @ForAll @IntRange(max = 3) int mode) {
    var batch = new CdeventsSource().read(delivery(wrapped(which, mode), mode));
    assertEquals(1, batch.facts().size());
  }

  private static byte[] wrapped(int which, int mode) {
    var event = CdeventsSourceTest.EVENTS.get(which);
    var structured =
        "{\"specversion\":\"1.0\",\"id\":\"1\",\"source\":\"/\",\"type\":\"dev.cdevents.x.y\",\"data\":"
            + event
            + "}";
    var body =
        mode == 0 ? event : mode == 1 ? structured : mode == 2 ? "[" + structured + "]" : event;
    return body.getBytes(StandardCharsets.UTF_8);
  }

  private static Delivery delivery(byte[] body, int mode) {
    var headers =
        mode == 3
            ? Map.of(
                "ce-specversion",
                "1.0",
                "ce-id",
                "1",
                "ce-source",
                "/",
                "ce-type",
                "dev.cdevents.x.y")
            : Map.<String, String>of();
    return new Delivery(body, headers, CdeventsSourceTest.RULES, NOW);
  }
}
