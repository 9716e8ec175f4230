package plimsoll.roadmap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import plimsoll.readiness.Criterion;
import plimsoll.roadmap.Selection.Candidate;

class RoadmapPropertiesTest {

  @Property
  void proposalsAreWithinTheirBounds(
      @ForAll @IntRange(min = 0, max = 100) int need, @ForAll @IntRange(max = 60) int heads) {
    var reading = new Readings();
    for (String team : List.of("a", "b", "c", "d")) {
      reading.team(team, Map.of(Criterion.D4, (double) need));
    }
    var found = Roadmap.propose(reading.readiness(), Map.of("a", heads, "b", 5), need);
    assertEquals(need < Gap.MET, found.isEmpty());
    for (var initiative : found) {
      assertTrue(initiative.probabilityTopThree() >= 0 && initiative.probabilityTopThree() <= 1);
      assertTrue(initiative.relief().p10() <= initiative.relief().median());
      assertTrue(initiative.relief().p90() <= need);
      assertTrue(initiative.effortWeeks().p10() < initiative.effortWeeks().p90());
      assertTrue(initiative.benefit().p10() <= initiative.benefit().p90());
    }
  }

  @Property
  void noOtherSubsetThatFitsIsWorthMore(@ForAll long seed, @ForAll @IntRange(max = 8) int count) {
    var random = new Random(seed);
    var candidates = new ArrayList<Candidate>();
    for (int i = 0; i < count; i++) {
      Set<String> requires = i > 0 && random.nextInt(4) == 0 ? Set.of("k" + (i - 1)) : Set.of();
      candidates.add(
          new Candidate("k" + i, random.nextInt(50) - 5, 0, random.nextInt(10), requires));
    }
    var best = Selection.best(candidates, 15);
    assertTrue(best.weeks() <= 15);
    for (int mask = 0; mask < 1 << count; mask++) {
      var subset = subset(candidates, mask);
      if (fits(subset)) {
        assertTrue(best.value() >= subset.stream().mapToDouble(Candidate::value).sum());
      }
    }
  }

  @Property
  void theBestIsNoWorseThanTakingTheBestRateFirstNorThanLessTime(
      @ForAll long seed, @ForAll @IntRange(max = 12) int count) {
    var random = new Random(seed);
    var candidates = new ArrayList<Candidate>();
    for (int i = 0; i < count; i++) {
      Set<String> requires = i > 0 && random.nextInt(4) == 0 ? Set.of("k" + (i - 1)) : Set.of();
      candidates.add(
          new Candidate("k" + i, random.nextInt(50), 0, 1 + random.nextInt(10), requires));
    }
    double capacity = random.nextInt(40);
    var best = Selection.best(candidates, capacity);
    assertTrue(best.weeks() <= capacity);
    assertTrue(best.value() >= greedy(candidates, capacity));
    assertTrue(Selection.best(candidates, capacity + random.nextInt(9)).value() >= best.value());
    for (var candidate : candidates) {
      if (best.chosen().contains(candidate.key())) {
        assertTrue(best.chosen().containsAll(candidate.requires()));
      }
    }
  }

  @Property
  void theOrderKeepsAllAndPutsNothingBeforeWhatItNeeds(
      @ForAll long seed, @ForAll @IntRange(max = 10) int count) {
    var random = new Random(seed);
    var needs = new HashMap<Integer, Set<String>>();
    var things = new ArrayList<Integer>();
    for (int i = 0; i < count; i++) {
      things.add(i);
      needs.put(i, i > 0 && random.nextBoolean() ? Set.of("" + random.nextInt(i)) : Set.of());
    }
    Collections.shuffle(things, random);
    var ordered = Precedence.ordered(things, thing -> "" + thing, needs::get);
    assertEquals(new HashSet<>(things), new HashSet<>(ordered));
    for (int thing : things) {
      for (var needed : needs.get(thing)) {
        assertTrue(ordered.indexOf(Integer.valueOf(needed)) < ordered.indexOf(thing));
      }
    }
    if (needs.values().stream().allMatch(Set::isEmpty)) assertEquals(things, ordered);
  }

  /** The best rate first, of what fits and has what it needs. */
  private static double greedy(List<Candidate> candidates, double capacity) {
    var left = new ArrayList<>(candidates);
    left.sort(Comparator.comparing(candidate -> -candidate.value() / candidate.weeks()));
    var taken = new HashSet<String>();
    double weeks = 0;
    double value = 0;
    for (boolean more = true; more; ) {
      more = false;
      for (var candidate : List.copyOf(left)) {
        if (weeks + candidate.weeks() <= capacity && taken.containsAll(candidate.requires())) {
          weeks += candidate.weeks();
          value += candidate.value();
          taken.add(candidate.key());
          left.remove(candidate);
          more = true;
        }
      }
    }
    return value;
  }

  @Property
  void shiftingTheTreatedShiftsTheEffect(@ForAll long seed) {
    var random = new Random(seed);
    var scores = Map.of("a", row(random), "b", row(random), "c", row(random));
    var adoption = new Adoption(scores, Map.of("a", 2));
    double[] moved = scores.get("a").clone();
    for (int wave = 1; wave < moved.length; wave++) {
      moved[wave] += 7;
    }
    var shifted =
        new Adoption(
            Map.of("a", moved, "b", scores.get("b"), "c", scores.get("c")), Map.of("a", 2));
    assertEquals(adoption.effect() + 7, shifted.effect(), 1e-9);
    assertTrue(adoption.p(1) > 0 && adoption.p(1) <= 1);
  }

  private static List<Candidate> subset(List<Candidate> candidates, int mask) {
    var subset = new ArrayList<Candidate>();
    for (int i = 0; i < candidates.size(); i++) {
      if ((mask >> i & 1) == 1) {
        subset.add(candidates.get(i));
      }
    }
    return subset;
  }

  private static boolean fits(List<Candidate> subset) {
    var keys = subset.stream().map(Candidate::key).toList();
    return subset.stream().mapToDouble(Candidate::weeks).sum() <= 15
        && subset.stream().allMatch(candidate -> keys.containsAll(candidate.requires()));
  }

  private static double[] row(Random random) {
    return random.doubles(4, 20, 80).toArray();
  }
}
