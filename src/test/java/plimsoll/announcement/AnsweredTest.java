package plimsoll.announcement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import plimsoll.access.Refusal;

class AnsweredTest {
  @Test
  void everyFaultIsNamed() {
    var refusal =
        assertThrows(Refusal.class, () -> Answered.of("x".repeat(601), "DO", " ", " ").checked());
    assertEquals(
        List.of("said", "because", "due"),
        refusal.faults().stream().map(Refusal.Fault::pointer).toList());
  }

  @Test
  void whatIsNotDoneNeedsNoDate() {
    assertEquals("", Answered.of("x".repeat(600), "WONT", "no money", null).checked().due());
  }
}
