package plimsoll.database;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.Properties;
import java.util.logging.Logger;
import javax.sql.DataSource;

/**
 * Connects to the database that the address names, H2 or PostgreSQL, so that the address alone
 * chooses. The server pools what it gets here.
 */
public class Connections implements DataSource {
  private static final Logger LOG = Logger.getLogger(Connections.class.getName());
  private static final int PATIENCE_SECONDS = 10;

  /** The start of the service looks here: a reason was told, what else the server says is noise. */
  private static final String TOLD = "plimsoll.told";

  private static volatile boolean connectedOnce;
  private String url;
  private String user;
  private String password;

  public void setUrl(String url) {
    this.url = url;
  }

  public void setUser(String user) {
    this.user = user;
  }

  public void setPassword(String password) {
    this.password = password;
  }

  @Override
  public Connection getConnection() throws SQLException {
    return getConnection(user, password);
  }

  @Override
  public Connection getConnection(String name, String secret) throws SQLException {
    try {
      var connection = driver().connect(url, properties(name, secret));
      connectedOnce = true;
      return connection;
    } catch (SQLException e) {
      tell(e);
      throw e;
    }
  }

  private Driver driver() throws SQLException {
    var name =
        switch (kind()) {
          case "h2" -> "org.h2.Driver";
          case "postgresql" -> "org.postgresql.Driver";
          default ->
              throw new SQLException(
                  "PLIMSOLL_DATABASE_URL starts with neither jdbc:h2: nor jdbc:postgresql:.");
        };
    try {
      return (Driver) Class.forName(name).getDeclaredConstructor().newInstance();
    } catch (ReflectiveOperationException e) {
      throw new SQLException("the driver " + name + " is missing", e);
    }
  }

  private String kind() {
    var parts = ("" + url).split(":", 3);
    return parts.length == 3 && parts[0].equals("jdbc") ? parts[1] : "";
  }

  private Properties properties(String name, String secret) {
    var properties = new Properties();
    properties.setProperty("user", name == null ? "" : name);
    properties.setProperty("password", secret == null ? "" : secret);
    if (kind().equals("postgresql")) {
      properties.setProperty("connectTimeout", "" + PATIENCE_SECONDS);
      properties.setProperty("ApplicationName", "plimsoll");
    }
    return properties;
  }

  private static synchronized void tell(SQLException fault) {
    if (!connectedOnce && System.getProperty(TOLD) == null) {
      LOG.severe(() -> Obstacle.of(fault));
      System.setProperty(TOLD, "true");
    }
  }

  @Override
  public PrintWriter getLogWriter() {
    return null;
  }

  @Override
  public void setLogWriter(PrintWriter out) {
    // Faults go to the log of the service.
  }

  @Override
  public void setLoginTimeout(int seconds) {
    // The time to wait is fixed above.
  }

  @Override
  public int getLoginTimeout() {
    return PATIENCE_SECONDS;
  }

  @Override
  public Logger getParentLogger() throws SQLFeatureNotSupportedException {
    throw new SQLFeatureNotSupportedException();
  }

  @Override
  public <T> T unwrap(Class<T> type) throws SQLException {
    throw new SQLException("there is nothing inside");
  }

  @Override
  public boolean isWrapperFor(Class<?> type) {
    return false;
  }
}
