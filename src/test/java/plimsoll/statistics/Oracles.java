package plimsoll.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * Values computed elsewhere (R, SciPy, published tables): the shared file, else our own copy. Every
 * entry belongs to a room, each room's test has a check for each of its entries, and each check
 * asks for every value of its entry; so none is left unread.
 */
public final class Oracles {
  static final Path SHARED = Path.of("../shared/oracles/oracles.json");

  /** Whose test asserts what. */
  public enum Room {
    STATISTICS(
        "team_interval",
        "org_stratified",
        "alpha_attitude",
        "two_item",
        "shrout_fleiss",
        "icc_unbalanced",
        "rwg",
        "eight_schools",
        "bca_exhaustive_n5",
        "mwu",
        "wilcoxon",
        "holm",
        "nist",
        "proportions",
        "nps",
        "km_6mp",
        "kish"),
    READINESS("scoring_person"),
    DELIVERY("delivery"),
    PATTERN("patterns", "lsh_b16_r8"),
    ROADMAP("did", "knapsack"),
    DISCLOSURE("suppression");

    private final Set<String> keys;

    Room(String... keys) {
      this.keys = new TreeSet<>(Arrays.asList(keys));
    }

    Set<String> keys() {
      return keys;
    }
  }

  private Oracles() {}

  /** A test of each entry of a room. */
  public static Stream<DynamicTest> of(Room room, Map<String, Consumer<Oracle>> checks) {
    assertEquals(room.keys(), new TreeSet<>(checks.keySet()), "the entries of " + room);
    return new TreeMap<>(checks)
        .entrySet().stream()
            .map(each -> dynamicTest(each.getKey(), () -> check(each.getKey(), each.getValue())));
  }

  private static void check(String key, Consumer<Oracle> check) {
    var oracle = new Oracle(key, file().get(key));
    check.accept(oracle);
    assertEquals(Set.of(), oracle.unasked(), "values that nobody asserts");
  }

  static JsonNode file() {
    return Files.exists(SHARED) ? shared() : own();
  }

  static JsonNode shared() {
    try {
      return new ObjectMapper().readTree(SHARED.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static JsonNode own() {
    try (var own = Oracles.class.getResourceAsStream("/statistics/oracles.json")) {
      return new ObjectMapper().readTree(own);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
