package plimsoll.web;

import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Ready means that everything that a start does is done (migration, surveys, first administrator,
 * demonstration), that the database answers, and that the main page was seen to answer.
 */
@Readiness
@ApplicationScoped
public class Ready implements HealthCheck {
  private static final int PATIENCE_SECONDS = 2;
  private static final int PAGE_PATIENCE_MILLISECONDS = 20_000;

  @Resource(lookup = "java:app/jdbc/plimsoll")
  DataSource database;

  /** The server's own; null where it tells none. */
  @Inject
  @ConfigProperty(name = "payara.instance.http.port")
  Optional<Integer> port;

  @Inject
  @ConfigProperty(name = "payara.instance.http.address")
  Optional<String> address;

  private volatile boolean started;
  private volatile boolean seen;

  /** After all others that do something at the start. */
  void start(
      @Observes @Initialized(ApplicationScoped.class) @Priority(Integer.MAX_VALUE) Object start) {
    started = true;
  }

  @Override
  public HealthCheckResponse call() {
    var database = databaseAnswers();
    return HealthCheckResponse.named("plimsoll")
        .withData("started", started)
        .withData("database", database)
        .withData("page", started && database && pageAnswers())
        .status(started && database && seen)
        .build();
  }

  private boolean databaseAnswers() {
    try (var connection = database.getConnection()) {
      return connection.isValid(PATIENCE_SECONDS);
    } catch (SQLException e) {
      return false;
    }
  }

  /** Asked for until it was seen once: from then on only the database can keep it away. */
  private boolean pageAnswers() {
    seen = seen || port.map(this::statusOfPage).orElse(200) == 200;
    return seen;
  }

  /** Nobody is signed in here, so the main page leads on to the one to sign in on. */
  private int statusOfPage(int port) {
    try {
      var page = URI.create("http://" + host() + ":" + port + "/").toURL();
      var question = (HttpURLConnection) page.openConnection();
      question.setConnectTimeout(PAGE_PATIENCE_MILLISECONDS);
      question.setReadTimeout(PAGE_PATIENCE_MILLISECONDS);
      return question.getResponseCode();
    } catch (IOException e) {
      return 0;
    }
  }

  private String host() {
    return address.filter(one -> !one.equals("0.0.0.0")).orElse("127.0.0.1");
  }
}
