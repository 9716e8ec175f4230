package plimsoll.pattern;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class PatternProperties {

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

  @Property(tries = 200)
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

  @Property(tries = 200)
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

  @Property(tries = 20)
  void withLabelsShuffledThereIsNoDivergenceOnAverage(@ForAll long seed) {
    var random = new Random(seed);
    double sum = 0;
    int rounds = 300;
    for (int round = 0; round < rounds; round++) {
      var alike = new ArrayList<Fingerprint>();
      var base = some(random, "base", "t", 0);
      for (int i = 0; i < 9; i++) {
        var values = new EnumMap<>(base.values());
        values.put(Feature.CI_SYSTEM, "ci" + random.nextInt(3));
        values.put(Feature.ROLLOUT, "rollout" + random.nextInt(3));
        alike.add(new Fingerprint("s" + i, "t" + i % 3, values));
      }
      sum += Divergence.of(alike).excess();
    }
    assertEquals(0, sum / rounds, .01);
  }

  @Property(tries = 200)
  void fewerClustersComeFromALargerCut(@ForAll long seed) {
    var distances = Distance.matrix(organisation(new Random(seed), 3, 0));
    int few = Clusters.shares(distances, .5).length;
    int many = Clusters.shares(distances, .2).length;
    assertTrue(few <= many);
    assertEquals(1, Clusters.shares(distances, 1).length);
    assertEquals(1, Arrays.stream(Clusters.shares(distances, .3)).sum(), 1e-12);
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
