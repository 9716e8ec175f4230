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
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/** The SQL of the tables {@code event} and {@code event_version}, over one connection. */
final class EventTable {
  private static final int CHUNK = 1000;
  private static final String SELECT = "select " + EventRow.COLUMNS + " from event where ";
  private static final String INSERT = "insert into event (" + EventRow.COLUMNS + ") ";

  private final Connection connection;
  private final boolean postgresql;

  EventTable(Connection connection) throws SQLException {
    this.connection = connection;
    postgresql = connection.getMetaData().getDatabaseProductName().equals("PostgreSQL");
  }

  /**
   * Inserts those that are not there.
   *
   * @return their ids
   */
  Set<UUID> insert(List<EventRow> rows) throws SQLException {
    return postgresql ? insertAtOnce(rows) : insertUnknown(rows);
  }

  /** One statement for all; who comes second waits for the first, and then does nothing. */
  private Set<UUID> insertAtOnce(List<EventRow> rows) throws SQLException {
    var sql =
        INSERT
            + "select * from unnest(cast(? as uuid[]), cast(? as text[]), cast(? as text[]),"
            + " cast(? as text[]), cast(? as text[]), cast(? as timestamptz[]), cast(? as text[]),"
            + " cast(? as integer[]), cast(? as timestamptz[]), cast(? as uuid[]),"
            + " cast(? as text[]))"
            + " on conflict do nothing returning id";
    try (var statement = connection.prepareStatement(sql)) {
      array(statement, 1, "uuid", rows, EventRow::id);
      array(statement, 2, "text", rows, EventRow::source);
      array(statement, 3, "text", rows, row -> row.kind().word());
      array(statement, 4, "text", rows, EventRow::eventId);
      array(statement, 5, "text", rows, EventRow::scope);
      array(statement, 6, "text", rows, row -> row.at().toString());
      array(statement, 7, "text", rows, EventRow::facts);
      array(statement, 8, "integer", rows, EventRow::versions);
      array(statement, 9, "text", rows, row -> row.receivedAt().toString());
      array(statement, 10, "uuid", rows, EventRow::delivery);
      array(statement, 11, "text", rows, EventRow::link);
      return ids(statement);
    }
  }

  private void array(
      PreparedStatement statement,
      int at,
      String type,
      List<EventRow> rows,
      Function<EventRow, Object> column)
      throws SQLException {
    statement.setArray(at, connection.createArrayOf(type, rows.stream().map(column).toArray()));
  }

