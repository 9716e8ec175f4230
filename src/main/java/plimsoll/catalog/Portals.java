package plimsoll.catalog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;

/** What developer portals say of services, and the templates that they make them of. */
@ApplicationScoped
@Transactional
public class Portals {
  @PersistenceContext EntityManager database;
  @Inject Services services;

  /** All services that stand and count for themselves, by key. */
  public List<PortalView> services(Instant at) {
    var owners = services.ownersAt(at);
    return database
        .createQuery("select s from Service s order by s.key", Service.class)
        .getResultStream()
        .filter(service -> service.standsAt(at) && service.countsItself())
        .map(
            one ->
                new PortalView(
                    one.key(),
                    one.name(),
                    owners.get(one.key()),
                    one.lifecycle(),
                    one.location(),
                    one.portal(),
                    one.templateAt()))
        .toList();
  }

  /** The templates that stand, by key. */
  public List<TemplateView> templates(Instant at) {
    return database
        .createQuery("select t from Template t order by t.key", Template.class)
        .getResultStream()
        .filter(one -> one.standsAt(at))
        .map(one -> new TemplateView(one.key(), one.name(), one.firstAt()))
        .toList();
  }
}
