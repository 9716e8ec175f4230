package plimsoll.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import plimsoll.bench.Line.Request;

/**
 * Runs the measurements that are named, or all. Every number of it is bounded: counts by what
 * stands here, time by the patience of {@link Server} and {@link Line}.
 */
public final class Bench {
  private static final List<String> ALL =
      List.of(
          "start",
          "h2",
          "postgresql",
          "crowd",
          "webhooks",
          "backfill",
          "page",
          "method",
          "reading",
          "figures");
  private static final int PAIRS = Integer.getInteger("bench.pairs", 5);
  private static final int ROUNDS = Integer.getInteger("bench.rounds", 4);
  private static final int REQUESTS = Integer.getInteger("bench.requests", 500);
  private static final int CONNECTIONS = 64;

  /** How many submissions there must be for each of the bare endpoint's, at least. */
  private static final double HALF = 0.5;

  private static final double THREE_FIFTHS = 0.6;
  private static final double SLOWEST = 3;
  private static final int PAGES = Integer.getInteger("bench.pages", 1000);
  private static final int PEOPLE = Integer.getInteger("bench.people", 50_000);
  private static final String FLAG = "-Xmx512m";
  private static final String JSON = "Content-Type: application/json\r\n";
  private static final String ANSWERS =
      "{\"answers\":{\"D2a\":2,\"P2a\":3,\"L3\":4,\"L5\":2,\"L10\":3,\"X2\":4}}";
  private final Path target;
  private final Path folder;

  private Bench(Path target) throws Exception {
    this.target = target.toAbsolutePath();
    this.folder = Files.createTempDirectory(this.target, "bench");
  }

  public static void main(String[] arguments) throws Exception {
    var bench = new Bench(Path.of(arguments[0]));
    var wanted = Arrays.asList(arguments).subList(1, arguments.length);
    for (var name : wanted.isEmpty() ? ALL : wanted) {
      bench.run(name);
    }
    System.exit(0);
  }

  private void run(String name) throws Exception {
    switch (name) {
      case "start" -> start();
      case "h2" -> submissions("H2", file("ours-h2"), file("bare-h2"), REQUESTS, HALF);
      case "postgresql" -> postgresql("PostgreSQL", REQUESTS, HALF);
      case "crowd" ->
          postgresql("PostgreSQL with a crowd invited", PEOPLE / (ROUNDS + 1), THREE_FIFTHS);
      case "webhooks" -> new IntakeBench(this).webhooks(CONNECTIONS, ROUNDS, REQUESTS);
      case "backfill" -> new IntakeBench(this).backfill();
      case "kill" -> new KillBench(this, folder).run();
      case "page" -> page();
      case "reading" -> {
        WholeReading.onH2(target, folder);
        WholeReading.onPostgresql(target, folder);
      }
      case "figures" -> figures();
      case "reading-h2" -> WholeReading.onH2(target, folder);
      case "reading-postgresql" -> WholeReading.onPostgresql(target, folder);
      default -> method(name);
    }
  }

  /** In a process of its own for each size, so that its memory can be told. */
  private void figures() throws Exception {
    for (var size : System.getProperty("bench.figures", "100,10,1").split(",")) {
      var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
      var path = System.getProperty("java.class.path");
      new ProcessBuilder(
              java, "-Xmx1g", "-cp", path, FiguresBench.class.getName(), folder.toString(), size)
          .inheritIO()
          .start()
          .waitFor();
    }
  }

  private static void method(String name) throws Exception {
    if (!Growth.knows(name)) throw new IllegalArgumentException(name + " is not measured here");
    Growth.measure(name);
  }

  private void start() throws Exception {
    say("Start until ready, %d pairs, with %s, on a database that is there already", PAIRS, FLAG);
    var data = folder.resolve("start");
    ours(data, Map.of()).close();
    List<Double> wall = new ArrayList<>();
    List<Double> processor = new ArrayList<>();
    for (var pair = 0; pair < PAIRS; pair++) {
      try (var plain = plain()) {
        plain.close();
        try (var ours = ours(data, Map.of())) {
          wall.add(ours.startSeconds / plain.startSeconds);
          processor.add(ours.startCpuSeconds / plain.startCpuSeconds);
          say(
              "  empty %5.1f s (%5.1f s of processor)   Plimsoll %5.1f s (%5.1f s)",
              plain.startSeconds, plain.startCpuSeconds, ours.startSeconds, ours.startCpuSeconds);
        }
      }
    }
    aim("start", median(wall), "x the empty server, at most 1.30", median(wall) <= 1.3);
    say("  by processor time: %.2f x", median(processor));
  }

  Path folder(String name) {
    return folder.resolve(name);
  }

  private Server plain() throws Exception {
    return Server.start(
        folder.resolve("plain"),
        "/index.html",
        Map.of(),
        List.of(
            FLAG,
            "-jar",
            target.resolve("payara-micro.jar").toString(),
            "--deploy",
            Archives.empty(folder).toString(),
            "--contextroot",
            "/",
            "--port",
            "{port}"));
  }

  Server ours(Path data, Map<String, String> environment) throws Exception {
    var all = new java.util.HashMap<>(environment);
    all.put("PLIMSOLL_BOOTSTRAP_TOKEN", Client.TOKEN);
    return Server.start(
        data,
        "/health/ready",
        all,
        List.of(FLAG, "-jar", target.resolve("plimsoll.jar").toString()));
  }

  Server bare(Map<String, String> database) throws Exception {
    return Server.start(
        folder.resolve("bare"),
        "/rows",
        database,
        List.of(
            FLAG,
            "-jar",
            target.resolve("payara-micro.jar").toString(),
            "--nohazelcast",
            "--deploy",
            Archives.bare(folder).toString(),
            "--contextroot",
            "/",
            "--port",
            "{port}"));
  }

