package plimsoll.campaign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ReachTest {

  @Test
  void aHundredPeopleTellTenPoints() {
    assertEquals(10, Reach.detectable(100));
  }

  @Test
  void morePeopleTellLess() {
    assertTrue(Reach.detectable(1000) < Reach.detectable(100));
  }

  @Test
  void nothingIsPromisedToAHandful() {
    assertNull(Reach.detectable(6));
    assertNull(Reach.detectable(39));
    assertEquals(16, Reach.detectable(40));
  }
}
