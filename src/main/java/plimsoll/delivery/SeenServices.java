package plimsoll.delivery;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.sql.DataSource;
import plimsoll.delivery.fact.DeploymentFact;

/** What was seen of services: how many events, from when to when, from where. */
@ApplicationScoped
@Transactional
public class SeenServices {
  @Resource(lookup = "java:app/jdbc/plimsoll")
  DataSource database;

  /**
   * What was seen of one service.
   *
   * @param first when the first of its events happened
   * @param repository of its last deployment; null where none names one
   */
  public record Seen(
      long deployments,
      long incidents,
      Instant first,
      Instant last,
      SortedSet<String> sources,
      String repository) {

    private Seen and(Seen other) {
      var both = new TreeSet<>(sources);
      both.addAll(other.sources);
      return new Seen(
          deployments + other.deployments,
          incidents + other.incidents,
          first.isBefore(other.first) ? first : other.first,
          last.isAfter(other.last) ? last : other.last,
          both,
          repository);
    }
  }

  /** By the service's key; without those of which nothing was seen. */
  public Map<String, Seen> of(Collection<String> services) {
    var seen = new TreeMap<String, Seen>();
    try (var connection = database.getConnection();
        var statement =
            connection.prepareStatement(
                "select scope, kind, source, count(*), min(at), max(at) from event"
                    + " where kind in ('deployment', 'incident') and scope = any(?)"
                    + " group by scope, kind, source")) {
      statement.setArray(1, connection.createArrayOf("varchar", services.toArray()));
      try (var rows = statement.executeQuery()) {
        while (rows.next()) seen.merge(rows.getString(1), seen(rows), Seen::and);
      }
      for (var one : seen.entrySet()) {
        one.setValue(from(one.getValue(), repository(connection, one.getKey())));
      }
      return seen;
    } catch (SQLException e) {
      throw new IllegalStateException("events can't be counted", e);
    }
  }

  private static Seen seen(ResultSet row) throws SQLException {
    boolean deployed = row.getString(2).equals(Subject.DEPLOYMENT.word());
    long count = row.getLong(4);
    return new Seen(
        deployed ? count : 0,
        deployed ? 0 : count,
        row.getObject(5, OffsetDateTime.class).toInstant(),
        row.getObject(6, OffsetDateTime.class).toInstant(),
        new TreeSet<>(Set.of(row.getString(3))),
        null);
  }

  private static Seen from(Seen one, String repository) {
    return new Seen(one.deployments, one.incidents, one.first, one.last, one.sources, repository);
  }

  private static String repository(Connection connection, String service) throws SQLException {
    try (var statement =
        connection.prepareStatement(
            "select facts from event where kind = 'deployment' and scope = ?"
                + " order by at desc limit 1")) {
      statement.setString(1, service);
      try (var rows = statement.executeQuery()) {
        return rows.next()
            ? ((DeploymentFact) Subject.DEPLOYMENT.read(rows.getString(1))).repository()
            : null;
      }
    }
  }
}
