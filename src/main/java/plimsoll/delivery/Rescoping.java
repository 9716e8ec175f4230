package plimsoll.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import java.util.TreeSet;
import plimsoll.catalog.ServiceSaid;
import plimsoll.catalog.Services;

/** Keeps events with the services for which they count, when people say something of services. */
@ApplicationScoped
class Rescoping {
  @Inject Services services;
  @Inject EventRows rows;
  @Inject Touches touches;

  void said(@Observes ServiceSaid said) {
    if (said.names()) {
      var scopes = new TreeSet<>(said.services());
      scopes.add(Services.LEFT_OUT);
      rows.move(scopes, ServiceNames.of(services, List.of())::scopeOf);
    } else {
      touches.markAll(said.services());
    }
  }
}
