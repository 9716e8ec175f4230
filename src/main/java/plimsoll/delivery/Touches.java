package plimsoll.delivery;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import plimsoll.delivery.metric.Touch;
import plimsoll.delivery.metric.Touch.Kind;

/** Hears of every event that changes, in the transaction in which it does. */
@ApplicationScoped
class Touches {
  private static final Instant EVER = Instant.parse("2000-01-03T00:00:00Z");

  @Resource(lookup = "java:app/jdbc/plimsoll")
  DataSource database;

  /**
   * What was said, as it stands in its table.
   *
   * @param id of its row
   */
  record Kept(UUID id, Touch touch) {}

  /**
   * Marks what was computed from these as no longer true.
   *
   * @param touched some thousand at most
   */
  void mark(List<Touched> touched) {
    var all = new ArrayList<Touch>();
    for (var one : touched) {
      add(one.before(), all);
      add(one.now(), all);
    }
    keep(Touch.together(all));
  }

  /** Marks everything of services as no longer true, as when the rules for them change. */
  void markAll(Collection<String> services) {
    keep(services.stream().map(one -> Touch.of(one, EVER)).toList());
  }

  void keep(Collection<Touch> touches) {
    Sql.writeAll(
        database,
        "insert into touch (id, kind, scope, at, names) values (?, ?, ?, ?, ?)",
        touches,
        (statement, one) -> {
          statement.setObject(1, UUID.randomUUID());
          statement.setString(2, one.kind().name());
          statement.setString(3, one.scope());
          statement.setObject(4, Sql.time(one.at()));
          statement.setString(5, String.join("\n", one.names()));
        });
  }

  /** Some that were said of events, locked until the transaction ends. */
  List<Kept> lockSome(int limit) {
    return read(
        "where kind <> ? order by id limit ? for update",
        statement -> {
          statement.setString(1, Kind.SERVICE.name());
          statement.setInt(2, limit);
        });
  }

  /** What was said of services, without a lock. */
  List<Kept> ofServices() {
    return read("where kind = ?", statement -> statement.setString(1, Kind.SERVICE.name()));
  }

  /** The same of some services, locked until the transaction ends. */
  List<Kept> lock(Collection<String> services) {
    return read(
        "where kind = ? and scope = any(?) order by id for update",
        statement -> {
          statement.setString(1, Kind.SERVICE.name());
          statement.setArray(2, Sql.texts(statement.getConnection(), services));
        });
  }

  void remove(List<Kept> done) {
    Sql.writeAll(
        database,
        "delete from touch where id = ?",
        done,
        (statement, one) -> statement.setObject(1, one.id()));
  }

  private List<Kept> read(String where, Sql.Filling filling) {
    return Sql.read(
        database,
        "select id, kind, scope, at, names from touch " + where,
        filling,
        row ->
            new Kept(
                row.getObject(1, UUID.class),
                new Touch(
                    Kind.valueOf(row.getString(2)),
                    row.getString(3),
                    Sql.time(row, 4),
                    Set.copyOf(row.getString(5).lines().toList()))));
  }

  private static void add(EventRow row, List<Touch> all) {
    if (row == null) return;
    switch (row.kind()) {
      case DEPLOYMENT -> all.add(Touch.of(row.deployment(), row.at()));
      case INCIDENT -> row.incidents().forEach(one -> all.add(Touch.of(one)));
      case TICKET -> all.add(Touch.of(row.ticket()));
      case CHANGE -> all.add(Touch.of(row.change()));
      case CLAIM -> {
        // It is read as it stands, and nothing is judged of it.
      }
    }
  }
}
