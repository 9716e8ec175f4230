package plimsoll.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import plimsoll.platform.Asked.Told;
import plimsoll.statistics.Proportion;

class AskedTest {
  /** A Tuesday. */
  private static final Instant ASKED = Instant.parse("2026-09-01T08:00:00Z");

  private static final Instant CUT = ASKED.plus(Duration.ofDays(20));
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final Quarter SEPTEMBER =
      new Quarter(Instant.parse("2026-09-01T00:00:00Z"), Instant.parse("2026-10-01T00:00:00Z"));

  @Test
  void twoClaimsAndATicketAreTwoThirdsSelfService() {
    var asked = new Asked(List.of(ready("a"), open("b")), List.of(ticket("a")), true);
    var shares = asked.shares(SEPTEMBER, CUT, BERLIN);
    assertEquals(new Proportion(2, 3), shares.selfServed());
    assertEquals(new Proportion(1, 3), shares.quick());
    assertEquals(new Proportion(1, 2), asked.of("a").shares(SEPTEMBER, CUT, BERLIN).selfServed());
    assertEquals(new Proportion(1, 1), asked.of("b").shares(SEPTEMBER, CUT, BERLIN).selfServed());
  }

  @Test
  void onlyWhatWasAskedWithinTheSpanCounts() {
    var next = new Quarter(SEPTEMBER.to(), SEPTEMBER.to().plusSeconds(1));
    var asked = new Asked(List.of(ready("a")), List.of(ticket("a")), true);
    assertEquals(new Proportion(0, 0), asked.shares(next, CUT, BERLIN).selfServed());
  }

  @Test
  void withoutAnyWordOfClaimsTicketsAloneTellNothing() {
    assertNull(new Asked(List.of(), List.of(ticket("a")), false).shares(SEPTEMBER, CUT, BERLIN));
  }

  @Test
  void whatFailsForAnHourOrUntilItIsTakenBackIsRefused() {
    var failing = request("a", null, ASKED.plusSeconds(60), null, CUT);
    assertFalse(failing.refused(ASKED.plusSeconds(3659)));
    assertTrue(failing.refused(ASKED.plusSeconds(3660)));
    var takenBack = request("a", null, ASKED.plusSeconds(60), ASKED.plusSeconds(90), CUT);
    assertTrue(takenBack.refused(CUT));
    assertFalse(takenBack.refused(ASKED.plusSeconds(80)));
    var ready = request("a", ASKED.plusSeconds(30), ASKED.plusSeconds(60), null, CUT);
    assertFalse(ready.refused(CUT));
  }

  @Test
  void whatComesAfterTheCutIsNotKnownAtIt() {
    var claim = ready("a").claim(ASKED.plusSeconds(200));
    assertNull(claim.readyAt());
    assertEquals(ASKED.plusSeconds(300), ready("a").claim(ASKED.plusSeconds(300)).readyAt());
  }

  @Test
  void anOpenWaitLastsUntilItWasSeenLastOrTakenBack() {
    assertEquals(ASKED.plusSeconds(50), open("a", null, ASKED.plusSeconds(50)).wait(CUT).seen());
    assertEquals(CUT, open("a", null, CUT.plusSeconds(50)).wait(CUT).seen());
    assertEquals(
        ASKED.plusSeconds(20),
        open("a", ASKED.plusSeconds(20), ASKED.plusSeconds(50)).wait(CUT).seen());
  }

  private static Request ready(String team) {
    return request(team, ASKED.plusSeconds(300), null, null, CUT);
  }

  private static Request open(String team) {
    return open(team, null, CUT);
  }

  private static Request open(String team, Instant goneAt, Instant seenAt) {
    return request(team, null, null, goneAt, seenAt);
  }

  private static Request request(
      String team, Instant readyAt, Instant failedAt, Instant goneAt, Instant seenAt) {
    return new Request(team, team, null, "Queue", ASKED, null, readyAt, failedAt, goneAt, seenAt);
  }

  private static Told ticket(String team) {
    return new Told(
        team, new Claim("infrastructure", Claim.Channel.TICKET, true, ASKED, null, null, false));
  }
}
