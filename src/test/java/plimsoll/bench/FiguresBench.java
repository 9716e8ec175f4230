package plimsoll.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.BufferedWriter;
import java.io.OutputStreamWriter;
import java.lang.management.ManagementFactory;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import plimsoll.delivery.BenchBooks;
import plimsoll.delivery.Past;
import plimsoll.delivery.metric.DeliveryReport;
import plimsoll.delivery.metric.Metric;
import plimsoll.delivery.metric.Ownership;
import plimsoll.delivery.metric.Window;

/**
 * DORA's five figures of 200 teams over a year, from what was judged before, beside one SQL query
 * over the events for each figure and team; and what one more day costs. In a process of its own,
 * so that its memory can be told.
 */
public final class FiguresBench {
  private static final int TEAMS = 200;
  private static final int EACH = 5;
  private static final int DEPLOYMENTS = 1_000_000;
  private static final int ROUNDS = 3;
  private static final double TENTH = 10;
  private static final Instant FROM = Instant.parse("2025-01-01T00:00:00Z");
  private static final Instant TO = Instant.parse("2026-01-01T00:00:00Z");
  private static final Instant TOMORROW = Instant.parse("2026-01-02T00:00:00Z");
  private static final Window YEAR = new Window(FROM, TO, ZoneOffset.UTC);
  private static final List<String> TABLES =
      List.of("event", "raw_deployment", "raw_change", "raw_incident");

  private final Connection connection;
  private final Path folder;
  private final int size;
  private final int queried;
  private final List<String> services =
      IntStream.range(0, TEAMS * EACH).mapToObj(i -> "service-" + i).toList();

  private FiguresBench(Connection connection, Path folder, int size) {
    this.connection = connection;
    this.folder = folder;
    this.size = size;
    this.queried = size == 1 ? TEAMS / 10 : TEAMS;
  }

  /** Arguments: the folder to work in, and how many times smaller than the whole. */
  public static void main(String[] arguments) throws Exception {
    var folder = Files.createTempDirectory(Path.of(arguments[0]), "figures");
    try (var postgres =
        EmbeddedPostgres.builder()
            .setServerConfig("shared_buffers", "1GB")
            .setServerConfig("work_mem", "64MB")
            .setServerConfig("max_wal_size", "4GB")
            .start()) {
      for (int i = 1; i < arguments.length; i++) {
        try (var connection = Store.postgresql(postgres).connect()) {
          connection.setAutoCommit(false);
          new FiguresBench(connection, folder, Integer.parseInt(arguments[i])).run();
        }
      }
    }
    System.exit(0);
  }

  private void run() throws Exception {
    int deployments = DEPLOYMENTS / size;
    say("%,d deployments of %d teams in a year", deployments, TEAMS);
    migrate();
    fill("", services, FROM, TO, deployments / services.size());
    index();
    count();
    var books = new BenchBooks(single(), this::commit);
    books.touchAll(services);
    var first = timed(() -> books.bringUpToDate(TO));
    say("  judged for the first time in %s; %s", first, sizes());
    var ownership = new Owners();
    var ours = new ArrayList<Duration>();
    List<List<Metric>> figures = List.of();
    long processor = 0;
    for (int i = 0; i < ROUNDS; i++) {
      processor = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
      long start = System.nanoTime();
      figures = figures(books, ownership);
      ours.add(Duration.ofNanos(System.nanoTime() - start));
      processor = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - processor;
    }
    var best = ours.stream().sorted().toList().get(ROUNDS / 2);
    say(
        "  %d figures from what was judged: %s, %s in the middle, the last with %s of processor",
        TEAMS * EACH, ours, best, Duration.ofNanos(processor));
    var sql = sql(figures);
    aim(sql, best);
    day(books, ownership, first, best);
    memory();
  }

  private void aim(Duration sql, Duration best) {
    double times = (double) sql.toNanos() / best.toNanos();
    say("=> figures: %.1f times as fast as SQL, at least 10: %s", times, met(times >= TENTH));
  }

  private List<List<Metric>> figures(BenchBooks books, Ownership ownership) {
    var ledger = books.ledger(YEAR, TO, ownership);
    return IntStream.range(0, TEAMS)
        .mapToObj(team -> DeliveryReport.dora(ledger, "team-" + team, YEAR))
        .toList();
  }

  /** All five of some teams, each by one query, and as many as there are reckoned from that. */
  private Duration sql(List<List<Metric>> figures) throws Exception {
    var queries = RawSql.all();
    var each = new long[queries.size()];
    var differ = new int[queries.size()];
    for (int team = 0; team < queried; team++) {
      for (int i = 0; i < queries.size(); i++) {
        long start = System.nanoTime();
        var value = RawSql.value(connection, queries.get(i), "team-" + team, FROM, TO);
        each[i] += System.nanoTime() - start;
        if (differs(figures.get(team).get(i), value)) differ[i]++;
      }
    }
    commit();
    var all = Duration.ofNanos(Arrays.stream(each).sum() * TEAMS / queried);
    var means =
        Arrays.stream(each)
            .mapToObj(nanos -> String.format(Locale.ROOT, "%.1f", nanos / 1e6 / queried))
            .collect(Collectors.joining(", "));
    say(
        "  by SQL, %d queries run: %s ms each, so all %d take %s; of those with a value %s differ by over 1 %%",
        queried * queries.size(), means, TEAMS * queries.size(), all, Arrays.toString(differ));
    return all;
  }

