package plimsoll.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import plimsoll.access.Refusal;

class PressureTest {
  @Test
  void whoComesWhileAllAreAtWorkIsToldWhenToComeAgain() {
    var pressure = pressure(0);
    var refused =
        pressure.bear(() -> assertThrows(Refusal.class, () -> pressure.bear(() -> "too much")));
    assertEquals(429, refused.status());
    assertTrue(refused.secondsToWait() > 0);
    assertEquals("free again", pressure.bear(() -> "free again"));
  }

  @Test
  void longInboxTurnsAway() {
    assertEquals("taken", pressure(10).bear(() -> "taken"));
    assertEquals(429, assertThrows(Refusal.class, () -> pressure(11).bear(() -> "taken")).status());
  }

  private static Pressure pressure(int waiting) {
    var pressure = new Pressure();
    pressure.requestsMax = 1;
    pressure.waitingMax = 10;
    pressure.deliveries =
        new Deliveries() {
          @Override
          int waiting(int limit) {
            return Math.min(limit, waiting);
          }
        };
    return pressure;
  }
}
