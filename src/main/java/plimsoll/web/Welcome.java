package plimsoll.web;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Says where to look, once everything stands. */
@ApplicationScoped
public class Welcome {
  private static final Logger LOG = Logger.getLogger(Welcome.class.getName());

  @Inject
  @ConfigProperty(name = "plimsoll.address", defaultValue = "http://127.0.0.1:8080/")
  String address;

  void greet(
      @Observes
          @Initialized(ApplicationScoped.class)
          @Priority(Interceptor.Priority.LIBRARY_AFTER + 900)
          Object start) {
    LOG.info(() -> "Plimsoll is ready: open " + address + " and sign in.");
  }
}
