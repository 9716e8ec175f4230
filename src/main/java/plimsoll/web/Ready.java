package plimsoll.web;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Ready means that the database answers. It was migrated before: otherwise the application would
 * not stand, and nothing would answer here.
 */
@Readiness
@ApplicationScoped
public class Ready implements HealthCheck {
  private static final int PATIENCE_SECONDS = 2;

  @Resource(lookup = "java:app/jdbc/plimsoll")
  DataSource database;

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("database").status(answers()).build();
  }

  private boolean answers() {
    try (var connection = database.getConnection()) {
      return connection.isValid(PATIENCE_SECONDS);
    } catch (SQLException e) {
      return false;
    }
  }
}
