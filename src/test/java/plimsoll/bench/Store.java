package plimsoll.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.net.URLClassLoader;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;

/** A database that the service and the bench write to at the same time. */
record Store(String name, String url, String user, Driver driver) {
  private static final String PASSWORD = "bench";

  /** H2 in a file, by the driver that the server has inside; others may join by a socket. */
  static Store h2(Path folder, Path server) throws Exception {
    var jar = folder.resolve("h2.jar");
    try (var files = FileSystems.newFileSystem(server)) {
      Files.copy(files.getPath("MICRO-INF/runtime/h2.jar"), jar);
    }
    var classes = new URLClassLoader(new java.net.URL[] {jar.toUri().toURL()});
    var driver = (Driver) classes.loadClass("org.h2.Driver").getDeclaredConstructor().newInstance();
    return new Store(
        "H2", "jdbc:h2:file:" + folder.resolve("data") + ";AUTO_SERVER=TRUE", "plimsoll", driver);
  }

  /** A database of its own in a PostgreSQL that runs. */
  static Store postgresql(EmbeddedPostgres postgres) throws Exception {
    var name = "reading_" + UUID.randomUUID().toString().substring(0, 8);
    try (var connection = postgres.getPostgresDatabase().getConnection();
        var statement = connection.createStatement()) {
      statement.execute("create database " + name);
    }
    return new Store(
        "PostgreSQL",
        postgres.getJdbcUrl("postgres", name),
        "postgres",
        new org.postgresql.Driver());
  }

  Map<String, String> environment() {
    return Map.of(
        "PLIMSOLL_BOOTSTRAP_TOKEN", Client.TOKEN,
        "PLIMSOLL_DATABASE_URL", url,
        "PLIMSOLL_DATABASE_USER", user,
        "PLIMSOLL_DATABASE_PASSWORD", PASSWORD);
  }

  Connection connect() throws Exception {
    var properties = new Properties();
    properties.setProperty("user", user);
    properties.setProperty("password", PASSWORD);
    return driver.connect(url, properties);
  }
}
