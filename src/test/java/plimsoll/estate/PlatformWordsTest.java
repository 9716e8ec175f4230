package plimsoll.estate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import plimsoll.pattern.Feature;

class PlatformWordsTest {
  private final PlatformWords words = new PlatformWords();

  @Test
  void choicesAreNamedAsFarAsAnybodyReadsThem() {
    var all = List.of(Feature.values());
    assertEquals("CI system", words.features(all.subList(0, 1)));
    assertEquals(
        "CI system, uses a shared workflow or template by reference, image builder,"
            + " kind of manifest, source of the chart or base and 19 more",
        words.features(all));
    assertEquals("", words.features(List.of()));
  }
}