  /** Where there are fewer than five values we give no median; with open ones SQL's is another. */
  private static boolean differs(Metric ours, Double value) {
    if (ours.value() == null || value == null) return false;
    return Math.abs(ours.value() - value) > 0.01 * Math.abs(value) + 1e-9;
  }

  private void day(BenchBooks books, Ownership ownership, Duration year, Duration before)
      throws Exception {
    int today = Math.max(1, DEPLOYMENTS / size / 365);
    int deploying = Math.min(today, services.size());
    fill("-next", services.subList(0, deploying), TO, TOMORROW, today / deploying);
    var came = books.came(TO, TOMORROW, services);
    books.touch(came);
    var update = timed(() -> books.bringUpToDate(TOMORROW));
    var after = timed(() -> figures(books, ownership));
    say(
        "  one more day, %,d events: judged in %s, figures of the year in %s;"
            + " %.1f %% of judging the year",
        came.size(), update, after, 100.0 * update.toNanos() / year.toNanos());
    say(
        "=> one more day and its figures: %s beside %s for the year",
        update.plus(after), year.plus(before));
  }

  private void migrate() throws Exception {
    for (var name : List.of("V050__delivery.sql", "V055__ledger.sql")) {
      execute(Files.readString(Path.of("src/main/resources/db/migration", name)));
    }
    execute(RawSql.TABLES);
    for (int i = 0; i < services.size(); i++) {
      execute(
          "insert into raw_service values ('" + services.get(i) + "', 'team-" + i / EACH + "')");
    }
    execute("drop index event_scope; drop index event_time; drop index event_event");
    execute("drop index event_link");
    commit();
  }

  private void fill(String suffix, List<String> services, Instant from, Instant to, int times)
      throws Exception {
    var files = TABLES.stream().map(name -> folder.resolve(name + suffix + size)).toList();
    var writers = new ArrayList<BufferedWriter>();
    for (var file : files) {
      writers.add(
          new BufferedWriter(
              new OutputStreamWriter(Files.newOutputStream(file), StandardCharsets.UTF_8)));
    }
    var past = new Past(writers.get(0), writers.get(1), writers.get(2), writers.get(3), suffix);
    for (var service : services) past.service(service, from, to, times);
    for (int i = 0; i < files.size(); i++) {
      writers.get(i).close();
      copy(TABLES.get(i), files.get(i));
      Files.delete(files.get(i));
    }
    commit();
  }

  private void copy(String table, Path file) throws Exception {
    try (var in = Files.newInputStream(file)) {
      connection
          .unwrap(PGConnection.class)
          .getCopyAPI()
          .copyIn("copy " + table + " from stdin", in);
    }
  }

  private void index() throws Exception {
    execute("create index event_scope on event (kind, scope, at)");
    execute("create index event_time on event (kind, at)");
    execute("create index event_event on event (event_id)");
    execute("create index event_link on event (link)");
    execute(RawSql.INDEXES);
    commit();
    connection.setAutoCommit(true);
    execute("vacuum analyze");
    connection.setAutoCommit(false);
  }

  private void count() throws Exception {
    say(
        "  %,d deployments, %,d changes, %,d incidents",
        number("select count(*) from raw_deployment"),
        number("select count(*) from raw_change"),
        number("select count(*) from raw_incident"));
  }

  private String sizes() throws Exception {
    return String.format(
        Locale.ROOT,
        "%,d folios: %,d kB for figures, %,d kB of names, %,d kB to go on from; events %,d kB",
        number("select count(*) from folio"),
        number("select sum(length(content)) / 1024 from folio"),
        number("select sum(length(names)) / 1024 from folio"),
        number("select sum(length(brought)) / 1024 from folio"),
        number("select pg_total_relation_size('event') / 1024"));
  }

  private long number(String sql) throws Exception {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getLong(1);
    }
  }

  private void execute(String sql) throws Exception {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private void commit() {
    try {
      connection.commit();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** All that asks gets the one connection, and leaves it open. */
  private DataSource single() {
    var open =
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {Connection.class},
            (proxy, method, arguments) ->
                method.getName().equals("close") ? null : method.invoke(connection, arguments));
    return (DataSource)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {DataSource.class},
            (proxy, method, arguments) -> open);
  }

  private static final class Owners implements Ownership {
    @Override
    public String teamAt(String service, Instant at) {
      return "team-" + Integer.parseInt(service.substring("service-".length())) / EACH;
    }

    @Override
    public Set<String> teams() {
      return IntStream.range(0, TEAMS).mapToObj(i -> "team-" + i).collect(Collectors.toSet());
    }
  }

  private void memory() throws Exception {
    long peak =
        ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == java.lang.management.MemoryType.HEAP)
            .mapToLong(pool -> pool.getPeakUsage().getUsed())
            .sum();
    var status = Files.readString(Path.of("/proc/self/status"));
    var most = status.lines().filter(line -> line.startsWith("VmHWM")).findFirst().orElse("");
    say("  memory: heap at most %,d MiB so far, %s", peak >> 20, most.replaceAll("\\s+", " "));
  }

  private interface Step {
    void run() throws Exception;
  }

  private static Duration timed(Step step) throws Exception {
    long start = System.nanoTime();
    step.run();
    return Duration.ofNanos(System.nanoTime() - start);
  }

  private static String met(boolean met) {
    return met ? "met" : "MISSED";
  }

  private static void say(String words, Object... values) {
    System.out.println(String.format(Locale.ROOT, words, values));
  }
}
