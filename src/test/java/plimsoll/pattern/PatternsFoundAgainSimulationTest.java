package plimsoll.pattern;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import plimsoll.pattern.landscape.Planted;
import plimsoll.statistics.Chance;

/** Patterns that were planted are found again; drift that was planted is measured. */
@Tag("simulation")
class PatternsFoundAgainSimulationTest {
  private static final int TIMES = 20;
  private static final int LEVELS = 3;
  private static final List<Feature> WORDS =
      Stream.of(Feature.values()).filter(f -> f.type() == Feature.Type.CATEGORY).toList();

  @Test
  void plantedPatternsAreFoundAgain() {
    for (int[] size : new int[][] {{2, 6, 5}, {4, 12, 5}, {4, 40, 10}, {8, 100, 10}}) {
      for (double noise : new double[] {.05, .10, .15, .20, .30}) {
        double found = 0;
        double clusters = 0;
        for (int i = 0; i < TIMES; i++) {
          var planted = Planted.of(size[0], size[1], size[2], noise, .05, 1_000L + i);
          int[] again = again(planted);
          found += AdjustedRand.index(planted.patterns(), again) / TIMES;
          clusters += (IntStream.of(again).max().orElseThrow() + 1) / (double) TIMES;
        }
        System.out.printf(
            Locale.ROOT,
            "| %d patterns, %d teams of %d, noise %.2f: adjusted Rand index | %.2f, %.1f clusters |%n",
            size[0],
            size[1],
            size[2],
            noise,
            found,
            clusters);
        if (noise <= .10) assertTrue(found > .9);
      }
    }
  }

  private static int[] again(Planted planted) {
    var census = new Census(planted.fingerprints());
    var ways = census.ways();
    int[] byWay = Clusters.of(ways, ways.weights(), Divergence.CONSISTENT);
    var found = new int[census.size()];
    for (int way = 0; way < byWay.length; way++) {
      for (int service : ways.services(way)) {
        found[Integer.parseInt(census.key(service).substring("service-".length()))] = byWay[way];
      }
    }
    return found;
  }

  /**
   * The design's table (4.3): a choice that a team or a service changes always becomes another of
   * three, all teams count, and every feature weighs the same.
   */
  @Test
  void plantedDriftIsMeasuredAsTheDesignsTableSays() {
    double[][] table = {
      {.00, .10, .00},
      {.10, .10, .13},
      {.25, .10, .30},
      {.40, .10, .41},
      {.25, .05, .35},
      {.25, .20, .20},
      {.25, .30, .12}
    };
    for (var row : table) {
      double sum = 0;
      for (int i = 0; i < 200; i++) sum += excess(Chance.of(i, "planted"), row[0], row[1]) / 200;
      System.out.printf(
          Locale.ROOT,
          "| drift %.2f, noise %.2f: D | %.3f (design: %.2f) |%n",
          row[0],
          row[1],
          sum,
          row[2]);
      assertEquals(row[2], sum, .02);
    }
  }

  private static double excess(Chance chance, double drift, double noise) {
    var services = new ArrayList<Fingerprint>();
    for (int team = 0; team < 5; team++) {
      var own = new EnumMap<Feature, String>(Feature.class);
      for (var feature : WORDS) own.put(feature, changed("0", drift, chance));
      for (int i = 0; i < 5; i++) {
        var values = new EnumMap<Feature, String>(Feature.class);
        own.forEach((feature, value) -> values.put(feature, changed(value, noise, chance)));
        services.add(new Fingerprint("s" + services.size(), "t" + team, values));
      }
    }
    return Spread.of(new Census(services), List.of(new Spread.Look(null, 1))).get(0).excess();
  }

  private static String changed(String value, double share, Chance chance) {
    if (chance.uniform() >= share) return value;
    return "" + (Integer.parseInt(value) + 1 + chance.below(LEVELS - 1)) % LEVELS;
  }
}
