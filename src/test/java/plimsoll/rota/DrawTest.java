package plimsoll.rota;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DrawTest {
  private static final Instant START = Instant.parse("2026-01-06T08:00:00Z");
  private static final Draw.Size ALL = new Draw.Size.All();

  @Test
  void nobodyIsAskedBeyondTheBudgetAndTheOthersAreCounted() {
    var turns = List.of(turn(0, 0, null), turn(1, 5, null), turn(2, 6, null), turn(3, 10, null));
    var draw = Draw.of(turns, 5, 10, ALL);
    assertEquals(2, draw.leftOut());
    assertEquals(List.of(id(0), id(1)), people(draw));
  }

  @Test
  void whoeverWasAskedLongestAgoIsFirstThenFewestMinutesThenTheLot() {
    var early = turn(3, 9, START);
    var late = turn(1, 0, START.plusSeconds(1));
    var lateAndMore = turn(0, 1, START.plusSeconds(1));
    var never = turn(5, 0, null);
    var neverToo = turn(4, 0, null);
    var draw = Draw.of(List.of(late, early, lateAndMore, never, neverToo), 1, 100, ALL);
    assertEquals(List.of(id(4), id(5), id(3), id(1), id(0)), people(draw));
  }

  @Test
  void ofEachTeamAPartIsAskedRoundedUpButNoGroupTooSmallToShow() {
    var turns = new ArrayList<Turn>();
    IntStream.range(0, 40).forEach(i -> turns.add(turn("large", i)));
    IntStream.range(40, 48).forEach(i -> turns.add(turn("small", i)));
    IntStream.range(48, 51).forEach(i -> turns.add(turn("tiny", i)));
    var draw = Draw.of(turns, 5, 10, new Draw.Size.Share(0.2, 5));
    var byTeam = draw.asked().stream().collect(groupingBy(Turn::team, counting()));
    // A fifth of 40 is 8; of 8 it is 2, so 5; of 3 all.
    assertEquals(Map.of("large", 8L, "small", 5L, "tiny", 3L), byTeam);
    var odd = Draw.of(turns.subList(0, 11), 5, 10, new Draw.Size.Share(0.5, 5));
    assertEquals(6, odd.asked().size());
    var whole = Draw.of(turns.subList(0, 30), 5, 10, new Draw.Size.Share(0.7, 5));
    assertEquals(21, whole.asked().size());
  }

  /** 60 people, 20 a wave, every 4 weeks: each is asked once in three waves, and none more. */
  @Test
  void aSampleGoesRoundFairlyAndKeepsTheBudget() {
    var last = new HashMap<UUID, Instant>();
    var times = new HashMap<UUID, Integer>();
    for (int wave = 0; wave < 9; wave++) {
      int salt = wave;
      var at = START.plus(Duration.ofDays(28L * wave));
      var turns =
          IntStream.range(0, 60)
              .mapToObj(i -> new Turn(id(i), "team", 0, last.get(id(i)), (i * 7919L + salt) % 61))
              .toList();
      var draw = Draw.of(turns, 5, 10, new Draw.Size.People(20));
      assertEquals(20, draw.asked().size());
      draw.asked().forEach(turn -> last.put(turn.person(), at));
      draw.asked().forEach(turn -> times.merge(turn.person(), 1, Integer::sum));
    }
    assertEquals(60, times.size());
    assertTrue(times.values().stream().allMatch(count -> count == 3), times::toString);
  }

  private static List<UUID> people(Draw draw) {
    return draw.asked().stream().map(Turn::person).toList();
  }

  private static Turn turn(int i, int minutes, Instant last) {
    return new Turn(id(i), "team", minutes, last, i);
  }

  private static Turn turn(String team, int i) {
    return new Turn(id(i), team, 0, null, i);
  }

  private static UUID id(int i) {
    return new UUID(0, i);
  }
}
