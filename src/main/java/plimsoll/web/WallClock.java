package plimsoll.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Gives the rooms the time, so that a rehearsal can give them another. */
@ApplicationScoped
public class WallClock {
  private static final Logger LOG = Logger.getLogger(WallClock.class.getName());

  @Inject
  @ConfigProperty(name = "plimsoll.clock.file")
  Optional<String> file;

  @Produces
  @ApplicationScoped
  Clock clock() {
    file.ifPresent(name -> LOG.warning("The clock is moved as " + name + " says: a rehearsal."));
    return file.<Clock>map(name -> new MovedClock(Clock.systemUTC(), Path.of(name)))
        .orElseGet(Clock::systemUTC);
  }
}
