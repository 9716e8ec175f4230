package plimsoll.pattern;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import plimsoll.statistics.Chance;

/**
 * Tries divergence on services whose teams drifted by a known share of choices, with noise inside
 * the teams and one feature in ten unknown. Seeded, and apart from the fast tests.
 */
@Tag("simulation")
class PatternSimulationTest {
  private static final int ORGANISATIONS = 400;
  private static final int LEVELS = 3;

  /** Of two teams that each redrew a share of choices, features differ with this probability. */
  private static double truth(double drift) {
    double same = (1 - drift) * (1 - drift);
    return (1 - same) * (LEVELS - 1) / LEVELS;
  }

  @Test
  void divergenceIsNothingWhereThereIsNoneAndIsFoundWhereThereIs() {
    for (double drift : new double[] {0, 0.1, 0.25, 0.4}) {
      for (double noise : new double[] {0.05, 0.12}) {
        double sum = 0;
        double corrected = 0;
        int found = 0;
        for (int i = 0; i < ORGANISATIONS; i++) {
          var divergence = found(Chance.of(i, "drift"), drift, noise);
          if (divergence.corrected() == null) continue;
          sum += divergence.excess();
          corrected += divergence.corrected();
          found++;
        }
        double d = sum / found;
        double star = corrected / found;
        System.out.printf(
            Locale.ROOT,
            "| drift %.2f, noise %.2f: D, D* against %.3f | %.3f, %.3f of %d |%n",
            drift,
            noise,
            truth(drift),
            d,
            star,
            found);
        if (drift == 0) assertEquals(0, d, 0.01);
        assertEquals(truth(drift), star, 0.02);
      }
    }
  }

  /**
   * Services are all there are, so what is true of a team is its own distance with every feature
   * known. The noise that made the team is told apart less well, for it is seen in fifteen choices.
   */
  @Test
  void consistencyIsToldRightWhereItIsNotClose() {
    int[] ofServices = new int[2];
    int[] ofNoise = new int[2];
    for (int i = 0; i < ORGANISATIONS; i++) {
      var chance = Chance.of(i, "consistency");
      double noise = 0.05 + 0.25 * chance.uniform();
      var whole = services(chance, 0, noise);
      var truth = Divergence.of(whole).teams();
      var seen = Divergence.of(blanked(whole, chance)).teams();
      for (int j = 0; j < seen.size(); j++) {
        count(ofServices, seen.get(j).consistent(), truth.get(j).within());
        count(ofNoise, seen.get(j).consistent(), truth(noise));
      }
    }
    print("consistency told right, of the services as they are", ofServices);
    print("consistency told right, of the noise that made them", ofNoise);
    assertTrue(ofServices[0] >= 0.95 * ofServices[1]);
  }

  /**
   * Five of fifteen choices drift, each anew in every team; all are noisy, one in four thrice so.
   * Which five is asked of the two ways to order choices.
   */
  @Test
  void choicesThatDriftedAreFoundByHowOftenTwoServicesDiffer() {
    for (int[] size : new int[][] {{3, 2}, {4, 3}, {6, 4}, {12, 3}, {20, 5}}) {
      for (double noise : new double[] {0.05, 0.15}) {
        var tally = new Tally();
        for (int i = 0; i < ORGANISATIONS; i++) {
          tally.add(Chance.of(i, "choices"), size[0], size[1], noise);
        }
        tally.print(size, noise);
        assertEquals(0, tally.excess / tally.still, 0.01);
        assertTrue(tally.foundByExcess >= 0.98 * tally.foundByMix);
      }
    }
  }

  private static final class Tally {
    private static final List<Feature> WORDS =
        Stream.of(Feature.values()).filter(f -> f.type() == Feature.Type.CATEGORY).toList();
    private static final int DRIFTED = 5;

    private double mix;
    private double excess;
    private int still;
    private int foundByMix;
    private int foundByExcess;

    void add(Chance chance, int teams, int services, double noise) {
      var order = new ArrayList<>(WORDS);
      for (int k = order.size() - 1; k > 0; k--) Collections.swap(order, k, chance.below(k + 1));
      var drifted = Set.copyOf(order.subList(0, DRIFTED));
      var choices =
          Divergence.of(drifted(chance, teams, services, noise, drifted)).choices().stream()
              .filter(choice -> WORDS.contains(choice.feature()))
              .toList();
      for (var choice : choices) {
        if (drifted.contains(choice.feature())) continue;
        mix += choice.divergence();
        excess += choice.between() - choice.within();
        still++;
      }
      foundByExcess += found(choices, drifted);
      foundByMix +=
          found(
              choices.stream()
                  .sorted(Comparator.comparingDouble(Divergence.Choice::divergence).reversed())
                  .toList(),
              drifted);
    }

