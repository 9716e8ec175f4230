package plimsoll.pattern;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TimeZone;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** What holds for all services: section 9.10 of the measurement model. */
class PatternPropertiesTest {

  @Property
  void distanceIsBoundedSymmetricAndNothingToItself(@ForAll long seed) {
    var random = new Random(seed);
    var a = Prints.random(random, "a", "t", .3);
    var b = Prints.random(random, "b", "t", .3);
    double distance = Prints.distance(a, b);
    assertEquals(distance, Prints.distance(renamed(b, "a"), renamed(a, "b")));
    assertTrue(Double.isNaN(distance) || distance >= 0 && distance <= 1);
    assertTrue(a.values().isEmpty() || Prints.distance(a, renamed(a, "b")) == 0);
  }

  /** Where all is known, and all of it words, Jaccard's index is (1 − d) / (1 + d). */
  @Property
  void distanceTellsTheSameAsJaccardsIndexOfTheChoices(@ForAll long seed) {
    var random = new Random(seed);
    var a = wordsOnly(Prints.random(random, "a", "t", 0));
    var b = wordsOnly(Prints.random(random, "b", "t", 0));
    double d = Prints.distance(a, b);
    var shared = new HashSet<>(a.values().entrySet());
    shared.retainAll(b.values().entrySet());
    var either = new HashSet<>(a.values().entrySet());
    either.addAll(b.values().entrySet());
    assertEquals((double) shared.size() / either.size(), (1 - d) / (1 + d), 1e-12);
  }

  /** What Gower's formula says in its own words, slowly. */
  @Property
  void distanceIsTheMeanOverGroupsOfTheMeanOverWhatBothTell(@ForAll long seed) {
    var random = new Random(seed);
    var a = Prints.random(random, "a", "t", .4);
    var b = Prints.random(random, "b", "t", .4);
    var means = new ArrayList<Double>();
    for (var group : Feature.Group.values()) {
      Arrays.stream(Feature.values())
          .filter(f -> f.group() == group)
          .filter(f -> a.values().containsKey(f) && b.values().containsKey(f))
          .filter(f -> !bothLack(f, a, b))
          .mapToDouble(f -> gower(f, a.values().get(f), b.values().get(f)))
          .average()
          .ifPresent(means::add);
    }
    double expected = means.stream().mapToDouble(mean -> mean).average().orElse(Double.NaN);
    if (!means.isEmpty()) assertEquals(expected, Prints.distance(a, b), 1e-12);
  }

