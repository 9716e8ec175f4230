package plimsoll.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import plimsoll.delivery.fact.ChangeFact;
import plimsoll.delivery.fact.DeploymentFact;
import plimsoll.delivery.fact.Fact;
import plimsoll.delivery.fact.IncidentFact;
import plimsoll.delivery.fact.TicketFact;
import plimsoll.delivery.metric.Deployment.Commit;
import plimsoll.delivery.metric.Deployment.Outcome;
import plimsoll.delivery.metric.Incident.Cause;

/** On PostgreSQL, because what it does when keys collide is part of what is claimed. */
class EventRowsPropertiesTest {
  private static final Instant BEGIN = Instant.parse("2026-03-01T00:00:00Z");
  private static EmbeddedPostgres postgres;

  /** One connection for all, because to make one takes longer than what is done with it. */
  private static DataSource database;

  @BeforeContainer
  static void start() throws IOException, SQLException {
    postgres = EmbeddedPostgres.start();
    database = kept(postgres.getPostgresDatabase().getConnection());
    try (var sql = EventRows.class.getResourceAsStream("/db/migration/V050__delivery.sql");
        var connection = database.getConnection();
        var statement = connection.createStatement()) {
      statement.execute(new String(sql.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  private static DataSource kept(Connection connection) {
    var open =
        proxy(
            Connection.class,
            (it, method, values) ->
                method.getName().equals("close") ? null : method.invoke(connection, values));
    return proxy(DataSource.class, (it, method, values) -> open);
  }

  private static <T> T proxy(Class<T> type, InvocationHandler handler) {
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
  }

  @AfterContainer
  static void stop() throws IOException {
    postgres.close();
  }

  @Property(tries = 25)
  void orderAndRepetitionAndTheCutIntoBatchesChangeNoRow(@ForAll long seed) throws SQLException {
    var random = new Random(seed);
    var facts = facts(random);
    var once = "once" + UUID.randomUUID();
    add(once, facts);
    var anyhow = "anyhow" + UUID.randomUUID();
    var left = repeated(facts, random);
    int added = 0;
    while (!left.isEmpty()) {
      var batch = left.subList(0, 1 + random.nextInt(left.size()));
      added += add(anyhow, batch);
      left = left.subList(batch.size(), left.size());
    }
    assertEquals(rows(once), rows(anyhow));
    assertEquals(facts.stream().map(Fact::text).distinct().count(), added, "each is new once");
  }

  @Property(tries = 10)
  void whoChangesWhatIsHeardOf(@ForAll long seed) throws SQLException {
    var facts = facts(new Random(seed));
    var source = "heard" + UUID.randomUUID();
    var heard = new ArrayList<Touched>();
    var rows = eventRows(heard);
    for (var fact : facts) rows.add(List.of(stated(source, fact)), EventRowsPropertiesTest::scope);
    heard.clear();
    for (var fact : facts) rows.add(List.of(stated(source, fact)), EventRowsPropertiesTest::scope);
    assertTrue(heard.isEmpty(), "what was known touches nothing");
    rows.add(
        List.of(stated(source, deployment(new Random(1), 99))), EventRowsPropertiesTest::scope);
    assertEquals(1, heard.size());
    assertFalse(heard.get(0).now().scope().isEmpty());
  }

  /** As if only what holds had ever come: what newer rules state, and what is forgotten. */
  @Property(tries = 25)
  void whatNoKeptDeliveryStatesAnyMoreGoesAndAllElseStays(@ForAll long seed) throws SQLException {
    var random = new Random(seed);
    var source = "reread" + UUID.randomUUID();
    var facts = facts(random);
    var holds = new ArrayList<Fact>();
    var rows = eventRows(new ArrayList<>());
    for (var text : facts.stream().map(Fact::text).distinct().toList()) {
      var fact = facts.stream().filter(one -> one.text().equals(text)).findFirst().orElseThrow();
      var stated = stated(source, fact);
      boolean kept = random.nextBoolean();
      boolean stillStated = random.nextBoolean();
      rows.add(List.of(stated), EventRowsPropertiesTest::scope);
      keep(stated, kept, stillStated);
      if (!kept || stillStated) holds.add(fact);
    }
    var after = new UUID(0, 0);
    for (var some = rows.some(source, after, 4); !some.isEmpty(); ) {
      rows.withdraw(some, EventRowsPropertiesTest::scope);
      some = rows.some(source, some.get(some.size() - 1).id(), 4);
    }
    var wanted = "wanted" + UUID.randomUUID();
    add(wanted, holds);
    assertEquals(rows(wanted), rows(source));
    assertEquals(versions(wanted), versions(source));
  }

  private static void keep(Stated stated, boolean kept, boolean stillStated) throws SQLException {
    try (var connection = database.getConnection()) {
      var receipt =
          Receipt.of(
              stated.delivery(),
              stated.source(),
              "test",
              Receipt.State.FOLDED,
              new Taken(1, 0, 0, List.of(), List.of()),
              BEGIN);
      new DeliveryTable(connection).insert(receipt, "{}", kept ? new byte[] {1} : null);
      if (stillStated) new Restated(connection).add(List.of(stated));
    }
  }

  private static long versions(String source) throws SQLException {
    try (var connection = database.getConnection();
        var statement =
            connection.prepareStatement(
                "select count(*) from event_version v join event e on e.id = v.event"
                    + " where e.source = ?")) {
      statement.setString(1, source);
      try (var found = statement.executeQuery()) {
        found.next();
        return found.getLong(1);
      }
    }
  }

  private static List<Fact> repeated(List<Fact> facts, Random random) {
    var all = new ArrayList<>(facts);
    random.ints(facts.size(), 0, facts.size()).forEach(i -> all.add(facts.get(i)));
    Collections.shuffle(all, random);
    return all;
  }

  private static int add(String source, List<Fact> facts) {
    var stated = facts.stream().map(fact -> stated(source, fact)).toList();
    return eventRows(new ArrayList<>()).add(stated, EventRowsPropertiesTest::scope).size();
  }

  private static EventRows eventRows(List<Touched> heard) {
    var rows = new EventRows();
    rows.database = database;
    rows.touches =
        new Touches() {
          @Override
          void mark(List<Touched> touched) {
            heard.addAll(touched);
          }
        };
    return rows;
  }

  private static Stated stated(String source, Fact fact) {
    return Stated.of(source, fact, scope(fact), UUID.randomUUID(), BEGIN);
  }

  private static String scope(Fact fact) {
    if (fact instanceof DeploymentFact one) return one.service();
    if (fact instanceof ChangeFact one) return one.repository();
    return fact instanceof IncidentFact one ? one.service() : "";
  }

  private static List<String> rows(String source) throws SQLException {
    try (var connection = database.getConnection();
        var statement =
            connection.prepareStatement(
                "select kind, event_id, scope, at, facts, versions, coalesce(link, '')"
                    + " from event where source = ? order by kind, event_id")) {
      statement.setString(1, source);
      var rows = new ArrayList<String>();
      try (var found = statement.executeQuery()) {
        while (found.next()) {
          var row = new StringBuilder();
          for (int i = 1; i <= 7; i++) row.append(found.getString(i)).append(" | ");
          rows.add(row.toString());
        }
      }
      return rows;
    }
  }

  private static List<Fact> facts(Random random) {
    return IntStream.range(0, 20).<Fact>mapToObj(i -> fact(random)).toList();
  }

  private static Fact fact(Random random) {
    return switch (random.nextInt(4)) {
      case 0 -> deployment(random, random.nextInt(3));
      case 1 ->
          new IncidentFact(
              "i" + random.nextInt(2),
              "service-" + random.nextInt(2),
              at(random),
              random.nextBoolean() ? at(random) : null,
              random.nextBoolean() ? Cause.EXTERNAL : null,
              null,
              List.of("team-" + random.nextInt(3)));
      case 2 ->
          new TicketFact(
              "t" + random.nextInt(2),
              "a",
              null,
              null,
              at(random),
              random.nextBoolean() ? at(random) : null);
      default ->
          new ChangeFact(
              "shop/cart", "c" + random.nextInt(3), "c", at(random), null, at(random), null);
    };
  }

  private static DeploymentFact deployment(Random random, int id) {
    var over = random.nextBoolean();
    return new DeploymentFact(
        "d" + id,
        "service-" + random.nextInt(2),
        null,
        random.nextBoolean() ? "r" + random.nextInt(3) : null,
        null,
        true,
        random.nextBoolean() || !over ? at(random) : null,
        over ? at(random) : null,
        over ? Outcome.values()[random.nextInt(3)] : null,
        null,
        null,
        null,
        null,
        List.of(new Commit("c" + random.nextInt(4), null, null)),
        null,
        null);
  }

  private static Instant at(Random random) {
    return BEGIN.plusSeconds(random.nextInt(20) * 3600L);
  }
}
