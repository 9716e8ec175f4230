package plimsoll.workload;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import plimsoll.delivery.Collisions;
import plimsoll.schedule.Chore;

/** Has the files of services read again soon after they changed, each service by itself. */
@ApplicationScoped
public class Perusal implements Chore {
  private static final Logger LOG = Logger.getLogger(Perusal.class.getName());
  private static final Duration REST = Duration.ofSeconds(2);
  private static final Duration TURN = Duration.ofMinutes(1);
  private static final int AT_ONCE = 200;

  @Inject WorkloadStates states;
  @Inject Clock clock;

  @Inject
  @ConfigProperty(name = "plimsoll.zone")
  ZoneId zone;

  @Override
  public String name() {
    return "perusal";
  }

  @Override
  public Duration rest() {
    return REST;
  }

  @Override
  public void perform() {
    read(LocalDate.now(clock.withZone(zone)), TURN);
  }

  /** Reads all that changed, as it must be before a reading is taken. */
  public void catchUp() {
    catchUp(LocalDate.now(clock.withZone(zone)));
  }

  /**
   * The same, as if it was another day: so the demonstration brings in its past.
   *
   * @param day for which it is kept what was read
   */
  public void catchUp(LocalDate day) {
    read(day, Duration.ofHours(1));
  }

  /** One service, when somebody looks at it. */
  public void read(String service) {
    read(service, LocalDate.now(clock.withZone(zone)));
  }

  private void read(LocalDate day, Duration longest) {
    long end = System.nanoTime() + longest.toNanos();
    Set<String> tried = new HashSet<>();
    boolean more = true;
    while (more && System.nanoTime() < end) {
      var some = states.stale(AT_ONCE);
      more = some.stream().anyMatch(tried::add);
      some.forEach(service -> tryToRead(service, day));
    }
  }

  /** One that can't be read now must not keep the others waiting. */
  private void tryToRead(String service, LocalDate day) {
    try {
      read(service, day);
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, e, () -> "The files of " + service + " were not read");
    }
  }

  private void read(String service, LocalDate day) {
    Collisions.retry(
        () -> {
          states.read(service, day, clock.instant());
          return null;
        });
  }
}