  @Property
  void orderAndRepetitionOfServicesChangeNothing(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 5) int n) {
    var random = new Random(seed);
    var services = Prints.organisation(random, n, .1);
    var before = Prints.organisation(random, n, .1);
    var first = Divergence.of(services, before, seed);
    services.add(services.get(random.nextInt(services.size())));
    Collections.shuffle(services, random);
    Collections.shuffle(before, random);
    assertEquals(first, Divergence.of(services, before, seed));
  }

  @Property
  void timeZoneOfTheMachineChangesNothing(@ForAll long seed) {
    var services = Prints.organisation(new Random(seed), 3, .1);
    var here = TimeZone.getDefault();
    var before = Divergence.of(services);
    try {
      TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
      assertEquals(before, Divergence.of(services));
    } finally {
      TimeZone.setDefault(here);
    }
  }

  @Property
  void effectiveNumbersStayBetweenOneAndTheCount(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 5) int teams) {
    var services = Prints.organisation(new Random(seed), teams, 0);
    var divergence = Divergence.of(services);
    int n = services.size();
    assertTrue(divergence.effectivePatterns() >= 1 - 1e-9);
    assertTrue(divergence.effectivePatterns() <= n + 1e-9);
    var similarity = divergence.similarity();
    assertTrue(similarity.gamma() >= 1 - 1e-9 && similarity.gamma() <= n + 1e-9);
    assertTrue(similarity.alpha() >= 1 - 1e-9 && similarity.alpha() <= n + 1e-9);
    assertTrue(similarity.beta() >= 1 - 1e-9 && similarity.beta() <= teams + 1e-9);
  }

  @Property
  void differencesOfChoicesAreShares(
      @ForAll long seed, @ForAll @IntRange(min = 2, max = 6) int teams) {
    for (var choice : Divergence.of(Prints.organisation(new Random(seed), teams, .1)).choices()) {
      assertTrue(choice.divergence() >= 0 && choice.divergence() <= 1);
      assertTrue(choice.between() >= 0 && choice.between() <= 1);
      assertTrue(choice.within() == null || choice.within() >= 0 && choice.within() <= 1);
    }
  }

  /** Over all ways to give six services to three teams, so the mean is exact. */
  @Property
  void withLabelsShuffledThereIsNoDivergenceOnAverage(@ForAll long seed) {
    var random = new Random(seed);
    var base = Prints.random(random, "base", "t", 0);
    var alike = new ArrayList<Map<Feature, String>>();
    for (int i = 0; i < 6; i++) {
      var values = new EnumMap<>(base.values());
      values.put(Feature.CI_SYSTEM, "ci" + random.nextInt(3));
      values.put(Feature.ROLLOUT, "rollout" + random.nextInt(3));
      alike.add(values);
    }
    double sum = 0;
    double ofChoices = 0;
    for (int[] teams : PAIRINGS) {
      var divergence = Divergence.of(labelled(alike, teams));
      sum += divergence.excess();
      for (var choice : divergence.choices()) ofChoices += choice.between() - choice.within();
    }
    assertEquals(0, sum / PAIRINGS.size(), 1e-9);
    assertEquals(0, ofChoices / PAIRINGS.size(), 1e-9);
  }

  @Property
  void pOfTheAnalysisOfVarianceIsNeverNothing(@ForAll long seed) {
    var random = new Random(seed);
    var services = new Census(Prints.organisation(random, 2 + random.nextInt(3), .1));
    var test = Permanova.of(services.ways().ofServices(), services.teamOf(), seed);
    assertTrue(test.p() > 0 && test.p() <= 1);
    assertTrue(test.r2() >= -1e-9 && test.r2() <= 1 + 1e-9);
    assertTrue(test.f() == null || test.f() >= 0);
  }

  @Property
  void whatDidNotChangeDidNotDrift(@ForAll long seed) {
    var services = Prints.organisation(new Random(seed), 3, .05);
    var drift = Divergence.of(services, services, seed).drift();
    assertTrue(drift.before() == null || drift.change() == 0);
    assertTrue(!drift.strong());
  }

  @Property
  void fewerClustersComeFromALargerCut(@ForAll long seed) {
    var random = new Random(seed);
    var services = new ArrayList<Fingerprint>();
    for (int i = 0; i < 9; i++) services.add(Prints.random(random, "s" + i, "t" + i % 3, 0));
    var distances = Distance.matrix(services);
    int few = Clusters.shares(distances, .5).length;
    int many = Clusters.shares(distances, .2).length;
    assertTrue(few <= many);
    assertEquals(1, Clusters.shares(distances, 1).length);
    assertEquals(1, Arrays.stream(Clusters.shares(distances, .3)).sum(), 1e-12);
  }

  private static Fingerprint renamed(Fingerprint one, String service) {
    return new Fingerprint(service, one.team(), one.values());
  }

  private static Fingerprint wordsOnly(Fingerprint one) {
    var values = new EnumMap<>(one.values());
    values.replaceAll(
        (feature, value) ->
            switch (feature.type()) {
              case CATEGORY -> value;
              case TRAIT -> "true";
              case ORDINAL -> "1";
            });
    return new Fingerprint(one.service(), one.team(), values);
  }

  private static boolean bothLack(Feature feature, Fingerprint a, Fingerprint b) {
    return feature.type() == Feature.Type.TRAIT
        && a.values().get(feature).equals("false")
        && b.values().get(feature).equals("false");
  }

  private static double gower(Feature feature, String a, String b) {
    return feature.type() == Feature.Type.ORDINAL
        ? Math.abs(Integer.parseInt(a) - Integer.parseInt(b)) / 3.0
        : a.equals(b) ? 0 : 1;
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
}
