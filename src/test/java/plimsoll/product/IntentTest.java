package plimsoll.product;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import plimsoll.access.Refusal;

class IntentTest {

  @Test
  void refusingTakesAReason() {
    assertEquals(List.of("/reason"), pointers(new Intent(State.REFUSED, null, null, null, null)));
    assertEquals(List.of("/reason"), pointers(new Intent(State.REFUSED, "  ", null, null, null)));
    new Intent(State.REFUSED, "The vendor ships it in March.", null, null, null).checked();
  }

  @Test
  void everyFaultIsNamed() {
    var wrong = new Intent(null, "x".repeat(2001), "x".repeat(201), "2027-Q5", 0);
    assertEquals(List.of("/state", "/reason", "/owner", "/quarter", "/position"), pointers(wrong));
  }

  @Test
  void quartersAreWrittenOneWay() {
    new Intent(State.ACCEPTED, null, null, "2027-Q1", null).checked();
    for (String quarter : List.of("Q1 2027", "2027-Q0", "27-Q1", "2027-Q11", "1999-Q1")) {
      assertEquals(
          List.of("/quarter"), pointers(new Intent(State.ACCEPTED, null, null, quarter, null)));
    }
  }

  @Test
  void whatCountsAndWhoUsesItAreNumbersWithinBounds() {
    for (double bad : new double[] {0, -1, 50.1, Double.NaN}) {
      var intent = new Intent(State.ACCEPTED, null, null, null, null);
      assertEquals(List.of("/smallestEffect"), pointers(intent.checkedBy(bad, null, null)));
    }
    var intent = new Intent(State.ACCEPTED, null, null, null, null);
    assertEquals(List.of("/inUse"), pointers(intent.checkedBy(null, null, -1)));
    assertEquals(List.of("/inUse"), pointers(intent.checkedBy(null, null, 10_001)));
    intent.checkedBy(50.0, null, 0).checked();
  }

  @Test
  void blanksCountAsNothing() {
    var intent = new Intent(State.ACCEPTED, null, " ", "", null).checked();
    assertNull(intent.owner());
    assertNull(intent.quarter());
  }

  private static List<String> pointers(Intent wrong) {
    var refusal = assertThrows(Refusal.class, wrong::checked);
    assertEquals(422, refusal.status());
    return refusal.faults().stream().map(Refusal.Fault::pointer).toList();
  }
}
