package plimsoll.delivery;

import static java.util.stream.Collectors.toMap;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import plimsoll.catalog.Services;
import plimsoll.delivery.metric.Archive;
import plimsoll.delivery.metric.Change;
import plimsoll.delivery.metric.Deployment;
import plimsoll.delivery.metric.Incident;
import plimsoll.delivery.metric.Ticket;

/** The events in the database, as judging asks for them. */
@ApplicationScoped
class EventArchive implements Archive {
  private static final int CHUNK = 5000;
  private static final int LAST = 20;

  /** An outage after the first is named for its number. */
  private static final Pattern AGAIN = Pattern.compile("#\\d+$");

  /** So long after it began an incident may be opened again. */
  private static final Duration REOPENED = Duration.ofDays(90);

  private static final String WHERE =
      " from event where scope <> '" + Services.LEFT_OUT + "' and kind = ?";
  private static final String SELECT = "select " + EventRow.COLUMNS + WHERE;

  @Resource(lookup = "java:app/jdbc/plimsoll")
  DataSource database;

  @Override
  public List<Deployment> deployments(Collection<String> services, Instant from, Instant to) {
    return between(Subject.DEPLOYMENT, services, from, to, EventRow::deployment);
  }

  @Override
  public List<Deployment> deployments(Collection<String> ids) {
    return each(Subject.DEPLOYMENT, "event_id", ids, EventRow::deployment);
  }

  @Override
  public List<Deployment> deploymentsMending(Collection<String> ids) {
    return each(Subject.DEPLOYMENT, "link", ids, EventRow::deployment);
  }

  @Override
  public Map<String, Instant> first(Collection<String> ids) {
    record First(String service, Instant at) {}
    var sql = "select scope, min(at)" + WHERE + " and event_id = any(?) group by scope";
    return chunks(
            ids,
            chunk ->
                Sql.read(
                    database,
                    sql,
                    statement -> {
                      statement.setString(1, Subject.DEPLOYMENT.word());
                      statement.setArray(2, Sql.texts(statement.getConnection(), chunk));
                    },
                    row -> new First(row.getString(1), Sql.time(row, 2))))
        .stream()
        .collect(toMap(First::service, First::at, (a, b) -> a.isBefore(b) ? a : b));
  }

  @Override
  public Deployment last(String service, Instant at) {
    for (int limit = LAST; ; limit *= LAST) {
      var some = lastOf(service, at, limit);
      var last = some.stream().filter(Deployment::reachedProduction).findFirst();
      if (last.isPresent() || some.size() < limit) return last.orElse(null);
    }
  }

  /** Of several that ended at one moment the order of their names decides, as in judging. */
  private List<Deployment> lastOf(String service, Instant at, int limit) {
    return read(
        SELECT + " and scope = ? and at <= ? order by at desc, source desc, event_id desc limit ?",
        statement -> {
          statement.setString(1, Subject.DEPLOYMENT.word());
          statement.setString(2, service);
          statement.setObject(3, Sql.time(at));
          statement.setInt(4, limit);
        },
        EventRow::deployment);
  }

  @Override
  public List<Incident> incidents(Collection<String> services, Instant from, Instant to) {
    return between(Subject.INCIDENT, services, from.minus(REOPENED), to, EventRow::incidents)
        .stream()
        .flatMap(List::stream)
        .filter(one -> !one.startedAt().isBefore(from) && !one.startedAt().isAfter(to))
        .toList();
  }

  @Override
  public List<Incident> incidents(Collection<String> ids) {
    var wanted = Set.copyOf(ids);
    var events = ids.stream().map(id -> AGAIN.matcher(id).replaceFirst("")).toList();
    return each(Subject.INCIDENT, "event_id", concat(ids, events), EventRow::incidents).stream()
        .flatMap(List::stream)
        .filter(one -> wanted.contains(one.id()))
        .toList();
  }

  @Override
  public List<Incident> incidentsCausedBy(Collection<String> ids) {
    return each(Subject.INCIDENT, "link", ids, EventRow::incidents).stream()
        .flatMap(List::stream)
        .toList();
  }

  @Override
  public List<Ticket> tickets(Collection<String> ids) {
    return each(Subject.TICKET, "event_id", ids, EventRow::ticket);
  }

  @Override
  public List<Change> changes(Collection<String> commits) {
    return each(Subject.CHANGE, "link", commits, EventRow::change);
  }

  @Override
  public List<Change> changes(String repository, Instant after, Instant until) {
    return between(Subject.CHANGE, List.of(repository), after, until, EventRow::change).stream()
        .filter(one -> one.mergedAt().isAfter(after))
        .toList();
  }

  private <T> List<T> between(
      Subject kind, Collection<String> scopes, Instant from, Instant to, Function<EventRow, T> as) {
    return read(
        SELECT + " and scope = any(?) and at >= ? and at <= ?",
        statement -> {
          statement.setString(1, kind.word());
          statement.setArray(2, Sql.texts(statement.getConnection(), scopes));
          statement.setObject(3, Sql.time(from));
          statement.setObject(4, Sql.time(to));
        },
        as);
  }

  private <T> List<T> each(
      Subject kind, String column, Collection<String> values, Function<EventRow, T> as) {
    return chunks(
        values,
        chunk ->
            read(
                SELECT + " and " + column + " = any(?)",
                statement -> {
                  statement.setString(1, kind.word());
                  statement.setArray(2, Sql.texts(statement.getConnection(), chunk));
                },
                as));
  }

  private <T> List<T> read(String sql, Sql.Filling filling, Function<EventRow, T> as) {
    return Sql.read(database, sql, filling, row -> as.apply(EventRow.of(row)));
  }

  private static Set<String> concat(Collection<String> some, Collection<String> more) {
    var all = new HashSet<>(some);
    all.addAll(more);
    return all;
  }

  private static <T> List<T> chunks(
      Collection<String> values, Function<List<String>, List<T>> read) {
    var all = List.copyOf(values);
    var found = new ArrayList<T>();
    for (int i = 0; i < all.size(); i += CHUNK) {
      found.addAll(read.apply(all.subList(i, Math.min(all.size(), i + CHUNK))));
    }
    return found;
  }
}
