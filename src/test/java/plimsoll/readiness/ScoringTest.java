package plimsoll.readiness;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import plimsoll.statistics.Estimate;
import plimsoll.survey.Keying.Keyed;
import plimsoll.survey.Sheet;

class ScoringTest {
  private static final Part D2 = part("D2");
  private static final Part EXI = part("EXI");

  private static Part part(String key) {
    return Part.of(Cases.KEYING, 5).stream()
        .filter(p -> p.key().equals(key))
        .findFirst()
        .orElseThrow();
  }

  private static Sheet d2(Integer a, Integer b) {
    var points = new HashMap<String, Integer>();
    if (a != null) points.put("D2a", a);
    if (b != null) points.put("D2b", b);
    return new Sheet(points, Set.of());
  }

  /** Section 9.1 of the paper. */
  @Test
  void theWorkedExampleIsScored() {
    var sheets = List.of(d2(4, 2), d2(5, 1), d2(3, null), d2(2, 4), d2(null, null), d2(4, 3));
    double[] scores = sheets.stream().mapToDouble(D2::score).toArray();
    assertArrayEquals(new double[] {75, 100, 50, 25, Double.NaN, 62.5}, scores);
    var team = new Case.Team("a", "A", 6, Set.of(), sheets);
    var alone = new Scores(D2, List.of(team));
    assertEquals(5, alone.people());
    assertEquals(62.5, alone.team(0).value(), 1e-12);
    assertEquals(27.794436185, alone.team(0).interval(0.95).low(), 1e-6);
  }

  @Test
  void lessThanHalfOfTheItemsIsNoScore() {
    assertTrue(Double.isNaN(EXI.score(new Sheet(Map.of("L3", 5), Set.of()))));
    assertEquals(75, EXI.score(new Sheet(Map.of("L3", 5, "L4", 3), Set.of("L5"))));
  }

  @Test
  void noBasisCountsApartFromBlank() {
    var team =
        new Case.Team(
            "a",
            "A",
            3,
            Set.of(),
            List.of(d2(3, 3), new Sheet(Map.of(), Set.of("D2a")), d2(null, 2)));
    assertEquals(0.25, new Scores(D2, List.of(team)).noBasisShare(), 1e-12);
    var silent = new Case.Team("a", "A", 3, Set.of(), List.of(d2(null, null)));
    assertNull(new Scores(D2, List.of(silent)).noBasisShare());
  }

  @Test
  void peopleAndRecordsAreJoinedWithTheErrorOfTheMethod() {
    var said = new Source.Asked(new Estimate(60, 4, 30));
    var recorded = new Source.Counted(30, 100);
    var both = new Joined(said, recorded, MethodError.of(10));
    assertEquals(45, both.value(), 1e-12);
    double variance = (16 + Math.pow(recorded.standardDeviation(), 2) + 100) / 4;
    assertEquals(Math.sqrt(variance), both.standardDeviation(), 1e-12);
    assertTrue(both.disagrees());
    assertEquals(
        Math.sqrt(116), new Joined(said, null, MethodError.of(10)).standardDeviation(), 1e-12);
  }

  @Property
  void turningAllItemsRoundTurnsTheScoreRound(
      @ForAll @Size(3) List<@IntRange(min = 1, max = 5) Integer> answers) {
    var turned = EXI.items().stream().map(i -> new Keyed(i.item(), !i.reversed(), 1, 5)).toList();
    double score = EXI.score(exi(answers));
    assertTrue(score >= 0 && score <= 100);
    assertEquals(100 - score, new Part("EXI", turned, 5).score(exi(answers)), 1e-9);
  }

  @Property
  void moreOfAnItemNeverLowersTheConstruct(
      @ForAll @Size(3) List<@IntRange(min = 1, max = 4) Integer> answers,
      @ForAll @IntRange(min = 0, max = 2) int which) {
    var more = new ArrayList<>(answers);
    more.set(which, more.get(which) + 1);
    assertTrue(EXI.score(exi(more)) > EXI.score(exi(answers)));
  }

  @Property
  void theOrderOfPeopleDoesNotCount(
      @ForAll @Size(min = 2, max = 12) List<@IntRange(min = 1, max = 5) Integer> answers,
      @ForAll long seed) {
    var shuffled = new ArrayList<>(answers);
    Collections.shuffle(shuffled, new Random(seed));
    var first = team(answers).team(0);
    var second = team(shuffled).team(0);
    assertEquals(first.value(), second.value(), 1e-9);
    assertEquals(first.standardError(), second.standardError(), 1e-9);
  }

  private static Scores team(List<Integer> answers) {
    var sheets = answers.stream().map(each -> d2(each, null)).toList();
    return new Scores(D2, List.of(new Case.Team("a", "A", 12, Set.of(), sheets)));
  }

  private static Sheet exi(List<Integer> answers) {
    return new Sheet(
        Map.of("L3", answers.get(0), "L4", answers.get(1), "L5", answers.get(2)), Set.of());
  }
}
