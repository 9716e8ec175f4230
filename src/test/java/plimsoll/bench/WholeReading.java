package plimsoll.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import plimsoll.bench.Line.Request;
import plimsoll.campaign.Opened;
import plimsoll.questionnaire.ReadFile;

/**
 * Closing and reading on a server with its database, for organisations of three sizes. Teams are of
 * the size that {@link SheetsBench} has, so that the two can be laid side by side.
 */
final class WholeReading {
  private static final String MEMORY = "-Xmx" + System.getProperty("bench.heap", "1g");
  private static final int PEOPLE_A_TEAM = 67;
  private static final int ANSWERS_A_TEAM = 50;
  private static final int PEOPLE_A_REQUEST = 10_000;
  private static final int PAGES = 20;
  private static final int WAVES = Integer.getInteger("bench.waves", 2);
  private static final List<Integer> TEAMS =
      Arrays.stream(System.getProperty("bench.teams", "10,100,1000").split(","))
          .map(Integer::valueOf)
          .toList();

  /** The aim is for so many answers. */
  private static final int MANY = 50_000;

  private static final double MOST_SECONDS = 20;
  private static final double MOST_PAGE_SECONDS = 2;

  private final Path target;

  /** Milliseconds of processor for each answer, by wave, of the size before. */
  private final double[] before = new double[WAVES];

  private WholeReading(Path target) {
    this.target = target;
  }

  /** Seconds by the clock, and of the service's processor. */
  private record Cost(double seconds, double processor) {
    Cost plus(Cost other) {
      return new Cost(seconds + other.seconds, processor + other.processor);
    }

    @Override
    public String toString() {
      return String.format(Locale.ROOT, "%6.1f s (%6.1f s of processor)", seconds, processor);
    }
  }

  private interface Work {
    void run() throws Exception;
  }

  static void onH2(Path target, Path folder) throws Exception {
    var reading = new WholeReading(target);
    for (int teams : TEAMS) {
      var own = Files.createDirectories(folder.resolve("reading-h2-" + teams));
      reading.measure(Store.h2(own, target.resolve("payara-micro.jar")), own, teams);
    }
  }

  static void onPostgresql(Path target, Path folder) throws Exception {
    var reading = new WholeReading(target);
    try (var postgres = EmbeddedPostgres.start()) {
      for (int teams : TEAMS) {
        var own = folder.resolve("reading-postgresql-" + teams);
        reading.measure(Store.postgresql(postgres), own, teams);
      }
    }
  }

  private void measure(Store store, Path folder, int teams) throws Exception {
    say("%s: %,d teams, %,d people, with %s", store.name(), teams, teams * PEOPLE_A_TEAM, MEMORY);
    try (var server =
        Server.start(
            folder,
            "/health/ready",
            store.environment(),
            List.of(MEMORY, "-jar", target.resolve("plimsoll.jar").toString()))) {
      say("  catalog taken in    %s", cost(server, () -> fill(server, teams)));
      for (int wave = 1; wave <= WAVES; wave++) {
        wave(server, store, folder, wave);
      }
    }
  }

  private static void fill(Server server, int teams) throws Exception {
    int step = PEOPLE_A_REQUEST / PEOPLE_A_TEAM;
    for (int from = 0; from < teams; from += step) {
      new Client(server.port)
          .take(from * PEOPLE_A_TEAM, Math.min(teams, from + step) * PEOPLE_A_TEAM, PEOPLE_A_TEAM);
    }
  }

  private void wave(Server server, Store store, Path folder, int wave) throws Exception {
    var client = new Client(server.port);
    var survey = ReadFile.survey(target.resolve("classes/surveys/quarterly-2026.1.yaml"));
    var campaign = new UUID[1];
    say(
        "  wave %d: invited     %s",
        wave, cost(server, () -> campaign[0] = client.ask("quarterly")));
    int answers;
    try (var database = store.connect()) {
      var urn = Opened.urn(folder.resolve("vault"), campaign[0]);
      answers = new Ballots(survey).cast(database, campaign[0], urn, ANSWERS_A_TEAM);
    }
    long filled = server.memoryMebibytes("VmHWM");
    var last = client.readingPage();
    var closing = cost(server, () -> client.close(campaign[0]));
    say("    closed            %s", closing);
    var reading = cost(server, () -> await(client, last));
    say("    read              %s", reading);
    both(wave, answers, closing.plus(reading));
    say("    resident: %d MiB at most, %d before closing", server.memoryMebibytes("VmHWM"), filled);
    page(server, client);
  }

  private void both(int wave, int answers, Cost cost) {
    double each = cost.processor() * 1000 / answers;
    say(
        "  %,7d answers: %s, %.3f ms of processor for each%s",
        answers,
        cost,
        each,
        before[wave - 1] == 0
            ? ""
            : String.format(Locale.ROOT, ", %.2f x before", each / before[wave - 1]));
    before[wave - 1] = each;
    if (answers >= MANY) aim("closing and reading", cost.seconds(), cost.processor());
  }

  private static void aim(String what, double seconds, double processor) {
    boolean met = seconds < MOST_SECONDS;
    say(
        "=> %s: %.1f s by the clock, %.1f of processor, at most %.0f: %s",
        what,
        seconds,
        processor,
        MOST_SECONDS,
        met ? "met" : processor < MOST_SECONDS ? "met by processor time alone" : "MISSED");
  }

  private static void page(Server server, Client client) throws Exception {
    var path = client.readingPage();
    int[] length = new int[1];
    say("    its page, first   %s", cost(server, () -> length[0] = client.page(path)));
    var headers = "Authorization: Bearer " + Client.TOKEN + "\r\nAccept: text/html\r\n";
    var request = new Request("GET", path, "");
    var some =
        Load.run(server.port, headers, 1, 200, java.util.Collections.nCopies(PAGES, request));
    say("    later             %s; %,d KiB", some, length[0] / 1024);
    boolean met = some.percentile(0.5) < MOST_PAGE_SECONDS * 1000;
    say(
        "=> page: %.0f ms, at most %.0f: %s",
        some.percentile(0.5), MOST_PAGE_SECONDS * 1000, met ? "met" : "MISSED");
  }

  private static void await(Client client, String last) throws Exception {
    for (int tenth = 0; tenth < 6000; tenth++) {
      var path = client.readingPage();
      if (path != null && !path.equals(last)) return;
      Thread.sleep(100);
    }
    throw new IllegalStateException("no reading was taken within ten minutes");
  }

  private static Cost cost(Server server, Work work) throws Exception {
    double processor = server.cpuSeconds();
    long from = System.nanoTime();
    work.run();
    return new Cost((System.nanoTime() - from) / 1e9, server.cpuSeconds() - processor);
  }

  private static void say(String words, Object... values) {
    System.out.println(String.format(Locale.ROOT, words, values));
  }
}
