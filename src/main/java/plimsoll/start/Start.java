package plimsoll.start;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Starts Payara Micro with the configuration of Plimsoll: the address and port to listen on come
 * from {@code PLIMSOLL_HOST} and {@code PLIMSOLL_PORT}, and the server stays alone and quiet.
 * Everything else the application reads itself.
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
    var host = configured("PLIMSOLL_HOST", "127.0.0.1");
    var port = configured("PLIMSOLL_PORT", "8080");
    System.out.println("Plimsoll is starting: the server, the database, the pages …");
    System.setProperty("java.util.logging.SimpleFormatter.format", "%1$tT  %5$s%6$s%n");
    System.setProperty("java.awt.headless", "true");
    System.setProperty("plimsoll.address", "http://" + reachable(host) + ":" + port + "/");
    payara(host, port, arguments);
  }

  private static String configured(String variable, String otherwise) {
    var value = System.getenv(variable);
    return value == null || value.isBlank() ? otherwise : value.strip();
  }

  private static String reachable(String host) {
    return host.equals("0.0.0.0") || host.equals("::") ? "localhost" : host;
  }

  private static void payara(String host, String port, String[] more) throws Exception {
    var arguments =
        new ArrayList<>(
            List.of(
                "--nocluster",
                "--disablephonehome",
                "--port",
                port,
                "--prebootcommandfile",
                settings(host).toString(),
                "--logproperties",
                logging().toString()));
    arguments.addAll(List.of(more));
    Class.forName("fish.payara.micro.PayaraMicro")
        .getMethod("main", String[].class)
        .invoke(null, (Object) arguments.toArray(String[]::new));
  }

  private static Path settings(String host) throws IOException {
    var commands =
        List.of(
            "set " + LISTENER + "=" + host,
            "set " + HTTP + "server-header=false",
            "set " + HTTP + "compression=on",
            "set " + HTTP + "compression-min-size-bytes=1024");
    return temporary("plimsoll-settings", commands);
  }

  private static Path logging() throws IOException {
    return temporary(
        "plimsoll-logging",
        List.of(
            "handlers=java.util.logging.ConsoleHandler",
            "java.util.logging.ConsoleHandler.formatter=java.util.logging.SimpleFormatter",
            "java.util.logging.ConsoleHandler.level=INFO",
            ".level=WARNING",
            "plimsoll.level=INFO",
            // These warn at every start of what is right here.
            "PayaraMicro.level=SEVERE",
            "javax.enterprise.system.security.ssl.level=SEVERE",
            "jakarta.enterprise.web.level=SEVERE",
            "jakarta.enterprise.web.util.level=OFF"));
  }

  private static Path temporary(String name, List<String> lines) throws IOException {
    var file = Files.createTempFile(name, ".txt");
    file.toFile().deleteOnExit();
    return Files.write(file, lines);
  }
}
