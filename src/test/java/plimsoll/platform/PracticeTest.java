package plimsoll.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import plimsoll.platform.Research.Confidence;
import plimsoll.platform.Research.Entry;
import plimsoll.platform.Research.Method;
import plimsoll.platform.Segments.Segment;
import plimsoll.platform.Segments.Stage;
import plimsoll.statistics.Proportion;

class PracticeTest {
  private static final LocalDate FROM = LocalDate.of(2026, 7, 1);
  private static final LocalDate UNTIL = LocalDate.of(2026, 10, 1);

  @Test
  void aServiceLevelPassesFourChecks() {
    assertEquals(new Proportion(4, 4), level(true, "ada", true, FROM));
    assertEquals(new Proportion(3, 4), level(false, "ada", true, FROM));
    assertEquals(new Proportion(3, 4), level(true, " ", true, FROM));
    assertEquals(new Proportion(3, 4), level(true, null, true, FROM));
    assertEquals(new Proportion(3, 4), level(true, "ada", false, FROM));
    assertEquals(new Proportion(3, 4), level(true, "ada", true, FROM.minusDays(1)));
    assertEquals(new Proportion(3, 4), level(true, "ada", true, UNTIL));
    assertEquals(new Proportion(0, 4), level(false, null, false, null));
  }

  @Test
  void aRoadmapIsFreshForNinetyDays() {
    assertEquals(new Proportion(4, 4), roadmap(true, UNTIL.minusDays(90), true, true));
    assertEquals(new Proportion(4, 4), roadmap(true, UNTIL, true, true));
    assertEquals(new Proportion(3, 4), roadmap(true, UNTIL.minusDays(91), true, true));
    assertEquals(new Proportion(3, 4), roadmap(true, UNTIL.plusDays(1), true, true));
    assertEquals(new Proportion(0, 4), roadmap(false, null, false, false));
    assertEquals(new Proportion(1, 4), roadmap(false, null, false, true));
    assertEquals(new Proportion(1, 4), roadmap(false, null, true, false));
    assertEquals(new Proportion(1, 4), roadmap(true, null, false, false));
  }

  @Test
  void interviewsAreCountedByPeopleSegmentAndQuarter() {
    var research =
        new Research(
            List.of(
                found("new", 3, FROM, Method.INTERVIEW, null),
                found("new", 2, UNTIL.minusDays(1), Method.INTERVIEW, null),
                found("old", 4, FROM, Method.INTERVIEW, null),
                found("old", 9, UNTIL, Method.INTERVIEW, null),
                found("old", 9, FROM.minusDays(1), Method.INTERVIEW, null),
                found("old", 9, FROM, Method.SURVEY, null),
                open("old", FROM)));
    assertEquals(Map.of("new", 5, "old", 4), research.interviewed(FROM, UNTIL));
    assertEquals(new Proportion(1, 3), research.reached(Set.of("new", "old", "none"), FROM, UNTIL));
    assertEquals(new Proportion(0, 0), research.reached(Set.of(), FROM, UNTIL));
  }

  @Test
  void onlyWhatWasFoundBeforeCommitmentSpeaksForAnItem() {
    var research =
        new Research(
            List.of(
                found("new", 1, FROM, Method.DATA, "before"),
                found("new", 1, FROM, Method.DATA, "same day"),
                found("new", 1, FROM, Method.DATA, "after"),
                open("new", FROM, "open")));
    var committed =
        Map.of(
            "before", FROM.plusDays(1),
            "same day", FROM,
            "after", FROM.minusDays(1),
            "open", UNTIL,
            "without", UNTIL);
    assertEquals(new Proportion(1, 5), research.backed(committed));
    assertEquals(new Proportion(0, 0), research.backed(Map.of()));
    assertEquals(new Proportion(1, 1), research.backed(Map.of("before", FROM.plusDays(1))));
    assertEquals(new Proportion(0, 1), research.backed(Map.of("after", FROM.minusDays(1))));
  }

  @Test
  void openQuestionsAreWaitedForStill() {
    var log = new ArrayList<Entry>();
    for (int days : new int[] {2, 4, 6}) log.add(answered(FROM, FROM.plusDays(days)));
    log.add(open("new", UNTIL.minusDays(5)));
    log.add(open("new", UNTIL.minusDays(30)));
    // At 2: 4/5, at 4: 3/5, one leaves at 5, at 6: 3/5 · 1/2 = 0.3.
    var waiting = new Research(log).untilAnswered(UNTIL);
    assertEquals(6.0, waiting.medianDays());
    assertEquals(3, waiting.ended());
    assertEquals(5, waiting.n());
    assertNull(new Research(List.of()).untilAnswered(UNTIL).medianDays());
  }

  @Test
  void entriesThatContradictThemselvesAreRefused() {
    assertThrows(BadRecord.class, () -> answered(FROM, FROM.minusDays(1)));
    assertThrows(BadRecord.class, () -> found("new", -1, FROM, Method.INTERVIEW, null));
    assertThrows(
        BadRecord.class,
        () ->
            new Entry(FROM, null, Method.DATA, "new", 1, "q", "found", Confidence.LOW, null, null));
    assertThrows(
        BadRecord.class,
        () -> new Entry(FROM, FROM, Method.DATA, "new", 1, "q", null, null, null, null));
    assertEquals(0, found("new", 0, FROM, Method.INTERVIEW, null).people());
  }

