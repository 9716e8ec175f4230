package plimsoll.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import plimsoll.platform.Claim.Channel;
import plimsoll.statistics.Proportion;

class ClaimTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  /** A Tuesday. */
  private static final Instant ASKED = Instant.parse("2026-09-01T08:00:00Z");

  private static final Instant LATER = ASKED.plus(Duration.ofDays(30));

  @Test
  void onlyWhatNoPersonTouchedServesItself() {
    assertEquals(
        new Proportion(1, 3), shares(self(0, 5), touched(0, 5), ticket(0, 5)).selfServed());
  }

  @Test
  void fifteenMinutesWithoutAPersonAreQuick() {
    assertEquals(new Proportion(1, 1), shares(self(0, 15)).quick());
    assertEquals(new Proportion(0, 1), shares(self(0, 16)).quick());
    assertEquals(new Proportion(0, 2), shares(touched(0, 1), ticket(0, 1)).quick());
    assertEquals(new Proportion(0, 1), shares(refused()).quick());
    assertEquals(new Proportion(0, 1), shares(self(null, null)).quick());
  }

  @Test
  void whatCannotBeToldYetCountsNeitherWay() {
    var young = ClaimShares.of(List.of(self(null, null)), ASKED.plusSeconds(899), BERLIN);
    assertEquals(new ClaimShares(one(1, 1), one(0, 0), one(0, 0), 0), young);
    var older = ClaimShares.of(List.of(self(null, null)), ASKED.plusSeconds(900), BERLIN);
    assertEquals(one(0, 1), older.quick());
    var day = Duration.ofDays(1);
    assertEquals(
        one(0, 0), ClaimShares.of(List.of(self(null, null)), ASKED.plus(day), BERLIN).stalled());
    assertEquals(
        one(1, 1),
        ClaimShares.of(List.of(self(null, null)), ASKED.plus(day).plusMillis(1), BERLIN).stalled());
  }

  @Test
  void refusedOrIdleForMoreThanAWorkingDayIsStalled() {
    int day = 24 * 60;
    assertEquals(one(0, 1), shares(self(day, null)).stalled());
    assertEquals(one(1, 1), shares(self(day + 1, null)).stalled());
    assertEquals(one(0, 1), shares(self(null, day)).stalled());
    assertEquals(one(0, 1), shares(self(5, 9 * day)).stalled());
    assertEquals(one(0, 1), shares(self(9 * day, 5)).stalled());
    assertEquals(one(1, 1), shares(self(9 * day, 9 * day)).stalled());
    assertEquals(one(1, 1), shares(refused()).stalled());
  }

  @ParameterizedTest
  @CsvSource({
    "2026-09-01T08:00:00Z, 2026-09-02T08:00:00Z",
    "2026-09-04T08:00:00Z, 2026-09-07T08:00:00Z",
    // Saturday and Sunday count from Monday's first hour in Berlin.
    "2026-09-05T08:00:00Z, 2026-09-07T22:00:00Z",
    "2026-09-06T21:59:00Z, 2026-09-07T22:00:00Z",
    "2026-09-06T22:00:00Z, 2026-09-07T22:00:00Z",
    // Friday night in UTC is Saturday in Berlin.
    "2026-09-04T22:30:00Z, 2026-09-07T22:00:00Z",
    // The clocks change on Sunday, 25 October.
    "2026-10-23T08:00:00Z, 2026-10-26T09:00:00Z"
  })
  void aWorkingDayKnowsWeekendsAndZones(Instant asked, Instant end) {
    assertEquals(end, Claim.workingDayAfter(asked, BERLIN));
  }

  @Test
  void timesThatContradictAreLeftOutAndBlockWhereTheyAreMany() {
    var claims = new ArrayList<Claim>(Collections.nCopies(98, self(1, 2)));
    claims.add(self(-1, 2));
    assertFalse(shares(claims.toArray(Claim[]::new)).blocked());
    claims.add(self(1, -2));
    var two = shares(claims.toArray(Claim[]::new));
    assertEquals(2, two.excluded());
    assertFalse(two.blocked());
    claims.add(claim(Channel.SELF, false, null, null, false, LATER.plusMillis(1)));
    var three = shares(claims.toArray(Claim[]::new));
    assertEquals(new Proportion(98, 98), three.selfServed());
    assertEquals(3, three.excluded());
    assertTrue(three.blocked());
  }

  @Test
  void noClaimIsNoShare() {
    assertEquals(new ClaimShares(one(0, 0), one(0, 0), one(0, 0), 0), shares());
    assertFalse(shares().blocked());
  }

  private static ClaimShares shares(Claim... claims) {
    return ClaimShares.of(List.of(claims), LATER, BERLIN);
  }

  private static Proportion one(int hits, int trials) {
    return new Proportion(hits, trials);
  }

  private static Claim self(Integer answered, Integer ready) {
    return claim(Channel.SELF, false, answered, ready, false, ASKED);
  }

  private static Claim touched(Integer answered, Integer ready) {
    return claim(Channel.SELF, true, answered, ready, false, ASKED);
  }

  private static Claim ticket(Integer answered, Integer ready) {
    return claim(Channel.TICKET, false, answered, ready, false, ASKED);
  }

  private static Claim refused() {
    return claim(Channel.SELF, false, 1, 2, true, ASKED);
  }

  /** Times in minutes after it was asked for. */
  private static Claim claim(
      Channel channel,
      boolean touched,
      Integer answered,
      Integer ready,
      boolean refused,
      Instant asked) {
    return new Claim(
        "database", channel, touched, asked, after(asked, answered), after(asked, ready), refused);
  }

  private static Instant after(Instant asked, Integer minutes) {
    return minutes == null ? null : asked.plus(Duration.ofMinutes(minutes));
  }
}
