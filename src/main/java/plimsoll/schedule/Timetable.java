package plimsoll.schedule;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;

/**
 * Has the chores done, each on one node at a time: the nodes claim them in the table {@code chore}.
 * When to look again is told by the machine's clock and not by the service's, because a clock that
 * is moved for a rehearsal would make the nodes take each other for dead.
 */
@ApplicationScoped
public class Timetable {
  private static final Logger LOG = Logger.getLogger(Timetable.class.getName());
  private static final Duration LOOK = Duration.ofSeconds(1);
  private static final Duration HEARTBEAT = Duration.ofSeconds(5);
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int MISSED_HEARTBEATS = 4;
  private static final int MEND_SECONDS = 30;

  @Resource(lookup = "java:app/jdbc/plimsoll")
  DataSource database;

  /** Its threads know the transactions and beans of the service. */
  @Resource ManagedThreadFactory threads;

  @Inject @Any Instance<Chore> chores;
  private Scheduler scheduler;
  private List<RecurringTask<Void>> tasks;

  void start(
      @Observes
          @Initialized(ApplicationScoped.class)
          @Priority(Interceptor.Priority.LIBRARY_AFTER + 900)
          Object start) {
    tasks = chores.stream().map(Timetable::task).toList();
    var house = Executors.newScheduledThreadPool(2, threads);
    scheduler =
        Scheduler.create(database)
            .startTasks(tasks)
            .tableName("chore")
            .schedulerName(new SchedulerName.Fixed(UUID.randomUUID().toString()))
            .threads(tasks.size())
            .executorService(Executors.newFixedThreadPool(tasks.size(), threads))
            .dueExecutor(Executors.newSingleThreadExecutor(threads))
            .housekeeperExecutor(house)
            .pollingInterval(LOOK)
            .heartbeatInterval(HEARTBEAT)
            .missedHeartbeatsLimit(MISSED_HEARTBEATS)
            .shutdownMaxWait(PATIENCE)
            .build();
    scheduler.start();
    house.scheduleWithFixedDelay(this::mend, MEND_SECONDS, MEND_SECONDS, TimeUnit.SECONDS);
  }

  @PreDestroy
  void stop() {
    if (scheduler != null) scheduler.stop();
  }

  private static RecurringTask<Void> task(Chore chore) {
    return Tasks.recurring(chore.name(), FixedDelay.of(chore.rest()))
        .execute((instance, context) -> perform(chore));
  }

  private static void perform(Chore chore) {
    try {
      chore.perform();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      // The database or a mail server may only be away for a moment; the rest of it goes on.
      LOG.log(Level.WARNING, e, () -> chore.name() + " failed; it is tried again");
    }
  }

  /** A machine's clock that was ahead and is set right would leave chores far in the future. */
  private void mend() {
    try {
      chores.forEach(chore -> mend(chore, Instant.now()));
    } catch (RuntimeException e) {
      LOG.log(Level.FINE, "The timetable can't be looked at now", e);
    }
  }

  private void mend(Chore chore, Instant now) {
    var latest = now.plus(chore.rest()).plusSeconds(MEND_SECONDS);
    scheduler.fetchScheduledExecutionsForTask(
        chore.name(),
        Void.class,
        execution -> {
          if (execution.getExecutionTime().isAfter(latest)) {
            scheduler.reschedule(execution.getTaskInstance(), now);
          }
        });
  }
}