  /** H2 has no such statement; a key that somebody else inserts meanwhile is a collision. */
  private Set<UUID> insertUnknown(List<EventRow> rows) throws SQLException {
    var known = known(rows.stream().map(EventRow::id).toList());
    var inserted = new HashSet<UUID>();
    try (var statement =
        connection.prepareStatement(INSERT + "values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
      for (var row : rows) {
        if (known.contains(row.id())) continue;
        fill(statement, row);
        statement.addBatch();
        inserted.add(row.id());
      }
      if (!inserted.isEmpty()) statement.executeBatch();
    }
    return inserted;
  }

  private Set<UUID> known(List<UUID> all) throws SQLException {
    var known = new HashSet<UUID>();
    for (var ids : chunks(all)) {
      try (var statement = over("select id from event where id = any(?)", ids)) {
        known.addAll(ids(statement));
      }
    }
    return known;
  }

  private static Set<UUID> ids(PreparedStatement statement) throws SQLException {
    var ids = new HashSet<UUID>();
    try (var rows = statement.executeQuery()) {
      while (rows.next()) ids.add(rows.getObject(1, UUID.class));
    }
    return ids;
  }

  private static void fill(PreparedStatement statement, EventRow row) throws SQLException {
    statement.setObject(1, row.id());
    statement.setString(2, row.source());
    statement.setString(3, row.kind().word());
    statement.setString(4, row.eventId());
    statement.setString(5, row.scope());
    statement.setObject(6, time(row.at()));
    statement.setString(7, row.facts());
    statement.setInt(8, row.versions());
    statement.setObject(9, time(row.receivedAt()));
    statement.setObject(10, row.delivery());
    statement.setString(11, row.link());
  }

  /** Those of them that are there, in the order of their ids, locked until the transaction ends. */
  List<EventRow> lock(Collection<UUID> events) throws SQLException {
    var found = new ArrayList<EventRow>();
    for (var ids : chunks(List.copyOf(events))) {
      try (var statement = over(SELECT + "id = any(?) order by id for update", ids);
          var rows = statement.executeQuery()) {
        while (rows.next()) found.add(EventRow.of(rows));
      }
    }
    return found;
  }

  /**
   * Deployments and incidents of some services, in the order of their ids, locked until the
   * transaction ends.
   *
   * @param after the last id of those before
   */
  List<EventRow> lockScopes(Collection<String> scopes, UUID after) throws SQLException {
    var found = new ArrayList<EventRow>();
    var sql =
        SELECT
            + "scope = any(?) and kind in ('deployment', 'incident') and id > ? order by id limit "
            + CHUNK
            + " for update";
    try (var statement = connection.prepareStatement(sql)) {
      statement.setArray(1, connection.createArrayOf("varchar", scopes.toArray()));
      statement.setObject(2, after);
      try (var rows = statement.executeQuery()) {
        while (rows.next()) found.add(EventRow.of(rows));
      }
    }
    return found;
  }

  /** The versions of events that have more than one. */
  Map<UUID, List<Stated>> versions(List<EventRow> events) throws SQLException {
    var versions = new HashMap<UUID, List<Stated>>();
    var byId = new HashMap<UUID, EventRow>();
    events.forEach(event -> byId.put(event.id(), event));
    for (var ids : chunks(List.copyOf(byId.keySet()))) {
      var sql =
          "select event, facts, received_at, delivery from event_version where event = any(?)";
      try (var statement = over(sql, ids);
          var rows = statement.executeQuery()) {
        while (rows.next()) {
          var event = byId.get(rows.getObject(1, UUID.class));
          versions.computeIfAbsent(event.id(), id -> new ArrayList<>()).add(version(event, rows));
        }
      }
    }
    return versions;
  }

  private static Stated version(EventRow event, ResultSet row) throws SQLException {
    return new Stated(
        event.source(),
        event.kind().read(row.getString(2)),
        row.getString(2),
        event.scope(),
        row.getObject(4, UUID.class),
        row.getObject(3, OffsetDateTime.class).toInstant());
  }

  void insertVersions(List<Stated> versions) throws SQLException {
    if (versions.isEmpty()) return;
    var sql =
        "insert into event_version (id, event, facts, received_at, delivery) values (?, ?, ?, ?, ?)";
    try (var statement = connection.prepareStatement(sql)) {
      for (var one : versions) {
        statement.setObject(1, one.version());
        statement.setObject(2, one.event());
        statement.setString(3, one.facts());
        statement.setObject(4, time(one.receivedAt()));
        statement.setObject(5, one.delivery());
        statement.addBatch();
      }
      statement.executeBatch();
    }
  }

  void update(List<EventRow> rows) throws SQLException {
    if (rows.isEmpty()) return;
    var sql =
        "update event set scope = ?, at = ?, facts = ?, versions = ?, link = ?,"
            + " received_at = ?, delivery = ? where id = ?";
    try (var statement = connection.prepareStatement(sql)) {
      for (var row : rows) {
        statement.setString(1, row.scope());
        statement.setObject(2, time(row.at()));
        statement.setString(3, row.facts());
        statement.setInt(4, row.versions());
        statement.setString(5, row.link());
        statement.setObject(6, time(row.receivedAt()));
        statement.setObject(7, row.delivery());
        statement.setObject(8, row.id());
        statement.addBatch();
      }
      statement.executeBatch();
    }
  }

  /** Some events of a source in the order of their ids, after one of them. */
  List<EventRow> some(String source, UUID after, int limit) throws SQLException {
    var some = new ArrayList<EventRow>();
    try (var statement =
        connection.prepareStatement(SELECT + "source = ? and id > ? order by id limit ?")) {
      statement.setString(1, source);
      statement.setObject(2, after);
      statement.setInt(3, limit);
      try (var rows = statement.executeQuery()) {
        while (rows.next()) some.add(EventRow.of(rows));
      }
    }
    return some;
  }

  /**
   * Takes versions away, and rewrites or deletes the rows that they were part of.
   *
   * @param touched what the rows are without them
   */
  void withdraw(List<Touched> touched, List<UUID> versions) throws SQLException {
    var left = touched.stream().map(Touched::now).filter(Objects::nonNull).toList();
    var gone = touched.stream().filter(one -> one.now() == null).map(one -> one.before().id());
    delete("delete from event_version where id = any(?)", versions);
    // What is left of one version alone stands in its row.
    delete(
        "delete from event_version where event = any(?)",
        left.stream().filter(row -> row.versions() == 1).map(EventRow::id).toList());
    delete("delete from event where id = any(?)", gone.toList());
    update(left);
  }

  private void delete(String sql, List<UUID> ids) throws SQLException {
    if (ids.isEmpty()) return;
    try (var statement = over(sql, ids)) {
      statement.executeUpdate();
    }
  }

  private PreparedStatement over(String sql, List<UUID> ids) throws SQLException {
    var statement = connection.prepareStatement(sql);
    statement.setArray(1, connection.createArrayOf("uuid", ids.toArray()));
    return statement;
  }

  private static OffsetDateTime time(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }

  private static <T> List<List<T>> chunks(List<T> all) {
    var chunks = new ArrayList<List<T>>();
    for (int i = 0; i < all.size(); i += CHUNK) {
      chunks.add(all.subList(i, Math.min(all.size(), i + CHUNK)));
    }
    return chunks;
  }
}
