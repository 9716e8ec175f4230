package plimsoll;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Runs a class of tests against a server of its own, whose clock can be moved without troubling the
 * tests that share the other one.
 */
public final class Rehearsal implements BeforeAllCallback, AfterAllCallback {
  private static final Duration PATIENCE = Duration.ofMinutes(4);
  private static Path folder;
  private Process process;
  private EmbeddedPostgres postgres;

  /** Puts the server's clock ahead by so much of the right time, from its next look on. */
  public static void ahead(Duration by) {
    try {
      var draft = Files.writeString(folder.resolve("draft"), by.toString());
      Files.move(draft, clock(), java.nio.file.StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where it keeps its database. */
  public static Path databaseFolder() {
    return folder.resolve("database");
  }

  @Override
  public void beforeAll(ExtensionContext context) throws Exception {
    folder = Files.createTempDirectory("plimsoll-rehearsal");
    int port = freePort();
    var command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Dplimsoll.database.url=" + database(),
            "-Dplimsoll.database.user=" + (onPostgres() ? "postgres" : "plimsoll"),
            "-Dplimsoll.vault=" + folder.resolve("vault"),
            "-Dplimsoll.clock.file=" + clock(),
            "-Dplimsoll.bootstrap.token=" + OnTheServer.TOKEN,
            "-Dplimsoll.bootstrap.password=" + OnTheServer.PASSWORD,
            "-Dplimsoll.address=http://localhost:" + port + "/",
            "-Djava.awt.headless=true",
            "-Xmx640m",
            "-jar",
            System.getProperty("plimsoll.server"),
            "--nocluster",
            "--contextroot",
            "/",
            "--port",
            "" + port,
            "--deploy",
            System.getProperty("plimsoll.war"));
    var builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
    process = builder.redirectOutput(folder.resolve("console.txt").toFile()).start();
    OnTheServer.moveTo(URI.create("http://localhost:" + port));
    await();
  }

  private void await() throws Exception {
    var end = Instant.now().plus(PATIENCE);
    while (!ready()) {
      if (!process.isAlive() || Instant.now().isAfter(end)) {
        throw new IllegalStateException(Files.readString(folder.resolve("console.txt")));
      }
      Thread.sleep(100);
    }
  }

  private static boolean ready() {
    try {
      var ready = OnTheServer.address().resolve("/health/ready").toURL();
      return ((HttpURLConnection) ready.openConnection()).getResponseCode() == 200;
    } catch (IOException e) {
      return false;
    }
  }

  @Override
  public void afterAll(ExtensionContext context) throws Exception {
    OnTheServer.moveTo(null);
    process.destroy();
    if (!process.waitFor(30, TimeUnit.SECONDS)) process.destroyForcibly();
    if (postgres != null) postgres.close();
  }

  private String database() throws IOException {
    if (!onPostgres()) return "jdbc:h2:file:" + databaseFolder().resolve("data");
    postgres = EmbeddedPostgres.builder().setDataDirectory(databaseFolder()).start();
    return postgres.getJdbcUrl("postgres", "postgres");
  }

  private static boolean onPostgres() {
    return System.getProperty("plimsoll.test.database", "h2").equals("postgresql");
  }

  private static Path clock() {
    return folder.resolve("clock");
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
