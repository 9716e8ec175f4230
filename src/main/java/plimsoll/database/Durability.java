package plimsoll.database;

import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * Makes the embedded database write each commit before it answers. By itself it waits half a
 * second, and what was committed meanwhile is lost when the process is killed.
 */
final class Durability {
  private Durability() {}

  static void demand(DataSource database) {
    try (var connection = database.getConnection();
        var statement = connection.createStatement()) {
      if (connection.getMetaData().getDatabaseProductName().equals("H2")) {
        statement.execute("set write_delay 0");
      }
    } catch (SQLException e) {
      throw new IllegalStateException("the database does not take its settings", e);
    }
  }
}
