package plimsoll.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import plimsoll.platform.Drift.Course;
import plimsoll.statistics.Proportion;

class StatesTest {
  private static final Instant START = Instant.parse("2026-07-01T00:00:00Z");
  private static final Quarter QUARTER = new Quarter(START, Instant.parse("2026-10-01T00:00:00Z"));

  @Test
  void aStateHoldsUntilAnotherIsSeen() {
    var states = at(at(at(States.none(), "Synced", 0), "OutOfSync", 3), "Synced", 5);
    assertEquals(2, states.hours("OutOfSync"::equals, QUARTER));
    assertEquals(3, states.hours("Synced"::equals, QUARTER));
    assertEquals("Synced", states.now());
  }

  @Test
  void whatNobodyLookedAtForMoreThanADayIsNotKnown() {
    assertEquals(24, all(at(at(States.none(), "Synced", 0), "Synced", 24)));
    assertEquals(0, all(at(at(States.none(), "Synced", 0), "Synced", 25)));
    assertEquals(0, all(at(at(States.none(), "Synced", 0), "OutOfSync", 25)));
  }

  @Test
  void aLookThatComesLateChangesNothing() {
    var states = at(at(States.none(), "Synced", 0), "Synced", 5);
    assertEquals(states, at(states, "OutOfSync", 4));
    assertEquals(states, states.seen(null, START.plus(Duration.ofHours(9))));
  }

  @Test
  void onlyTheHoursOfAQuarterCountInIt() {
    var states = at(at(States.none(), "OutOfSync", -4), "OutOfSync", 6);
    assertEquals(6, all(states));
  }

  @Test
  void driftIsTheSumOverApplicationsThatWereLookedAt() {
    var drifting = at(at(at(States.none(), "Synced", 0), "OutOfSync", 3), "Synced", 5);
    var steady = at(at(States.none(), "Synced", 0), "Synced", 10);
    var healthy = at(at(at(States.none(), "Healthy", 0), "Degraded", 1), "Healthy", 2);
    var drift =
        Drift.of(
            List.of(
                new Course(drifting, healthy),
                new Course(steady, States.none()),
                new Course(States.none(), States.none())),
            QUARTER);
    assertEquals(new Drift(2, 1, 15, 2, 1), drift);
    assertEquals(new Proportion(1, 2), drift.share());
  }

  @Test
  void whatOneTeamOfFewDidCannotBeWorkedOutFromTheOthers() {
    var people = Map.of("a", 1, "b", 4, "c", 9, "d", 3);
    assertEquals(Set.of("a", "d"), FewPeople.withheld(List.of("a", "b", "c", "d"), people));
    assertEquals(Set.of(), FewPeople.withheld(List.of("b", "c", "d"), people));
    assertEquals(Set.of("a", "x", "d"), FewPeople.withheld(List.of("a", "x", "d", "c"), people));
    var two = Map.of("a", 2, "b", 2, "c", 9);
    assertEquals(Set.of("a", "b"), FewPeople.withheld(List.of("a", "b", "c"), two));
  }

  @Test
  void aTemplateIsAbandonedWhenNothingCameOfItFor180Days() {
    var old = START.minus(Duration.ofDays(400));
    var young = START.minus(Duration.ofDays(179));
    assertEquals(true, TemplateUse.of("t", old, List.of(), START).abandoned());
    assertEquals(true, TemplateUse.of("t", old, List.of(old), START).abandoned());
    assertEquals(false, TemplateUse.of("t", old, List.of(old, young), START).abandoned());
    assertNull(TemplateUse.of("t", young, List.of(), START).abandoned());
    assertEquals(young, TemplateUse.of("t", old, List.of(young, old), START).latestAt());
  }

  @Test
  void aServiceThatThePortalDoesNotKnowLowersItsCoverage() {
    var known = new PortalCoverage.Shown(true, true, true, true, false, false, true);
    var orphan = new PortalCoverage.Shown(true, false, true, true, true, true, false);
    var unknown = new PortalCoverage.Shown(false, true, false, false, false, false, false);
    var coverage = PortalCoverage.of(List.of(known, orphan, unknown));
    assertEquals(new Proportion(2, 3), coverage.described());
    assertEquals(new Proportion(1, 3), coverage.owned());
    assertEquals(new Proportion(1, 3), coverage.covered());
    assertEquals(new Proportion(1, 3), coverage.documented());
  }

  private static States at(States before, String state, int hour) {
    return before.seen(state, START.plus(Duration.ofHours(hour)));
  }

  private static double all(States states) {
    return states.hours(any -> true, QUARTER);
  }
}
