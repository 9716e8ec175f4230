package plimsoll.mail;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import plimsoll.Api;
import plimsoll.OnTheServer;

/**
 * A server in a process of its own, with its own clock: for what moves the clock, needs mail, stops
 * nodes in the middle or has two of them. Nodes of one {@link House} share its database and vault.
 */
public final class Node implements AutoCloseable {
  public static final String TOKEN = OnTheServer.TOKEN;
  public static final String PASSWORD = OnTheServer.PASSWORD;
  private static final Duration PATIENCE = Duration.ofMinutes(4);
  private final Process process;
  private final Path console;
  private final int port;

  private Node(Process process, Path console, int port) {
    this.process = process;
    this.console = console;
    this.port = port;
  }

  /** A database, a vault and a clock. */
  public static final class House implements AutoCloseable {
    private final Path folder;
    private final EmbeddedPostgres postgres;
    private final int firstPort = freePort();
    private int nodes;

    public House() {
      try {
        folder = Files.createTempDirectory("plimsoll-house");
        postgres =
            System.getProperty("plimsoll.test.database", "h2").equals("postgresql")
                ? EmbeddedPostgres.builder().setDataDirectory(folder.resolve("database")).start()
                : null;
      } catch (IOException e) {
        throw new IllegalStateException(e);
      }
    }

    /** Sets all its clocks ahead. */
    public void ahead(Duration shift) {
      try {
        var draft = Files.writeString(folder.resolve("clock-draft"), shift.toString());
        Files.move(draft, folder.resolve("clock"), java.nio.file.StandardCopyOption.ATOMIC_MOVE);
      } catch (IOException e) {
        throw new IllegalStateException(e);
      }
    }

    public Path vault() {
      return folder.resolve("vault");
    }

    /**
     * @param options such as {@code plimsoll.mail.rate=0}
     */
    public Node start(String... options) {
      try {
        int port = nodes == 0 ? firstPort : freePort();
        var console = folder.resolve("console-" + nodes++ + ".txt");
        var builder = new ProcessBuilder(command(port, options)).directory(folder.toFile());
        builder.redirectErrorStream(true).redirectOutput(console.toFile());
        var node = new Node(builder.start(), console, port);
        node.awaitReady();
        return node;
      } catch (IOException e) {
        throw new IllegalStateException(e);
      }
    }

    private List<String> command(int port, String... options) {
      var words = new ArrayList<String>();
      words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
      words.add("-Xmx512m");
      words.addAll(OnTheServer.SHORT_LIVED);
      words.add("-Djava.awt.headless=true");
      words.add("-Dplimsoll.database.url=" + database());
      words.add("-Dplimsoll.database.user=" + (postgres == null ? "plimsoll" : "postgres"));
      words.add("-Dplimsoll.vault=" + vault());
      words.add("-Dplimsoll.clock.file=" + folder.resolve("clock"));
      words.add("-Dplimsoll.bootstrap.token=" + TOKEN);
      words.add("-Dplimsoll.bootstrap.password=" + PASSWORD);
      words.add("-Dplimsoll.address=http://localhost:" + firstPort + "/");
      List.of(options).forEach(option -> words.add("-D" + option));
      words.add("-jar");
      words.add(System.getProperty("plimsoll.server", "target/payara-micro.jar"));
      words.addAll(List.of("--nocluster", "--contextroot", "/", "--port", "" + port));
      words.addAll(List.of("--deploy", System.getProperty("plimsoll.war", "target/ROOT.war")));
      return words;
    }

    /** The embedded database too can serve two nodes on one machine. */
    private String database() {
      return postgres == null
          ? "jdbc:h2:file:" + folder.resolve("data") + ";AUTO_SERVER=TRUE"
          : postgres.getJdbcUrl("postgres", "postgres");
    }

    @Override
    public void close() throws IOException {
      if (postgres != null) postgres.close();
    }
  }

  public Api api() {
    return Api.at(address(), TOKEN);
  }

  public URI address() {
    return URI.create("http://localhost:" + port);
  }

  public String console() {
    try {
      return Files.readString(console);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** As pulling the plug does. */
  public void kill() {
    process.destroyForcibly();
    waitFor();
  }

  /** Stops it where it is, as a machine that hangs does; {@link #resume} lets it go on. */
  public void freeze() {
    signal("STOP");
  }

  public void resume() {
    signal("CONT");
  }

  private void signal(String name) {
    try {
      new ProcessBuilder("kill", "-" + name, "" + process.pid()).start().waitFor();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void awaitReady() {
    await("a ready server", () -> !process.isAlive() || status() == 200);
    assertTrue(process.isAlive(), this::console);
  }

  private int status() {
    try {
      var question =
          (HttpURLConnection) address().resolve("/health/ready").toURL().openConnection();
      question.setReadTimeout(5000);
      return question.getResponseCode();
    } catch (IOException e) {
      return 0;
    }
  }

  /** Asks again and again until it is so. */
  public void await(String what, BooleanSupplier isSo) {
    var end = Instant.now().plus(PATIENCE);
    while (!isSo.getAsBoolean()) {
      assertTrue(Instant.now().isBefore(end), () -> what + " did not come\n" + console());
      pause(100);
    }
  }

  public static void pause(long milliseconds) {
    try {
      Thread.sleep(milliseconds);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static int freePort() {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private void waitFor() {
    try {
      process.waitFor(30, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    process.destroy();
    waitFor();
    process.destroyForcibly();
  }
}
