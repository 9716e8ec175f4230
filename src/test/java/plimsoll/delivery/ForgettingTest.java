package plimsoll.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ForgettingTest {
  private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");

  @Test
  void onceADayWhatIsOverIsForgotten() {
    var forgotten = new ArrayList<Instant>();
    var forgetting = new Forgetting();
    forgetting.clock = Clock.fixed(NOW, ZoneOffset.UTC);
    forgetting.deliveries =
        new Deliveries() {
          @Override
          public int forgetRaw(Instant now) {
            forgotten.add(now);
            return 1;
          }
        };
    forgetting.perform();
    assertEquals(Duration.ofDays(1), forgetting.rest());
    assertEquals(List.of(NOW), forgotten);
  }
}
