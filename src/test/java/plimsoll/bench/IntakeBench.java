package plimsoll.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Enumeration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import plimsoll.bench.Line.Request;

/** How fast events come in, on PostgreSQL, beside the least that stores as much. */
final class IntakeBench {
  private static final double THREE_FIFTHS = 0.6;
  private static final double HALF = 0.5;
  private static final int BATCH = 5000;
  private static final Instant BEGIN = Instant.parse("2025-01-01T00:00:00Z");

  private final Bench bench;

  IntakeBench(Bench bench) {
    this.bench = bench;
  }

  /** Signed webhooks, new and repeated, against the endpoint that stores the body as one row. */
  void webhooks(int connections, int rounds, int many) throws Exception {
    Bench.say("Webhooks on PostgreSQL, %d connections, %d x %d", connections, rounds, many);
    try (var postgres = databases();
        var ours =
            bench.ours(
                bench.folder("hooks"),
                Bench.database(postgres.getJdbcUrl("postgres", "ours"), "postgres"));
        var bare =
            bench.bare(Bench.database(postgres.getJdbcUrl("postgres", "bare"), "postgres"))) {
      new Client(ours.port).setSecret("github", Hooks.SECRET);
      List<Double> fresh = new ArrayList<>();
      List<Double> repeated = new ArrayList<>();
      for (var round = 0; round <= rounds; round++) {
        var hooks = hooks(round, many);
        var rows = hooks.stream().map(one -> new Request("POST", "/rows", one.body())).toList();
        var stored = Load.run(bare.port, Hooks.HEADERS, connections, 201, rows);
        var sent = Load.run(ours.port, Hooks.HEADERS, connections, 202, hooks);
        var again = Load.run(ours.port, Hooks.HEADERS, connections, 202, hooks);
        Bench.say("  %s  bare      %s", round == 0 ? "warm-up" : "       ", stored);
        Bench.say("           new       %s", sent);
        Bench.say("           repeated  %s", again);
        if (round > 0) {
          fresh.add(sent.rate() / stored.rate());
          repeated.add(again.rate() / sent.rate());
        }
      }
      var least = "x the bare endpoint, at least %.2f".formatted(THREE_FIFTHS);
      Bench.aim("webhooks", Bench.median(fresh), least, Bench.median(fresh) >= THREE_FIFTHS);
      Bench.aim(
          "repeated webhooks",
          Bench.median(repeated),
          "x the rate of new ones, at least 1.00",
          Bench.median(repeated) >= 1);
      Bench.memory(ours);
    }
  }

  private static List<Request> hooks(int round, int many) {
    return IntStream.range(0, many).mapToObj(i -> Hooks.deployed(round + "-" + i)).toList();
  }

  /** A past, in sizes that grow, against a batch of inserts into a table of the same form. */
  void backfill() throws Exception {
    var sizes =
        Arrays.stream(System.getProperty("bench.events", "10000,100000,1000000").split(","))
            .map(Integer::valueOf)
            .toList();
    Bench.say("Backfill on PostgreSQL of %s events", sizes);
    try (var postgres = databases();
        var ours =
            bench.ours(
                bench.folder("past"),
                Bench.database(postgres.getJdbcUrl("postgres", "ours"), "postgres"))) {
      var client = new Client(ours.port);
      client.bringIn("warm-up", () -> lines("warm", 20_000));
      double rate = 0;
      for (var size : sizes) {
        var raw = insert(postgres, size);
        var from = System.nanoTime();
        var outcome = client.bringIn("size " + size, () -> lines("s" + size, size));
        var seconds = (System.nanoTime() - from) / 1e9;
        rate = size / seconds / raw;
        Bench.say(
            "  %,10d events   raw %,8.0f/s   Plimsoll %,8.0f/s   %.2f x   resident %d MiB",
            size, raw, size / seconds, rate, ours.memoryMebibytes("VmRSS"));
        if (!outcome.contains("\"accepted\":" + size)) throw new IllegalStateException(outcome);
      }
      Bench.aim("backfill", rate, "x the raw batch, at least 0.50", rate >= HALF);
      Bench.memory(ours);
    }
  }

