package plimsoll.delivery;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** The SQL of the table {@code restated}: the versions that deliveries of a source state now. */
final class Restated {
  private static final int CHUNK = 1000;

  private final Connection connection;

  Restated(Connection connection) {
    this.connection = connection;
  }

  void add(List<Stated> stated) throws SQLException {
    for (int i = 0; i < stated.size(); i += CHUNK) {
      addSome(stated.subList(i, Math.min(stated.size(), i + CHUNK)));
    }
  }

  /** Under the turn of the inbox, so that nobody else adds the same. */
  private void addSome(List<Stated> stated) throws SQLException {
    var seen = among(stated.stream().map(Stated::version).toList());
    var sql = "insert into restated (source, version) values (?, ?)";
    try (var statement = connection.prepareStatement(sql)) {
      for (var one : stated) {
        var version = one.version();
        if (!seen.add(version)) continue;
        statement.setString(1, one.source());
        statement.setObject(2, version);
        statement.addBatch();
      }
      statement.executeBatch();
    }
  }

  /** Those of some versions that are stated. */
  Set<UUID> among(Collection<UUID> versions) throws SQLException {
    return those("select version from restated where version = any(?)", versions);
  }

  /** Those of some deliveries that are kept and could be read. */
  Set<UUID> kept(Collection<UUID> deliveries) throws SQLException {
    return those(
        "select id from delivery where id = any(?) and body is not null and state <> 'stuck'",
        deliveries);
  }

  private Set<UUID> those(String sql, Collection<UUID> ids) throws SQLException {
    var found = new HashSet<UUID>();
    try (var statement = connection.prepareStatement(sql)) {
      statement.setArray(1, connection.createArrayOf("uuid", ids.toArray()));
      try (var rows = statement.executeQuery()) {
        while (rows.next()) found.add(rows.getObject(1, UUID.class));
      }
    }
    return found;
  }

  void forget(String source) throws SQLException {
    try (var statement = connection.prepareStatement("delete from restated where source = ?")) {
      statement.setString(1, source);
      statement.executeUpdate();
    }
  }
}
