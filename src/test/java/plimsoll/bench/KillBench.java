package plimsoll.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Kills the service again and again while many send, and looks for what it had confirmed. */
final class KillBench {
  private static final int KILLS = Integer.getInteger("bench.kills", 50);
  private static final int SENDERS = 16;

  private final Bench bench;
  private final Path folder;
  private final Set<String> confirmed = ConcurrentHashMap.newKeySet();
  private final AtomicInteger next = new AtomicInteger();
  private volatile int port;
  private volatile boolean over;

  KillBench(Bench bench, Path folder) {
    this.bench = bench;
    this.folder = folder.resolve("kill");
  }

  void run() throws Exception {
    Bench.say("kill -9 %d times on PostgreSQL while %d senders go on", KILLS, SENDERS);
    try (var postgres = EmbeddedPostgres.start()) {
      var database = Bench.database(postgres.getJdbcUrl("postgres", "postgres"), "postgres");
      var senders = Executors.newFixedThreadPool(SENDERS);
      for (int i = 0; i < SENDERS; i++) senders.submit(this::send);
      for (int kill = 1; kill <= KILLS; kill++) killAfterAWhile(database, kill);
      over = true;
      senders.shutdown();
      senders.awaitTermination(1, TimeUnit.MINUTES);
      try (var server = bench.ours(folder, database)) {
        new Client(server.port).page("/delivery");
      }
      lookFor(postgres);
    }
  }

  private void killAfterAWhile(Map<String, String> database, int number) throws Exception {
    var server = bench.ours(folder, database);
    if (number == 1) new Client(server.port).setSecret("github", Hooks.SECRET);
    int before = confirmed.size();
    port = server.port;
    Thread.sleep(ThreadLocalRandom.current().nextInt(200, 2000));
    server.kill();
    port = 0;
    Bench.say("  %2d: %d confirmed", number, confirmed.size() - before);
  }

  /** One after the other; what is not confirmed is not counted. */
  private void send() {
    while (!over) {
      int to = port;
      if (to == 0) {
        pause();
        continue;
      }
      try (var line = new Line(to, Hooks.HEADERS)) {
        while (to == port) {
          var id = "k-" + next.getAndIncrement();
          if (line.send(Hooks.deployed(id)) == 202) confirmed.add(id);
        }
      } catch (IOException | RuntimeException e) {
        pause();
      }
    }
  }

  private static void pause() {
    try {
      Thread.sleep(20);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void lookFor(EmbeddedPostgres postgres) throws Exception {
    var lost = ConcurrentHashMap.<String>newKeySet();
    lost.addAll(confirmed);
    try (var connection = DriverManager.getConnection(postgres.getJdbcUrl("postgres", "postgres"));
        var statement = connection.createStatement();
        var rows = statement.executeQuery("select event_id from event where kind = 'deployment'")) {
      while (rows.next()) lost.remove(rows.getString(1));
    }
    Bench.aim("lost", lost.size(), "of " + confirmed.size() + " confirmed, none", lost.isEmpty());
  }
}
