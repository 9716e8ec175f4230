package plimsoll.delivery;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import javax.sql.DataSource;

/** Plain SQL where rows are too many for entities. It takes part in the transaction that is on. */
final class Sql {
  /** In a transaction and by pages, because PostgreSQL else sends everything at once. */
  private static final int FETCH = 2000;

  private Sql() {}

  /** Sets the parameters of a statement. */
  interface Filling {
    void fill(PreparedStatement statement) throws SQLException;
  }

  /** Makes something of a row. */
  interface Row<T> {
    T of(ResultSet row) throws SQLException;
  }

  /** Adds one row to a batch. */
  interface Batch<T> {
    void fill(PreparedStatement statement, T one) throws SQLException;
  }

  static <T> List<T> read(DataSource database, String sql, Filling filling, Row<T> row) {
    try (var connection = database.getConnection();
        var statement = connection.prepareStatement(sql)) {
      statement.setFetchSize(FETCH);
      filling.fill(statement);
      var all = new ArrayList<T>();
      try (var rows = statement.executeQuery()) {
        while (rows.next()) all.add(row.of(rows));
      }
      return all;
    } catch (SQLException e) {
      throw failed(sql, e);
    }
  }

  static void write(DataSource database, String sql, Filling filling) {
    try (var connection = database.getConnection();
        var statement = connection.prepareStatement(sql)) {
      filling.fill(statement);
      statement.executeUpdate();
    } catch (SQLException e) {
      throw failed(sql, e);
    }
  }

  static <T> void writeAll(DataSource database, String sql, Collection<T> all, Batch<T> batch) {
    if (all.isEmpty()) return;
    try (var connection = database.getConnection();
        var statement = connection.prepareStatement(sql)) {
      for (var one : all) {
        batch.fill(statement, one);
        statement.addBatch();
      }
      statement.executeBatch();
    } catch (SQLException e) {
      throw failed(sql, e);
    }
  }

  /** For {@code = any(?)}. */
  static java.sql.Array texts(Connection connection, Collection<String> all) throws SQLException {
    return connection.createArrayOf("varchar", all.toArray());
  }

  static OffsetDateTime time(Instant at) {
    return at == null ? null : at.atOffset(ZoneOffset.UTC);
  }

  /** Null for null. */
  static Instant time(ResultSet row, int column) throws SQLException {
    var at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }

  private static IllegalStateException failed(String sql, SQLException e) {
    return new IllegalStateException("not done: " + sql, e);
  }
}
