package plimsoll.delivery;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The SQL of the table {@code delivery}, over one connection. */
final class DeliveryTable {
  private static final String UNIQUE = "23505";
  private static final String INSERT =
      "insert into delivery ("
          + Receipt.COLUMNS
          + ", headers, body)"
          + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
  private static final String KEPT = "select id, source, received_at, headers, body from delivery ";

  private final Connection connection;
  private final boolean postgresql;

  DeliveryTable(Connection connection) throws SQLException {
    this.connection = connection;
    postgresql = connection.getMetaData().getDatabaseProductName().equals("PostgreSQL");
  }

  /**
   * False when it is there already. In H2 the key refuses it, in PostgreSQL that would leave a dead
   * row behind.
   *
   * @param body null where nothing is kept
   */
  boolean insert(Receipt receipt, String headers, byte[] body) throws SQLException {
    try (var statement =
        connection.prepareStatement(postgresql ? INSERT + " on conflict do nothing" : INSERT)) {
      statement.setObject(1, receipt.id());
      statement.setString(2, receipt.source());
      statement.setObject(3, time(receipt.receivedAt()));
      statement.setString(4, receipt.what());
      statement.setString(5, receipt.state().word());
      statement.setInt(6, receipt.accepted());
      statement.setInt(7, receipt.duplicates());
      statement.setInt(8, receipt.ignored());
      statement.setInt(9, receipt.problems());
      statement.setString(10, receipt.words());
      statement.setString(11, headers);
      statement.setBytes(12, body);
      return statement.executeUpdate() == 1;
    } catch (SQLException e) {
      if (UNIQUE.equals(e.getSQLState())) return false;
      throw e;
    }
  }

  List<Receipt> latest(String source, int limit) throws SQLException {
    var sql =
        "select "
            + Receipt.COLUMNS
            + " from delivery where source = ? order by received_at desc limit ?";
    try (var statement = connection.prepareStatement(sql)) {
      statement.setString(1, source);
      statement.setInt(2, limit);
      var latest = new ArrayList<Receipt>();
      try (var rows = statement.executeQuery()) {
        while (rows.next()) latest.add(Receipt.of(rows));
      }
      return latest;
    }
  }

  /** Waits until nobody else folds, and holds others off until the transaction ends. */
  void awaitTurn() throws SQLException {
    try (var statement = connection.prepareStatement("select id from inbox for update");
        var rows = statement.executeQuery()) {
      rows.next();
    }
  }

  /** When the last of those that wait came; null when none waits. */
  Instant lastWaiting() throws SQLException {
    try (var statement =
            connection.prepareStatement(
                "select received_at from delivery where state = 'waiting'"
                    + " order by state desc, received_at desc limit 1");
        var rows = statement.executeQuery()) {
      return rows.next() ? rows.getObject(1, OffsetDateTime.class).toInstant() : null;
    }
  }

  /** How many wait, but not counted further than a limit. */
  int waiting(int limit) throws SQLException {
    try (var statement =
        connection.prepareStatement(
            "select count(*) from (select 1 from delivery where state = 'waiting' limit ?) w")) {
      statement.setInt(1, limit);
      try (var rows = statement.executeQuery()) {
        rows.next();
        return rows.getInt(1);
      }
    }
  }

  /** The first of those that wait and came by a moment, oldest first. */
  List<Kept> waiting(Instant until, int limit) throws SQLException {
    try (var statement =
        connection.prepareStatement(
            KEPT
                + "where state = 'waiting' and received_at <= ? order by received_at, id limit ?")) {
      statement.setObject(1, time(until));
      statement.setInt(2, limit);
      return kept(statement);
    }
  }

  /** Those of a source that are kept and no longer wait, after one of them, oldest first. */
  List<Kept> kept(String source, Instant after, UUID afterId, int limit) throws SQLException {
    try (var statement =
        connection.prepareStatement(
            KEPT
                + "where source = ? and (received_at > ? or received_at = ? and id > ?)"
                + " and body is not null and state <> 'waiting'"
                + " order by received_at, id limit ?")) {
      statement.setString(1, source);
      statement.setObject(2, time(after));
      statement.setObject(3, time(after));
      statement.setObject(4, afterId);
      statement.setInt(5, limit);
      return kept(statement);
    }
  }

  /** One of a source; null when there is none, or nothing of it is kept. */
  Kept kept(String source, UUID id) throws SQLException {
    try (var statement =
        connection.prepareStatement(KEPT + "where source = ? and id = ? and body is not null")) {
      statement.setString(1, source);
      statement.setObject(2, id);
      var found = kept(statement);
      return found.isEmpty() ? null : found.get(0);
    }
  }

  /** How many of a source are kept. */
  long kept(String source) throws SQLException {
    try (var statement =
        connection.prepareStatement(
            "select count(*) from delivery where source = ? and body is not null")) {
      statement.setString(1, source);
      try (var rows = statement.executeQuery()) {
        rows.next();
        return rows.getLong(1);
      }
    }
  }

  private static List<Kept> kept(PreparedStatement statement) throws SQLException {
    var kept = new ArrayList<Kept>();
    try (var rows = statement.executeQuery()) {
      while (rows.next()) kept.add(kept(rows));
    }
    return kept;
  }

  private static Kept kept(ResultSet row) throws SQLException {
    return new Kept(
        row.getObject(1, UUID.class),
        row.getString(2),
        row.getObject(3, OffsetDateTime.class).toInstant(),
        row.getString(4),
        row.getBytes(5));
  }

  /**
   * Notes what became of deliveries.
   *
   * @param forget nothing of what was folded is kept
   */
  void note(List<Receipt> receipts, boolean forget) throws SQLException {
    var sql =
        "update delivery set state = ?, accepted = ?, duplicates = ?, ignored = ?, problems = ?,"
            + " words = ?"
            + (forget ? ", body = null" : "")
            + " where id = ?";
    try (var statement = connection.prepareStatement(sql)) {
      for (var one : receipts) {
        statement.setString(1, one.state().word());
        statement.setInt(2, one.accepted());
        statement.setInt(3, one.duplicates());
        statement.setInt(4, one.ignored());
        statement.setInt(5, one.problems());
        statement.setString(6, one.words());
        statement.setObject(7, one.id());
        statement.addBatch();
      }
      statement.executeBatch();
    }
  }

  void setAside(UUID id, String words) throws SQLException {
    try (var statement =
        connection.prepareStatement(
            "update delivery set state = 'stuck', problems = 1, words = ? where id = ?")) {
      statement.setString(1, words);
      statement.setObject(2, id);
      statement.executeUpdate();
    }
  }

  /** Forgets what came before a moment, unless it waits. */
  int forgetBodies(Instant before) throws SQLException {
    return change(
        "update delivery set body = null where body is not null and state <> 'waiting'"
            + " and received_at < ?",
        before);
  }

  int forgetRows(Instant before) throws SQLException {
    return change("delete from delivery where state <> 'waiting' and received_at < ?", before);
  }

  private int change(String sql, Instant before) throws SQLException {
    try (var statement = connection.prepareStatement(sql)) {
      statement.setObject(1, time(before));
      return statement.executeUpdate();
    }
  }

  static OffsetDateTime time(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }
}