  private Map<String, String> file(String name) {
    return database("jdbc:h2:file:" + folder.resolve(name), "plimsoll");
  }

  static Map<String, String> database(String url, String user) {
    return Map.of(
        "PLIMSOLL_DATABASE_URL", url,
        "PLIMSOLL_DATABASE_USER", user,
        "PLIMSOLL_DATABASE_PASSWORD", "bench");
  }

  private void postgresql(String name, int requests, double least) throws Exception {
    try (var postgres = EmbeddedPostgres.start()) {
      try (var connection = postgres.getPostgresDatabase().getConnection();
          var statement = connection.createStatement()) {
        statement.execute("create database ours");
        statement.execute("create database bare");
      }
      submissions(
          name,
          database(postgres.getJdbcUrl("postgres", "ours"), "postgres"),
          database(postgres.getJdbcUrl("postgres", "bare"), "postgres"),
          requests,
          least);
    }
  }

  private void submissions(
      String name, Map<String, String> database, Map<String, String> other, int many, double least)
      throws Exception {
    say("Submissions on %s, %d connections, %d x %d", name, CONNECTIONS, ROUNDS, many);
    try (var ours = ours(folder.resolve("ours-" + many), database);
        var bare = bare(other)) {
      var links = new Client(ours.port).links((ROUNDS + 1) * many);
      List<Double> rates = new ArrayList<>();
      List<Double> slowest = new ArrayList<>();
      List<Double> processor = new ArrayList<>();
      for (var round = 0; round <= ROUNDS; round++) {
        var mine = links.subList(round * many, (round + 1) * many);
        var opened = Load.run(ours.port, "Accept: text/html\r\n", CONNECTIONS, 200, forms(mine));
        var start = ours.cpuSeconds();
        var otherStart = bare.cpuSeconds();
        var sent = submit(ours.port, mine);
        var rows =
            Load.run(bare.port, JSON, CONNECTIONS, 201, same("POST", "/rows", ANSWERS, many));
        say("  %s  bare      %s", round == 0 ? "warm-up" : "       ", rows);
        say("           Plimsoll  %s", sent);
        say("           opening   %s", opened);
        if (round > 0) {
          rates.add(sent.rate() / rows.rate());
          slowest.add(sent.percentile(0.99) / rows.percentile(0.99));
          processor.add((bare.cpuSeconds() - otherStart) / (ours.cpuSeconds() - start));
        }
      }
      var unit = "x the bare endpoint, at least %.2f".formatted(least);
      aim("submissions on " + name, median(rates), unit, median(rates) >= least);
      aim(
          "99th percentile",
          median(slowest),
          "x the bare endpoint's, at most " + SLOWEST,
          median(slowest) <= SLOWEST);
      say("  by processor time of the servers: %.2f x", median(processor));
      memory(ours);
    }
  }

  /** The first page behind each link. */
  private static List<Request> forms(List<String> links) {
    return links.stream().map(link -> new Request("GET", "/s/" + link, "")).toList();
  }

  private static Load.Outcome submit(int port, List<String> links) throws Exception {
    var requests =
        links.stream()
            .map(
                link -> new Request("POST", "/api/v1/invitations/" + link + "/submission", ANSWERS))
            .toList();
    return Load.run(port, JSON, CONNECTIONS, 201, requests);
  }

  private void page() throws Exception {
    try (var ours = ours(folder.resolve("demo"), Map.of("PLIMSOLL_DEMO", "true"))) {
      var path = awaitReading(new Client(ours.port));
      if (path == null) {
        say("The page of a stored reading: no reading was found, so it was not measured");
        return;
      }
      say(
          "The page of a stored reading, %d requests, 4 connections, after a tenth to warm up",
          PAGES);
      var headers = "Authorization: Bearer " + Client.TOKEN + "\r\nAccept: text/html\r\n";
      Load.run(ours.port, headers, 4, 200, same("GET", path, "", PAGES / 10));
      var outcome = Load.run(ours.port, headers, 1, 200, same("GET", path, "", PAGES));
      say("  one reader    %s", outcome);
      say("  four readers  %s", Load.run(ours.port, headers, 4, 200, same("GET", path, "", PAGES)));
      aim("page p99", outcome.percentile(0.99), "ms, at most 100", outcome.percentile(0.99) < 100);
      memory(ours);
    }
  }

  private static String awaitReading(Client client) throws Exception {
    for (var second = 0; second < 180; second++) {
      var path = client.readingPage();
      if (path != null) {
        return path;
      }
      Thread.sleep(1000);
    }
    return null;
  }

  static void memory(Server server) throws Exception {
    var most = server.memoryMebibytes("VmHWM");
    say("  resident: %d MiB now", server.memoryMebibytes("VmRSS"));
    aim("resident memory", most, "MiB at most so far, under 1024", most < 1024);
  }

  private static List<Request> same(String method, String path, String body, int count) {
    return java.util.stream.Stream.generate(() -> new Request(method, path, body))
        .limit(count)
        .collect(Collectors.toList());
  }

  static double median(List<Double> values) {
    var sorted = values.stream().sorted().toList();
    return sorted.get(sorted.size() / 2);
  }

  static void aim(String what, double value, String unit, boolean met) {
    say("=> %s: %.2f %s: %s", what, value, unit, met ? "met" : "MISSED");
  }

  static void say(String words, Object... values) {
    System.out.println(String.format(Locale.ROOT, words, values));
  }
}
