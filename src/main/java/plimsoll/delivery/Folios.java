package plimsoll.delivery;

import static java.util.stream.Collectors.toMap;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import javax.sql.DataSource;
import plimsoll.delivery.metric.Brought;
import plimsoll.delivery.metric.Folio;
import plimsoll.delivery.metric.FolioCodec;
import plimsoll.delivery.metric.Outline;
import plimsoll.delivery.metric.Outline.Told;
import plimsoll.delivery.metric.Shelf;

/** The tables {@code folio} and {@code folio_watch}. */
@ApplicationScoped
class Folios implements Shelf {
  private static final String OUTLINE =
      "select service, week, first_at, last_at, told from folio where edition = ?";
  private static final Told[] TOLD = Told.values();

  @Resource(lookup = "java:app/jdbc/plimsoll")
  DataSource database;

  List<Outline> outlines() {
    return Sql.read(
        database,
        OUTLINE,
        statement -> statement.setString(1, FolioCodec.EDITION),
        Folios::outline);
  }

  @Override
  public NavigableMap<LocalDate, Outline> outlines(String service) {
    return Sql.read(
            database,
            OUTLINE + " and service = ?",
            statement -> {
              statement.setString(1, FolioCodec.EDITION);
              statement.setString(2, service);
            },
            Folios::outline)
        .stream()
        .collect(toMap(Outline::week, one -> one, (one, other) -> one, TreeMap::new));
  }

  @Override
  public NavigableMap<LocalDate, Brought> brought(String service) {
    return brought(List.of(service)).getOrDefault(service, new TreeMap<>());
  }

  Map<String, NavigableMap<LocalDate, Brought>> brought(Collection<String> services) {
    record Row(String service, LocalDate week, Brought brought) {}
    var all = new HashMap<String, NavigableMap<LocalDate, Brought>>();
    Sql.read(
            database,
            "select service, week, brought from folio where edition = ? and service = any(?)",
            statement -> {
              statement.setString(1, FolioCodec.EDITION);
              statement.setArray(2, Sql.texts(statement.getConnection(), services));
            },
            row ->
                new Row(
                    row.getString(1),
                    row.getObject(2, LocalDate.class),
                    FolioCodec.unpackBrought(row.getBytes(3))))
        .forEach(
            row ->
                all.computeIfAbsent(row.service, service -> new TreeMap<>())
                    .put(row.week, row.brought));
    return all;
  }

  @Override
  public Collection<String> watching(String what) {
    return Sql.read(
        database,
        "select service from folio_watch where watched = ?",
        statement -> statement.setString(1, what),
        row -> row.getString(1));
  }

  /**
   * Folios of the weeks from one to another, both included.
   *
   * @param names true where the names of single records are needed too
   */
  List<Folio> read(LocalDate from, LocalDate to, boolean names) {
    return Sql.read(
        database,
        "select service, week, reach, content"
            + (names ? ", names" : "")
            + " from folio where edition = ? and week >= ? and week <= ?",
        statement -> {
          statement.setString(1, FolioCodec.EDITION);
          statement.setObject(2, from);
          statement.setObject(3, to);
        },
        row -> folio(row, names));
  }

  private static Folio folio(ResultSet row, boolean names) throws SQLException {
    return FolioCodec.unpack(
        row.getString(1),
        row.getObject(2, LocalDate.class),
        row.getBytes(4),
        names ? row.getBytes(5) : null,
        Brought.NOTHING,
        Sql.time(row, 3));
  }

  /** The first week of each service that a data cut changes. */
  Map<String, LocalDate> changedBy(Instant asOf) {
    record First(String service, LocalDate week) {}
    return Sql.read(
            database,
            "select service, min(week) from folio where edition = ? and reach > ? group by service",
            statement -> {
              statement.setString(1, FolioCodec.EDITION);
              statement.setObject(2, Sql.time(asOf));
            },
            row -> new First(row.getString(1), row.getObject(2, LocalDate.class)))
        .stream()
        .collect(toMap(First::service, First::week));
  }

  /** Services of which something was judged by other rules or written in another form. */
  List<String> ofOtherEditions() {
    return Sql.read(
        database,
        "select distinct service from folio where edition < ? or edition > ?",
        statement -> {
          statement.setString(1, FolioCodec.EDITION);
          statement.setString(2, FolioCodec.EDITION);
        },
        row -> row.getString(1));
  }

  /** Puts others in the place of all that stands of services from a week on. */
  void replace(Collection<String> services, LocalDate week, List<Folio> folios) {
    Sql.write(
        database,
        "delete from folio where service = any(?) and week >= ?",
        statement -> {
          statement.setArray(1, Sql.texts(statement.getConnection(), services));
          statement.setObject(2, week);
        });
    Sql.writeAll(
        database,
        "insert into folio (service, week, edition, first_at, last_at, told, reach, content, names,"
            + " brought) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        folios,
        Folios::fill);
    watch(services, folios);
  }

  private static void fill(PreparedStatement statement, Folio folio) throws SQLException {
    var outline = Outline.of(folio);
    var packed = FolioCodec.pack(folio);
    statement.setString(1, folio.service());
    statement.setObject(2, folio.week());
    statement.setString(3, FolioCodec.EDITION);
    statement.setObject(4, Sql.time(outline.first()));
    statement.setObject(5, Sql.time(outline.last()));
    statement.setInt(6, outline.told().stream().mapToInt(one -> 1 << one.ordinal()).sum());
    statement.setObject(7, Sql.time(folio.reach()));
    statement.setBytes(8, packed.content());
    statement.setBytes(9, packed.names());
    statement.setBytes(10, packed.brought());
  }

  private record Watch(String service, String watched) {}

  /** What is watched no more is left, and costs nothing but a look. */
  private void watch(Collection<String> services, List<Folio> folios) {
    Set<Watch> all = new HashSet<>();
    for (var folio : folios) {
      folio.brought().watched().forEach(what -> all.add(new Watch(folio.service(), what)));
    }
    Sql.read(
            database,
            "select service, watched from folio_watch where service = any(?)",
            statement -> statement.setArray(1, Sql.texts(statement.getConnection(), services)),
            row -> new Watch(row.getString(1), row.getString(2)))
        .forEach(all::remove);
    Sql.writeAll(
        database,
        "insert into folio_watch (service, watched) values (?, ?)",
        all,
        (statement, one) -> {
          statement.setString(1, one.service());
          statement.setString(2, one.watched());
        });
  }

  private static Outline outline(ResultSet row) throws SQLException {
    var told = EnumSet.noneOf(Told.class);
    int bits = row.getInt(5);
    for (var one : TOLD) {
      if ((bits >>> one.ordinal() & 1) == 1) told.add(one);
    }
    return new Outline(
        row.getString(1),
        row.getObject(2, LocalDate.class),
        Sql.time(row, 3),
        Sql.time(row, 4),
        told);
  }
}
