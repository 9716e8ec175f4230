package plimsoll.database;

import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.output.MigrateResult;

/** Brings the database to the form that this version needs, before anything else looks at it. */
@ApplicationScoped
public class Migration {
  private static final Logger LOG = Logger.getLogger(Migration.class.getName());

  @Resource(lookup = "java:app/jdbc/plimsoll")
  DataSource database;

  void migrate(
      @Observes @Initialized(ApplicationScoped.class) @Priority(Interceptor.Priority.LIBRARY_BEFORE)
          Object start) {
    try {
      tell(done());
      Durability.demand(database);
    } catch (FlywayException e) {
      LOG.severe(() -> Obstacle.of(e));
      // What the server says hereafter would bury this sentence.
      System.setProperty("plimsoll.told", "true");
      throw e;
    }
  }

  private MigrateResult done() {
    return Flyway.configure(getClass().getClassLoader())
        .dataSource(database)
        .locations("classpath:db/migration")
        .load()
        .migrate();
  }

  private static void tell(MigrateResult done) {
    LOG.info(
        () ->
            "Database: "
                + done.databaseType
                + ", "
                + (done.migrationsExecuted == 0
                    ? "up to date"
                    : done.migrationsExecuted + " migrations done"));
  }
}
