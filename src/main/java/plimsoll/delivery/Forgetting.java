package plimsoll.delivery;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import java.time.Clock;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Forgets once a day, and soon after each start, what sources sent where its time is over. Several
 * nodes may do it at once: what one has forgotten, the next one does not find.
 */
@ApplicationScoped
public class Forgetting {
  static final long FIRST_MINUTES = 5;
  static final long EVERY_MINUTES = TimeUnit.DAYS.toMinutes(1);
  private static final Logger LOG = Logger.getLogger(Forgetting.class.getName());

  @Resource ManagedScheduledExecutorService executor;
  @Inject Deliveries deliveries;
  @Inject Clock clock;
  private ScheduledFuture<?> daily;

  void start(
      @Observes
          @Initialized(ApplicationScoped.class)
          @Priority(Interceptor.Priority.LIBRARY_AFTER + 800)
          Object start) {
    daily =
        executor.scheduleWithFixedDelay(
            this::forget, FIRST_MINUTES, EVERY_MINUTES, TimeUnit.MINUTES);
  }

  @PreDestroy
  void stop() {
    if (daily != null) {
      daily.cancel(false);
    }
  }

  private void forget() {
    try {
      var count = deliveries.forgetRaw(clock.instant());
      LOG.fine(() -> count + " raw deliveries forgotten");
    } catch (RuntimeException e) {
      // Thrown out of here it would end the schedule; the database may only be away for a moment.
      LOG.log(Level.WARNING, "Forgetting raw deliveries failed; it is tried again tomorrow", e);
    }
  }
}
