package plimsoll.delivery;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import plimsoll.delivery.fact.Fact;

/**
 * What is known of deployments, incidents, tickets and changes. A row is made from all versions of
 * its event in the order of their own times, so neither repetition nor order of delivery changes
 * it. Written by plain SQL, because a history brings millions.
 */
@ApplicationScoped
@Transactional
class EventRows {
  /** As PostgreSQL orders them, so that two batches lock in one order. */
  static final Comparator<UUID> ORDER =
      Comparator.comparing(UUID::getMostSignificantBits, Long::compareUnsigned)
          .thenComparing(UUID::getLeastSignificantBits, Long::compareUnsigned);

  @Resource(lookup = "java:app/jdbc/plimsoll")
  DataSource database;

  @Inject Touches touches;

  /**
   * Adds versions, some thousand at most. Two that add the same may collide; then this throws,
   * nothing is stored, and it can be called again.
   *
   * @param scopes the scope of what versions together state
   * @return those that had not been known
   */
  List<Stated> add(List<Stated> stated, Function<Fact, String> scopes) {
    try (var connection = database.getConnection()) {
      return add(new EventTable(connection), byEvent(stated), scopes);
    } catch (SQLException e) {
      throw new IllegalStateException("events can't be stored", e);
    }
  }

  /**
   * Gives deployments and incidents of some services the services for which they count now.
   *
   * @param scopes keys of the services for which they counted
   */
  void move(Collection<String> scopes, Function<Fact, String> now) {
    try (var connection = database.getConnection()) {
      var table = new EventTable(connection);
      var after = new UUID(0, 0);
      for (var rows = table.lockScopes(scopes, after);
          !rows.isEmpty();
          rows = table.lockScopes(scopes, after)) {
        move(table, rows, now);
        after = rows.get(rows.size() - 1).id();
      }
    } catch (SQLException e) {
      throw new IllegalStateException("events can't be moved", e);
    }
  }

  private void move(EventTable table, List<EventRow> rows, Function<Fact, String> scopes)
      throws SQLException {
    var moved = new ArrayList<Touched>();
    for (var row : rows) {
      var now = row.in(scopes.apply(row.fact()));
      if (!now.scope().equals(row.scope())) moved.add(new Touched(row, now));
    }
    table.update(moved.stream().map(Touched::now).toList());
    touches.mark(moved);
  }

  private List<Stated> add(
      EventTable table, SortedMap<UUID, List<Stated>> stated, Function<Fact, String> scopes)
      throws SQLException {
    var fresh =
        stated.values().stream()
            .map(versions -> made(versions.get(0).alone(), versions, scopes))
            .toList();
    var inserted = table.insert(fresh);
    var added = new ArrayList<Stated>();
    var versions = new ArrayList<Stated>();
    var touched = new ArrayList<Touched>();
    for (var row : fresh) {
      if (!inserted.contains(row.id())) continue;
      touched.add(new Touched(null, row));
      added.addAll(stated.get(row.id()));
      if (row.versions() > 1) versions.addAll(stated.get(row.id()));
    }
    stated.keySet().removeAll(inserted);
    added.addAll(addToKnown(table, stated, scopes, versions, touched));
    table.insertVersions(versions);
    touches.mark(touched);
    return added;
  }

  /** Some events of a source in the order of their ids, after one of them. */
  List<EventRow> some(String source, UUID after, int limit) {
    try (var connection = database.getConnection()) {
      return new EventTable(connection).some(source, after, limit);
    } catch (SQLException e) {
      throw new IllegalStateException("events can't be read", e);
    }
  }

  /**
   * Takes away the versions whose delivery is kept but no longer states them. An event of which
   * none is left goes.
   *
   * @return how many versions went
   */
  int withdraw(List<EventRow> some, Function<Fact, String> scopes) {
    try (var connection = database.getConnection()) {
      return withdraw(new EventTable(connection), new Restated(connection), some, scopes);
    } catch (SQLException e) {
      throw new IllegalStateException("events can't be corrected", e);
    }
  }