  /** Rows a second. */
  private static double insert(EmbeddedPostgres postgres, int size) throws Exception {
    var url = postgres.getJdbcUrl("postgres", "bare") + "&reWriteBatchedInserts=true";
    try (var connection = DriverManager.getConnection(url)) {
      copy(postgres, connection);
      connection.setAutoCommit(false);
      var from = System.nanoTime();
      insert(connection, size);
      return size / ((System.nanoTime() - from) / 1e9);
    }
  }

  /** A table with the columns and indexes of the service's own. */
  private static void copy(EmbeddedPostgres postgres, Connection connection) throws Exception {
    try (var ours = DriverManager.getConnection(postgres.getJdbcUrl("postgres", "ours"));
        var asked = ours.createStatement();
        var statement = connection.createStatement()) {
      statement.execute("drop table if exists event");
      var columns =
          asked.executeQuery(
              "select string_agg(column_name || ' ' || data_type || case is_nullable when 'NO'"
                  + " then ' not null' else '' end, ', ' order by ordinal_position)"
                  + " from information_schema.columns where table_name = 'event'");
      columns.next();
      statement.execute("create table event (" + columns.getString(1) + ")");
      var indexes = asked.executeQuery("select indexdef from pg_indexes where tablename = 'event'");
      while (indexes.next()) statement.execute(indexes.getString(1));
    }
  }

  private static void insert(Connection connection, int size) throws Exception {
    var sql =
        "insert into event (id, source, kind, event_id, scope, at, facts, versions, received_at,"
            + " delivery) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    var delivery = UUID.randomUUID();
    try (var statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < size; i++) {
        statement.setObject(1, UUID.randomUUID());
        statement.setString(2, "plimsoll");
        statement.setString(3, "deployment");
        statement.setString(4, "raw-" + i);
        statement.setString(5, "service-" + i % 1000);
        statement.setObject(6, BEGIN.plusSeconds(i).atOffset(ZoneOffset.UTC));
        statement.setString(7, line("raw", i));
        statement.setInt(8, 1);
        statement.setObject(9, BEGIN.atOffset(ZoneOffset.UTC));
        statement.setObject(10, delivery);
        statement.addBatch();
        if (i % BATCH == BATCH - 1) {
          statement.executeBatch();
          connection.commit();
        }
      }
      statement.executeBatch();
      connection.commit();
    }
  }

  private static String line(String name, int i) {
    return "{\"type\":\"deployment\",\"id\":\"%s-%d\",\"service\":\"service-%d\",\"environment\":\"production\",\"startedAt\":\"%s\",\"finishedAt\":\"%s\",\"outcome\":\"succeeded\",\"trigger\":\"automatic\",\"commits\":[{\"id\":\"%040x\",\"committedAt\":\"%s\"}]}"
        .formatted(
            name,
            i,
            i % 1000,
            BEGIN.plusSeconds(i),
            BEGIN.plusSeconds(i + 60L),
            i,
            BEGIN.minusSeconds(i));
  }

  /** Made while they are sent, so that nobody holds them all. */
  private static InputStream lines(String name, int size) {
    return new SequenceInputStream(
        new Enumeration<InputStream>() {
          private int next;

          @Override
          public boolean hasMoreElements() {
            return next < size;
          }

          @Override
          public InputStream nextElement() {
            var part = new StringBuilder();
            for (int end = Math.min(size, next + 1000); next < end; next++) {
              part.append(line(name, next)).append('\n');
            }
            return new ByteArrayInputStream(part.toString().getBytes(StandardCharsets.UTF_8));
          }
        });
  }

  private static EmbeddedPostgres databases() throws Exception {
    var postgres = EmbeddedPostgres.start();
    try (var connection = postgres.getPostgresDatabase().getConnection();
        var statement = connection.createStatement()) {
      statement.execute("create database ours");
      statement.execute("create database bare");
    }
    return postgres;
  }
}
