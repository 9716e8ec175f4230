package plimsoll;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jboss.arquillian.test.spi.LifecycleMethodExecutor;
import org.jboss.arquillian.test.spi.TestRunnerAdaptor;
import org.jboss.arquillian.test.spi.TestRunnerAdaptorBuilder;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Runs a class of tests against the real server, which Arquillian starts once for all classes of a
 * process: the archive that Maven built, on the database that {@code plimsoll.test.database} names.
 */
public final class OnTheServer implements BeforeAllCallback {
  public static final String TOKEN = "a-token-for-the-tests-alone";
  public static final String PASSWORD = "a-password-for-the-tests-alone";

  /** A server that lives for minutes spends more on compiling than it wins: 12 s for 26 s. */
  public static final List<String> SHORT_LIVED =
      List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

  private static Server server;
  private static URI elsewhere;

  /** Has all that is asked go to another server; null for back to the shared one. */
  static void moveTo(URI address) {
    elsewhere = address;
  }

  /** Where the server keeps its database, its log included. */
  public static Path databaseFolder() {
    return Server.folder.resolve("database");
  }

  /** Where it keeps the keys of open campaigns. */
  public static Path vault() {
    return Server.folder.resolve("vault");
  }

  /** Where it finds git repositories. */
  public static Path repositories() {
    return Server.folder.resolve("repositories");
  }

  /** Where the server answers. */
  public static URI address() {
    return elsewhere == null ? URI.create("http://localhost:" + Server.port) : elsewhere;
  }

  /** Each class is run for itself, so none of them knows whether it is the last. */
  @Override
  public void beforeAll(ExtensionContext context) {
    if (server != null) return;
    server = new Server();
    Runtime.getRuntime().addShutdownHook(new Thread(server::close));
  }

  private static final class Server {
    private static int port;
    private static Path folder;
    private final EmbeddedPostgres postgres;
    private final TestRunnerAdaptor arquillian;

    Server() {
      try {
        port = freePort();
        folder = Files.createTempDirectory("plimsoll-test");
        postgres = onPostgres() ? postgres() : null;
        System.setProperty("plimsoll.test.options", options());
        System.setProperty("plimsoll.test.port", "" + port);
        arquillian = TestRunnerAdaptorBuilder.build();
        arquillian.beforeSuite();
        arquillian.beforeClass(TheArchive.class, LifecycleMethodExecutor.NO_OP);
      } catch (Exception e) {
        throw new IllegalStateException("the server did not start", e);
      }
    }

    private String options() {
      return String.join(
          " ",
          "-Dplimsoll.database.url=" + database(),
          "-Dplimsoll.database.user=" + (onPostgres() ? "postgres" : "plimsoll"),
          "-Dplimsoll.vault=" + vault(),
          "-Dplimsoll.git.folder=" + repositories(),
          // The tests ask the same teams again and again.
          "-Dplimsoll.budget.minutes=1000000",
          "-Dplimsoll.bootstrap.token=" + TOKEN,
          "-Dplimsoll.bootstrap.password=" + PASSWORD,
          "-Dplimsoll.address=" + address() + "/",
          "-Djava.awt.headless=true",
          String.join(" ", SHORT_LIVED),
          "-Xmx768m");
    }

    private String database() {
      if (onPostgres()) {
        return postgres.getJdbcUrl("postgres", "postgres");
      }
      return "jdbc:h2:file:" + databaseFolder().resolve("data");
    }

    private static EmbeddedPostgres postgres() throws IOException {
      return EmbeddedPostgres.builder().setDataDirectory(databaseFolder()).start();
    }

    private static boolean onPostgres() {
      return System.getProperty("plimsoll.test.database", "h2").equals("postgresql");
    }

    private static int freePort() throws IOException {
      try (var socket = new ServerSocket(0)) {
        return socket.getLocalPort();
      }
    }

    void close() {
      try {
        arquillian.afterClass(TheArchive.class, LifecycleMethodExecutor.NO_OP);
        arquillian.afterSuite();
        if (postgres != null) {
          postgres.close();
        }
      } catch (Exception e) {
        throw new IllegalStateException("the server did not stop", e);
      }
    }
  }
}
