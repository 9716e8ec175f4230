package plimsoll.product;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import plimsoll.json.Json;
import plimsoll.roadmap.Effect.Finding;
import plimsoll.roadmap.Verification;
import plimsoll.roadmap.Verification.Wave;

/** A bet of one team beside two others, from its acceptance to what was decided. */
class CheckTest {
  private static final UUID READING = new UUID(1, 1);
  private static final LocalDate TODAY = LocalDate.of(2026, 10, 5);
  private static final LocalDate CHECK = LocalDate.of(2026, 9, 30);
  private static final List<Wave> WAVES =
      List.of(
          new Wave(LocalDate.of(2026, 4, 1), Map.of("payments", 75.0, "b", 40.0, "c", 60.0)),
          new Wave(LocalDate.of(2026, 10, 1), Map.of("payments", 50.0, "b", 45.0, "c", 60.0)));

  @Test
  void whatIsUsualIsTenPointsAndHalfAYear() {
    var decision = accepted(null, null);
    assertEquals(10, decision.smallestEffect());
    assertEquals(LocalDate.of(2026, 10, 19), decision.checkOn());
    assertTrue(decision.metric().contains("D2") && decision.metric().contains("quarterly-2026.1"));
  }

  @Test
  void theTermsAreKeptUntilItIsAProposalAgain() {
    var decision = accepted(12.0, CHECK);
    decision.decide(intent(State.DONE, 20.0, TODAY), READING, offer(), Instant.EPOCH);
    assertEquals(12, decision.smallestEffect());
    assertEquals(CHECK, decision.checkOn());
    decision.decide(intent(State.PROPOSED, null, null), READING, offer(), Instant.EPOCH);
    assertNull(decision.checkOn());
    assertNull(decision.smallestEffect());
    assertNull(decision.metric());
  }

  @Test
  void onceDueSomebodyHasToDecide() {
    var decision = accepted(10.0, CHECK);
    var check = check(decision, List.of());
    assertEquals(Finding.CANNOT_TELL, check.finding());
    assertEquals(-27.5, check.estimate());
    assertNull(check.low(), "three teams give no interval");
    assertTrue(check.undecided());
    assertFalse(Json.write(check).contains("Infinity"), Json.write(check));

    var stopped = conclusion(decision, Course.STOP, null);
    var after = check(decision, List.of(stopped));
    assertFalse(after.undecided());
    var one = after.conclusions().get(0);
    assertEquals(Course.STOP, one.course());
    assertEquals("Ada", one.by());
    assertEquals(-27.5, one.estimate());
    assertNull(one.high());
    assertEquals(
        "Stop it: Ada, 5 October 2026, on “We can't tell yet” (−27.5 points). Enough.",
        Bets.concluded(one));
  }

  @Test
  void whoGoesOnSaysWhenItIsCheckedAgain() {
    var decision = accepted(10.0, CHECK);
    var again = conclusion(decision, Course.CONTINUE, TODAY.plusDays(170));
    var check = check(decision, List.of(again));
    assertTrue(check.early());
    assertEquals(TODAY.plusDays(170), check.dueOn());
    assertFalse(check.undecided());
    assertTrue(Bets.concluded(check.conclusions().get(0)).endsWith("Next check: 24 March 2027."));
  }

  @Test
  void conclusionsOnAnEarlierPromiseDoNotCount() {
    var decision = accepted(10.0, CHECK);
    var old = conclusion(decision, Course.CHANGE, null);
    assertTrue(old.of(decision));
    decision.decide(intent(State.PROPOSED, null, null), READING, offer(), Instant.EPOCH);
    decision.decide(
        intent(State.ACCEPTED, null, TODAY.plusDays(9)), READING, offer(), Instant.EPOCH);
    assertFalse(old.of(decision));
  }

  private static Check check(Decision decision, List<Conclusion> conclusions) {
    var bet = Checks.bet(decision, conclusions);
    return Check.of(bet, Verification.of(bet, WAVES, 1), decision.inUse(), conclusions);
  }

  private static Conclusion conclusion(Decision decision, Course course, LocalDate next) {
    var bet = Checks.bet(decision, List.of());
    return new Conclusion(
        decision,
        READING,
        bet.checkOn(),
        Verification.of(bet, WAVES, 1),
        new Judgement(course, "Ada", TODAY, "Enough.", next),
        Instant.parse("2026-10-05T10:00:00Z"));
  }

  private static Decision accepted(Double smallest, LocalDate check) {
    var decision = new Decision("a", READING);
    decision.decide(
        intent(State.ACCEPTED, smallest, check),
        READING,
        offer(),
        Instant.parse("2026-04-20T09:00:00Z"));
    return decision;
  }

  private static Intent intent(State state, Double smallest, LocalDate check) {
    return new Intent(state, null, null, null, null).checkedBy(smallest, check, null);
  }

  private static Offer offer() {
    return RoadmapViewTest.offer("a", 70);
  }
}
