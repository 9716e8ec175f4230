package plimsoll.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import plimsoll.platform.Waiting.Wait;

/** The two arms of Freireich's trial (1963), as in every book on survival. */
class WaitingTest {
  private static final Instant END = Instant.parse("2026-10-01T00:00:00Z");
  private static final int[] MERCAPTOPURINE = {
    6, 6, 6, -6, 7, -9, 10, -10, -11, 13, 16, -17, -19, -20, 22, 23, -25, -32, -32, -34, -35
  };
  private static final int[] PLACEBO = {
    1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23
  };

  @Test
  void theMedianHasTheIntervalThatIsPublished() {
    var drug = Waiting.of(waits("drug", MERCAPTOPURINE), END);
    assertEquals(new Waiting(21, 9, 0, 23.0, 13.0, null, List.of()), drug);
    var placebo = Waiting.of(waits("placebo", PLACEBO), END);
    assertEquals(new Waiting(21, 21, 0, 8.0, 4.0, 11.0, List.of()), placebo);
  }

  @Test
  void segmentsStandApart() {
    var all = new ArrayList<>(waits("drug", MERCAPTOPURINE));
    all.addAll(waits("placebo", PLACEBO));
    Collections.shuffle(all, new java.util.Random(1));
    var groups = Waiting.byGroup(all, END);
    assertEquals(Set.of("drug", "placebo"), groups.keySet());
    assertEquals(23.0, groups.get("drug").medianDays());
    assertEquals(8.0, groups.get("placebo").medianDays());
  }

  @Test
  void fewerThanFiveAreListedAndNotSummed() {
    var four = Waiting.of(waits("", 9, -3, 2, 5), END);
    assertEquals(new Waiting(4, 3, 0, null, null, null, List.of(2.0, 5.0, 9.0)), four);
    assertEquals(3.0, Waiting.of(waits("", 1, 2, 3, 4, 5), END).medianDays());
  }

  @Test
  void whereMostStillWaitThereIsNoMedian() {
    var found = Waiting.of(waits("", 3, -10, -10, -10, -10), END);
    assertEquals(new Waiting(5, 1, 0, null, null, null, List.of()), found);
  }

  @Test
  void timesThatContradictAreLeftOutAndCounted() {
    var waits = waits("", 1, 2, 3, 4, 5);
    waits.add(new Wait("", END.minusSeconds(10), END.minusSeconds(20)));
    waits.add(new Wait("", END.plusMillis(1), null));
    var found = Waiting.of(waits, END);
    assertEquals(5, found.n());
    assertEquals(2, found.excluded());
    assertEquals(3.0, found.medianDays());
    var few = Waiting.of(waits.subList(3, 7), END);
    assertEquals(new Waiting(2, 2, 2, null, null, null, List.of(4.0, 5.0)), few);
  }

  @Test
  void whatEndsAfterTheCutIsWaitedForStill() {
    var wait = new Wait("", END.minus(Duration.ofDays(3)), END.plusMillis(1));
    assertEquals(0, Waiting.of(List.of(wait), END).ended());
    var ended = new Wait("", END.minus(Duration.ofDays(3)), END);
    assertEquals(List.of(3.0), Waiting.of(List.of(ended), END).listedDays());
  }

  @Test
  void nobodyIsADefinedResult() {
    assertEquals(new Waiting(0, 0, 0, null, null, null, List.of()), Waiting.of(List.of(), END));
    assertEquals(0, Waiting.byGroup(List.of(), END).size());
    var now = new Wait("", END, END);
    assertEquals(List.of(0.0), Waiting.of(List.of(now), END).listedDays());
    assertNull(Waiting.of(List.of(now), END).medianDays());
  }

  /** Negative days are those of people who still waited. */
  private static List<Wait> waits(String group, int... days) {
    var waits = new ArrayList<Wait>();
    for (int each : days) {
      var began = END.minus(Duration.ofDays(each < 0 ? -each : 50));
      waits.add(new Wait(group, began, each < 0 ? null : began.plus(Duration.ofDays(each))));
    }
    return waits;
  }
}
