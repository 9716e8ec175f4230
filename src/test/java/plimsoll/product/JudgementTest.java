package plimsoll.product;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import plimsoll.access.Refusal;
import plimsoll.access.Refusal.Fault;

class JudgementTest {
  private static final LocalDate ACCEPTED = LocalDate.of(2026, 4, 20);
  private static final LocalDate TODAY = LocalDate.of(2026, 10, 5);

  @Test
  void aNameADayAndACourseAreRequired() {
    assertEquals(
        List.of("/course", "/by", "/on"), faults(new Judgement(null, " ", null, null, null)));
    assertEquals(List.of("/by"), faults(new Judgement(Course.STOP, null, TODAY, null, null)));
    assertEquals(
        List.of("/by"), faults(new Judgement(Course.STOP, "x".repeat(201), TODAY, null, null)));
  }

  @Test
  void theDayLiesBetweenTheAcceptanceAndToday() {
    new Judgement(Course.STOP, "Ada", TODAY, null, null).checked(ACCEPTED, TODAY);
    new Judgement(Course.STOP, "Ada", ACCEPTED, null, null).checked(ACCEPTED, TODAY);
    for (var day : List.of(TODAY.plusDays(1), ACCEPTED.minusDays(1))) {
      assertEquals(List.of("/on"), faults(new Judgement(Course.STOP, "Ada", day, null, null)));
    }
  }

  @Test
  void onlyWhatGoesOnIsCheckedAgainAndOnlyInTheFuture() {
    var next = TODAY.plusDays(1);
    new Judgement(Course.CONTINUE, "Ada", TODAY, null, next).checked(ACCEPTED, TODAY);
    new Judgement(Course.CHANGE, "Ada", TODAY, null, next).checked(ACCEPTED, TODAY);
    assertEquals(List.of("/checkOn"), faults(new Judgement(Course.STOP, "Ada", TODAY, null, next)));
    assertEquals(
        List.of("/checkOn"), faults(new Judgement(Course.CONTINUE, "Ada", TODAY, null, TODAY)));
  }

  @Test
  void aNoteHasAnEnd() {
    assertEquals(
        List.of("/note"), faults(new Judgement(Course.STOP, "A", TODAY, "x".repeat(2001), null)));
  }

  private static List<String> faults(Judgement judgement) {
    var refusal = assertThrows(Refusal.class, () -> judgement.checked(ACCEPTED, TODAY));
    return refusal.faults().stream().map(Fault::pointer).toList();
  }
}