  private int withdraw(
      EventTable table, Restated restated, List<EventRow> some, Function<Fact, String> scopes)
      throws SQLException {
    var locked = table.lock(some.stream().map(EventRow::id).toList());
    var versions = table.versions(locked.stream().filter(row -> row.versions() > 1).toList());
    locked.forEach(row -> versions.computeIfAbsent(row.id(), id -> List.of(only(row))));
    var all = versions.values().stream().flatMap(List::stream).toList();
    var stated = restated.among(all.stream().map(Stated::version).toList());
    var kept = restated.kept(all.stream().map(Stated::delivery).collect(Collectors.toSet()));
    var gone =
        all.stream()
            .filter(one -> kept.contains(one.delivery()) && !stated.contains(one.version()))
            .collect(Collectors.toSet());
    var touched = new ArrayList<Touched>();
    for (var row : locked) {
      var left = versions.get(row.id()).stream().filter(one -> !gone.contains(one)).toList();
      if (left.size() < row.versions()) touched.add(new Touched(row, left(row, left, scopes)));
    }
    table.withdraw(touched, gone.stream().map(Stated::version).toList());
    touches.mark(touched);
    return gone.size();
  }

  /** Null when nothing is left. */
  private static EventRow left(EventRow row, List<Stated> left, Function<Fact, String> scopes) {
    if (left.isEmpty()) return null;
    var one = left.get(0);
    var fact = Fact.of(left.stream().map(Stated::fact).toList());
    var scope = scopes.apply(fact);
    return made(
        new Stated(one.source(), fact, fact.text(), scope, one.delivery(), one.receivedAt())
            .alone(),
        left,
        scopes);
  }

  private static List<Stated> addToKnown(
      EventTable table,
      SortedMap<UUID, List<Stated>> stated,
      Function<Fact, String> scopes,
      List<Stated> versions,
      List<Touched> touched)
      throws SQLException {
    var known = table.lock(stated.keySet());
    // Only now, under the locks, nobody else can add a version of these.
    var earlier = table.versions(known.stream().filter(row -> row.versions() > 1).toList());
    var added = new ArrayList<Stated>();
    var changed = new ArrayList<EventRow>();
    for (var row : known) {
      var before = earlier.getOrDefault(row.id(), List.of(only(row)));
      var fresh = unknown(before, stated.get(row.id()));
      if (fresh.isEmpty()) continue;
      if (row.versions() == 1) versions.add(before.get(0));
      versions.addAll(fresh);
      added.addAll(fresh);
      var now = made(row, Stream.concat(before.stream(), fresh.stream()).toList(), scopes);
      changed.add(now);
      touched.add(new Touched(row, now));
    }
    table.update(changed);
    return added;
  }

  /** The one version of an event is its row itself. */
  private static Stated only(EventRow row) {
    return new Stated(
        row.source(), row.fact(), row.facts(), row.scope(), row.delivery(), row.receivedAt());
  }

  private static List<Stated> unknown(List<Stated> known, List<Stated> stated) {
    Set<String> facts = known.stream().map(Stated::facts).collect(Collectors.toSet());
    return stated.stream().filter(one -> facts.add(one.facts())).toList();
  }

  private static EventRow made(EventRow row, List<Stated> versions, Function<Fact, String> scopes) {
    if (versions.size() == 1) return row;
    var fact = Fact.of(versions.stream().map(Stated::fact).toList());
    return new EventRow(
        row.id(),
        row.source(),
        row.kind(),
        row.eventId(),
        scopes.apply(fact),
        Stated.at(fact),
        fact.text(),
        versions.size(),
        row.receivedAt(),
        row.delivery(),
        Stated.link(fact));
  }

  /** Each differing version once, in the order in which rows are locked. */
  private static SortedMap<UUID, List<Stated>> byEvent(List<Stated> stated) {
    var events = new TreeMap<UUID, Map<String, Stated>>(ORDER);
    for (var one : stated) {
      events
          .computeIfAbsent(one.event(), id -> new LinkedHashMap<>())
          .putIfAbsent(one.facts(), one);
    }
    var lists = new TreeMap<UUID, List<Stated>>(ORDER);
    events.forEach((id, versions) -> lists.put(id, List.copyOf(versions.values())));
    return lists;
  }
}
