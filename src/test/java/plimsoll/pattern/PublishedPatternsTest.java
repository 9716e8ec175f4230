package plimsoll.pattern;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import plimsoll.pattern.copy.Banding;
import plimsoll.statistics.Oracle;
import plimsoll.statistics.Oracles;
import plimsoll.statistics.Oracles.Room;

/** Four services worked out in R (vegan) and SciPy, from the file of oracles. */
class PublishedPatternsTest {
  private static final List<Feature> FEATURES =
      List.of(Feature.CI_SYSTEM, Feature.MANIFEST_KIND, Feature.MECHANISM, Feature.ROLLOUT);
  private static final Pattern NUMBER = Pattern.compile("\\d*\\.?\\d+");

  @TestFactory
  Stream<DynamicTest> whatWasComputedElsewhereIsFoundHere() {
    return Oracles.of(
        Room.PATTERN,
        Map.of(
            "patterns", PublishedPatternsTest::patterns,
            "lsh_b16_r8", PublishedPatternsTest::banding));
  }

  private static void patterns(Oracle o) {
    int[] teams = Arrays.stream(o.numbers("teams")).mapToInt(t -> (int) t).toArray();
    var services = new ArrayList<Fingerprint>();
    for (int s = 0; s < teams.length; s++) {
      services.add(service("s" + s, "t" + teams[s], o.at("services").at(s).texts()));
    }
    double[][] distances = Distance.matrix(services);
    assertArrayEquals(o.rows("D").toArray(double[][]::new), distances);
    var spread = Prints.spread(services);
    assertEquals(o.number("W"), spread.meanWithin(), 1e-12);
    assertEquals(o.number("B"), spread.between(), 1e-12);
    assertEquals(o.number("excess"), spread.excess(), 1e-12);
    var diversity = Diversity.of(distances, teams);
    assertEquals(o.number("lc_gamma"), diversity.gamma(), 1e-12);
    assertEquals(o.number("lc_alpha"), diversity.alpha(), 1e-12);
    assertEquals(o.number("lc_beta"), diversity.beta(), 1e-12);
    var variance = Permanova.of(distances, teams, 1);
    assertEquals(o.number("permanova_F"), variance.f(), 1e-12);
    assertEquals(o.number("permanova_R2"), variance.r2(), 1e-12);
    assertEquals(o.ratio("perm_p"), variance.p(), 1e-12);
    o.at("jsd_bits").byName().forEach(PublishedPatternsTest::mixes);
    double hill = Diversity.hill(numbers("hill1_of_.5_.25_.25".substring("hill1".length())));
    assertEquals(o.number("hill1_of_.5_.25_.25"), hill, 1e-12);
  }

  /** The key names the mixes: "[.75,.25]|[.25,.75]". */
  private static void mixes(String key, Oracle bits) {
    var mixes =
        Arrays.stream(key.split("\\|"))
            .map(PublishedPatternsTest::numbers)
            .map(Prints::counts)
            .toList();
    assertEquals(bits.number(), Diversity.jensenShannon(mixes), 1e-12);
  }

  private static void banding(Oracle o) {
    var banding = new Banding(16, 8);
    o.byName()
        .forEach(
            (similarity, chance) ->
                assertEquals(
                    chance.number(), banding.candidate(Double.parseDouble(similarity)), 1e-12));
  }

  private static double[] numbers(String text) {
    return NUMBER.matcher(text).results().mapToDouble(m -> Double.parseDouble(m.group())).toArray();
  }

  private static Fingerprint service(String key, String team, List<String> choices) {
    var values = new EnumMap<Feature, String>(Feature.class);
    for (int i = 0; i < choices.size(); i++) values.put(FEATURES.get(i), choices.get(i));
    return new Fingerprint(key, team, values);
  }
}
