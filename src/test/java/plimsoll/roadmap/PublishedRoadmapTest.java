package plimsoll.roadmap;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import plimsoll.roadmap.Adoption.Change;
import plimsoll.roadmap.Selection.Candidate;
import plimsoll.statistics.Oracle;
import plimsoll.statistics.Oracles;
import plimsoll.statistics.Oracles.Room;

/** Effects and choices worked out elsewhere, from the file of oracles. */
class PublishedRoadmapTest {

  @TestFactory
  Stream<DynamicTest> whatWasComputedElsewhereIsFoundHere() {
    return Oracles.of(
        Room.ROADMAP,
        Map.of("did", PublishedRoadmapTest::effect, "knapsack", PublishedRoadmapTest::choice));
  }

  private static void effect(Oracle o) {
    var scores = new HashMap<String, double[]>();
    o.at("Y").byName().forEach((team, waves) -> scores.put(team, waves.numbers()));
    var adopted = new HashMap<String, Integer>();
    o.at("adopt").byName().forEach((team, wave) -> adopted.put(team, (int) wave.number()));
    var adoption = new Adoption(scores, adopted);
    Map<String, Double> changes =
        adoption.changes().stream()
            .collect(Collectors.toMap(c -> c.cohort() + "," + c.wave(), Change::points));
    var expected = o.at("att_gt").byName();
    assertEquals(expected.keySet(), changes.keySet());
    expected.forEach((when, points) -> assertEquals(points.number(), changes.get(when), 1e-12));
    assertEquals(o.number("att"), adoption.effect(), 1e-12);
    assertEquals(o.ratio("randomisation_p"), adoption.p(1), 1e-12);
  }

  private static void choice(Oracle o) {
    var candidates = new ArrayList<Candidate>();
    for (Oracle item : o.at("items").all()) {
      double weeks = item.at(1).number();
      double value = item.at(2).number();
      candidates.add(new Candidate(item.at(0).text(), value, 0, weeks, Set.of()));
    }
    double capacity = o.number("capacity");
    var best = Selection.best(candidates, capacity);
    assertEquals(o.at("choose").texts(), best.chosen());
    assertEquals(o.number("optimum"), best.value());
    assertEquals(o.number("greedy_ratio_value"), greedy(candidates, capacity));
  }

  /** What taking the best rate first would give. */
  private static double greedy(List<Candidate> candidates, double capacity) {
    double value = 0;
    double left = capacity;
    var byRate =
        candidates.stream()
            .sorted(Comparator.comparingDouble(c -> -c.value() / c.weeks()))
            .toList();
    for (Candidate each : byRate) {
      if (each.weeks() > left) continue;
      left -= each.weeks();
      value += each.value();
    }
    return value;
  }
}
