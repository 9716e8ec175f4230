package plimsoll.delivery.pull;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import plimsoll.json.Json;

class BranchLineTest {

  @Test
  void commitsOfAMergedBranchArriveWithTheMerge() {
    // main: 1 - 4 - m(2,3), where 2 and 3 were written on a branch from 1.
    var arrivals =
        walk(
            List.of(
                new Step("m", 60, "4", "3"),
                new Step("4", 50, "1"),
                new Step("3", 40, "2"),
                new Step("2", 30, "1"),
                new Step("1", 10)));
    assertEquals(Map.of("m", 60L, "4", 50L, "3", 60L, "2", 60L, "1", 10L), arrivals);
  }

  @Test
  void ofTwoMergesTheEarlierBroughtIt() {
    // A branch of 2 and 5 was merged twice: 2 by m1, and 5 with it again by m2.
    var arrivals =
        walk(
            List.of(
                new Step("m2", 90, "m1", "5"),
                new Step("5", 80, "2"),
                new Step("m1", 60, "1", "2"),
                new Step("2", 30, "1"),
                new Step("1", 10)));
    assertEquals(Map.of("m2", 90L, "5", 90L, "m1", 60L, "2", 60L, "1", 10L), arrivals);
  }

  @Test
  void branchThatTookOverMainDoesNotMoveMain() {
    // The branch merged main into itself before it was merged: x(3,4) on the branch.
    var arrivals =
        walk(
            List.of(
                new Step("m", 70, "4", "x"),
                new Step("x", 60, "3", "4"),
                new Step("4", 50, "1"),
                new Step("3", 40, "1"),
                new Step("1", 10)));
    assertEquals(Map.of("m", 70L, "x", 70L, "4", 50L, "3", 70L, "1", 10L), arrivals);
  }

  @Test
  void walkGoesOnAfterItWasWrittenDown() {
    var steps =
        List.of(
            new Step("m", 60, "4", "3"),
            new Step("4", 50, "1"),
            new Step("3", 40, "2"),
            new Step("2", 30, "1"),
            new Step("1", 10));
    var line = BranchLine.none();
    var arrivals = new TreeMap<String, Long>();
    for (var step : steps) {
      var arrival = line.next(step.id, step.parents, Instant.ofEpochSecond(step.at));
      arrivals.put(step.id, arrival.at().getEpochSecond());
      line = Json.read(Json.write(arrival.rest()), BranchLine.class);
    }
    assertEquals(walk(steps), arrivals);
  }

  private record Step(String id, long at, List<String> parents) {
    Step(String id, long at, String... parents) {
      this(id, at, List.of(parents));
    }
  }

  private static Map<String, Long> walk(List<Step> steps) {
    var line = BranchLine.none();
    var arrivals = new TreeMap<String, Long>();
    for (var step : steps) {
      var arrival = line.next(step.id, step.parents, Instant.ofEpochSecond(step.at));
      arrivals.put(step.id, arrival.at().getEpochSecond());
      line = arrival.rest();
    }
    return arrivals;
  }
}
