package plimsoll.pattern;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class PatternPropertiesTest {

  @Property
  void distanceIsBoundedSymmetricAndNothingToItself(@ForAll long seed) {
    var random = new Random(seed);
    var a = some(random, "a", "t", .3);
    var b = some(random, "b", "t", .3);
    assertEquals(Distance.between(a, b), Distance.between(b, a));
    double distance = Distance.between(a, b);
    assertTrue(Double.isNaN(distance) || distance >= 0 && distance <= 1);
    assertTrue(a.values().isEmpty() || Distance.between(a, a) == 0);
  }

  @Property
  void orderOfServicesChangesNothing(@ForAll long seed, @ForAll @IntRange(min = 2, max = 5) int n) {
    var services = organisation(new Random(seed), n, .1);
    var first = Divergence.of(services);
    Collections.shuffle(services, new Random(seed + 1));
    var second = Divergence.of(services);
    assertEquals(first.teams().size(), second.teams().size());
    assertEquals(first.consistentTeams(), second.consistentTeams());
    if (first.excess() != null) {
      assertEquals(first.excess(), second.excess(), 1e-9);
    }
  }

  @Property
  void effectiveNumbersStayBetweenOneAndTheCount(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 5) int teams) {
    var services = organisation(new Random(seed), teams, 0);
    var divergence = Divergence.of(services);
    int n = services.size();
    assertTrue(divergence.effectivePatterns() >= 1 - 1e-9);
    assertTrue(divergence.effectivePatterns() <= n + 1e-9);
    var similarity = divergence.similarity();
    assertTrue(similarity.gamma() >= 1 - 1e-9 && similarity.gamma() <= n + 1e-9);
    assertTrue(similarity.beta() >= 1 - 1e-9 && similarity.beta() <= teams + 1e-9);
    assertTrue(
        divergence.choices().stream().allMatch(c -> c.divergence() >= 0 && c.divergence() <= 1));
  }

  /** Over all ways to give six services to three teams, so the mean is exact. */
  @Property
  void withLabelsShuffledThereIsNoDivergenceOnAverage(@ForAll long seed) {
    var random = new Random(seed);
    var base = some(random, "base", "t", 0);
    var alike = new ArrayList<Map<Feature, String>>();
    for (int i = 0; i < 6; i++) {
      var values = new EnumMap<>(base.values());
      values.put(Feature.CI_SYSTEM, "ci" + random.nextInt(3));
      values.put(Feature.ROLLOUT, "rollout" + random.nextInt(3));
      alike.add(values);
    }
    double sum = 0;
    for (int[] teams : PAIRINGS) sum += Divergence.of(labelled(alike, teams)).excess();
    assertEquals(0, sum / PAIRINGS.size(), 1e-9);
  }

  @Property
  void fewerClustersComeFromALargerCut(@ForAll long seed) {
    var distances = Distance.matrix(organisation(new Random(seed), 3, 0));
    int few = Clusters.shares(distances, .5).length;
    int many = Clusters.shares(distances, .2).length;
    assertTrue(few <= many);
    assertEquals(1, Clusters.shares(distances, 1).length);
    assertEquals(1, Arrays.stream(Clusters.shares(distances, .3)).sum(), 1e-12);
  }

  private static final List<int[]> PAIRINGS = pairings();

  /** All 15 ways to make three pairs of six. */
  private static List<int[]> pairings() {
    var all = new ArrayList<int[]>();
    for (int partner = 1; partner < 6; partner++) {
      int first = partner;
      int[] rest = IntStream.range(1, 6).filter(i -> i != first).toArray();
      for (int second = 1; second < 4; second++) {
        int[] teams = {0, 2, 2, 2, 2, 2};
        teams[first] = 0;
        teams[rest[0]] = 1;
        teams[rest[second]] = 1;
        all.add(teams);
      }
    }
    return all;
  }

  private static List<Fingerprint> labelled(List<Map<Feature, String>> services, int[] teams) {
    return IntStream.range(0, teams.length)
        .mapToObj(i -> new Fingerprint("s" + i, "t" + teams[i], services.get(i)))
        .toList();
  }

  private static List<Fingerprint> organisation(Random random, int teams, double unknown) {
    var services = new ArrayList<Fingerprint>();
    for (int team = 0; team < teams; team++) {
      for (int i = 0; i < 2 + random.nextInt(3); i++) {
        services.add(some(random, "s" + services.size(), "t" + team, unknown));
      }
    }
    return services;
  }

  private static Fingerprint some(Random random, String key, String team, double unknown) {
    var values = new EnumMap<Feature, String>(Feature.class);
    for (Feature feature : Feature.values()) {
      if (random.nextDouble() >= unknown) {
        values.put(feature, value(feature, random));
      }
    }
    return new Fingerprint(key, team, values);
  }

  private static String value(Feature feature, Random random) {
    return switch (feature.type()) {
      case CATEGORY -> "word" + random.nextInt(3);
      case TRAIT -> String.valueOf(random.nextBoolean());
      case ORDINAL -> String.valueOf(1 + random.nextInt(4));
    };
  }
}
