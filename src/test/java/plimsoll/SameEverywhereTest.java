package plimsoll;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import plimsoll.json.Json;
import plimsoll.pattern.Divergence;
import plimsoll.pattern.Services;
import plimsoll.pattern.landscape.Landscape;
import plimsoll.pattern.landscape.Planted;
import plimsoll.readiness.Case;
import plimsoll.readiness.Judge;
import plimsoll.readiness.Organisation;
import plimsoll.readiness.Wave;
import plimsoll.readiness.WaveChange;
import plimsoll.roadmap.Roadmap;

/** The same seed and data give the same bytes, on every release of Java and number of threads. */
class SameEverywhereTest {

  /**
   * SHA-256 of what is found of one organisation, as the service stores it. Whoever changes the
   * method on purpose writes here what this test then says that it was; on JDK 17 and on JDK 25 it
   * must be the same.
   */
  private static final String DIGEST =
      "74cedb0fffce8453a83a48bc6304d7600e64f65625dd900b2e31fbe11638680b";

  @Test
  void aDigestHoldsOnEveryRelease() {
    assertEquals(DIGEST, digest());
  }

  /** Of threads at once, each finds what one alone does. */
  @Test
  void threadsDoNotDisturbEachOther() throws Exception {
    var threads = Executors.newFixedThreadPool(4);
    try {
      Callable<String> each = SameEverywhereTest::digest;
      for (var found : threads.invokeAll(Collections.nCopies(4, each))) {
        assertEquals(DIGEST, found.get());
      }
    } finally {
      threads.shutdown();
    }
  }

  /** Each process has its own order of sets and maps, and pools by its processors. */
  @ParameterizedTest
  @ValueSource(ints = {1, 4, 8})
  void processorsAndProcessesChangeNothing(int processors) throws Exception {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var process =
        new ProcessBuilder(
                java,
                "-XX:ActiveProcessorCount=" + processors,
                "-cp",
                System.getProperty("java.class.path"),
                SameEverywhereTest.class.getName())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (var out = process.getInputStream()) {
      assertEquals(DIGEST, new String(out.readAllBytes(), StandardCharsets.UTF_8).strip());
    }
  }

  public static void main(String[] none) {
    System.out.println(digest());
  }

  private static String digest() {
    Case given = Organisation.of(40, 12);
    var readiness = Judge.assess(given);
    var heads = given.teams().stream().collect(Collectors.toMap(Case.Team::key, Case.Team::size));
    var now = new Wave(readiness, given.keying(), given.teams());
    return sha256(
        Json.write(
            List.of(
                readiness,
                Divergence.of(Services.of(40, 3)),
                Landscape.of(Planted.of(4, 12, 5, .1, .05, 1).specimens(), (service, path) -> null),
                Roadmap.propose(readiness, heads, given.seed()),
                WaveChange.between(Organisation.wave(30, 12), now))));
  }

  private static String sha256(String text) {
    try {
      var bytes = text.getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