    private static int found(List<Divergence.Choice> choices, Set<Feature> drifted) {
      return (int)
          choices.stream().limit(DRIFTED).filter(c -> drifted.contains(c.feature())).count();
    }

    private static List<Fingerprint> drifted(
        Chance chance, int teams, int services, double noise, Set<Feature> drifted) {
      var levels = new EnumMap<Feature, Integer>(Feature.class);
      for (var feature : WORDS) levels.put(feature, 2 + chance.below(4));
      var all = new ArrayList<Fingerprint>();
      for (int team = 0; team < teams; team++) {
        var own = new EnumMap<Feature, String>(Feature.class);
        for (var feature : WORDS) {
          boolean anew = drifted.contains(feature);
          own.put(feature, anew ? "word" + chance.below(levels.get(feature)) : "word0");
        }
        for (int i = 0; i < services; i++) {
          var values = new EnumMap<Feature, String>(own);
          for (int k = 0; k < WORDS.size(); k++) {
            if (chance.uniform() < (k % 4 == 0 ? 3 : 1) * noise) {
              values.put(WORDS.get(k), "word" + chance.below(levels.get(WORDS.get(k))));
            }
          }
          all.add(new Fingerprint("s" + all.size(), "t" + team, values));
        }
      }
      return all;
    }

    void print(int[] size, double noise) {
      double wanted = ORGANISATIONS * (double) DRIFTED / 100;
      System.out.printf(
          Locale.ROOT,
          "| %d teams of %d, noise %.2f: found by the mix %.0f %%, by the excess %.0f %%;"
              + " where nothing drifted they lie at %.3f, %.3f |%n",
          size[0],
          size[1],
          noise,
          foundByMix / wanted,
          foundByExcess / wanted,
          mix / still,
          excess / still);
    }
  }

  private static void count(int[] tally, boolean consistent, double within) {
    if (Math.abs(within - Divergence.CONSISTENT) < 0.05) return;
    tally[1]++;
    if (consistent == within <= Divergence.CONSISTENT) tally[0]++;
  }

  private static void print(String what, int[] tally) {
    System.out.printf(
        Locale.ROOT, "| %s | %.1f %% of %d |%n", what, 100.0 * tally[0] / tally[1], tally[1]);
  }

  private static Divergence found(Chance chance, double drift, double noise) {
    return Divergence.of(blanked(services(chance, drift, noise), chance));
  }

  /** One feature in ten is unknown. */
  private static List<Fingerprint> blanked(List<Fingerprint> services, Chance chance) {
    return services.stream()
        .map(
            each -> {
              var values = new EnumMap<>(each.values());
              values.keySet().removeIf(feature -> chance.uniform() < 0.1);
              return new Fingerprint(each.service(), each.team(), values);
            })
        .toList();
  }

  /** Four teams of eight services; a choice that moves is drawn anew from its levels. */
  private static List<Fingerprint> services(Chance chance, double drift, double noise) {
    var base = any(chance);
    var all = new ArrayList<Fingerprint>();
    for (int team = 0; team < 4; team++) {
      var own = moved(base, drift, chance);
      for (int i = 0; i < 8; i++) {
        var values = moved(own, noise, chance);
        all.add(new Fingerprint("s" + team + i, "t" + team, values));
      }
    }
    return all;
  }

  /** Traits are lacking everywhere, which is silent: of the words the number of levels is known. */
  private static Map<Feature, String> any(Chance chance) {
    var values = new EnumMap<Feature, String>(Feature.class);
    for (Feature feature : Feature.values()) {
      if (feature.type() == Feature.Type.TRAIT) values.put(feature, "false");
      if (feature.type() == Feature.Type.CATEGORY) values.put(feature, word(chance));
    }
    return values;
  }

  private static Map<Feature, String> moved(
      Map<Feature, String> from, double share, Chance chance) {
    var values = new EnumMap<>(from);
    values.replaceAll(
        (feature, word) ->
            feature.type() == Feature.Type.CATEGORY && chance.uniform() < share
                ? word(chance)
                : word);
    return values;
  }

  private static String word(Chance chance) {
    return "word" + chance.below(LEVELS);
  }
}