  @Test
  void noSegmentIsSmallerThanTheMinimumGroupNorTheRest() {
    var young = new Segment(Stage.NEW, false, true);
    var old = new Segment(Stage.LEGACY, true, false);
    var few = new Segment(Stage.ESTABLISHED, false, false);
    var alone = Segments.of(Map.of(young, 12, old, 7, few, 3), 5);
    // The three could be worked out from all, so the smaller of the others goes with them.
    assertEquals(List.of(new Segments.Sized(young, 12)), alone.shown());
    assertEquals(10, alone.others());
    var all = Segments.of(Map.of(young, 12, old, 7, few, 5), 5);
    assertEquals(3, all.shown().size());
    assertEquals(0, all.others());
    assertEquals(few, all.shown().get(2).segment());
    assertTrue(all.named());
  }

  @Test
  void tooFewPeopleInAllGiveNoSegment() {
    var found = Segments.of(Map.of(new Segment(Stage.NEW, false, false), 4), 5);
    assertFalse(found.named());
    assertEquals(4, found.others());
    assertFalse(Segments.of(Map.of(), 5).named());
  }

  @Test
  void sixSegmentsAreEnoughAndTheLargestStay() {
    var people = new LinkedHashMap<Segment, Integer>();
    int n = 10;
    for (var stage : Stage.values()) {
      for (boolean regulated : new boolean[] {true, false}) {
        for (boolean autonomy : new boolean[] {true, false}) {
          people.put(new Segment(stage, regulated, autonomy), n++);
        }
      }
    }
    var found = Segments.of(people, 5);
    assertEquals(
        List.of(21, 20, 19, 18, 17, 16),
        found.shown().stream().map(Segments.Sized::people).toList());
    assertEquals(10 + 11 + 12 + 13 + 14 + 15, found.others());
  }

  @Test
  void equalSegmentsStandInOneOrder() {
    var one = new LinkedHashMap<Segment, Integer>();
    var other = new LinkedHashMap<Segment, Integer>();
    var a = new Segment(Stage.NEW, false, false);
    var b = new Segment(Stage.NEW, false, true);
    var c = new Segment(Stage.NEW, true, false);
    for (var each : List.of(a, b, c)) one.put(each, 6);
    for (var each : List.of(c, b, a)) other.put(each, 6);
    assertEquals(Segments.of(one, 5), Segments.of(other, 5));
  }

  @Test
  void fourGroupsCountTheSameHoweverManyChecksTheyHold() {
    var segments = Segments.of(Map.of(new Segment(Stage.NEW, false, false), 9), 5);
    var practice =
        Practice.of(
            segments,
            new Proportion(3, 4),
            new Proportion(1, 2),
            new Proportion(1, 4),
            List.of(new Proportion(4, 4), new Proportion(2, 4), new Proportion(0, 4)));
    assertEquals(new Practice(1.0, 0.75, 0.375, 0.5), practice);
    assertEquals(0.65625, practice.score());
    assertEquals(0.65625, practice.least());
    assertEquals(0.65625, practice.most());
  }

  @Test
  void whatIsNotKnownBoundsTheScore() {
    var half = new Practice(1.0, null, 0.5, null);
    assertNull(half.score());
    assertEquals(0.375, half.least());
    assertEquals(0.875, half.most());
    assertEquals(0, Practice.unknown().least());
    assertEquals(1, Practice.unknown().most());
    assertEquals(Practice.unknown(), Practice.of(null, null, null, null, null));
    var reached = new Proportion(1, 1);
    assertNull(Practice.of(null, null, reached, null, null).research());
    assertNull(Practice.of(null, null, null, reached, null).research());
  }

  @Test
  void whatWasNotDoneAtAllIsZeroAndNotUnknown() {
    var none = new Proportion(0, 0);
    var practice = Practice.of(Segments.of(Map.of(), 5), none, none, none, List.of());
    assertEquals(new Practice(0.0, 0.0, 0.0, 0.0), practice);
    var noItems = Practice.of(null, null, new Proportion(1, 2), none, null);
    assertEquals(0.5, noItems.research());
  }

  @Test
  void aShareOutsideOfZeroToOneIsRefused() {
    for (double wrong : new double[] {-0.01, 1.01, Double.NaN}) {
      assertThrows(BadRecord.class, () -> new Practice(wrong, null, null, null));
      assertThrows(BadRecord.class, () -> new Practice(null, null, null, wrong));
    }
  }

  private static Proportion level(boolean stated, String owner, boolean measured, LocalDate seen) {
    return Checks.serviceLevel(stated, owner, measured, seen, FROM, UNTIL);
  }

  private static Proportion roadmap(boolean published, LocalDate dated, boolean out, boolean not) {
    return Checks.roadmap(published, dated, out, not, UNTIL);
  }

  private static Entry found(String segment, int people, LocalDate on, Method how, String item) {
    return new Entry(
        on.minusDays(3), on, how, segment, people, "q", "found", Confidence.HIGH, null, item);
  }

  private static Entry answered(LocalDate asked, LocalDate on) {
    return new Entry(asked, on, Method.DATA, "new", 1, "q", "found", Confidence.MEDIUM, null, null);
  }

  private static Entry open(String segment, LocalDate asked) {
    return open(segment, asked, null);
  }

  private static Entry open(String segment, LocalDate asked, String item) {
    return new Entry(asked, null, Method.INTERVIEW, segment, 9, "q", null, null, null, item);
  }
}
