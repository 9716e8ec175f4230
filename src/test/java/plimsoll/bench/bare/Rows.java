package plimsoll.bench.bare;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Stores rows, each in a transaction of its own. */
@ApplicationScoped
public class Rows {
  @PersistenceContext EntityManager database;

  @Resource(lookup = "java:app/jdbc/bare")
  DataSource source;

  void prepare(@Observes @Initialized(ApplicationScoped.class) Object start) throws SQLException {
    try (var connection = source.getConnection();
        var statement = connection.createStatement()) {
      statement.execute("create table if not exists bare_row (id uuid primary key, body text)");
    }
  }

  @Transactional
  public void add(String body) {
    database.persist(new Row(body));
  }
}
