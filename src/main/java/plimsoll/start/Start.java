package plimsoll.start;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Starts Payara Micro with the configuration of Plimsoll: the address and port to listen on come
 * from {@code PLIMSOLL_HOST} and {@code PLIMSOLL_PORT}, and the server stays alone and quiet.
 * Everything else the application reads itself. What would stop the service is looked for first,
 * and said in a sentence.
 */
public final class Start {
  private static final String LISTENER =
      "configs.config.server-config.network-config.network-listeners.network-listener.http-listener.address";
  private static final String HTTP =
      "configs.config.server-config.network-config.protocols.protocol.http-listener.http.";

  private Start() {}

  /**
   * @param arguments further arguments for Payara Micro, which take precedence
   */
  public static void main(String[] arguments) throws Exception {
    var place = Place.configured(System.getenv());
    var obstacle = place.obstacle();
    if (obstacle != null) {
      stop(obstacle);
    }
    System.out.println("Plimsoll is starting: the server, the database, the pages …");
    quiet(place);
    var progress = new Progress(place).shown();
    server(place, arguments);
    if (!progress.answers()) {
      stop("Plimsoll did not start. The reason stands above.");
    }
    System.out.println(
        "Plimsoll is ready: open " + place.address() + " and sign in. Ctrl-C stops it.");
  }

  private static void stop(String reason) {
    System.err.println(reason);
    // A server that half stands would wait for requests that it can't answer.
    System.exit(1);
  }

  private static void quiet(Place place) {
    System.setProperty("java.awt.headless", "true");
    System.setProperty("slf4j.internal.verbosity", "ERROR");
    System.setProperty("plimsoll.address", place.address());
    System.setOut(Quiet.without("JdbcRuntimeExtension", System.out));
  }

  private static void server(Place place, String[] more) throws Exception {
    var arguments =
        new ArrayList<>(
            List.of(
                "--nohazelcast",
                "--disablephonehome",
                "--port",
                "" + place.port(),
                "--prebootcommandfile",
                settings(place.host()).toString(),
                "--logproperties",
                logging().toString()));
    Unpacked.afresh();
    Unpacked.application()
        .ifPresent(war -> arguments.addAll(List.of("--deploy", war, "--contextroot", "/")));
    arguments.addAll(List.of(more));
    Class.forName(Unpacked.mainClass())
        .getMethod("main", String[].class)
        .invoke(null, (Object) arguments.toArray(String[]::new));
  }

  private static Path settings(String host) throws IOException {
    var commands =
        List.of(
            "set " + LISTENER + "=" + host,
            // Behind a proxy that speaks TLS, cookies are marked as secure.
            "set " + HTTP + "scheme-mapping=X-Forwarded-Proto",
            "set " + HTTP + "server-header=false",
            // Under load the server closes streams of HTTP/2 in the middle: Payara's issue 5612.
            "set " + HTTP + "http2-enabled=false",
            "set " + HTTP + "compression=on",
            "set " + HTTP + "compression-min-size-bytes=1024");
    return temporary("plimsoll-settings", commands);
  }

  private static Path logging() throws IOException {
    return temporary(
        "plimsoll-logging",
        List.of(
            "handlers=java.util.logging.ConsoleHandler",
            "java.util.logging.ConsoleHandler.formatter=" + Line.class.getName(),
            "java.util.logging.ConsoleHandler.level=INFO",
            ".level=WARNING",
            "jakarta.enterprise.web.util.level=OFF",
            "plimsoll.level=INFO"));
  }

  private static Path temporary(String name, List<String> lines) throws IOException {
    var file = Files.createTempFile(name, ".txt");
    file.toFile().deleteOnExit();
    return Files.write(file, lines);
  }
}
