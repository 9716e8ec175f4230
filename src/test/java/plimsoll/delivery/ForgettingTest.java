package plimsoll.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ForgettingTest {
  private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");

  private final List<Instant> forgotten = new ArrayList<>();
  private final List<Object> asked = new ArrayList<>();
  private final Forgetting forgetting = new Forgetting();

  @Test
  void onceADayWhatIsOverIsForgotten() {
    start(false);
    assertEquals(List.of(5L, 24 * 60L, TimeUnit.MINUTES), asked.subList(1, 4));
    run();
    assertEquals(List.of(NOW), forgotten);
  }

  @Test
  void aDatabaseThatIsAwayDoesNotEndTheSchedule() {
    start(true);
    run();
    run();
    assertEquals(List.of(NOW, NOW), forgotten);
  }

  private void start(boolean databaseIsAway) {
    forgetting.clock = Clock.fixed(NOW, ZoneOffset.UTC);
    forgetting.executor = recording();
    forgetting.deliveries =
        new Deliveries() {
          @Override
          public int forgetRaw(Instant now) {
            forgotten.add(now);
            if (databaseIsAway) {
              throw new IllegalStateException("away");
            }
            return 1;
          }
        };
    forgetting.start(null);
  }

  private ManagedScheduledExecutorService recording() {
    return (ManagedScheduledExecutorService)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {ManagedScheduledExecutorService.class},
            (proxy, method, arguments) -> {
              assertEquals("scheduleWithFixedDelay", method.getName());
              asked.addAll(List.of(arguments));
              return null;
            });
  }

  private void run() {
    ((Runnable) asked.get(0)).run();
  }
}
