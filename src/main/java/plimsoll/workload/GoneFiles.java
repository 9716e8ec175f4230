package plimsoll.workload;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import plimsoll.access.Sweep;

/** Deletes what is gone long enough. */
@ApplicationScoped
@Transactional
public class GoneFiles {
  @PersistenceContext EntityManager database;

  /** In days, since a file is gone. */
  @Inject
  @ConfigProperty(name = "plimsoll.files.days", defaultValue = "30")
  int days;

  void sweep(@Observes Sweep sweep) {
    database
        .createQuery("delete from StoredFile f where f.goneAt < :before")
        .setParameter("before", sweep.before(days))
        .executeUpdate();
  }
}
