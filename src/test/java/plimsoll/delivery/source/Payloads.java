package plimsoll.delivery.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import plimsoll.Corpora;
import plimsoll.access.Refusal;

/** What every payload of every source must stand. */
public final class Payloads {
  public static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");

  private Payloads() {}

  public static Delivery sent(String body) {
    return sent(body, Map.of(), Map.of());
  }

  public static Delivery sent(String body, Map<String, String> headers, Map<String, String> rules) {
    return new Delivery(body.getBytes(UTF_8), headers, new Rules(rules), NOW);
  }

  public static String corpus(String file) {
    return text(Corpora.file(file));
  }

  /**
   * Each JSON file below a folder whose text is JSON: something is said of it, before and after.
   */
  public static Stream<DynamicTest> goThrough(Source source, String folder) {
    return Corpora.filesBelow(folder).stream()
        .filter(file -> file.toString().endsWith(".json"))
        .map(file -> DynamicTest.dynamicTest(name(file), () -> goesThrough(source, text(file))));
  }

  /** It says something, the same once people were taken out, and nothing bad when harmed. */
  public static void goesThrough(Source source, String body) throws IOException {
    var delivery = sent(body);
    Sound.check(source, delivery);
    try {
      Sound.checkWithoutPeople(source, delivery);
      for (int seed = 0; seed < 100; seed++) {
        Sound.check(source, sent(new String(Mutant.of(delivery.body(), seed), UTF_8)));
      }
    } catch (Refusal | UncheckedIOException e) {
      assertTrue(source.read(sent("{}")).facts().isEmpty(), "what is not JSON is refused");
    }
  }

  private static String name(Path file) {
    return file.getParent().getFileName() + "/" + file.getFileName();
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
