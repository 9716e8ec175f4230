package plimsoll.delivery;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.sql.DataSource;
import plimsoll.catalog.Services;
import plimsoll.delivery.metric.Deployment;
import plimsoll.delivery.metric.Events;
import plimsoll.delivery.metric.Window;

/** The events that figures are made of. */
@ApplicationScoped
@Transactional
public class DeliveredEvents {
  /**
   * A commit may have arrived in production before the window, a ticket have waited long, and what
   * mends a deployment may come after it.
   */
  private static final Duration AROUND = Duration.ofDays(90);

  private static final int FETCH = 2000;
  private static final String SELECT =
      "select "
          + EventRow.COLUMNS
          + " from event where scope <> '"
          + Services.LEFT_OUT
          + "' and kind = ?";

  @Resource(lookup = "java:app/jdbc/plimsoll")
  DataSource database;

  /**
   * All that judging a window by itself needs: its own events, and those of the 90 days before and
   * after it.
   *
   * @param asOf the data cut; what happened later is left out
   * @param receivedBy what came here later is left out; of an event that came before and was
   *     corrected after it the correction counts
   */
  public Events in(Window window, Instant asOf, Instant receivedBy) {
    var from = window.from().minus(AROUND);
    var until = earlier(window.to().plus(AROUND), asOf);
    var earlier = from.minus(AROUND);
    return new Events(
        all(Subject.DEPLOYMENT, from, until, receivedBy, row -> finished(row.deployment())),
        all(Subject.INCIDENT, from, until, receivedBy, row -> row.incidents().stream()),
        all(Subject.TICKET, earlier, until, receivedBy, row -> Stream.of(row.ticket())),
        all(Subject.CHANGE, earlier, until, receivedBy, row -> Stream.of(row.change())),
        all(Subject.CLAIM, from, until, receivedBy, row -> Stream.of(row.claim())),
        asOf);
  }

  /** What was asked of others around a window, and nothing else. */
  public Events asked(Window window, Instant asOf) {
    var from = window.from().minus(AROUND).minus(AROUND);
    var until = earlier(window.to().plus(AROUND), asOf);
    return new Events(
        List.of(),
        List.of(),
        all(Subject.TICKET, from, until, Instant.MAX, row -> Stream.of(row.ticket())),
        List.of(),
        all(Subject.CLAIM, from, until, Instant.MAX, row -> Stream.of(row.claim())),
        asOf);
  }

  private static Stream<Deployment> finished(Deployment one) {
    return one.finishedAt() == null ? Stream.empty() : Stream.of(one);
  }

  private <T> List<T> all(
      Subject kind,
      Instant from,
      Instant until,
      Instant receivedBy,
      Function<EventRow, Stream<T>> as) {
    var all = new ArrayList<T>();
    each(
        kind,
        from,
        until,
        row -> {
          if (!row.receivedAt().isAfter(receivedBy)) as.apply(row).forEach(all::add);
        });
    return all;
  }

  /** True when anything that happened in a window or soon after it came here after a moment. */
  public boolean cameAfter(Instant moment, Window window) {
    var found = new ArrayList<EventRow>();
    read(
        "select "
            + EventRow.COLUMNS
            + " from event where at >= ? and at < ? and received_at > ? limit 1",
        found::add,
        statement -> {
          statement.setObject(1, window.from().atOffset(ZoneOffset.UTC));
          statement.setObject(2, window.to().plus(AROUND).atOffset(ZoneOffset.UTC));
          statement.setObject(3, moment.atOffset(ZoneOffset.UTC));
        });
    return !found.isEmpty();
  }

  /** Gives every event of a kind in a span to somebody, one after the other. */
  public void each(Subject kind, Instant from, Instant until, Consumer<EventRow> use) {
    read(
        SELECT + " and at >= ? and at < ?",
        use,
        statement -> {
          statement.setString(1, kind.word());
          statement.setObject(2, from.atOffset(ZoneOffset.UTC));
          statement.setObject(3, until.atOffset(ZoneOffset.UTC));
        });
  }

  /**
   * The same for some services or repositories.
   *
   * @param scopes keys of services where the kind is deployment or incident, repositories where it
   *     is change
   */
  public void each(
      Subject kind,
      Collection<String> scopes,
      Instant from,
      Instant until,
      Consumer<EventRow> use) {
    read(
        SELECT + " and scope = any(?) and at >= ? and at < ?",
        use,
        statement -> {
          statement.setString(1, kind.word());
          statement.setArray(2, texts(statement, scopes));
          statement.setObject(3, from.atOffset(ZoneOffset.UTC));
          statement.setObject(4, until.atOffset(ZoneOffset.UTC));
        });
  }

  /** Gives the events that go by some ids to somebody; of one id there may be several sources. */
  public void each(Subject kind, Collection<String> ids, Consumer<EventRow> use) {
    read(
        SELECT + " and event_id = any(?)",
        use,
        statement -> {
          statement.setString(1, kind.word());
          statement.setArray(2, texts(statement, ids));
        });
  }

  /** When the first and the last known deployment ended; null when there is none. */
  public Span span() {
    var first = end("asc");
    return first == null ? null : new Span(first, end("desc"));
  }

  /** From the first to the last. */
  public record Span(Instant first, Instant last) {}

  private Instant end(String direction) {
    var found = new ArrayList<Instant>();
    read(
        SELECT + " order by at " + direction + " limit 1",
        row -> found.add(row.at()),
        statement -> statement.setString(1, Subject.DEPLOYMENT.word()));
    return found.isEmpty() ? null : found.get(0);
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  /** In a transaction and by pages, because PostgreSQL else sends everything at once. */
  private void read(String sql, Consumer<EventRow> use, Filled filled) {
    try (var connection = database.getConnection();
        var statement = connection.prepareStatement(sql)) {
      statement.setFetchSize(FETCH);
      filled.fill(statement);
      try (var rows = statement.executeQuery()) {
        while (rows.next()) use.accept(EventRow.of(rows));
      }
    } catch (SQLException e) {
      throw new IllegalStateException("events can't be read", e);
    }
  }

  private static java.sql.Array texts(PreparedStatement statement, Collection<String> all)
      throws SQLException {
    return statement.getConnection().createArrayOf("varchar", all.toArray());
  }

  private interface Filled {
    void fill(PreparedStatement statement) throws SQLException;
  }
}
